"""The evidence panel in a growing pack: a page beside the same page of the shipped pack."""

from __future__ import annotations

import gc
from dataclasses import replace
from statistics import median
from time import process_time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop.catalog.refs import AspectRef, CellRef, DiagramRef, QuestionRef, Ref, StepRef, SubjectRef, UseCaseRef
from desktop.shell.evidence_panel import EvidencePanel
from desktop.shell.icons import Icons
from desktop.shell.theme import Theme, ThemeChoice

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.catalog.catalog import Catalog

COUNT = 20_000
ROUNDS = 5
AT_MOST, BLOCKED = 1.6, 0.050


def grown(shipped: Catalog, count: int) -> Catalog:
    """The shipped pack with each of its use cases so often that there are `count`, all with their links."""
    times = -(-count // len(shipped.use_case))
    industries = tuple(
        replace(
            industry,
            use_cases=tuple(
                replace(case, id=f"{case.id}-{at}" if at else case.id)
                for case in industry.use_cases
                for at in range(times)
            ),
        )
        for industry in shipped.industries
    )
    return replace(shipped, industries=industries)


def places_of(catalog: Catalog) -> dict[str, Ref]:
    asked = next(each for each in catalog.question.values() if catalog.backlinks.cases_asked_about(each))
    return {
        "cell": CellRef("llm", "accuracy"),
        "aspect": AspectRef("accuracy"),
        "subject": SubjectRef("llm"),
        "diagram": DiagramRef("combined-pipeline"),
        "step": StepRef("combined-pipeline", "render"),
        "question": QuestionRef(asked.id),
        "use case": UseCaseRef("answer-customers"),
    }


def times_of(panel: EvidencePanel, catalog: Catalog, place: Ref) -> list[float]:
    """Seconds of the processor until the page of a place is painted, round by round."""
    found = []
    for _round in range(ROUNDS):
        start = process_time()
        panel.show_ref(catalog, place)
        panel.catch_up()
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        found.append(process_time() - start)
    return found


def test_a_page_costs_no_more_where_many_use_cases_lead_to_its_place(
    qtbot: QtBot, qapp: QApplication, shipped_catalog: Catalog
) -> None:
    theme = Theme(qapp, ThemeChoice.LIGHT, 1.0)
    panel = EvidencePanel(theme, Icons(theme))
    qtbot.addWidget(panel)
    panel.resize(340, 800)
    with qtbot.waitExposed(panel):
        panel.show()
    large = grown(shipped_catalog, COUNT)
    gc.freeze()  # as the window does once a pack is open
    start = process_time()
    places = places_of(large)
    tables = process_time() - start
    ratios, slowest = [], 0.0
    print(f"\n{len(large.use_case):,} use cases: the tables of links back are made once, in {1000 * tables:.0f} ms")
    for name, place in places.items():
        bare = median(times_of(panel, shipped_catalog, place))
        own = median(times_of(panel, large, place))
        ratios.append(own / bare)
        slowest = max(slowest, own)
        print(f"  the page of a {name:8} {1000 * own:5.1f} ms = {own / bare:4.2f} x that of the shipped pack")
    gc.unfreeze()
    assert max(ratios) <= AT_MOST
    assert slowest <= BLOCKED
