"""The rules of item writing that one question can keep or break, after Haladyna, Downing and Rodriguez (2002).

Each takes a question and yields what is wrong with it; rules for a type of question pass over the others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.catalog.entities.evidence import Basis, Card, Claim, Reference, Source, Verdict
from desktop.catalog.entities.matrix import Subject
from desktop.catalog.entities.questions import (
    CategoriseQuestion,
    ChoiceQuestion,
    MatchQuestion,
    OrderQuestion,
    ShortQuestion,
)
from desktop.catalog.filters import folded
from desktop.catalog.refs import CardRef, CellRef, ClaimRef, DiagramRef, PartRef, StepRef, UseCaseRef

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Option, Question
    from desktop.catalog.refs import Ref

    Rule = Callable[[Question, Catalog], Iterator[str]]

LONGER = 1.25
STEM_WORDS = 60
EXPLANATION_WORDS = 8
FEWEST, MOST = 3, 5
_OTHERS = re.compile(r"\b(all|none|both|neither|any) of (the )?(above|these|those|them)\b", re.IGNORECASE)
_ABSOLUTE = re.compile(r"\b(always|never)\b", re.IGNORECASE)
_NEGATIVE = re.compile(r"\b(not|except|no|never|cannot|isn't|aren't|doesn't|don't)\b", re.IGNORECASE)
_QUIET_NOT = re.compile(r"\b(not|except)\b")
_WORD = re.compile(r"[a-z]{5,}")
_NUMBER = re.compile(r"-?\d[\d,]*(\.\d+)?\s*%?")
_CLASSES = {
    "an article": "a an the its their this that these those each every any some no one two",
    "a preposition": "in on at by with from for of to without under over after before during through between into",
    "a pronoun": "it they he she we you nothing none nobody everything",
    "a conjunction": "because if when while as since although so whether",
}
_CLASS_OF = {word: name for name, words in _CLASSES.items() for word in words.split()}


def one_key(question: Question, _catalog: Catalog) -> Iterator[str]:
    """1: one right answer where one is asked for; where several are, at least one is wrong."""
    if isinstance(question, ChoiceQuestion):
        right = len(_right(question))
        if question.type != "multiple" and right != 1:
            yield f"it has {right} right options and asks for one"
        if question.type == "multiple" and not 0 < right < len(question.options):
            yield "all or none of its options are right"


def some_options(question: Question, _catalog: Catalog) -> Iterator[str]:
    """2: three to five options, two where it is true or false."""
    if isinstance(question, ChoiceQuestion):
        count = len(question.options)
        fewest, most = (2, 2) if question.type == "truefalse" else (FEWEST, MOST)
        if not fewest <= count <= most:
            yield f"it has {count} options"
    if isinstance(question, OrderQuestion) and not 3 <= len(question.items) <= 8:
        yield "an order to find has three to eight items"


def even_length(question: Question, _catalog: Catalog) -> Iterator[str]:
    """3: the right option is not the longest by more than a quarter."""
    if _is_single(question):
        right, wrong = _texts(question)
        if wrong and len(right[0]) > LONGER * max(len(text) for text in wrong):
            yield "the right option is the longest by more than a quarter"


def speaks_for_itself(question: Question, _catalog: Catalog) -> Iterator[str]:
    """4: no option speaks of the others."""
    if any(_OTHERS.search(option.text) for option in _options(question)):
        yield "an option speaks of the others ('all of these')"


def loud_negation(question: Question, _catalog: Catalog) -> Iterator[str]:
    """5: a stem that asks for what is not so says it loudly. Text has no bold here, so in capitals."""
    is_choice = isinstance(question, ChoiceQuestion) and question.type != "truefalse"
    if is_choice and _QUIET_NOT.search(question.stem):
        yield "the stem asks for what is not so; if it must, write NOT or EXCEPT in capitals"


def no_absolutes(question: Question, _catalog: Catalog) -> Iterator[str]:
    """6: 'always' and 'never' do not stand in wrong options alone."""
    if _is_graded_choice(question):
        right, wrong = _texts(question)
        if any(map(_ABSOLUTE.search, wrong)) and not any(map(_ABSOLUTE.search, right)):
            yield "'always' or 'never' stands in wrong options alone"


def no_clang(question: Question, _catalog: Catalog) -> Iterator[str]:
    """7: no word of the stem stands in the right option alone."""
    if _is_single(question):
        right, wrong = _texts(question)
        shared = set(_WORD.findall(folded(question.stem))) & set(_WORD.findall(folded(right[0])))
        shared -= {word for text in wrong for word in _WORD.findall(folded(text))}
        if shared:
            yield f"the word '{sorted(shared)[0]}' of the stem stands in the right option alone"


def numbers_in_order(question: Question, _catalog: Catalog) -> Iterator[str]:
    """8: options that are numbers stand in order, and stay there."""
    options = _options(question)
    if len(options) > 2 and all(_NUMBER.fullmatch(option.text.strip()) for option in options):
        values = [float(re.sub(r"[,%\s]", "", option.text)) for option in options]
        if values != sorted(values) or getattr(question, "shuffle", False):
            yield "numeric options must stand in order, with 'shuffle: false'"


def nothing_twice(question: Question, _catalog: Catalog) -> Iterator[str]:
    """9: no option, item, side or form stands there twice."""
    for name, texts in _lists(question):
        folds = [folded(text).strip(" .") for text in texts]
        if len(set(folds)) < len(folds):
            yield f"two {name} say the same"


def opens_something(question: Question, _catalog: Catalog) -> Iterator[str]:
    """10: 'Show me' has something to open."""
    places = (CellRef, PartRef, StepRef, UseCaseRef, CardRef, ClaimRef)
    if not any(isinstance(each, places) for each in question.evidence):
        yield "nothing that 'Show me' can open is named"


def explained(question: Question, _catalog: Catalog) -> Iterator[str]:
    """11: the explanation teaches."""
    if len((question.explanation or "").split()) < EXPLANATION_WORDS:
        yield "the explanation does not teach"


def short_stem(question: Question, _catalog: Catalog) -> Iterator[str]:
    """13: at most 60 words in the stem."""
    if len(question.stem.split()) > STEM_WORDS:
        yield f"the stem has more than {STEM_WORDS} words"


def asks(question: Question, _catalog: Catalog) -> Iterator[str]:
    """14: the stem is a question, or a sentence with a blank at its end."""
    if not question.stem.rstrip().endswith(("?", "_", "…")):
        yield "the stem ends in neither a question mark nor a blank"


def has_concept(question: Question, _catalog: Catalog) -> Iterator[str]:
    """15: it says what it is about, on which level, and how hard it is."""
    if not question.concepts:
        yield "no concept is named"
    if question.bloom is None:
        yield "no level of the Bloom taxonomy is named"
    if question.difficulty is None:
        yield "no difficulty is named"


def feedback_on_wrong(question: Question, _catalog: Catalog) -> Iterator[str]:
    """16: each wrong option says why it is wrong."""
    for option in _options(question):
        if not option.correct and not option.feedback:
            yield f"the wrong option '{option.text}' has no feedback"


def parallel(question: Question, _catalog: Catalog) -> Iterator[str]:
    """17: options are built alike in capital, full stop and first word; the right one is no odd one out."""
    options = _options(question)
    starts = {option.text[:1].isupper() for option in options if option.text[:1].isalpha()}
    if len(starts) > 1:
        yield "some options begin with a capital and some do not"
    if len({option.text.rstrip().endswith(".") for option in options}) > 1:
        yield "some options end in a full stop and some do not"
    if _is_single(question):
        right, wrong = _texts(question)
        begins = _class_of(right[0])
        if begins not in {_class_of(text) for text in wrong}:
            yield f"the right option alone begins with {begins}"


def no_double_negative(question: Question, _catalog: Catalog) -> Iterator[str]:
    """18: not negative twice, neither in the stem nor by stem and option together."""
    negatives = len(_NEGATIVE.findall(question.stem))
    if negatives > 1:
        yield "the stem is negative twice"
    if negatives == 1 and any(_NEGATIVE.search(option.text) for option in _options(question)):
        yield "stem and option are negative both"


def rests_on_a_source(question: Question, catalog: Catalog) -> Iterator[str]:
    """19: from the evidence a claim or a work can be reached."""
    if not any(_has_source(catalog, each) for each in question.evidence):
        yield "no claim and no work can be reached from its evidence"


def nothing_contested(question: Question, catalog: Catalog) -> Iterator[str]:
    """20: it does not rest on what is contested, wrong or unknown, but on the correction, or says whose view it is."""
    says_whose = "article" in folded(f"{question.stem} {question.explanation or ''}")
    claims = [each.claim for each in question.evidence if isinstance(each, ClaimRef)]
    shaky = [claim for claim in claims if catalog.claim[claim].verdict in (Verdict.CONTESTED, Verdict.WRONG)]
    if not says_whose and shaky and len(shaky) == len(question.evidence):
        yield "it rests on contested or wrong claims alone and does not say so"
    for each in question.evidence:
        cell = catalog.cell(each.subject, each.aspect) if isinstance(each, CellRef) else None
        if cell is not None and cell.basis is Basis.ARTICLE and not says_whose:
            yield f"it takes the articles' word for '{each}' and does not say so"


RULES: tuple[Rule, ...] = (
    one_key, some_options, even_length, speaks_for_itself, loud_negation, no_absolutes, no_clang, numbers_in_order,
    nothing_twice, opens_something, explained, short_stem, asks, has_concept, feedback_on_wrong, parallel,
    no_double_negative, rests_on_a_source, nothing_contested,
)  # fmt: skip


def _options(question: Question) -> tuple[Option, ...]:
    return question.options if isinstance(question, ChoiceQuestion) else ()


def _right(question: Question) -> list[str]:
    return [option.text for option in _options(question) if option.correct]


def _texts(question: Question) -> tuple[list[str], list[str]]:
    return _right(question), [option.text for option in _options(question) if not option.correct]


def _is_graded_choice(question: Question) -> bool:
    return isinstance(question, ChoiceQuestion) and question.type != "truefalse"


def _is_single(question: Question) -> bool:
    return isinstance(question, ChoiceQuestion) and question.type == "single" and bool(_right(question))


def _class_of(text: str) -> str:
    """The class of a text's first word, as far as it matters here."""
    first = re.sub(r"\W", "", folded(text).split()[0]) if text.split() else ""
    if first[:1].isdigit():
        return "a number"
    return _CLASS_OF.get(first, "another word")


def _lists(question: Question) -> Iterator[tuple[str, list[str]]]:
    """The texts of a question that must differ from each other, with their name."""
    if isinstance(question, ChoiceQuestion):
        yield "options", [option.text for option in question.options]
    elif isinstance(question, CategoriseQuestion):
        yield "items", [item.text for item in question.items]
        yield "categories", list(question.categories)
    elif isinstance(question, MatchQuestion):
        yield "left sides", [pair.left for pair in question.pairs]
        yield "right sides", [*(pair.right for pair in question.pairs), *question.extra]
    elif isinstance(question, OrderQuestion):
        yield "items", list(question.items)
    elif isinstance(question, ShortQuestion):
        yield "forms", [*question.accepted, *(form.text for form in question.wrong)]


def _has_source(catalog: Catalog, ref: Ref) -> bool:
    """As the evidence panel has it, without making its page: templates ask for hundreds of places."""
    held = catalog.find(DiagramRef(ref.diagram) if isinstance(ref, StepRef) else ref)
    if isinstance(held, Source):
        return False
    if isinstance(held, Card):
        return bool(held.references) or any(side.claims for side in held.sides)
    if isinstance(held, Subject):
        return bool(held.references) or any(claim.about == (held.id,) for claim in catalog.claim.values())
    if isinstance(held, Reference):
        return any(cite.id == held.id for claim in catalog.claim.values() for cite in claim.references)
    return isinstance(held, Claim) or bool(getattr(held, "claims", None) or getattr(held, "references", None))
