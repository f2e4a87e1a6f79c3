"""A talk given by keys: each key of the table in each of the windows, and what both windows show of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from desktop.presentation.keys import ROWS, TABLE, Act, keys_shown
from desktop.presentation.talk import Blank, Hand, Over
from desktop.presentation.ui.big_text import BigText
from desktop.shell.audience import IN_A_WINDOW, SCREEN_SETTING
from tests.presentation.giving.builders import deck, stop
from tests.presentation.giving.driver import CONSOLE, HALL, TalkDriver

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.shell.context import Context

    Check = Callable[[TalkDriver], bool]

LINE = ((0.2, 0.6), (0.5, 0.6), (0.8, 0.6))


def pen_lies_on_the_stop(driver: TalkDriver) -> bool:
    return driver.colour_at(0.5, 0.6) == driver.presenting._context.theme.colour("wrong").name()


def clock_stands(driver: TalkDriver) -> bool:
    before = driver.console.pace.elapsed
    return "paused" in driver.console.pace.words and driver.wait(9).console.pace.elapsed == before


def clock_is_at_zero(driver: TalkDriver) -> bool:
    return driver.console.pace.elapsed == "0:00"


def notes_are_scrolled(driver: TalkDriver, down: bool) -> bool:
    bar = driver.console.notes.verticalScrollBar()
    return (bar.value() > 0) if down else bar.value() == 0


EFFECTS: dict[Act, tuple[tuple[str, ...], Check]] = {
    Act.NEXT: ((), lambda d: d.on == "leaves 1"),
    Act.BACK: ((), lambda d: d.on == "opening 0"),
    Act.FIRST: (("PgDown",), lambda d: d.on == "opening 0"),
    Act.LAST: ((), lambda d: d.on == "end 0"),
    Act.SKIP_ON: ((), lambda d: d.on == "pot 0"),
    Act.SKIP_BACK: (("Alt+PgDown", "PgDown"), lambda d: d.on == "pot 0"),
    Act.GO_TO: ((), lambda d: d.console.said == "Go to stop _  (Enter)"),
    Act.EARLIER: (("End",), lambda d: d.on == "leaves 0"),
    Act.LATER: (("End", "Alt+Left"), lambda d: d.on == "end 0"),
    Act.OVERVIEW: ((), lambda d: d.console.overview.isVisible()),
    Act.KEYS: ((), lambda d: d.console.keys_page.isVisible()),
    Act.START: ((), lambda d: d.on == "opening 0" and d.hall.isVisible()),
    Act.FROM_HERE: (("PgDown",), lambda d: d.on == "leaves 0" and d.hall.isVisible()),
    Act.END: ((), lambda d: d.is_over and len(d.reports) == 1),
    Act.BLACK: ((), lambda d: d.colour_at(0.3, 0.3) == "#000000"),
    Act.WHITE: ((), lambda d: d.colour_at(0.6, 0.999) == "#ffffff" and d.presenting.hall.blank is Blank.WHITE),
    Act.ZOOM: ((), lambda d: d.talk.zoom is not None and d.talk.zoom.factor == 2),
    Act.ZOOM_IN: ((), lambda d: d.talk.zoom is not None and d.talk.zoom.factor == 1.5),
    Act.ZOOM_OUT: (("Z",), lambda d: d.talk.zoom is not None and d.talk.zoom.factor < 2),
    Act.POINTER: ((), lambda d: d.talk.hand is Hand.POINTER),
    Act.PEN: ((), lambda d: d.talk.hand is Hand.PEN),
    Act.COLOUR: ((), lambda d: d.console.said == "The pen is blue."),
    Act.ERASER: ((), lambda d: d.talk.hand is Hand.ERASER),
    Act.UNDO: (("draw",), lambda d: not pen_lies_on_the_stop(d)),
    Act.CLEAR: (("draw",), lambda d: not pen_lies_on_the_stop(d)),
    Act.LARGER_NOTES: ((), lambda d: d.console.notes.pixels > 20),
    Act.SMALLER_NOTES: ((), lambda d: d.console.notes.pixels < 20),
    Act.NOTES_DOWN: ((), lambda d: notes_are_scrolled(d, True)),
    Act.NOTES_UP: (("Ctrl+Down",), lambda d: notes_are_scrolled(d, False)),
    Act.PAUSE: ((), clock_stands),
    Act.RESTART_CLOCK: (("wait",), clock_is_at_zero),
    Act.TARGET: ((), lambda d: d.minutes.hasFocus()),
    Act.SWAP: ((), lambda d: d.console.said == "There is no other screen to swap with."),
    Act.FULL_SCREEN: ((), lambda d: d.hall.isFullScreen()),
}


def test_every_act_of_the_table_is_tested() -> None:
    assert {row.act for row in ROWS} - set(EFFECTS) == {Act.DIGIT}


@pytest.mark.parametrize("where", [CONSOLE, HALL])
@pytest.mark.parametrize(("act", "key"), [(row.act, key) for row in ROWS for key in row.keys if row.act in EFFECTS])
def test_each_key_does_what_the_table_says_in_both_windows(
    give: Callable[..., TalkDriver], act: Act, key: str, where: str
) -> None:
    before, holds = EFFECTS[act]
    driver = give(at=1)
    for each in before:
        if each == "draw":
            driver.press("D").drag(*LINE)
            assert pen_lies_on_the_stop(driver)
        elif each == "wait":
            driver.wait(30)
        else:
            driver.press(each)
    assert not holds(driver)
    driver.press(key, where=where)
    assert holds(driver)


@pytest.mark.parametrize("where", [CONSOLE, HALL])
@pytest.mark.parametrize("number", range(1, 7))
def test_a_number_and_enter_go_to_a_stop_in_both_windows(driver: TalkDriver, number: int, where: str) -> None:
    driver.press(str(number), where=where)
    assert driver.console.said == f"Go to stop {number}_  (Enter)"
    assert driver.on == "opening 0"
    driver.press("Return", where=where)
    assert driver.on.split()[0] == ("opening", "leaves", "pot", "lost", "hot", "end")[number - 1]


@pytest.mark.parametrize("where", [CONSOLE, HALL])
@pytest.mark.parametrize("key", ["PgDown", "PgUp", "B", ".", "F5", "Esc", "X"])
def test_a_clicker_at_a_black_screen_shows_the_same_stop_again(driver: TalkDriver, key: str, where: str) -> None:
    driver.press("PgDown", "B", where=where)
    assert driver.colour_at(0.5, 0.5) == "#000000"
    driver.press(key, where=where)
    assert driver.presenting.hall.blank is Blank.NONE
    assert driver.on == "leaves 0"
    assert driver.hall.isVisible()


def test_escape_goes_layer_by_layer_and_ends_last(driver: TalkDriver) -> None:
    driver.press("PgDown", "D", "Z", "?")
    driver.press("Esc", where=HALL)
    assert driver.talk.over is Over.NONE
    driver.press("Esc")
    assert driver.talk.zoom is None
    driver.press("Esc", where=HALL)
    assert driver.talk.hand is Hand.NONE
    driver.press("B", "Esc")
    assert driver.reports == []
    driver.press("Esc")
    assert [report.title for report in driver.reports] == ["About tea"]


def test_both_windows_show_stop_step_notes_and_what_is_next(driver: TalkDriver) -> None:
    assert driver.notes == "Welcome them."
    driver.make_ahead().press("PgDown", "PgDown")
    assert driver.on == "leaves 1"
    assert driver.console.title == "2 of 6, step 2 of 3: Leaves"
    assert driver.notes.startswith("A leaf is a leaf.")
    assert driver.console.next_picture.accessibleDescription() == "Pot"
    driver.press("End")
    assert driver.notes == "No notes for this stop."
    assert driver.console.next_picture.accessibleDescription() == "The end"


def test_the_console_has_pictures_of_what_is_on_and_what_is_next(driver: TalkDriver) -> None:
    driver.make_ahead()
    assert driver.console.next_picture.picture is not None
    driver.press("PgDown")
    picture = driver.console.preview.picture
    assert picture is not None
    assert picture.toImage() == driver.page.grab().toImage()


def test_a_stage_is_shown_as_it_was_kept_and_large_enough_for_the_back_row(driver: TalkDriver) -> None:
    driver.hall.resize(1600, 900)
    driver.press("3", "Return")
    assert driver.stage.state == {"turned": "left"}
    assert driver.stage.factor == pytest.approx(900 / 30 / 14)


def test_what_a_stage_has_for_the_presenter_stands_in_the_console_alone(driver: TalkDriver) -> None:
    driver.press("3", "Return")
    field = driver.stage.console()
    assert field is not None
    assert field.window() is driver.console
    driver.press("PgUp")
    assert field.window() is not driver.console


def test_what_is_typed_into_a_stages_field_leads_nowhere_and_a_clicker_still_leads(driver: TalkDriver) -> None:
    driver.press("3", "Return")
    field = driver.stage.field
    assert field is not None
    field.setFocus()
    driver.press("1", "2", "B", "Space", "Left", "Backspace")
    assert field.text() == "12 "
    assert driver.on == "pot 0"
    driver.press("PgDown")
    assert driver.on == "lost 0"


def test_a_control_reached_by_tab_keeps_its_own_keys(driver: TalkDriver) -> None:
    driver.press("Tab")
    QTest.keyClick(driver.focused(), Qt.Key.Key_Tab)
    picker = driver.console.findChild(QComboBox)
    assert picker is not None
    picker.setFocus(Qt.FocusReason.TabFocusReason)
    driver.press("Down")
    assert driver.on == "leaves 0"  # the list's next line
    driver.press("PgUp", where=HALL)
    assert driver.on == "opening 0"


def test_the_talk_is_led_by_buttons_and_lists_too(driver: TalkDriver) -> None:
    driver.console.press(Act.NEXT)
    assert driver.on == "leaves 0"
    driver.console.press(Act.BLACK)
    driver.console.press(Act.NEXT)
    assert driver.presenting.hall.blank is Blank.NONE
    assert driver.on == "leaves 0"
    driver.console.stop_chosen.emit(4)
    assert driver.on == "hot 0"
    driver.press("Space")
    assert driver.on == "end 0"  # a click on a button leaves the keyboard to the talk


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("4", "This place is not in the pack any more: subject:coffee"),
        ("5", "This place cannot be shown on a stage: aspect:heat"),
    ],
)
def test_a_stop_whose_place_cannot_be_shown_is_marked(driver: TalkDriver, number: str, words: str) -> None:
    driver.press(number, "Return")
    told = [each.accessibleDescription() for each in driver.page.findChildren(BigText)]
    assert told == [words]
    driver.press("PgDown", "PgUp")


def test_words_are_set_large(give: Callable[..., TalkDriver]) -> None:
    long = stop("long", text="Leaves of many kinds are dried, rolled and poured over. " * 7)
    driver = give(deck(long, stop("short"), stop("endless", text="word " * 900)))
    shares: list[float] = []
    for _ in range(3):
        shares.extend(each.type_share for each in driver.page.findChildren(BigText))
        driver.press("PgDown")
    assert min(shares[:2]) >= 1 / 30
    assert shares[1] > shares[0]
    assert shares[2] >= 1 / 91  # all of it stands there


def test_a_click_on_words_goes_on(driver: TalkDriver) -> None:
    driver.click(0.5, 0.5)
    assert driver.on == "leaves 0"


def test_ctrl_and_a_click_zoom_to_a_place_of_a_live_stage(driver: TalkDriver) -> None:
    driver.press("PgDown")
    driver.click(0.25, 0.75, Qt.KeyboardModifier.ControlModifier)
    assert driver.talk.zoom is not None
    assert (driver.talk.zoom.x, driver.talk.zoom.y) == pytest.approx((0.25, 0.75), abs=0.01)
    assert driver.talk.zoom.factor == 2
    driver.press("Z")
    assert driver.talk.zoom is None


def test_a_zoom_shows_the_same_part_larger(driver: TalkDriver) -> None:
    driver.press("PgDown")
    leaf = driver.page.anchors()["leaf"].center()
    x, y = leaf.x() / driver.hall.width(), leaf.y() / driver.hall.height()
    assert driver.colour_at(x, y) == "#008000"
    driver.click(x, y, Qt.KeyboardModifier.ControlModifier)
    zoom = driver.talk.zoom
    assert zoom is not None
    at = (x - zoom.left) * 2, (y - zoom.top) * 2
    assert driver.colour_at(*at) == "#008000"
    assert driver.colour_at(at[0] + 50 / 800, at[1]) == "#008000"  # half as wide again as before
    driver.press("Right", "Right", "Right")
    assert driver.colour_at(*at) != "#008000"


@pytest.mark.parametrize("on", [CONSOLE, HALL])
def test_the_pen_draws_in_both_windows_for_both_and_stays_with_its_stop(driver: TalkDriver, on: str) -> None:
    driver.press("PgDown", "D").drag(*LINE, on=on)
    assert pen_lies_on_the_stop(driver)
    driver.press("Alt+PgDown")
    assert not pen_lies_on_the_stop(driver)
    driver.press("Alt+PgUp")
    assert pen_lies_on_the_stop(driver)
    driver.press("E").drag((0.5, 0.3), (0.5, 0.6), on=on)
    assert not pen_lies_on_the_stop(driver)
    driver.press("Ctrl+Z")
    assert pen_lies_on_the_stop(driver)


def test_the_pointer_is_seen_where_the_mouse_is_in_either_window(driver: TalkDriver) -> None:
    driver.press("PgDown")
    before = driver.colour_at(0.5, 0.5)
    driver.press("L").drag((0.5, 0.5), on=CONSOLE)
    assert driver.colour_at(0.5, 0.5) == "#e02020"
    driver.press("L")
    assert driver.colour_at(0.5, 0.5) == before


def test_the_overview_shows_every_stop_and_leads_there_by_keys(driver: TalkDriver) -> None:
    driver.press("PgDown", "O", where=HALL)
    driver.make_ahead()
    assert driver.console.overview.names[:3] == ["1  Opening", "2  Leaves, on now", "3  Pot"]
    assert all(tile.picture is not None for tile in driver.console.overview._tiles)
    columns = driver.console.overview.columns
    driver.press("Down", "Return", where=HALL)
    assert driver.talk.at == min(1 + columns, 5)
    assert not driver.console.overview.isVisible()


def test_the_help_names_every_key(driver: TalkDriver) -> None:
    driver.press("?")
    words = driver.console.keys_page.words
    assert [row.act for rows in TABLE.values() for row in rows if keys_shown(row) not in words] == []
    assert [row.act for rows in TABLE.values() for row in rows if row.does not in words] == []


def test_lateness_is_told_in_words(driver: TalkDriver) -> None:
    driver.wait(70)
    assert driver.console.pace.words == "a little late by 0:10"
    driver.wait(120)
    assert driver.console.pace.words == "late by 2:10"
    driver.press("Pause")
    assert driver.console.pace.words == "late by 2:10, clock paused"
    driver.wait(600).press("Pause")
    assert driver.console.pace.words == "late by 2:10"


def test_the_time_for_the_talk_can_be_set(driver: TalkDriver) -> None:
    assert driver.minutes.value() == 7
    driver.press("Ctrl+T", where=HALL)
    driver.press("2", "1", "Return")
    assert driver.on == "opening 0"
    driver.wait(170)
    assert driver.console.pace.words == "on time"


def test_the_report_tells_the_time_of_each_stop(driver: TalkDriver) -> None:
    driver.wait(30).press("PgDown")
    driver.wait(100).press("End")
    driver.wait(5).press("Esc")
    [report] = driver.reports
    assert [round(row.spent) for row in report.rows] == [30, 100, 0, 0, 0, 5]
    assert report.words == "2:15 of 7:00 planned, 4:45 less"


def test_nothing_is_lost_when_the_halls_window_is_closed(driver: TalkDriver) -> None:
    driver.press("PgDown", "PgDown")
    driver.wait(20)
    driver.hall.close()
    driver.settle()
    assert driver.console.where == "The hall's window is closed."
    assert driver.console.offers_to_open_again
    driver.press("PgDown")
    driver.press("Shift+F5")
    assert driver.hall.isVisible()
    assert driver.on == "leaves 0"
    assert not driver.console.offers_to_open_again
    assert driver.console.pace.elapsed == "0:20"
    assert driver.reports == []


def test_closing_the_console_ends_the_talk_with_its_report(driver: TalkDriver) -> None:
    driver.console.close()
    assert len(driver.reports) == 1
    assert driver.is_over


def test_with_one_screen_the_hall_is_a_window_to_share(driver: TalkDriver) -> None:
    assert not driver.hall.isFullScreen()
    assert "share it in a call" in driver.console.where
    screens = driver.lists[1]
    assert screens[0] == "A window to share"
    assert len(screens) == 2
    assert screens[1].endswith(", this one")


def test_the_screen_for_the_hall_is_remembered_by_its_name(driver: TalkDriver, context: Context) -> None:
    screen = driver.console.screen()
    driver.console.screen_chosen.emit(screen)
    assert driver.hall.isFullScreen()
    assert context.settings.value(SCREEN_SETTING) == screen.name()
    driver.console.screen_chosen.emit(None)
    assert not driver.hall.isFullScreen()
    assert context.settings.value(SCREEN_SETTING) == IN_A_WINDOW


def test_notes_keep_their_size_for_the_next_talk(give: Callable[..., TalkDriver]) -> None:
    size = give().press("Ctrl++", "Ctrl++").console.notes.pixels
    assert give().console.notes.pixels == size > 20


def test_what_two_stops_share_glides_and_with_less_motion_it_does_not(driver: TalkDriver) -> None:
    driver.press("PgDown").make_ahead()
    driver.press("Alt+PgDown")
    assert driver.presenting.hall.glide.is_running
    driver.presenting.hall.glide.stop()
    assert driver.on == "pot 0"
    driver.presenting._context.theme.set_reduced_motion(True)
    driver.press("Alt+PgUp")
    assert not driver.presenting.hall.glide.is_running
    driver.press("Home")
    assert not driver.presenting.hall.glide.is_running


def test_a_still_pointer_is_hidden_and_comes_back_when_it_moves(driver: TalkDriver) -> None:
    driver.hall._still.timeout.emit()
    assert driver.hall.hides_pointer
    QTest.mouseMove(driver.window(HALL), driver.hall.rect().center())
    driver.settle()
    assert not driver.hall.hides_pointer


def test_a_talk_without_stops_can_be_begun_and_ended(give: Callable[..., TalkDriver]) -> None:
    driver = give(deck())
    driver.press("PgDown", "O", "Esc", "Esc")
    assert len(driver.reports) == 1


def test_a_talk_that_has_ended_leaves_no_widget_behind(give: Callable[..., TalkDriver]) -> None:
    give().end()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    before = len(QApplication.allWidgets())
    driver = give()
    driver.make_ahead().press("3", "Return", "PgDown", "O", "Esc")
    driver.end()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(QApplication.allWidgets()) == before
