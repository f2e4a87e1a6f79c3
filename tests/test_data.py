"""The shipped pack is sound, its schemas are current, and the README for those who edit it says what is so."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft7Validator

from desktop.catalog import limits
from desktop.catalog.checking import lint_pack
from desktop.catalog.entities.questions import NumericQuestion, Topic
from desktop.catalog.fields import Few
from desktop.catalog.layout import FILE_KINDS, kind_of_file
from desktop.catalog.loader import load_pack
from desktop.catalog.overlay import QUESTIONS
from desktop.catalog.own import OwnQuestions
from desktop.catalog.reading import read
from desktop.catalog.refs import REF_TYPES
from desktop.catalog.schema import schema_files, stale_schemas
from desktop.places import data_folder, own_packs_folder, shipped_pack
from tests.builders import TINY_PACK, write_pack
from tests.catalog.loose_ends import loose_ends

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.catalog.catalog import Catalog
    from desktop.catalog.loader import Loaded

DATA = shipped_pack().parent
FILES = sorted(file.relative_to(shipped_pack()).as_posix() for file in shipped_pack().rglob("*.yaml"))
SCHEMAS = {kind.name: Draft7Validator(json.loads(schema_files()[f"{kind.name}.schema.json"])) for kind in FILE_KINDS}
README = (DATA / "README.md").read_text(encoding="utf-8")
LIMITS = {
    "bytes in a file": limits.FILE_BYTES,
    "bytes of YAML in a pack": limits.PACK_BYTES,
    "bytes in a zip file": limits.ZIP_BYTES,
    "YAML files in a pack": limits.PACK_FILES,
    "files of any kind in the folder or zip": limits.FOLDER_ENTRIES,
    "levels of nesting": limits.DEPTH,
    "values (keys count too) in a file": limits.FILE_NODES,
    "values in a pack": limits.PACK_NODES,
    "characters in a text": limits.SCALAR_LENGTH,
    "characters in a number": limits.NUMBER_LENGTH,
    "items in a list, if the schema does not say less": Few().most,
    "problems told in one go": limits.PROBLEMS,
    "rounds of taking out what leads nowhere": limits.ROUNDS,
}


def test_the_shipped_pack_has_no_problem(shipped: Loaded) -> None:
    assert [str(each) for each in shipped.problems] == []


def test_nothing_in_the_shipped_pack_leads_nowhere(shipped_catalog: Catalog) -> None:
    assert loose_ends(shipped_catalog) == []


def test_all_claims_of_the_five_articles_are_there(shipped_catalog: Catalog) -> None:
    assert len(shipped_catalog.sources) == 5
    assert len(shipped_catalog.claim) == 470
    verdicts = Counter(claim.verdict.value for claim in shipped_catalog.claim.values())
    assert verdicts == {"accurate": 309, "simplified": 87, "dated": 36, "contested": 32, "wrong": 6}


def test_claims_that_say_the_same_have_the_same_verdict(shipped_catalog: Catalog) -> None:
    claims = shipped_catalog.claim
    pairs = [(each.id, other) for each in claims.values() for other in each.same_as]
    assert [pair for pair in pairs if len({claims[id].verdict for id in pair}) > 1] == []


def test_of_two_claims_that_contradict_each_other_one_is_corrected(shipped_catalog: Catalog) -> None:
    claims = shipped_catalog.claim
    both = [(each.id, other) for each in claims.values() for other in each.conflicts_with]
    assert [pair for pair in both if not any(claims[id].correction for id in pair)] == []


def test_every_claim_that_is_not_accurate_is_corrected(shipped_catalog: Catalog) -> None:
    wanting = [
        each for each in shipped_catalog.claim.values() if each.verdict.value != "accurate" and not each.correction
    ]
    assert wanting == []


def test_every_question_has_evidence_that_can_be_opened(shipped_catalog: Catalog) -> None:
    assert len(shipped_catalog.question) >= 40
    for question in shipped_catalog.question.values():
        assert question.evidence, question.id
        assert [ref for ref in question.evidence if shipped_catalog.find(ref) is None] == []


def test_every_cell_says_what_it_rests_on(shipped_catalog: Catalog) -> None:
    cells = [cell for subject in shipped_catalog.subjects for cell in subject.cells.values()]
    assert len(cells) > 200
    assert [cell.text for cell in cells if cell.basis.value == "article" and not cell.claims] == []


def test_the_schemas_are_current() -> None:
    assert stale_schemas(DATA / "schema") == [], "run 'genai-vs-llm schema'"
    assert {each.name for each in (DATA / "schema").iterdir()} == set(schema_files())


@pytest.mark.parametrize("name", FILES)
def test_every_file_fits_its_schema(name: str) -> None:
    kind = kind_of_file(name)
    assert kind is not None
    value, _nodes = read((shipped_pack() / name).read_bytes())
    assert [error.message for error in SCHEMAS[kind.name].iter_errors(value)] == []


@pytest.mark.parametrize("name", FILES)
def test_every_file_tells_an_editor_where_its_schema_is(name: str) -> None:
    file = shipped_pack() / name
    kind = kind_of_file(name)
    assert kind is not None
    first = file.read_text(encoding="utf-8").splitlines()[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(.+)", first)
    assert found, first
    assert (file.parent / found.group(1)).resolve() == DATA / "schema" / f"{kind.name}.schema.json"


def test_the_readme_states_the_limits_of_the_code() -> None:
    rows = dict(re.findall(r"^\| (.+?) \| ([\d,]+) \|$", README, re.MULTILINE))
    assert {what: int(number.replace(",", "")) for what, number in rows.items()} == LIMITS


def test_no_limit_is_left_out_of_the_readme() -> None:
    own = [name for name in vars(limits) if name.isupper()]
    assert len(LIMITS) == len(own) + 1


def test_the_readme_names_every_file_and_every_ref() -> None:
    places = [f"{kind.place}ID.yaml" if kind.is_folder else kind.place for kind in FILE_KINDS]
    assert [place for place in places if f"`{place}`" not in README] == []
    assert [kind for kind in REF_TYPES if f"`{kind}:" not in README] == []


def test_the_examples_of_the_readme_are_a_sound_pack(tmp_path: Path) -> None:
    examples = re.findall(r"^`(\S+)`: .*?```yaml\n(.*?)```", README, re.MULTILINE | re.DOTALL)
    assert len(examples) == 9
    for place, text in examples:
        name = place.replace("ID", text.split("\n")[0].removeprefix("id: "))
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    loaded = load_pack(tmp_path)
    assert [str(each) for each in loaded.problems] == []
    assert loaded.catalog is not None
    assert loaded.catalog.cell("tea", "heat").text == "Boiling"


def test_the_readme_s_least_question_is_asked_and_lint_tells_what_it_lacks(tmp_path: Path) -> None:
    (example,) = re.findall(r"^`questions/ID.yaml`: .*?```yaml\n(.*?)```", README, re.MULTILINE | re.DOTALL)
    topic = "\n".join(line for line in example.splitlines() if not line.startswith("  ") or "boils-at" in line)
    pack = write_pack(tmp_path, **{"questions/basics.yaml": topic})
    assert load_pack(pack).problems == ()
    lacks = " ".join(problem.what for problem in lint_pack(pack).problems)
    for word in ("'Show me'", "explanation", "concept", "Bloom", "difficulty"):
        assert word in lacks


def test_the_readme_says_where_own_questions_lie(tmp_path: Path) -> None:
    assert f"`{own_packs_folder().name}/PACK/{QUESTIONS}/`" in README
    assert own_packs_folder().parent == data_folder()
    asked = NumericQuestion(id="own-a", type="numeric", stem="How many?", answer=1.0)
    OwnQuestions(tmp_path).save(Topic(id="a", title="A", summary="S"), asked)
    OwnQuestions(tmp_path).delete("own-a")
    assert "`deleted.yaml`" in README
    assert [each.name for each in tmp_path.rglob("*.yaml")] == ["deleted.yaml"]


def test_the_tiny_pack_is_sound_and_of_another_topic() -> None:
    loaded = load_pack(TINY_PACK)
    assert loaded.problems == ()
    assert loaded.catalog is not None
    sizes = [len(getattr(loaded.catalog, name)) for name in ("subjects", "aspect", "diagrams", "use_case", "question")]
    assert sizes == [2, 4, 1, 1, 3]
