"""Every stop of the shipped talks has a stage that shows it, large enough for the back row, and tells no one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.catalog.refs import CardRef, ClaimRef, Ref, SourceRef, TermRef, UseCaseRef, ViewRef
from tests.shell.talk_driver import LARGE, SMALL, TalkDriver

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.talks import Stop
    from desktop.shell.window import Window


def _stops(catalog: Catalog) -> Iterator[Stop]:
    return (stop for deck in catalog.decks for stop in deck.stops if stop.ref is not None)


def _talk(window: Window, qtbot: QtBot, ref: Ref, size: tuple[int, int] = SMALL) -> TalkDriver:
    assert window.context is not None
    stage = window.context.stage_for(ref)
    assert stage is not None, ref
    qtbot.addWidget(stage)
    return TalkDriver(window.context, stage, ref, size)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_every_shipped_stop_is_shown_and_can_be_read_from_the_back_row(
    window: Window, qtbot: QtBot, shipped_catalog: Catalog, size: tuple[int, int]
) -> None:
    stops = list(_stops(shipped_catalog))
    assert len(stops) > 20
    for stop in stops:
        assert stop.ref is not None
        talk = _talk(window, qtbot, stop.ref, size)
        qtbot.waitUntil(lambda talk=talk: bool(talk.stood), timeout=60_000)  # type: ignore[misc]
        talk.show(stop.state)
        assert talk.is_there, stop.ref
        assert talk.smallest_type >= talk.least, stop.ref
        assert talk.navigated == [], stop.ref
        talk.stage.close()


def test_a_kept_state_of_another_version_is_passed_over(window: Window, qtbot: QtBot, shipped_catalog: Catalog) -> None:
    strange = dict.fromkeys(
        ("arrangement", "level", "top", "left", "picture", "folded", "seen", "compare", "moment", "search", "part",
         "filter", "card", "section", "answers", "weights", "differing", "compared-as", "hologram"),
        "{[ nothing of this pack",
    )  # fmt: skip
    for stop in _stops(shipped_catalog):
        assert stop.ref is not None
        _talk(window, qtbot, stop.ref).show(strange).stage.close()
    for view in ("matrix", "diagrams", "usecases"):
        talk = _talk(window, qtbot, ViewRef(view)).show(strange)
        assert talk.is_there
        talk.stage.close()


def test_what_is_not_in_the_pack_has_no_stage(window: Window) -> None:
    assert window.context is not None
    for ref in (CardRef("gone"), ClaimRef("gone"), TermRef("gone"), SourceRef("gone"), UseCaseRef("gone")):
        assert window.context.make_stage(ref) is None


def test_each_tab_with_a_stage_is_a_place_of_its_own(window: Window, qtbot: QtBot) -> None:
    assert window.context is not None
    kinds = set()
    for view in ("matrix", "diagrams", "usecases"):
        stage = window.context.make_stage(ViewRef(view))
        assert stage is not None
        qtbot.addWidget(stage)
        kinds.add(type(stage))
    assert len(kinds) == 3
