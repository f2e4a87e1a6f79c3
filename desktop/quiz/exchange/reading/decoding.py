"""Bytes of a file from elsewhere to text, within limits, or a problem in words."""

from __future__ import annotations

from desktop.catalog.problems import Unreadable

BYTES = 4_000_000
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def decoded(given: str | bytes) -> str:
    """The text of a file, its lines ended by '\\n'. Raises Unreadable where it is too large or in another encoding."""
    if len(given) > BYTES:
        raise Unreadable(f"the file is larger than {BYTES // 1_000_000} MB", hint="split it")
    text = given if isinstance(given, str) else _text(given)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _text(data: bytes) -> str:
    mark, encoding = next((each for each in _MARKS if data.startswith(each[0])), (b"", "utf-8"))
    body = data[len(mark) :]
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        name = "UTF-8" if encoding == "utf-8" else "UTF-16"
        line = 1 + body[: error.start].count(b"\n")
        raise Unreadable(f"the file is not {name} text", line, 1, "save it as UTF-8, then try again") from error
