"""A rule is tried only at words with which it may begin, and nothing is missed by that."""

import pytest

from timeline.extraction.times.beginnings import beginnings_of
from timeline.extraction.times.folding import fold
from timeline.extraction.times.grammar import Grammar, grammar


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("mardi", {"mard"}),
        ("(?:le )?mardi", {"le m", "mard"}),
        ("hier(?: soir)?", {"hier"}),
        ("(?P<day>[12]?\\d) mai", {"0 ma", "00 m"}),
        ("\\d{4}", {"0000"}),
        ("an|ans", {"an", "ans"}),
        ("(?<=en )mai(?! 68)", {"mai"}),
        ("(?:ab)*c", {"abab", "abc", "c"}),
    ],
)
def test_beginnings_are_the_first_characters_of_every_match(pattern: str, expected: set[str]):
    assert beginnings_of(pattern) == expected


def _tried_everywhere(rules: Grammar, folded: str) -> list[tuple[int, int, str]]:
    found, start = [], 0
    while start < len(folded):
        hit = next(((hit, rule) for rule in rules.rules if (hit := rule.pattern.match(folded, start))), None)
        if hit:
            found.append((*hit[0].span(), hit[1].name))
        start = hit[0].end() if hit else start + 1
    return found


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_is_missed(language: str):
    rules = grammar(language)
    texts = {fold(example.text) for rule in rules.rules for example in rule.examples}
    for text in sorted(texts):
        assert [(match.start, match.end, match.rule.name) for match in rules.find(text)] == _tried_everywhere(
            rules, text
        )
