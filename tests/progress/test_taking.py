from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING

from desktop.progress.opening import in_memory
from desktop.progress.taking import NAMES, attempts_csv, attempts_json_lines
from tests.progress.builders import NOON, SCHEDULING, answered, wrong

if TYPE_CHECKING:
    from desktop.progress.attempt import Attempt


def some() -> list[Attempt]:
    with in_memory(SCHEDULING).log as log:
        log.record(answered(response='["ä, \\"b\\"\\n"]', score=0.5))
        log.record(wrong("=cmd()", certainty=None, probability=None, grade=None, response="-5"))
        log.undo(2, NOON)
        return list(log.attempts())


def test_csv_is_read_by_any_spreadsheet_and_run_by_none() -> None:
    data = attempts_csv(some())
    assert data.startswith(b"\xef\xbb\xbfnumber,pack,question,")
    assert data.count(b"\r\n") == 3
    lines = list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))
    assert [line["response"] for line in lines] == ['["ä, \\"b\\"\\n"]', "'-5"]
    assert lines[1]["question"] == "'=cmd()"
    assert (lines[0]["score"], lines[0]["right"], lines[0]["grade"], lines[0]["undone"]) == ("0.5", "1", "3", "")
    assert lines[1]["at"] == lines[1]["undone"] == "2026-11-21T12:00:00+00:00"


def test_json_lines_hold_every_attempt_exactly() -> None:
    attempts = some()
    lines = [json.loads(line) for line in attempts_json_lines(attempts).decode().splitlines()]
    assert [tuple(line) for line in lines] == [NAMES, NAMES]
    for line, attempt in zip(lines, attempts, strict=True):
        assert line["response"] == attempt.response
        assert line["at"] == attempt.at.isoformat()
        assert line["grade"] == attempt.grade
        assert line["right"] is attempt.right
        assert line["certainty"] == attempt.certainty


def test_an_empty_log_gives_a_head_line_only() -> None:
    assert attempts_csv([]).count(b"\r\n") == 1
    assert attempts_json_lines([]) == b""
