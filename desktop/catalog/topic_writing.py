"""A topic as a file: what somebody's own questions are kept in and handed on as."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.catalog.layout import KIND_OF_NAME
from desktop.catalog.shapes import shape_of
from desktop.catalog.yaml_writing import Layout, plain_of, yaml_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.catalog.entities.questions import Question, Topic

_FIRST = ("id", "type", "stem", "bloom", "difficulty", "concepts")
_LAST = ("explanation", "evidence")


def _ordered(found: Mapping[str, Any]) -> Mapping[str, Any]:
    """The fields of a question as the shipped packs have them."""
    if "stem" not in found:
        return found
    middle = [name for name in found if name not in (*_FIRST, *_LAST)]
    return {name: found[name] for name in (*_FIRST, *middle, *_LAST) if name in found}


_LAYOUT = Layout(("misconceptions", "questions", "templates"), ("questions", "templates"), ("evidence",), _ordered)


def topic_yaml(topic: Topic) -> bytes:
    """The file of a topic; fields stand as in the shipped packs. Raises ValueError for half a surrogate pair."""
    return yaml_of(KIND_OF_NAME["topic"].shape, topic, _LAYOUT)


def plain_question(question: Question) -> dict[str, Any]:
    """A question as it stands in a file, for whoever changes it before it is bound again."""
    from desktop.catalog.entities.questions import Question as AnyQuestion

    return dict(plain_of(shape_of(AnyQuestion), question, _LAYOUT))
