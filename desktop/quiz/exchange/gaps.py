"""Texts with gaps as Moodle writes them, `{1:SHORTANSWER:=form}`: to gaps of ours and back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from desktop.quiz.exchange.item import FULL, CannotTake

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.catalog.entities.questions import Gap

_GAP = re.compile(r"\{\d*:([A-Z_]+):((?:[^}\\]|\\.){0,2000})\}", re.DOTALL)
_PART = re.compile(r"(?:[^~\\]|\\.)+", re.DOTALL)
_ANSWER = re.compile(r"\s*(?:(=)|%(-?\d{1,3}(?:\.\d{1,12})?)%)?((?:[^#\\]|\\.)*)(#.*)?", re.DOTALL)
_TYPED = frozenset(("SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC"))
_CHOSEN = re.compile(r"(MULTICHOICE|MC)(_?[VH])?(_?S)?")
_NEAR = 0.02


def gapped(text: str, warn: Callable[[str], None]) -> tuple[str, list[dict[str, Any]]]:
    """The text with our gaps in it, and the gaps as fields. Raises CannotTake."""
    gaps: list[dict[str, Any]] = []
    name = "gap"
    while "{" + name in text:
        name += "-x"

    def put(found: re.Match[str]) -> str:
        id = f"{name}-{len(gaps) + 1}"
        gaps.append({"id": id, **_gap(found[1], found[2], len(gaps) + 1, warn)})
        return "{" + id + "}"

    made = _GAP.sub(put, text)
    if not gaps:
        raise CannotTake("its text has no gap")
    return made, gaps


def _gap(kind: str, body: str, at: int, warn: Callable[[str], None]) -> dict[str, Any]:
    if kind not in _TYPED and not _CHOSEN.fullmatch(kind):
        raise CannotTake(f"gap {at} is of the type {kind[:40]}; only typed words and choices can be gaps here")
    accepted, others, partly, said = [], [], 0, 0
    for part in _PART.findall(body):
        found = _ANSWER.fullmatch(part)
        if found is None:
            continue
        worth = FULL if found[1] else float(found[2] or 0)
        words = " ".join(_bare(found[3]).split())
        said += bool(found[4] and found[4] != "#")
        partly += 0 < worth < FULL - _NEAR
        if words:
            others.append(words)
            if worth >= FULL - _NEAR:
                accepted.append(words)
    if not accepted:
        raise CannotTake(f"gap {at} has no right answer")
    _tell(at, partly, said, warn)
    return {"accepted": accepted, "choices": others if _CHOSEN.fullmatch(kind) else []}


def _tell(at: int, partly: int, said: int, warn: Callable[[str], None]) -> None:
    if partly:
        warn(f"gap {at}: what earned part of the mark counts as wrong here")
    if said:
        warn(f"gap {at}: the feedback of its answers is not kept")


def _bare(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)


def typed_gap(*accepted: str) -> str:
    """A gap to type in, as Moodle writes it."""
    return "{1:SHORTANSWER:" + "~".join(f"={_escaped(each)}" for each in accepted) + "}"


def chosen_gap(choices: Iterable[str], accepted: Iterable[str]) -> str:
    """A gap to choose for, as Moodle writes it."""
    right = set(accepted)
    return "{1:MULTICHOICE:" + "~".join(("=" if each in right else "") + _escaped(each) for each in choices) + "}"


def _escaped(text: str) -> str:
    safe = re.sub(r"([~#}\\])", r"\\\1", text)
    return "\\" + safe if safe.startswith(("=", "%")) else safe


def filled(text: str, gaps: Iterable[Gap], said: Callable[[Gap], str]) -> str:
    """The text with each `{gap-id}` replaced by what `said` makes of the gap."""
    by_name = {gap.id: said(gap) for gap in gaps}
    return re.sub(r"\{([a-z0-9.-]+)\}", lambda found: by_name.get(found[1], found[0]), text)
