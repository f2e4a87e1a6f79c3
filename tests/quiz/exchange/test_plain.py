"""Texts of other programs as plain text: words stay, looks go, and what cannot be shown is told."""

from __future__ import annotations

import pytest

from desktop.quiz.exchange.item import Form, Written
from desktop.quiz.exchange.plain import plain


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One <b>two</b></p><p>three</p>", "One two\n\nthree"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<ul><li>tea</li><li>coffee</li></ul>", "- tea\n- coffee"),
        ("a &lt; b &amp; c&nbsp;d", "a < b & c d"),
        ("  much \n\n space  ", "much space"),
        ("<pre>if a:\n    b</pre>", "if a:\n    b"),
        (r"so \(x < y\) is", r"so \(x < y\) is"),
        ("<style>p {}</style>word<script>alert(1)</script>", "word"),
        ("<!-- unseen -->seen", "seen"),
    ],
)
def test_html_becomes_its_words(html: str, text: str) -> None:
    assert plain(Written(html, "html")).text == text


@pytest.mark.parametrize(
    ("html", "text", "lost"),
    [
        ('see <img src="a.png"> here', "see here", "a picture"),
        ('see <img src="a.png" alt="a cup"> here', "see [a cup] here", "a picture"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a b", "the lines of a table"),
        ("<math><mi>x</mi></math>", "x", "a formula"),
        ("10<sup>2</sup>", "10^2", "a raised letter"),
        ("H<sub>2</sub>O", "H_2O", "a lowered letter"),
        ('<a href="there">here</a>', "here", "a link"),
        ("a\x00b", "ab", "control characters"),
    ],
)
def test_what_cannot_be_shown_is_told(html: str, text: str, lost: str) -> None:
    made = plain(Written(html, "html"))
    assert (made.text, made.lost) == (text, (lost,))


@pytest.mark.parametrize("form", ["plain", "markdown"])
def test_other_texts_stay_as_they_are_written(form: Form) -> None:
    assert plain(Written("a <b>c</b> **d**", form)).text == "a <b>c</b> **d**"


def test_words_that_only_look_like_tags_stay() -> None:
    assert plain(Written("a List<String> of 1 < 2", "moodle")).text == "a List<string> of 1 < 2".replace("<s", "<S")


@pytest.mark.parametrize("text", ["is x <y and z", "1 <b and 2 > 1", "a < b", "a <b", "x <y &amp z"])
def test_signs_for_less_and_more_take_no_words_with_them(text: str) -> None:
    assert plain(Written(text, "moodle")).text == text.replace("&amp ", "& ")


def test_moodles_own_format_keeps_its_lines() -> None:
    assert plain(Written("one\ntwo &amp; <b>three</b>", "moodle")).text == "one\ntwo & three"


def test_a_broken_declaration_stays_as_it_is_written() -> None:
    assert plain(Written("<![odd[ text", "html")).text
