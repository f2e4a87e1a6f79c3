"""A ranking in words: for the screen, and as an account that Markdown and paper write out."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from desktop.catalog.names import name_of
from desktop.catalog.words import plural, sentence
from desktop.export.markup import in_line
from desktop.export.origins import origin_of
from desktop.usecases.choosing.ranking import ORDINARY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.usecases import Outcome
    from desktop.usecases.choosing.ranking import Given, Ranking, Reason, Standing

TITLE = "What fits, and why"
NO_CHOOSER = "this pack has no chooser: no file chooser.yaml with questions"
FITS, DOUBTFUL, UNSPOKEN, RULED_OUT = (
    "What fits",
    "As much or more speaks against it",
    "Not ruled out and not spoken of",
    "Ruled out",
)
ABOUT_UNSPOKEN = "None of your answers says anything of these: unknown, which is neither good nor bad."
NOT_ANSWERED = "not answered"


class Role(Enum):
    """What a line of an account is."""

    TITLE = "title"
    SECTION = "section"
    OUTCOME = "outcome"
    TEXT = "text"
    POINT = "point"
    NOTE = "note"


class Said(NamedTuple):
    """One line of an account. No text begins with the pack's own words, so none of them can pass for markup."""

    role: Role
    text: str


def headline(ranking: Ranking) -> str:
    """The result in a sentence or two."""
    if not ranking.given:
        return "Nothing is ranked yet: no question is answered."
    if ranking.fitting:
        return _best(ranking)
    if ranking.ruled_out and not ranking.doubtful and not ranking.unspoken:
        return "Your answers rule out all there is. Change one of them to see what it would allow."
    if ranking.doubtful:
        return _doubts(ranking)
    if ranking.ruled_out:
        out = plural(len(ranking.ruled_out), "outcome")
        return f"Nothing is ranked yet: your answers rule out {out} and say nothing of the others."
    return "Nothing is ranked yet: your answers say nothing of any outcome."


def _best(ranking: Ranking) -> str:
    first = ranking.fitting[0]
    if len(first) > 1:
        return f"A tie: {_listed([each.outcome.title for each in first])} fit equally well."
    alone = len(ranking.fitting) == 1
    rest = ". Nothing else fits." if alone and not ranking.unspoken else "."
    if _is_none_of_these(ranking, first[0].outcome):
        return f"None of what is compared here: you want '{first[0].outcome.title}'{rest}"
    return f"Best fit: {first[0].outcome.title}{rest}"


def _is_none_of_these(ranking: Ranking, outcome: Outcome) -> bool:
    """Whether an outcome is none of the things that the pack compares, while others are."""
    return not outcome.subjects and any(each.outcome.subjects for each in ranking.standings)


def _doubts(ranking: Ranking) -> str:
    """What nobody spoke of is unknown: it is not among what is doubted."""
    if not ranking.unspoken:
        return "Nothing fits: as much or more speaks against all that is not ruled out as for it."
    doubted, them = plural(len(ranking.doubtful), "outcome"), "it" if len(ranking.doubtful) == 1 else "them"
    unknown = f"your answers say nothing of {len(ranking.unspoken):,}"
    return f"Nothing fits yet: as much or more speaks against {doubted} as for {them}, and {unknown}."


def place_of(ranking: Ranking, at: int) -> str:
    """The number of a place of what fits: '1'. Those that a tie takes up are skipped."""
    return str(1 + sum(len(each) for each in ranking.fitting[:at]))


def tie_words(ranking: Ranking, at: int) -> str:
    """'a tie of 3'; '' where a place is held by one alone."""
    tied = len(ranking.fitting[at])
    return f"a tie of {tied}" if tied > 1 else ""


def points_words(points: float) -> str:
    """'+40', '−20', '0'."""
    return f"{'−' if points < 0 else '+' if points else ''}{abs(points):g}"


def score_words(standing: Standing) -> str:
    """'85 points: 3 reasons for it, 1 against it'."""
    told = [plural(len(standing.speaks_for), "reason") + " for it"] if standing.speaks_for else []
    against = len(standing.speaks_against)
    told += [f"{against} against it" if told else plural(against, "reason") + " against it"] if against else []
    one = abs(standing.score) == 1
    return f"{points_words(standing.score).lstrip('+')} point{'' if one else 's'}: {', '.join(told)}"


def because_words(reason: Reason) -> str:
    """'because: Writing is what it is made for.' The pack's sentence stays as it is written."""
    return f"because: {reason.effect.because}"


def answer_words(reason: Reason) -> str:
    """Which answer it follows from: "'Text or code' ('What must come out?')"."""
    return f"'{reason.given.answer.text}' ('{reason.given.question.text}')"


def weight_words(weight: float) -> str:
    """How much a question counts: '' as usual, 'counts double'."""
    if weight == ORDINARY:
        return ""
    if weight == 0:
        return "counts only where it rules out"
    return "counts double" if weight == 2 else f"counts {weight:g} times"


def given_words(given: Given) -> str:
    """An answer, and how much it counts where that is not as usual."""
    weight = weight_words(given.weight)
    return given.answer.text + (f" ({weight})" if weight else "")


def account_of(catalog: Catalog, ranking: Ranking, today: date) -> tuple[Said, ...]:
    """All of it: the result, the answers, what fits, what is unknown and what is ruled out, each with its reasons."""
    return tuple(_account(catalog, ranking, today))


def _account(catalog: Catalog, ranking: Ranking, today: date) -> Iterator[Said]:
    yield Said(Role.TITLE, TITLE)
    yield Said(Role.TEXT, headline(ranking))
    yield Said(Role.SECTION, "Your answers")
    told = {each.question.id: given_words(each) for each in ranking.given}
    for question in catalog.chooser.questions:
        yield Said(Role.POINT, f"'{question.text}': {told.get(question.id, NOT_ANSWERED)}")
    if ranking.fitting:
        yield Said(Role.SECTION, FITS)
    for at, place in enumerate(ranking.fitting):
        number = ", ".join(filter(None, (place_of(ranking, at), tie_words(ranking, at))))
        for each in place:
            yield Said(Role.OUTCOME, f"{number}: {each.outcome.title}")
            yield from _standing(catalog, each)
    yield from _without_place(catalog, ranking)
    yield Said(Role.NOTE, f"From: {origin_of(catalog, today)}")


def _without_place(catalog: Catalog, ranking: Ranking) -> Iterator[Said]:
    for heading, standings in ((DOUBTFUL, ranking.doubtful), (RULED_OUT, ranking.ruled_out)):
        if standings:
            yield Said(Role.SECTION, heading)
        for each in standings:
            yield Said(Role.OUTCOME, f"'{each.outcome.title}'")
            yield from _ruled_out(catalog, each) if each.ruled_out_by else _standing(catalog, each)
    if ranking.unspoken:
        yield Said(Role.SECTION, UNSPOKEN)
        yield Said(Role.TEXT, ABOUT_UNSPOKEN)
        yield from (Said(Role.POINT, f"'{each.outcome.title}'") for each in ranking.unspoken)


def _standing(catalog: Catalog, standing: Standing) -> Iterator[Said]:
    yield Said(Role.TEXT, f"What it is: {standing.outcome.summary}")
    yield Said(Role.TEXT, f"Score: {score_words(standing)}.")
    for word, reasons in (("For", standing.speaks_for), ("Against", standing.speaks_against)):
        for each in reasons:
            yield Said(Role.POINT, f"{word}, {points_words(each.points)} by {_reason(catalog, each)}")


def _ruled_out(catalog: Catalog, standing: Standing) -> Iterator[Said]:
    for each in standing.ruled_out_by:
        yield Said(Role.POINT, f"Ruled out by {_reason(catalog, each)}")


def _reason(catalog: Catalog, reason: Reason) -> str:
    evidence = "; ".join(name_of(catalog, ref) for ref in reason.effect.evidence)
    return f"{answer_words(reason)}, {because_words(reason)} Evidence: {evidence}"


def _listed(titles: Sequence[str]) -> str:
    quoted = [f"'{each}'" for each in titles]
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}"


_MARKDOWN = {
    Role.TITLE: "# {}\n",
    Role.SECTION: "\n## {}\n",
    Role.OUTCOME: "\n### {}\n",
    Role.TEXT: "{}\n",
    Role.POINT: "- {}",
    Role.NOTE: "\n{}",
}


def as_markdown(catalog: Catalog, ranking: Ranking, today: date) -> str:
    """The account as Markdown. Every text is escaped: what a pack says stays text."""
    lines = (_MARKDOWN[role].format(in_line(sentence(text))) for role, text in account_of(catalog, ranking, today))
    return _no_gaps("\n".join(lines)) + "\n"


def _no_gaps(text: str) -> str:
    """One empty line where there are several."""
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text
