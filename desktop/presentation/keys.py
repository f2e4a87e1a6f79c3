"""The keys of a talk: one table, which both windows obey, the help shows and the tests walk through.

Keys are named as Qt's portable text has them (`PgDown`, `Shift+F5`). A letter, digit or sign is the same with Shift.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Act(Enum):
    """What a key asks for."""

    NEXT = auto()
    BACK = auto()
    FIRST = auto()
    LAST = auto()
    SKIP_ON = auto()
    SKIP_BACK = auto()
    DIGIT = auto()
    GO_TO = auto()
    EARLIER = auto()
    LATER = auto()
    OVERVIEW = auto()
    START = auto()
    FROM_HERE = auto()
    END = auto()
    BLACK = auto()
    WHITE = auto()
    ZOOM = auto()
    ZOOM_IN = auto()
    ZOOM_OUT = auto()
    POINTER = auto()
    PEN = auto()
    COLOUR = auto()
    ERASER = auto()
    UNDO = auto()
    CLEAR = auto()
    KEYS = auto()
    LARGER_NOTES = auto()
    SMALLER_NOTES = auto()
    NOTES_DOWN = auto()
    NOTES_UP = auto()
    PAUSE = auto()
    RESTART_CLOCK = auto()
    TARGET = auto()
    SWAP = auto()
    FULL_SCREEN = auto()
    # While something is zoomed, or the overview is open.
    LEFT = auto()
    RIGHT = auto()
    UP = auto()
    DOWN = auto()
    TAKE = auto()
    # While a number is typed.
    TAKE_NUMBER = auto()
    DIGIT_BACK = auto()
    # Any key at a blank screen.
    RESUME = auto()


@dataclass(frozen=True, slots=True)
class KeyRow:
    """What is done, by which keys, in words."""

    act: Act
    keys: tuple[str, ...]
    does: str


LEADING, SHOWING, OWN = "Leading the talk", "On the stage", "For the presenter alone"

_DIGITS = tuple("0123456789")
_ENTER = ("Return", "Enter")

TABLE: dict[str, tuple[KeyRow, ...]] = {
    LEADING: (
        KeyRow(Act.NEXT, ("Right", "Down", "Space", "PgDown", *_ENTER, "N"), "Next step or stop"),
        KeyRow(Act.BACK, ("Left", "Up", "PgUp", "Backspace", "P", "Shift+Space"), "Back"),
        KeyRow(Act.SKIP_ON, ("Alt+PgDown", "Alt+Down"), "Next stop, without its steps"),
        KeyRow(Act.SKIP_BACK, ("Alt+PgUp", "Alt+Up"), "Stop before, without its steps"),
        KeyRow(Act.FIRST, ("Home",), "First stop"),
        KeyRow(Act.LAST, ("End",), "Last stop"),
        KeyRow(Act.DIGIT, _DIGITS, "The number of a stop; then Enter goes there"),
        KeyRow(Act.GO_TO, ("G",), "Ask for the number of a stop"),
        KeyRow(Act.EARLIER, ("Alt+Left",), "Back to before a jump"),
        KeyRow(Act.LATER, ("Alt+Right",), "Forward again"),
        KeyRow(Act.OVERVIEW, ("O", "Ctrl+3"), "Overview of all stops"),
        KeyRow(Act.START, ("F5",), "Show it from the first stop"),
        KeyRow(Act.FROM_HERE, ("Shift+F5",), "Show it from the beginning of this stop"),
        KeyRow(Act.END, ("Esc",), "Close what is open, then end the talk"),
    ),
    SHOWING: (
        KeyRow(Act.BLACK, ("B", "."), "Black screen; any key goes on"),
        KeyRow(Act.WHITE, ("W", ","), "White screen; any key goes on"),
        KeyRow(Act.ZOOM, ("Z",), "Zoom in and out; Ctrl+click zooms to a place, arrows move"),
        KeyRow(Act.ZOOM_IN, ("+", "="), "Larger"),
        KeyRow(Act.ZOOM_OUT, ("-",), "Smaller"),
        KeyRow(Act.POINTER, ("L",), "Pointer"),
        KeyRow(Act.PEN, ("D",), "Pen"),
        KeyRow(Act.COLOUR, ("C",), "Another colour"),
        KeyRow(Act.ERASER, ("E",), "Eraser"),
        KeyRow(Act.UNDO, ("Ctrl+Z",), "Undo what was drawn or erased"),
        KeyRow(Act.CLEAR, ("Del",), "Take away all that is drawn here"),
    ),
    OWN: (
        KeyRow(Act.KEYS, ("?", "F1"), "These keys"),
        KeyRow(Act.LARGER_NOTES, ("Ctrl++", "Ctrl+="), "Larger notes"),
        KeyRow(Act.SMALLER_NOTES, ("Ctrl+-",), "Smaller notes"),
        KeyRow(Act.NOTES_DOWN, ("Ctrl+Down",), "Scroll the notes down"),
        KeyRow(Act.NOTES_UP, ("Ctrl+Up",), "Scroll the notes up"),
        KeyRow(Act.PAUSE, ("Pause", "Ctrl+P"), "Stop the clock, or let it run"),
        KeyRow(Act.RESTART_CLOCK, ("Ctrl+R",), "Clock back to zero"),
        KeyRow(Act.TARGET, ("Ctrl+T",), "Set the time for the talk"),
        KeyRow(Act.SWAP, ("Ctrl+F",), "Swap the screens"),
        KeyRow(Act.FULL_SCREEN, ("F11",), "Hall's window full screen, or an ordinary window"),
    ),
}

ROWS = tuple(row for rows in TABLE.values() for row in rows)
ACTS = {key: row.act for row in ROWS for key in row.keys}

QUIET = frozenset(
    {
        Act.LARGER_NOTES, Act.SMALLER_NOTES, Act.NOTES_DOWN, Act.NOTES_UP, Act.PAUSE, Act.RESTART_CLOCK, Act.TARGET,
        Act.SWAP, Act.FULL_SCREEN,
    }
)  # fmt: skip
"""What concerns the presenter's notes, clock and screens alone: it is done at a blank screen too, which stays blank."""

_ARROWS = {"Left": Act.LEFT, "Right": Act.RIGHT, "Up": Act.UP, "Down": Act.DOWN}
ZOOMED = _ARROWS
"""Other meanings while something is zoomed."""
OVERVIEW = {
    **_ARROWS,
    "PgUp": Act.LEFT,
    "PgDown": Act.RIGHT,
    "Home": Act.FIRST,
    "End": Act.LAST,
    **dict.fromkeys((*_ENTER, "Space"), Act.TAKE),
}
"""Other meanings while the overview is open."""
TYPING = {**dict.fromkeys(_ENTER, Act.TAKE_NUMBER), "Backspace": Act.DIGIT_BACK}
"""Other meanings while a number is typed."""

_SIGNS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "PgDown": "Page down", "PgUp": "Page up"}


def shown_key(key: str) -> str:
    """A key as it stands on the keyboard: 'Alt+Page down'."""
    held, plus, last = key.rpartition("+") if not key.endswith("+") else (key[:-2], key[-2:-1], "+")
    return f"{held}{plus}{_SIGNS.get(last, last)}"


def keys_shown(row: KeyRow) -> str:
    """The keys of a row for the help: 'O, Ctrl+3'; the digits are one."""
    return "0 … 9" if row.keys == _DIGITS else ", ".join(map(shown_key, row.keys))


def key_of(act: Act) -> str:
    """The first key for something, as buttons name it."""
    return next(shown_key(row.keys[0]) for row in ROWS if row.act is act)
