"""What a talk took against its plan, stop by stop: shown at its end, and taken away as Markdown or CSV."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.export.markup import markdown_of
from desktop.export.separated import csv_of
from desktop.export.table import ExportCell, ExportRow, ExportTable
from desktop.presentation.pacing import clock_text, on_stop, planned

if TYPE_CHECKING:
    from desktop.catalog.entities.talks import Deck
    from desktop.presentation.pacing import Pace


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One stop: its number from 1, its title, and seconds as planned and as spent."""

    number: int
    title: str
    planned: float
    spent: float


@dataclass(frozen=True, slots=True)
class Report:
    """The talk as it was given; stops that were never shown have spent nothing."""

    title: str
    rows: tuple[ReportRow, ...]

    @property
    def planned(self) -> float:
        return sum(row.planned for row in self.rows)

    @property
    def spent(self) -> float:
        return sum(row.spent for row in self.rows)

    @property
    def words(self) -> str:
        """'9:40 of 10:00 planned, 0:20 less', in one line."""
        told = f"{clock_text(self.spent)} of {clock_text(self.planned)} planned"
        return f"{told}, {difference(self.planned, self.spent)}"


def report_of(deck: Deck, pace: Pace, now: float) -> Report:
    """The report at this moment."""
    plan = planned(deck, pace.total)
    stops = enumerate(deck.stops, 1)
    return Report(
        deck.title,
        tuple(ReportRow(at, stop.title, plan[stop.id], on_stop(pace, stop.id, now)) for at, stop in stops),
    )


def difference(plan: float, spent: float) -> str:
    """'0:20 more', '1:05 less', 'as planned'."""
    more = round(spent) - round(plan)
    return f"{clock_text(abs(more))} {'more' if more > 0 else 'less'}" if more else "as planned"


def table_of(report: Report, said: tuple[str, ...] = ()) -> ExportTable:
    """The report as a table: a line for each stop, the whole last. `said` are lines about pack and day."""
    rows = [_line(f"{row.number}. {row.title}", row.planned, row.spent) for row in report.rows]
    whole = _line("The whole talk", report.planned, report.spent)
    columns = ("Planned", "Spent", "Difference")
    return ExportTable(report.title, (report.words, *said), "Stop", columns, (*rows, whole), ())


def report_markdown(report: Report, said: tuple[str, ...] = ()) -> str:
    return markdown_of(table_of(report, said))


def report_csv(report: Report, said: tuple[str, ...] = ()) -> bytes:
    return csv_of(table_of(report, said))


def _line(head: str, plan: float, spent: float) -> ExportRow:
    texts = clock_text(plan), clock_text(spent), difference(plan, spent) if spent else "not shown"
    return ExportRow(head, tuple(map(ExportCell, texts)))
