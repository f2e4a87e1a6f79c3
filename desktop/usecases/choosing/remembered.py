"""The reader's answers as they are kept from one start to the next: JSON, by pack, the latest packs only."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from desktop.usecases.choosing.ranking import NoSuchChoice, ranked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.catalog.entities.usecases import Chooser

KEY = "chooser/answers"
_PACKS = 8


@dataclass(frozen=True, slots=True)
class Choices:
    """Answers by question id, and how much a question counts where that is not as usual."""

    answers: Mapping[str, str] = field(default_factory=dict)
    weights: Mapping[str, float] = field(default_factory=dict)


def kept_with(text: str, pack: str, choices: Choices) -> str:
    """What is to be kept: the choices for this pack, and those for the other packs in `text`."""
    others = {id: each for id, each in _read(text).items() if id != pack}
    newest = {pack: {"answers": dict(choices.answers), "weights": dict(choices.weights)}} | others
    return json.dumps(dict(list(newest.items())[:_PACKS]))


def remembered(chooser: Chooser, text: str, pack: str) -> tuple[Choices, int]:
    """The choices for this pack, and how many had to be dropped because the pack does not have them any more."""
    found = _read(text).get(pack)
    return still_there(chooser, found if isinstance(found, dict) else {})


def still_there(chooser: Chooser, found: Mapping[str, Any]) -> tuple[Choices, int]:
    """The choices of `found` (its 'answers' and 'weights') that the chooser has, and how many it has not."""
    answers, weights = _part(found, "answers", str), _part(found, "weights", float)
    good = {id: each for id, each in answers.items() if _is_there(chooser, {id: each}, {})}
    counted = {id: each for id, each in weights.items() if _is_there(chooser, {}, {id: each})}
    return Choices(good, counted), len(answers) - len(good) + len(weights) - len(counted)


def _is_there(chooser: Chooser, answers: Mapping[str, str], weights: Mapping[str, float]) -> bool:
    try:
        ranked(chooser, answers, weights)
    except NoSuchChoice:
        return False
    return True


def _read(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _part(found: Mapping[str, Any], name: str, kind: type) -> dict[str, Any]:
    part = found.get(name)
    return {id: each for id, each in part.items() if isinstance(each, kind)} if isinstance(part, dict) else {}
