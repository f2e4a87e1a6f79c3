"""A ranking in words: on the screen, as Markdown and as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from desktop.catalog.entities.usecases import Chooser
from desktop.usecases.choosing.ranking import ranked
from desktop.usecases.choosing.record import as_json
from desktop.usecases.choosing.telling import as_markdown, headline, place_of, tie_words
from tests.usecases.builders import HOSTILE
from tests.usecases.chooser.builders import DRINKS, answer, drinks, effect, question

if TYPE_CHECKING:
    from collections.abc import Mapping

TODAY = date(2026, 11, 22)


def markdown(answers: Mapping[str, str], weights: Mapping[str, float] | None = None) -> str:
    return as_markdown(drinks(), ranked(DRINKS, answers, weights or {}), TODAY)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, "Nothing is ranked yet: no question is answered."),
        ({"cellar": "full"}, "Nothing is ranked yet: your answers say nothing of any outcome."),
        ({"time": "morning"}, "Best fit: Coffee."),
        ({"time": "morning", "mood": "calm"}, "A tie: 'Tea' and 'Coffee' fit equally well."),
        (
            {"time": "night"},
            "Nothing fits yet: as much or more speaks against 1 outcome as for it, and your answers say nothing of 1.",
        ),
        ({"cellar": "empty"}, "Your answers rule out all there is. Change one of them to see what it would allow."),
    ],
)
def test_the_result_is_a_sentence(answers: dict[str, str], said: str) -> None:
    assert headline(ranked(DRINKS, answers)) == said


def test_what_is_none_of_the_compared_is_said_to_be_none_of_them() -> None:
    tea, coffee, water = DRINKS.outcomes
    compared = replace(DRINKS, outcomes=(tea, coffee, replace(water, subjects=("well",))))
    said = headline(ranked(compared, {"time": "morning"}))
    assert said == "None of what is compared here: you want 'Coffee'."
    compared = replace(DRINKS, outcomes=(tea, replace(coffee, subjects=("beans",)), water))
    assert headline(ranked(compared, {"time": "morning"})) == "Best fit: Coffee."


def test_answers_that_only_rule_out_are_no_ranking() -> None:
    questions = (replace(DRINKS.questions[0], answers=(replace(DRINKS.questions[0].answers[1], effects=NO_COFFEE),)),)
    chooser = replace(DRINKS, questions=questions)
    said = headline(ranked(chooser, {"time": "night"}))
    assert said == "Nothing is ranked yet: your answers rule out 1 outcome and say nothing of the others."


def test_where_all_is_spoken_of_and_nothing_fits_it_says_so() -> None:
    chooser = replace(DRINKS, outcomes=DRINKS.outcomes[:2])
    said = headline(ranked(chooser, {"time": "night"}))
    assert said == "Nothing fits: as much or more speaks against all that is not ruled out as for it."


NO_COFFEE = tuple(each for each in DRINKS.questions[0].answers[1].effects if each.rules_out)


def test_those_that_tie_share_a_place() -> None:
    ranking = ranked(DRINKS, {"time": "morning", "mood": "calm"})
    assert (place_of(ranking, 0), tie_words(ranking, 0)) == ("1", "a tie of 2")
    made = as_markdown(drinks(), ranking, TODAY)
    assert "### 1, a tie of 2: Tea" in made.splitlines()


def test_a_tie_of_two_takes_up_two_places() -> None:
    more = question("sort", answer("any", effect("tea", 30), effect("coffee", 30), effect("water", 5)))
    ranking = ranked(replace(DRINKS, questions=(more,)), {"sort": "any"})
    assert [place_of(ranking, at) for at in range(2)] == ["1", "3"]


def test_markdown_tells_answers_reasons_evidence_and_where_it_is_from() -> None:
    lines = markdown({"time": "night", "mood": "calm"}, {"mood": 2}).splitlines()
    assert lines[0] == "# What fits, and why"
    assert "- 'Which mood?': Calm it is (counts double)" in lines
    assert "- 'Which cellar?': not answered" in lines
    evidence = "Evidence: Claim: Tea is for five.; use-case:brew"
    assert f"- For, +20 by 'Calm it is' ('Which mood?'), because: It calms. {evidence}" in lines
    assert f"- Against, −10 by 'Night it is' ('Which time?'), because: It wakes. {evidence}" in lines
    assert f"- Ruled out by 'Night it is' ('Which time?'), because: It keeps awake. {evidence}" in lines
    assert lines[lines.index("## Not ruled out and not spoken of") + 4] == "- 'Water'"
    assert lines[-1] == "From: Small 1.0, as of 2026. CC0-1.0. Exported on 2026-11-22."


def test_what_a_pack_says_stays_text_in_markdown() -> None:
    text = f"# - 1. {HOSTILE} [a](b) `c` *d*"
    outcomes = tuple(replace(each, title=text, summary=text) for each in DRINKS.outcomes)
    chooser = Chooser(outcomes=outcomes, questions=tuple(replace(each, text=text) for each in DRINKS.questions))
    made = as_markdown(drinks(chooser), ranked(chooser, {"time": "morning"}), TODAY)
    kinds = {each.type for block in MarkdownIt().parse(made) for each in (block, *(block.children or ()))}
    shape = {"heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "text", "text_special"}
    lists = {"bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"}
    assert kinds <= shape | lists


def test_json_has_ids_points_and_refs() -> None:
    ranking = ranked(DRINKS, {"time": "night", "mood": "calm"}, {"mood": 2})
    told = json.loads(as_json(drinks(), ranking, TODAY))
    assert told["pack"] == {"id": "small", "title": "Small", "version": "1.0", "as_of": "2026"}
    assert told["answers"][1] == {"question": "mood", "answer": "calm", "weight": 2.0}
    assert told["not_answered"] == ["cellar"]
    (best,) = told["fitting"]
    assert (best["place"], best["tied"], best["outcome"], best["score"]) == (1, False, "tea", 10.0)
    assert best["for"][0]["evidence"][0] == {"ref": "claim:tea-time", "name": "Claim: Tea is for five."}
    assert [each["outcome"] for each in told["not_spoken_of"]] == ["water"]
    assert told["ruled_out"][0]["ruled_out_by"][0]["because"] == "It keeps awake."


def test_json_gives_those_that_tie_one_place() -> None:
    told = json.loads(as_json(drinks(), ranked(DRINKS, {"time": "morning", "mood": "calm"}), TODAY))
    assert [(each["place"], each["tied"]) for each in told["fitting"]] == [(1, True), (1, True)]
