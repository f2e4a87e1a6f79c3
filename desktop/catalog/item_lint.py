"""Looks through all hand-written questions of a pack for flaws of item writing, and for templates that make none.

The 21 rules: those of `item_rules`, which look at one question, and here those that only the whole bank can show.
Questions made from the data keep the rules from the start: a template makes none that breaks one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.catalog.entities.questions import ChoiceQuestion
from desktop.catalog.filters import folded
from desktop.catalog.generated import generated
from desktop.catalog.item_rules import RULES
from desktop.catalog.revision import revision_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Question

# Upper 5 % points of the chi-squared distribution for 1, 2, ... degrees of freedom.
_CHI_SQUARED = (3.841, 5.991, 7.815, 9.488, 11.070, 12.592, 14.067, 15.507)
FEWEST_TO_JUDGE = 20


@dataclass(frozen=True, slots=True)
class ItemFlaw:
    """What is wrong with a question or template ('' for the bank as a whole)."""

    question: str
    what: str


def flaws_of(catalog: Catalog) -> tuple[ItemFlaw, ...]:
    """The flaws of every question of a catalog, then those of the bank."""
    written = tuple(catalog.question.values())
    found = [ItemFlaw(each.id, what) for each in written for rule in RULES for what in rule(each, catalog)]
    return (*found, *_alike(written), *_crowded(written), *_barren(catalog))


def _alike(questions: Iterable[Question]) -> Iterator[ItemFlaw]:
    """9 and 21: no two questions ask the same; each has a revision of its own, by which answers to it are recorded."""
    by_stem: dict[str, list[str]] = defaultdict(list)
    by_revision: dict[str, list[str]] = defaultdict(list)
    for question in questions:
        by_stem[folded(question.stem)].append(question.id)
        by_revision[revision_of(question)].append(question.id)
    for what, groups in (("has the same stem", by_stem), ("is the same in all but its id", by_revision)):
        for ids in groups.values():
            yield from (ItemFlaw(id, f"another question {what}") for id in ids if len(ids) > 1)


def _crowded(questions: Iterable[Question]) -> Iterator[ItemFlaw]:
    """12: right answers spread evenly over the places, by a chi-squared test at 5 %."""
    places: dict[int, Counter[int]] = defaultdict(Counter)
    for question in questions:
        if isinstance(question, ChoiceQuestion) and question.type == "single":
            right = (at for at, option in enumerate(question.options) if option.correct)
            places[len(question.options)].update(right)
    for count, found in places.items():
        expected = found.total() / count
        spread = sum((found[at] - expected) ** 2 / expected for at in range(count))
        if found.total() >= FEWEST_TO_JUDGE and spread > _CHI_SQUARED[count - 2]:
            at, most = found.most_common(1)[0]
            yield ItemFlaw("", f"{most} of {found.total()} right answers among {count} options are option {at + 1}")


def _barren(catalog: Catalog) -> Iterator[ItemFlaw]:
    for topic in catalog.topics:
        for template in topic.templates:
            if not generated(catalog, template):
                yield ItemFlaw(template.id, "the template makes no question that keeps the rules")
