"""Going back always leads to where the reader was."""

from __future__ import annotations

from desktop.catalog.refs import SubjectRef
from desktop.shell.navigator import Navigator

A, B, C = SubjectRef("a"), SubjectRef("b"), SubjectRef("c")


def test_back_and_forward() -> None:
    navigator = Navigator()
    for each in (A, B, C):
        navigator.open(each)
    navigator.go_back()
    assert navigator.current == B
    navigator.go_forward()
    assert navigator.current == C
    assert not navigator.can_go_forward


def test_selecting_follows_without_a_step() -> None:
    navigator = Navigator()
    navigator.open(A)
    navigator.open(B)
    navigator.select(C)
    navigator.go_back()
    assert navigator.current == A


def test_opening_after_going_back_forgets_what_lay_ahead() -> None:
    navigator = Navigator()
    for each in (A, B):
        navigator.open(each)
    navigator.go_back()
    navigator.open(C)
    assert not navigator.can_go_forward
    navigator.go_back()
    assert navigator.current == A


def test_the_history_does_not_grow_for_ever() -> None:
    navigator = Navigator()
    for at in range(1000):
        navigator.open(SubjectRef(str(at)))
    steps = 0
    while navigator.can_go_back:
        navigator.go_back()
        steps += 1
    assert steps < 300


def test_going_back_at_the_start_does_nothing() -> None:
    navigator = Navigator()
    navigator.go_back()
    assert navigator.current is None


def test_pointing_shows_something_and_stays_where_it_is() -> None:
    navigator, shown = Navigator(), list[object]()
    navigator.selected.connect(shown.append)
    navigator.open(A)
    navigator.point(B)
    assert shown == [A, B]
    assert navigator.current == A
    assert not navigator.can_go_back
