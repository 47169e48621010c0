"""Who "called" somebody telephoned, unless something was asked or a name was given; the date has no say in it."""

import pytest

from tests.one_article import article
from timeline.extraction.pipeline import extract
from timeline.knowledge import load_knowledge

KINDS = [
    pytest.param("en", "Henry Kissinger called Anwar Sadat on 6 May 1974.", "call", id="on a date"),
    pytest.param(
        "en", "On Wednesday Henry Kissinger called Anwar Sadat for the first time.", "call", id="for the first"
    ),
    pytest.param("en", "Henry Kissinger called Anwar Sadat on Monday to discuss Syria.", "call", id="with a purpose"),
    pytest.param("en", "Henry Kissinger called his Soviet counterpart on 6 May 1974.", "call", id="not by name"),
    pytest.param("en", "On 6 May 1974 Henry Kissinger called on Syria to sign.", "statement", id="called on somebody"),
    pytest.param("en", "The Soviet Union called upon Israel on 6 May 1974 to sign.", "statement", id="called upon"),
    pytest.param("en", "Henry Kissinger called on Wednesday for moderation in Syria.", "statement", id="called for"),
    pytest.param("en", "Henry Kissinger called Anwar Sadat a great man on 6 May 1974.", "statement", id="a name given"),
    pytest.param("en", "Syria called a cease-fire on 6 May 1974.", "agreement", id="called a truce"),
    pytest.param("fr", "Henry Kissinger a appelé Anouar el-Sadate le 6 mai 1974.", "call", id="in French"),
]


@pytest.mark.parametrize(("language", "text", "kind"), KINDS)
def test_what_called_means_is_told_by_its_complements(language, text, kind):
    claims = extract(article(text, language, "1974-06-15"), load_knowledge())
    assert [claim.kind for claim in claims if not claim.refusal] == [kind]
