"""Every row of 'Bad input': clear words or a bounded refusal, within ten seconds and one gigabyte, and nothing run."""

from __future__ import annotations

import json
import os
import sys
import zipfile
from pathlib import Path

import pytest

from tests.builders import group_file, is_plain_line, subject_file, write_pack
from tests.catalog.bounds import load_bounded

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the bounds are set by Linux")

BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{at}: &a{at} [*a{at - 1}, *a{at - 1}, *a{at - 1}]\n" for at in range(1, 10))
MERGE_BOMB = "a0: &a0 {k: v}\n" + "".join(f"a{at}: &a{at} {{<<: [*a{at - 1}, *a{at - 1}]}}\n" for at in range(1, 10))
COLLIDING = "{" + ", ".join(f"{at * (2**61 - 1)}: x" for at in range(30_000)) + "}"

ROWS: dict[str, tuple[str | bytes, str]] = {
    "empty file": ("", "glossary.yaml:1:1: the file is empty"),
    "comment alone": ("# nothing\n", "glossary.yaml:1:1: the file is empty"),
    "invalid UTF-8": (b"terms: \xff\n", "glossary.yaml:1:8: the file is not UTF-8 text (save it as UTF-8)"),
    "NUL bytes": (b"terms: []\n\0", "glossary.yaml:2:1: a control character (U+0000)"),
    "UTF-16": ("terms: []".encode("utf-16"), "glossary.yaml:1:1: the file is UTF-16 (save it as UTF-8)"),
    "tabs": ("terms:\n\t- a\n", "glossary.yaml:2:1: not YAML"),
    "duplicate keys": ("terms: []\nterms: []\n", "glossary.yaml:2:1: the key 'terms' stands here for the second time"),
    "unknown keys": ("term: []\n", "glossary.yaml:1:1: the key 'term' is not known here (did you mean 'terms'?)"),
    "wrong types": ("terms: 3\n", "glossary.yaml:1:8: must be a list, not a number"),
    "a list for a mapping": ("- a\n", "glossary.yaml:1:1: must be a mapping with terms, not a list"),
    "alias bomb": (BOMB, "glossary.yaml:1:5: an anchor (&a0) is not allowed"),
    "merge bomb": (MERGE_BOMB, "glossary.yaml:1:5: an anchor (&a0) is not allowed"),
    "recursive anchor": ("&a\nterms: [*a]\n", "glossary.yaml:1:1: an anchor (&a) is not allowed"),
    "merge key": ("<<: {terms: []}\n", "glossary.yaml:1:1: a merge key (<<) is not allowed"),
    "second document": ("terms: []\n---\nterms: []\n", "glossary.yaml:2:1: a second document starts here"),
    "10,000 deep": ("[" * 10_000 + "]" * 10_000, ": nested deeper than 24 levels"),
    "100,000 deep": ("- " * 100_000 + "a", "nested deeper than 24 levels"),
    "100,000 deep mappings": ("{a: " * 100_000, "nested deeper than 24 levels"),
    "100,000 deep in lines": ("".join(f"{' ' * at}a:\n" for at in range(1_500)), "nested deeper than 24 levels"),
    "50 MB": (b"terms: [" + b"a, " * 16_000_000, "glossary.yaml: the file is larger than 2 MB (split it)"),
    "python tag": ("terms: !!python/object/apply:os.system ['touch OWNED']\n", "glossary.yaml:1:8: a tag (tag:"),
    "python name": ("terms: !!python/name:os.system\n", "glossary.yaml:1:8: a tag"),
    "raw bidi": ("terms: \u202eab\n", "glossary.yaml:1:8: a control character (U+202E)"),
    "escaped bidi": ('terms: "\\u202Eab"\n', "glossary.yaml:1:8: an escape stands for a control character"),
    "raw escape": ("terms: \x1b[2J\n", "glossary.yaml:1:8: a control character (U+001B)"),
    "a number of 5,000 digits": (f"terms: {'9' * 5_000}\n", "glossary.yaml:1:8: a number is too long"),
    "a hex number of 1,900,000 digits": (f"terms: 0x{'f' * 1_900_000}\n", "glossary.yaml:1:8: a text is longer"),
    "keys that collide as numbers": (COLLIDING, "the key '"),
    "a key of 100,000 letters": (f"{'k' * 100_000}: 1\n", "glossary.yaml:1:1: a text is longer than 20,000"),
    "a text of 1,900,000 letters": (f"terms: {'x' * 1_900_000}\n", "glossary.yaml:1:8: a text is longer than 20,000"),
    "2 MB of brackets": ("[]," * 600_000, "glossary.yaml:"),
    "2 MB of colons": (": " * 900_000, "glossary.yaml:1:"),
    "2 MB of question marks": ("? " * 900_000, "glossary.yaml:1:"),
    "2 MB of quotes": ('"' * 1_900_000, "glossary.yaml:1:"),
    "2 MB of an open text": ("'" + "a b\n" * 450_000, "glossary.yaml:"),
    "2 MB of one flow": ("terms: [" + "{id: x}, " * 200_000, "glossary.yaml:1:"),
    "2 MB of sound values": ("terms: [" + ", ".join(["{a: b}"] * 49_000) + "]", "glossary.yaml:1:"),
}  # fmt: skip


@pytest.mark.parametrize("row", ROWS)
def test_a_bad_file_is_told_and_the_rest_opens(tmp_path: Path, row: str) -> None:
    content, words = ROWS[row]
    opened, problems = load_bounded(
        write_pack(tmp_path, **{"glossary.yaml": content, "subjects/tea.yaml": subject_file("tea")})
    )
    assert opened
    assert any(words in each for each in problems), problems[:3]
    assert all(each.startswith("glossary.yaml") for each in problems[:200])
    assert all(is_plain_line(each) for each in problems)
    assert not list(tmp_path.rglob("OWNED"))


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_byte_order_mark_and_crlf_line_ends_are_fine(tmp_path: Path, newline: str, mark: bytes) -> None:
    text = subject_file("tea").replace("\n", newline).encode()
    assert load_bounded(write_pack(tmp_path, **{"subjects/tea.yaml": mark + text})) == (True, [])


def test_words_of_yaml_1_1_are_text(tmp_path: Path) -> None:
    tea = "id: 'no'\ntitle: no\nshort: on\nlevel: things\nsummary: 12:30\ndetail: 012\n"
    assert load_bounded(write_pack(tmp_path, **{"subjects/no.yaml": tea})) == (True, [])


def test_a_missing_and_an_empty_folder(tmp_path: Path) -> None:
    assert load_bounded(tmp_path / "nowhere")[0] is False
    assert load_bounded(tmp_path) == (
        False,
        [f"{tmp_path}: there are no YAML files here (a pack is a folder with a file 'pack.yaml')"],
    )


def test_a_pipe_a_device_and_links_out_are_never_waited_for(tmp_path: Path) -> None:
    pack = write_pack(tmp_path)
    os.mkfifo(pack / "glossary.yaml")
    (pack / "chooser.yaml").symlink_to("/dev/zero")
    (pack / "subjects").symlink_to("/")
    opened, problems = load_bounded(pack)
    assert opened
    assert len(problems) == 3
    assert load_bounded(Path("/dev/zero"))[0] is False
    assert load_bounded(pack / "glossary.yaml")[0] is False


def test_a_device_in_the_pack_is_refused(tmp_path: Path) -> None:
    pack = write_pack(tmp_path)
    try:
        os.mknod(pack / "glossary.yaml", 0o600 | 0o020000, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("only root can make a device")
    assert load_bounded(pack) == (True, ["glossary.yaml: cannot be read: not an ordinary file"])


def test_100_000_cells_are_refused_in_words(tmp_path: Path) -> None:
    """Four subjects with 25,000 cells each."""
    cells = "".join(f"  a{at}: {{text: x, basis: editor, as_of: '2026'}}\n" for at in range(25_000))
    files = {f"subjects/s{at}.yaml": subject_file(f"s{at}", f"cells:\n{cells}") for at in range(4)}
    opened, problems = load_bounded(write_pack(tmp_path, **files))
    assert opened
    assert len(problems) == 4
    assert all("more than 150,000 values in one file (split the file)" in each for each in problems)


def test_as_many_cells_as_fit_are_opened(tmp_path: Path) -> None:
    names = [f"a{at}" for at in range(1_500)]
    cells = "".join(f"  {each}: {{text: x, basis: editor, as_of: '2026'}}\n" for each in names)
    files = {f"subjects/s{at}.yaml": subject_file(f"s{at}", f"cells:\n{cells}") for at in range(40)}
    assert load_bounded(write_pack(tmp_path, **{"aspects/g.yaml": group_file("g", *names), **files})) == (True, [])


def test_as_many_loose_ends_as_fit_are_told_in_time(tmp_path: Path) -> None:
    """Each asks for a 'did you mean' over very many names."""
    cells = "".join(f"  aspect-{at}x: {{text: x, basis: editor, as_of: '2026'}}\n" for at in range(10_000))
    files = {f"subjects/s{at}.yaml": subject_file(f"s{at}", f"cells:\n{cells}") for at in range(7)}
    names = [f"aspect-{at}" for at in range(1_900)]
    opened, problems = load_bounded(write_pack(tmp_path, **{"aspects/g.yaml": group_file("g", *names), **files}))
    assert opened
    assert "did you mean 'aspect-0'?" in problems[0]
    assert problems[-1].startswith("and 69,8")


def test_as_many_unknown_keys_as_fit_are_told_in_time(tmp_path: Path) -> None:
    keys = "".join(f"titel{at}: x\n" for at in range(70_000))
    files = {f"subjects/s{at}.yaml": subject_file(f"s{at}", keys) for at in range(4)}
    opened, problems = load_bounded(write_pack(tmp_path, **files))
    assert opened
    assert len(problems) == 201


def diagram(**parts: object) -> str:
    texts = {"id": "d", "title": "D", "summary": "S", "outline": "O"}
    return json.dumps({**texts, **parts})


def test_a_label_of_ten_thousand_characters_is_no_problem_and_a_longer_one_is(tmp_path: Path) -> None:
    def figure(length: int) -> str:
        nodes = [{"id": "n", "title": "N" * length, "sub": "word " * 1_999, "kind": "data"}]
        return diagram(type="flow", nodes=nodes, groups=[{"id": "g", "title": "G" * 10_000}])

    assert load_bounded(write_pack(tmp_path, **{"diagrams/d.yaml": figure(10_000)})) == (True, [])
    opened, problems = load_bounded(write_pack(tmp_path, **{"diagrams/d.yaml": figure(10_001)}))
    assert opened
    assert len(problems) == 1
    assert "at most 10000 fit" in problems[0]


def test_a_diagram_as_large_as_may_be_is_checked_in_time(tmp_path: Path) -> None:
    nodes = [{"id": f"n{at}", "title": "N", "kind": "data", "group": "g1999"} for at in range(2_000)]
    groups = [
        {"id": f"g{at}", "title": "G", "parent": f"g{at - 1}"} if at else {"id": "g0", "title": "G"}
        for at in range(2_000)
    ]
    edges = [{"id": f"e{at}", "source": f"n{at}", "target": "n1999"} for at in range(2_000)]
    steps = [
        {"id": f"s{at}", "title": "S", "caption": "C", "parts": [f"n{at}"], "path": [f"e{at}"]} for at in range(2_000)
    ]
    text = diagram(type="flow", nodes=nodes, groups=groups, edges=edges, steps=steps)
    assert load_bounded(write_pack(tmp_path, **{"diagrams/d.yaml": text})) == (True, [])


def test_sets_as_many_as_may_be_are_checked_in_time(tmp_path: Path) -> None:
    sets = [{"id": f"s{at}", "title": "S"} for at in range(2_000)]
    regions = [{"id": f"r{at}", "sets": [f"s{at}"]} for at in range(2_000)]
    text = diagram(type="sets", sets=sets, regions=regions)
    assert load_bounded(write_pack(tmp_path, **{"diagrams/d.yaml": text})) == (True, [])


def test_a_pack_with_as_many_values_as_may_be_is_read_in_time(tmp_path: Path) -> None:
    """Six files of 2 MB, full of names of no meaning."""
    terms = "terms:\n" + "".join(f"- {{id: t, title: {'y' * 40}}}\n" for _at in range(28_000))
    files = {f"sources/s{at}.yaml": terms for at in range(5)}
    opened, problems = load_bounded(write_pack(tmp_path, **files))
    assert opened
    assert problems


def test_a_zip_bomb_is_stopped(tmp_path: Path) -> None:
    pack = tmp_path / "bomb.zip"
    with zipfile.ZipFile(pack, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("pack.yaml", write_pack(tmp_path).joinpath("pack.yaml").read_bytes())
        with archive.open("glossary.yaml", "w") as member:
            for _at in range(200):
                member.write(b" " * 1_000_000)
    assert load_bounded(pack) == (True, ["glossary.yaml: the file is larger than 2 MB (split it)"])


def test_a_zip_with_very_many_names_is_refused(tmp_path: Path) -> None:
    pack = tmp_path / "many.zip"
    with zipfile.ZipFile(pack, "w") as archive:
        archive.writestr("pack.yaml", "x")
    data = pack.read_bytes()
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entry, count = data[start:end], 250_000
    tail = (
        b"PK\x05\x06"
        + bytes(4)
        + b"\xff\xff" * 2
        + (len(entry) * count).to_bytes(4, "little")
        + start.to_bytes(4, "little")
    )
    pack.write_bytes(data[:start] + entry * count + tail + bytes(2))
    opened, problems = load_bounded(pack)
    assert not opened
    assert "the zip holds more than 20,000 files" in problems[0]
