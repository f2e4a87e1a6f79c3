"""A second program with the quiz in a window, answering by keys and telling what it has shown as marked.

`python -m tests.quiz.answering FOLDER [BYTES]`: without end, to be killed by a test; or with BYTES until no file may
grow beyond that size, as on a full disk, and then once more with room made.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.quiz.ui.widget import QuizRoom
from desktop.shell.context import Context
from desktop.shell.icons import Icons
from desktop.shell.learner import Learner
from desktop.shell.navigator import Navigator
from desktop.shell.settings import Settings
from desktop.shell.theme import Theme, ThemeChoice
from tests.quiz.builders import TOPICS, catalog_of
from tests.quiz.conftest import Clock
from tests.quiz.driver import QuizDriver


def main(folder: str, size: str = "") -> None:
    app = QApplication([])
    quiz = opened(app, Path(folder))
    print(quiz.trouble, flush=True)
    if size:
        with_a_full_disk(quiz, int(size))
    while not size:
        print(marked(quiz), flush=True)
        go_on(quiz)


def opened(app: QApplication, folder: Path) -> QuizDriver:
    theme, navigator = Theme(app, ThemeChoice.LIGHT, 1.0), Navigator()
    settings = Settings(folder / "settings.ini")
    learner = Learner(settings, folder / "data")
    catalog = catalog_of(*TOPICS)
    room = QuizRoom(Context(catalog, navigator, settings, theme, Icons(theme), learner=learner))
    quiz = QuizDriver(room, navigator, catalog, theme, learner, Clock())
    quiz.listen()
    room.show()
    QTest.qWaitForWindowExposed(room)
    room.activateWindow()
    room.setFocus()
    quiz.settle()
    return quiz


def marked(quiz: QuizDriver) -> str:
    """Answer the question at hand; its round and name once the window shows it as marked, '' where it does not."""
    question = next(each.id for each in quiz.catalog.question.values() if each.stem == quiz.stem)
    quiz.pick_right()
    quiz.press("Space")
    return f"{quiz.room._desk.session.round} {question}" if quiz.said else ""


def go_on(quiz: QuizDriver) -> None:
    quiz.press("Space")
    if quiz.on_result:
        quiz.press("Ctrl+Shift+N")


def with_a_full_disk(quiz: QuizDriver, size: int) -> None:
    """Answer until nothing can be kept, try again in vain, then make room and try once more."""
    import resource

    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, old[1]))
    while told := marked(quiz):
        print(told)
        go_on(quiz)
    print(quiz.trouble)
    picked = quiz.picked
    quiz.click("Try again")
    print("in vain" if quiz.trouble and not quiz.said and quiz.picked == picked else "lost")
    resource.setrlimit(resource.RLIMIT_FSIZE, old)
    quiz.click("Try again")
    print("kept" if not quiz.trouble and quiz.said == "Right" and quiz.picked == picked else "lost")
    print(len(quiz.kept), quiz.learner.log.check() or "sound")
    quiz.learner.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
