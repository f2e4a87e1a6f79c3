"""A ranking, or what can be asked, as JSON for other programs: ids and words, each reason with its evidence."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from desktop.catalog.names import name_of
from desktop.usecases.choosing.telling import headline

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.usecases import Chooser
    from desktop.usecases.choosing.ranking import Ranking, Reason, Standing


def as_json(catalog: Catalog, ranking: Ranking, today: date) -> str:
    """The ranking as JSON text. `place` counts from 1; those of a tie share theirs."""
    pack = catalog.pack
    return _text(
        {
            "pack": {"id": pack.id, "title": pack.title, "version": pack.version, "as_of": pack.as_of},
            "exported_on": today.isoformat(),
            "result": headline(ranking),
            "answers": [
                {"question": each.question.id, "answer": each.answer.id, "weight": each.weight}
                for each in ranking.given
            ],
            "not_answered": [each.id for each in ranking.unanswered],
            "fitting": _places(catalog, ranking),
            "doubtful": [_standing(catalog, each) for each in ranking.doubtful],
            "not_spoken_of": [_named(each) for each in ranking.unspoken],
            "ruled_out": [_standing(catalog, each) for each in ranking.ruled_out],
        }
    )


def _places(catalog: Catalog, ranking: Ranking) -> list[dict[str, Any]]:
    places: list[dict[str, Any]] = []
    for tied in ranking.fitting:
        head = {"place": len(places) + 1, "tied": len(tied) > 1}
        places += [head | _standing(catalog, each) for each in tied]
    return places


def questions_as_json(chooser: Chooser) -> str:
    """What can be asked, as JSON text."""
    return _text(
        {
            "questions": [
                {
                    "id": question.id,
                    "text": question.text,
                    "why": question.why,
                    "answers": [{"id": answer.id, "text": answer.text} for answer in question.answers],
                }
                for question in chooser.questions
            ]
        }
    )


def _text(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _named(standing: Standing) -> dict[str, Any]:
    return {"outcome": standing.outcome.id, "title": standing.outcome.title, "summary": standing.outcome.summary}


def _standing(catalog: Catalog, standing: Standing) -> dict[str, Any]:
    return _named(standing) | {
        "score": standing.score,
        "for": _reasons(catalog, standing.speaks_for),
        "against": _reasons(catalog, standing.speaks_against),
        "ruled_out_by": _reasons(catalog, standing.ruled_out_by),
    }


def _reasons(catalog: Catalog, reasons: Iterable[Reason]) -> list[dict[str, Any]]:
    return [
        {
            "question": each.given.question.id,
            "answer": each.given.answer.id,
            "points": each.points,
            "because": each.effect.because,
            "evidence": [{"ref": str(ref), "name": name_of(catalog, ref)} for ref in each.effect.evidence],
        }
        for each in reasons
    ]
