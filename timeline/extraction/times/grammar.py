"""The rules of one language, read from its lexicon file and compiled.

A lexicon holds `words` (tables from a word to its meaning), `parts` (named pieces of pattern) and `rule` entries. In a
pattern, `{month}` stands for any word of that table, captured under its name; `{day}` for the part of that name;
`{left#1}` for the part with `1` appended to every name in it, so that both ends of a range can be captured.

At each word of a sentence those rules are tried, in the order of the file, whose matches may begin with it.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from timeline.extraction.times.beginnings import LENGTH, SAME_DIGIT, beginnings_of
from timeline.extraction.times.folding import fold

WordValue = int | float | str

# A hit begins and ends with a word, and is no piece of a longer number: "3.14", "1 500,5", "12 %".
_BEFORE = r"(?<![\w/])(?<!\d[.,-])"
_AFTER = r"(?!\w|[.,/]\d| ?%)"
_REFERENCE = re.compile(r"\{([a-z_]+)(?:#(\d))?\}")
_WORD_START = re.compile(r"(?<![\w/])(?=[\w'(])")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that the rule must read, the publication date (EDTF, or empty) and the date that it gives."""

    text: str
    published: str
    date: str


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    resolver: str
    """Name of the function in `resolving` that works the date out."""
    pattern: re.Pattern[str]
    settings: dict[str, str]
    """What else the lexicon says of the rule, such as the TIMEX3 value of a vague word."""
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Words in a sentence that a rule recognised; offsets into the sentence's text."""

    rule: Rule
    start: int
    end: int
    text: str
    captures: dict[str, str]
    """What the named groups hold, folded; only those that took part."""
    spans: dict[str, tuple[int, int]]
    words: dict[str, dict[str, WordValue]]

    def has(self, name: str) -> bool:
        return name in self.captures

    @property
    def has_year(self) -> bool:
        return any(name.startswith(("year", "short_year")) and name != "year_of" for name in self.captures)

    @property
    def has_month(self) -> bool:
        return any(name.startswith("month") for name in self.captures)

    def meaning(self, name: str) -> WordValue | None:
        """What the captured word stands for in the table of its name (`month2` in the table `month`)."""
        word = self.captures.get(name)
        return None if word is None else self.words[name.rstrip("0123456789")][word]

    def number(self, name: str) -> int | None:
        value = self.meaning(name)
        return None if value is None else int(value)

    def word(self, name: str) -> str:
        value = self.meaning(name)
        return "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Grammar:
    language: str
    hint: re.Pattern[str]
    """What every time expression holds somewhere: looked for first, as the alternation of all rules costs much more."""
    rules: tuple[Rule, ...]
    by_beginning: dict[str, tuple[int, ...]]
    """From what a match may begin with (see beginnings.py) to the places of its rules, in their order."""
    words: dict[str, dict[str, WordValue]]
    capitalised: bool
    """Whether months and days of the week are written with a capital."""
    only_with_day: frozenset[str]
    """Abbreviations that are a word of their own unless a day stands beside them."""
    cues: dict[str, re.Pattern[str]]
    """Patterns on the text around an expression: verbs of past and future, guards against what is no date."""

    def find(self, folded: str, last_start: int | None = None) -> list[Match]:
        """From left to right, at each place the first rule that matches there; none that begins after `last_start`."""
        if not self.hint.search(folded):
            return []
        found: list[Match] = []
        end_of_last = 0
        same_digits = folded.translate(SAME_DIGIT)
        for word in _WORD_START.finditer(folded):
            start = word.start()
            if start < end_of_last:
                continue
            if last_start is not None and start > last_start:
                break
            for rule in self._rules_for(same_digits[start : start + LENGTH]):
                hit = rule.pattern.match(folded, start)
                if hit:
                    found.append(self._read(rule, hit))
                    end_of_last = hit.end()
                    break
        return found

    def _rules_for(self, beginning: str) -> list[Rule]:
        places = [
            place
            for length in range(1, LENGTH + 1)
            if (here := self.by_beginning.get(beginning[:length])) and len(beginning) >= length
            for place in here
        ]
        return [self.rules[place] for place in sorted(set(places))] if places else []

    def _read(self, rule: Rule, hit: re.Match[str]) -> Match:
        taken_part = [name for name, text in hit.groupdict().items() if text is not None]
        captures = {name.split("__")[0]: hit[name] for name in taken_part}
        spans = {name.split("__")[0]: hit.span(name) for name in taken_part}
        return Match(rule, hit.start(), hit.end(), hit.group(), captures, spans, self.words)


@lru_cache
def grammar(language: str) -> Grammar:
    lexicon = tomllib.loads(
        resources.files("timeline.extraction.lexicon").joinpath(f"times.{language}.toml").read_text("utf-8")
    )
    words = {
        table: {fold(word): meaning for word, meaning in entries.items()} for table, entries in lexicon["words"].items()
    }
    expand = _Expansion(words, lexicon["parts"])
    rules = []
    by_beginning: defaultdict[str, list[int]] = defaultdict(list)
    for place, entry in enumerate(lexicon["rule"]):
        pattern = _BEFORE + "(?:" + expand(entry["pattern"]) + ")" + _AFTER
        examples = tuple(Example(*example) for example in entry["examples"])
        settings = {key: str(entry[key]) for key in entry.keys() - {"name", "resolver", "pattern", "examples"}}
        rules.append(Rule(entry["name"], entry["resolver"], re.compile(_distinct_names(pattern)), settings, examples))
        for beginning in beginnings_of(rules[-1].pattern.pattern):
            by_beginning[beginning].append(place)
    cues = {name: re.compile(expand(pattern)) for name, pattern in lexicon["cues"].items()}
    abbreviations = frozenset(map(fold, lexicon["only_with_day"]))
    return Grammar(
        language,
        _hint(words, lexicon["hints"]),
        tuple(rules),
        {beginning: tuple(places) for beginning, places in by_beginning.items()},
        words,
        lexicon["capitalised"],
        abbreviations,
        cues,
    )


# Tables of words that alone make no time expression.
_HELPERS = frozenset({"numeral", "ordinal", "rank", "edge", "nearby", "year_of", "anaphor", "way"})


def _hint(words: dict[str, dict[str, WordValue]], beginnings: list[str]) -> re.Pattern[str]:
    whole = sorted({word for table in words.keys() - _HELPERS for word in words[table]})
    tables = "|".join(map(re.escape, whole))
    return re.compile(rf"\d|(?<!\w)(?:(?:{tables})s?(?!\w)|{'|'.join(re.escape(fold(word)) for word in beginnings)})")


@dataclass(frozen=True, slots=True)
class _Expansion:
    """Turns a pattern of the lexicon into one that `re` reads."""

    words: dict[str, dict[str, WordValue]]
    parts: dict[str, str]

    def __call__(self, pattern: str, suffix: str = "") -> str:
        spaced = _fold_pattern(pattern)
        return _REFERENCE.sub(lambda reference: self._stand_in(reference[1], reference[2] or suffix), spaced)

    def _stand_in(self, name: str, suffix: str) -> str:
        if name in self.words:
            longest_first = sorted(self.words[name], key=len, reverse=True)
            return f"(?P<{name}{suffix}>{'|'.join(re.escape(word) for word in longest_first)})"
        inner = self(self.parts[name], suffix)
        return re.sub(r"\(\?P<([a-z_]+)>", lambda group: f"(?P<{group[1]}{suffix}>", inner)


def _distinct_names(pattern: str) -> str:
    """Alternatives may capture under one name, which `re` forbids: the second `month` becomes `month__1`."""
    seen: Counter[str] = Counter()

    def rename(group: re.Match[str]) -> str:
        name = group[1]
        seen[name] += 1
        return f"(?P<{name}__{seen[name] - 1}>" if seen[name] > 1 else group[0]

    return re.sub(r"\(\?P<(\w+)>", rename, pattern)


def _fold_pattern(pattern: str) -> str:
    """Fold the words of a pattern as the text is folded, but not its escapes (`\\D`) and group names."""
    pieces = re.split(r"(\\.|\(\?P<\w+>|\{[a-z_]+(?:#\d)?\})", pattern)
    return "".join(piece if index % 2 else _spaced(fold(piece)) for index, piece in enumerate(pieces))


def _spaced(folded: str) -> str:
    """A space in a pattern stands for one or two in the text: a line may break after a space."""
    return re.sub(r" (\?)?", lambda space: " {0,2}" if space[1] else " {1,2}", folded)
