"""A small pack in code: two topics with every kind of choice, and one with a question of every other class."""

from __future__ import annotations

from itertools import starmap
from typing import Literal

from desktop.catalog.catalog import Catalog
from desktop.catalog.entities.diagrams import Event, TimelineDiagram
from desktop.catalog.entities.evidence import Basis, Cite, Reference, ReferenceKind, Source
from desktop.catalog.entities.matrix import Aspect, Cell, Group, Subject
from desktop.catalog.entities.pack import Level, Pack
from desktop.catalog.entities.questions import (
    Bloom,
    CategoriseQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    ForEach,
    Gap,
    HotspotQuestion,
    MatchQuestion,
    NumericQuestion,
    Option,
    OrderQuestion,
    Pair,
    Question,
    ShortQuestion,
    SortedItem,
    Template,
    Topic,
    WrongForm,
)
from desktop.catalog.entities.usecases import Chooser
from desktop.catalog.refs import DiagramRef, PartRef, SubjectRef

EVIDENCE = (SubjectRef("kettle"),)


def choice(
    name: str,
    *options: str,
    kind: Literal["single", "multiple", "truefalse"] = "single",
    shuffle: bool = True,
    stem: str = "",
) -> ChoiceQuestion:
    """A question; an option that starts with '*' is correct, words after '|' are its feedback."""
    return ChoiceQuestion(
        id=name,
        stem=stem or f"What about {name}?",
        bloom=Bloom.REMEMBER,
        difficulty=1,
        explanation=f"Because {name} is so.",
        evidence=EVIDENCE,
        type=kind,
        options=tuple(_option(words) for words in options),
        shuffle=shuffle,
    )


def _option(words: str) -> Option:
    text, _, feedback = words.partition("|")
    return Option(text=text.removeprefix("*"), correct=text.startswith("*"), feedback=feedback or None)


TEA = choice("tea", "*leaves", "beans|that is coffee", "berries")
POT = choice("pot", "*lid", "*spout", "wheel|pots do not roll", "wing", kind="multiple")
HOT = choice("hot", "*True", "False|it is", kind="truefalse")
CUP = choice("cup", "*handle", "engine", "roof", "door")
SETS = CategoriseQuestion(
    id="sets",
    stem="Where does each belong?",
    explanation="Because sets are so.",
    evidence=EVIDENCE,
    type="categorise",
    categories=("Only hot", "Only wet", "Both", "Neither"),
    items=(
        SortedItem(text="tea", category="Both", feedback="Tea is hot water.", misconception="dry-tea"),
        SortedItem(text="rain", category="Only wet"),
        SortedItem(text="sun", category="Only hot"),
    ),
)
PAIRS = MatchQuestion(
    id="pairs",
    stem="What goes with what?",
    explanation="Because pairs are so.",
    evidence=EVIDENCE,
    type="match",
    pairs=(Pair(left="tea", right="pot", feedback="Tea is poured."), Pair(left="jam", right="jar")),
    extra=("box",),
)
STEPS = OrderQuestion(
    id="steps",
    stem="In what order?",
    explanation="Because steps are so.",
    evidence=EVIDENCE,
    type="order",
    items=("boil", "pour", "wait", "drink"),
)
HEAT = NumericQuestion(
    id="heat",
    stem="How hot?",
    explanation="Because heat is so.",
    evidence=EVIDENCE,
    type="numeric",
    answer=1000.5,
    tolerance=0.5,
    unit="degrees",
)
NAME = ShortQuestion(
    id="name",
    stem="What is it called?",
    explanation="Because names are so.",
    evidence=EVIDENCE,
    type="short",
    accepted=("tea-pot", "kettle"),
    wrong=(WrongForm(text="cup", feedback="A cup is smaller.", misconception="cups-pour"),),
)
BLANKS = ClozeQuestion(
    id="blanks",
    stem="Which words are missing?",
    explanation="Because blanks are so.",
    evidence=EVIDENCE,
    type="cloze",
    text="The {who} pours {what}.",
    gaps=(
        Gap(id="who", accepted=("host", "hostess"), choices=("host", "guest", "cat")),
        Gap(id="what", accepted=("tea", "black tea")),
    ),
)
KITCHEN = TimelineDiagram(
    id="kitchen",
    title="Kitchen",
    summary="Where what stands.",
    outline="Door, tap, oven.",
    type="timeline",
    events=tuple(Event(id=each, title=each.title(), date="2026", lane="only") for each in ("door", "tap", "oven")),
)
PLACE = HotspotQuestion(
    id="place",
    stem="Where is the water?",
    explanation="Because places are so.",
    evidence=EVIDENCE,
    type="hotspot",
    scene=DiagramRef("kitchen"),
    targets=(PartRef("kitchen", "tap"),),
)
KINDS: tuple[Question, ...] = (SETS, PAIRS, STEPS, HEAT, NAME, BLANKS, PLACE)


def topic(name: str, *questions: Question, title: str = "") -> Topic:
    return Topic(id=name, title=title or name.title(), summary=f"About {name}.", questions=questions)


TOPICS = (topic("drinks", TEA, POT, HOT), topic("things", CUP))
KIND_TOPICS = (topic("kinds", *KINDS),)


COLOURS = Template(
    id="colour",
    for_each=ForEach.CELL,
    level="only",
    aspect="colour",
    ask="Which colour has the {subject}?",
    answer_from="text",
    explanation="Look at the {subject} in the kitchen: it is {answer} all over, and so it was when it was bought.",
    bloom=Bloom.REMEMBER,
    difficulty=1,
)
MADE_TOPICS = (Topic(id="made", title="Made", summary="Made from the data.", templates=(COLOURS,)),)


def _coloured(name: str, colour: str) -> Subject:
    cell = Cell(text=colour, basis=Basis.PAPER, as_of="2026", references=(Cite(id="colours"),))
    return Subject(id=name, title=name, level="only", summary="It has a colour.", cells={"colour": cell})


def catalog_of(*topics: Topic) -> Catalog:
    kettle = Subject(id="kettle", title="Kettle", level="only", summary="It boils.")
    pack = Pack(
        id="kitchen",
        title="Kitchen",
        version="1.0",
        as_of="2026",
        licence="CC0",
        about="Tea.",
        levels=(Level(id="only", title="Only"),),
    )
    source = Source(id="book", short="Book", title="A book of tea")
    things = (("cup", "red"), ("jug", "blue"), ("pan", "grey"), ("tin", "gold"))
    colour = Aspect(id="colour", title="Colour", question="Which colour?", levels=("only",))
    reference = Reference(id="colours", authors="A. Painter", year=2026, title="On colours", kind=ReferenceKind.BOOK)
    return Catalog(
        pack=pack,
        references=(reference,),
        sources=(source,),
        cards=(),
        subjects=(kettle, *starmap(_coloured, things)),
        groups=(Group(id="looks", title="Looks", aspects=(colour,)),),
        diagrams=(KITCHEN,),
        industries=(),
        topics=topics,
        terms=(),
        chooser=Chooser(),
        decks=(),
    )
