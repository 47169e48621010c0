"""Every rule of the grammar carries example sentences in its lexicon; each is a test."""

from pathlib import Path

import pytest

from tests.extraction.times.reading import times_in
from timeline.extraction.times.folding import fold
from timeline.extraction.times.grammar import Example, Rule, grammar

EXAMPLES = [
    pytest.param(language, rule, example, id=f"{language}-{rule.name}-{example.text[:40]}")
    for language in ("fr", "en")
    for rule in grammar(language).rules
    for example in rule.examples
]


@pytest.mark.parametrize(("language", "rule", "example"), EXAMPLES)
def test_rule_reads_its_example(language: str, rule: Rule, example: Example):
    times = [time for time in times_in(example.text, language, example.published) if time.derivation.rule == rule.name]
    assert times, f"the rule {rule.name} does not match"
    last = times[-1]
    assert (last.date.edtf if last.date else "") == example.date
    assert last.text == example.text[last.start : last.end]


@pytest.mark.parametrize(("language", "rule", "example"), EXAMPLES)
def test_every_expression_holds_a_hint(language: str, rule: Rule, example: Example):
    rules = grammar(language)
    assert all(rules.hint.search(fold(time.text)) for time in times_in(example.text, language, example.published))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_rule_has_an_example(language: str):
    assert not [rule.name for rule in grammar(language).rules if not rule.examples]


def test_documentation_names_every_rule():
    documented = (Path(__file__).parents[3] / "docs" / "dates.md").read_text("utf-8")
    names = {rule.name for language in ("fr", "en") for rule in grammar(language).rules}
    assert not [name for name in sorted(names) if f"`{name}`" not in documented]
