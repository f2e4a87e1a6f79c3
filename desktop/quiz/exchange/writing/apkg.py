"""Writes a package that Anki opens: the older form, a zip of an SQLite file (schema 11) and a list of no media.

The same questions and time give the same bytes: all ids follow from ours, and no clock is read.
"""

from __future__ import annotations

import json
from hashlib import sha1, sha256
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, Any

from desktop.quiz.exchange.writing.cards import cards_of, losses_of_cards
from desktop.quiz.exchange.writing.loss import Writing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from sqlite3 import Connection

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.entities.questions import Topic
    from desktop.quiz.exchange.writing.cards import Card

_MODEL = 1_700_000_000_007  # of our note type, the same in every package
_FIELDS = ("Front", "Back", "Source", "Id")
_BETWEEN = "\x1f"
_TABLES = """
create table col (id integer primary key, crt integer not null, mod integer not null, scm integer not null,
  ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null,
  models text not null, decks text not null, dconf text not null, tags text not null);
create table notes (id integer primary key, guid text not null, mid integer not null, mod integer not null,
  usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null,
  flags integer not null, data text not null);
create table cards (id integer primary key, nid integer not null, did integer not null, ord integer not null,
  mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null,
  ivl integer not null, factor integer not null, reps integer not null, lapses integer not null,
  left integer not null, odue integer not null, odid integer not null, flags integer not null, data text not null);
create table revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null,
  ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null,
  type integer not null);
create table graves (usn integer not null, oid integer not null, type integer not null);
create index ix_notes_usn on notes (usn);
create index ix_cards_usn on cards (usn);
create index ix_revlog_usn on revlog (usn);
create index ix_cards_nid on cards (nid);
create index ix_cards_sched on cards (did, queue, due);
create index ix_revlog_cid on revlog (cid);
create index ix_notes_csum on notes (csum);
"""
_CSS = ".card { font-family: sans-serif; font-size: 20px; text-align: left; } .source { font-size: 13px; }"
_FRONT = "{{Front}}"
_BACK = "{{FrontSide}}<hr id=answer>{{Back}}<div class=source>{{Source}}</div>"


def write(topics: Sequence[Topic], catalog: Catalog, made: datetime) -> Writing:
    """A note for each question, changed at `made`: Anki brings notes up to date that it knows with an earlier time."""
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    seconds = int(made.timestamp())
    collection = _collection(list(cards_of(topics, catalog)), seconds)
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, data in (("collection.anki2", collection), ("media", b"{}")):
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3
            package.writestr(entry, data)
    questions = [question for topic in topics for question in topic.questions]
    return Writing(file.getvalue(), losses_of_cards(questions))


def _collection(cards: Sequence[Card], seconds: int) -> bytes:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(":memory:")) as base:
        base.executescript(_TABLES)
        decks = {name: _number(f"deck {name}") for name in dict.fromkeys(card.deck for card in cards)}
        _fill_collection(base, decks, seconds)
        taken: set[int] = set()
        for due, card in enumerate(cards, 1):
            _add(base, card, decks[card.deck], (due, seconds, _free(_number(f"note {card.guid}"), taken)))
        base.commit()
        return base.serialize()


def _number(text: str) -> int:
    """A number like the times in milliseconds that Anki has for ids, from a text alone."""
    return 1_400_000_000_000 + int.from_bytes(sha256(text.encode("utf-8", "replace")).digest()[:5]) % 200_000_000_000


def _free(number: int, taken: set[int]) -> int:
    while number in taken:
        number += 1
    taken.add(number)
    return number


def _add(base: Connection, card: Card, deck: int, numbers: tuple[int, int, int]) -> None:
    due, seconds, note = numbers
    fields = [_html(text) for text in (card.front, card.back, card.source, card.guid)]
    tags = f" {' '.join(card.tags)} " if card.tags else ""
    first = int(sha1(card.front.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()[:8], 16)
    row = (note, card.guid, _MODEL, seconds, -1, tags, _BETWEEN.join(fields), card.front, first, 0, "")
    base.execute(f"insert into notes values ({', '.join('?' * len(row))})", row)
    row_of_card = (note, note, deck, 0, seconds, -1, 0, 0, due, *([0] * 8), "")
    base.execute(f"insert into cards values ({', '.join('?' * len(row_of_card))})", row_of_card)


def _html(text: str) -> str:
    return escape(text.replace(_BETWEEN, " "), quote=False).replace("\n", "<br>")


def _fill_collection(base: Connection, decks: dict[str, int], seconds: int) -> None:
    all_decks = {"1": _deck(1, "Default", seconds)}
    all_decks |= {str(number): _deck(number, name, seconds) for name, number in decks.items()}
    settings = {
        "nextPos": 1, "estTimes": True, "activeDecks": [1], "sortType": "noteFld", "timeLim": 0, "sortBackwards": False,
        "addToCur": True, "curDeck": 1, "newBury": True, "newSpread": 0, "dueCounts": True, "curModel": str(_MODEL),
        "collapseTime": 1200,
    }  # fmt: skip
    texts = [json.dumps(each) for each in (settings, {str(_MODEL): _model(seconds)}, all_decks, {"1": _options()}, {})]
    row = (1, seconds, seconds * 1000, seconds * 1000, 11, 0, 0, 0, *texts)
    base.execute(f"insert into col values ({', '.join('?' * len(row))})", row)


def _deck(number: int, name: str, seconds: int) -> dict[str, Any]:
    today: dict[str, Any] = {key: [0, 0] for key in ("newToday", "revToday", "lrnToday", "timeToday")}
    return today | {
        "id": number, "name": name, "mod": seconds, "usn": -1, "desc": "", "dyn": 0, "conf": 1, "collapsed": False,
        "browserCollapsed": False, "extendNew": 0, "extendRev": 0,
    }  # fmt: skip


def _model(seconds: int) -> dict[str, Any]:
    fields = [
        {"name": name, "ord": at, "sticky": False, "rtl": False, "font": "Arial", "size": 20, "media": []}
        for at, name in enumerate(_FIELDS)
    ]
    template = {"name": "Card 1", "ord": 0, "qfmt": _FRONT, "afmt": _BACK, "bqfmt": "", "bafmt": "", "did": None}
    return {
        "id": _MODEL, "name": "Question with source", "type": 0, "mod": seconds, "usn": -1, "sortf": 0, "did": 1,
        "tmpls": [template], "flds": fields, "css": _CSS, "latexPre": "", "latexPost": "", "req": [[0, "any", [0]]],
        "tags": [], "vers": [],
    }  # fmt: skip


def _options() -> dict[str, Any]:
    """The default options of decks, which must be there."""
    return {
        "id": 1, "mod": 0, "usn": 0, "name": "Default", "maxTaken": 60, "autoplay": True, "timer": 0, "replayq": True,
        "dyn": False,
        "new": {"bury": True, "delays": [1, 10], "initialFactor": 2500, "ints": [1, 4, 7], "order": 1, "perDay": 20,
                "separate": True},
        "rev": {"bury": True, "ease4": 1.3, "fuzz": 0.05, "ivlFct": 1, "maxIvl": 36500, "minSpace": 1, "perDay": 200},
        "lapse": {"delays": [10], "leechAction": 0, "leechFails": 8, "minInt": 1, "mult": 0},
    }  # fmt: skip
