"""The shipped chooser gives the answer that an expert would give, and for the expert's reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from desktop.usecases.choosing.ranking import Standing, ranked

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog


class Scenario(NamedTuple):
    """A task, the answers somebody with that task would give, what fits best, and what its reasons must rest on."""

    task: str
    answers: dict[str, str]
    best: str
    evidence: set[str]


CUSTOMERS = Scenario(
    "automate customer conversations",
    {
        "anything-new": "yes",
        "medium": "text-or-code",
        "facts": "own-texts",
        "who-checks": "nobody",
        "what-you-have": "current-texts",
        "pace": "in-a-talk",
    },
    "llm-with-retrieval",
    {"use-case:answer-from-policy", "part:training-pipeline/retrieval", "claim:s3-cs-llm-reliable"},
)
BACKDROPS = Scenario(
    "500 backdrops in one style",
    {
        "anything-new": "yes",
        "medium": "pictures",
        "facts": "no-facts",
        "who-checks": "samples",
        "pace": "patient",
        "way-of-working": "many-in-one-style",
    },
    "image-generator",
    {"use-case:picture-set-one-style", "claim:s3-genai-conditioning", "cell:generators/models"},
)
STORYBOARDS = Scenario(
    "a script with storyboards",
    {"anything-new": "yes", "medium": "several", "who-checks": "expert", "way-of-working": "each-part-apart"},
    "llm-plus-generator",
    {"use-case:script-and-storyboard", "claim:s3-faq-together", "diagram:combined-pipeline"},
)
PAYMENTS = Scenario(
    "flag suspicious payments",
    {
        "anything-new": "no",
        "who-checks": "nobody",
        "what-you-have": "labelled-cases",
        "pace": "moments",
        "way-of-working": "inside-our-software",
    },
    "classifier-or-ranker",
    {"card:predictive-as-generative", "use-case:detect-fraud", "part:family-map/fraud-detection"},
)
CONTRACTS = Scenario(
    "contract drafts from the firm's templates",
    {
        "anything-new": "yes",
        "medium": "text-or-code",
        "facts": "own-texts",
        "who-checks": "expert",
        "what-you-have": "current-texts",
        "pace": "patient",
    },
    "llm-with-expert-check",
    {"use-case:draft-contracts", "part:which-one/human-review"},
)
SCANS = Scenario(
    "synthetic scans of a rare disease",
    {
        "anything-new": "yes",
        "medium": "data",
        "who-checks": "expert",
        "what-you-have": "few-cases",
        "pace": "patient",
    },
    "data-generator",
    {"use-case:synthetic-scans", "use-case:rare-cases", "claim:s3-dev-genai-synthetic"},
)
SCENARIOS = (CUSTOMERS, BACKDROPS, STORYBOARDS, PAYMENTS, CONTRACTS, SCANS)


def evidence_for(standing: Standing) -> set[str]:
    return {str(ref) for reason in standing.speaks_for for ref in reason.effect.evidence}


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda each: each.task)
def test_what_an_expert_would_say_comes_first_alone_and_for_these_reasons(
    scenario: Scenario, shipped_catalog: Catalog
) -> None:
    ((best,), *_others) = ranked(shipped_catalog.chooser, scenario.answers).fitting
    assert best.outcome.id == scenario.best
    assert scenario.evidence <= evidence_for(best)


def without_each(scenario: Scenario) -> list[dict[str, str]]:
    """The answers without one each; the medium stays, since without it nobody could tell."""
    dropped = (each for each in scenario.answers if each != "medium")
    return [{id: each for id, each in scenario.answers.items() if id != left_out} for left_out in dropped]


@pytest.mark.parametrize("scenario", [CUSTOMERS, BACKDROPS, STORYBOARDS, PAYMENTS, SCANS], ids=lambda each: each.task)
def test_leaving_one_question_out_does_not_turn_the_answer(scenario: Scenario, shipped_catalog: Catalog) -> None:
    for answers in without_each(scenario):
        assert ranked(shipped_catalog.chooser, answers).fitting[0][0].outcome.id == scenario.best, answers


def test_for_flagging_payments_nothing_else_is_left(shipped_catalog: Catalog) -> None:
    ranking = ranked(shipped_catalog.chooser, PAYMENTS.answers)
    assert [len(place) for place in ranking.fitting] == [1]
    assert ranking.unspoken == ()
    assert [each.outcome.id for each in ranking.doubtful] == ["llm"]
    against = {str(ref) for reason in ranking.doubtful[0].speaks_against for ref in reason.effect.evidence}
    assert {"cell:llm/efficiency", "card:speed-and-cost"} <= against
    assert len(ranking.ruled_out) == len(shipped_catalog.chooser.outcomes) - 2


def test_customers_get_sources_and_a_hand_over_and_never_an_unread_draft(shipped_catalog: Catalog) -> None:
    ranking = ranked(shipped_catalog.chooser, CUSTOMERS.answers)
    assert "a person takes over" in ranking.fitting[0][0].outcome.summary
    out = {each.outcome.id: each.ruled_out_by for each in ranking.ruled_out}
    assert [reason.given.answer.id for reason in out["llm-with-expert-check"]] == ["nobody"]
    plain = next(each for place in ranking.fitting for each in place if each.outcome.id == "llm")
    assert {"own-texts", "nobody"} == {reason.given.answer.id for reason in plain.speaks_against}


def test_made_data_are_checked_for_fidelity_and_privacy(shipped_catalog: Catalog) -> None:
    ranking = ranked(shipped_catalog.chooser, SCANS.answers)
    assert len(ranking.fitting) == 1
    best = ranking.fitting[0][0]
    assert "fidelity and privacy" in best.outcome.title
    assert "true to the real cases" in best.outcome.summary
    assert "give away no real person" in best.outcome.summary
    checks = next(each for each in best.speaks_for if each.given.question.id == "who-checks")
    assert "copies of real persons" in checks.effect.because


def test_a_draft_of_a_contract_is_signed_for_by_a_lawyer(shipped_catalog: Catalog) -> None:
    best = ranked(shipped_catalog.chooser, CONTRACTS.answers).fitting[0][0]
    assert "reads every line and signs for it: a lawyer" in best.outcome.summary
