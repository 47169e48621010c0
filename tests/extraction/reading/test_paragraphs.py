"""Paragraphs are exact stretches of the text."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.extraction.reading.paragraphs import paragraphs

WRAPPED = """The two leaders met at Hofdi House on Saturday morning and again in
the afternoon, with only their foreign ministers and interpreters at
the table, while the delegations waited in the rooms upstairs.

They parted on Sunday without an agreement.
"""


def texts(text, start=0):
    return [text[span.start : span.end] for span in paragraphs(text, start)]


def test_every_line_is_a_paragraph_without_the_space_around_it():
    assert texts("  Reykjavik \r\nOslo\n\n\u00a0Dayton\t") == ["Reykjavik", "Oslo", "Dayton"]


def test_lines_wrapped_at_a_margin_are_one_paragraph():
    assert texts(WRAPPED) == [WRAPPED.split("\n\n")[0], "They parted on Sunday without an agreement."]


def test_paragraphs_begin_after_the_header():
    assert texts("date 1986-10 | Reykjavik", 15) == ["Reykjavik"]


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("aé .\n\r\t\u2028\x85•")))
def test_paragraphs_cover_every_visible_character_in_order(text):
    spans = paragraphs(text)
    assert "".join("".join(text[span.start : span.end] for span in spans).split()) == "".join(text.split())
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] for span in spans)
