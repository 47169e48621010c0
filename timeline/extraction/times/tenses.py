"""The words that tell which way a clause looks, of one language, read from its lexicon file and compiled.

`lexicon/tenses.*.toml` holds lists of `words`, `parts` of patterns, and patterns of `tense`, with sentences that show
them at work. They are matched against text in lower case that is not folded: « a » is not « à ».
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import resources

_REFERENCE = re.compile(r"\{([a-z_]+)\}")


class Direction(StrEnum):
    PAST = "past"
    PRESENT = "present"
    """The time of writing, or what is planned for the days after: "he arrives on Tuesday"."""
    FUTURE = "future"
    PLANNED = "planned"
    """To come at the time of which the clause speaks, which may be over by now: "was due on Tuesday"."""
    UNKNOWN = "unknown"

    @property
    def is_ahead(self) -> bool:
        return self in (Direction.FUTURE, Direction.PLANNED)


@dataclass(frozen=True, slots=True)
class TenseExample:
    """A sentence, words of time in it, and the direction that they must be given."""

    text: str
    words: str
    direction: str


@dataclass(frozen=True, slots=True)
class Tenses:
    signs: re.Pattern[str]
    """Verbs and cue words; `direction_of_sign` reads a match."""
    directions: tuple[str, ...]
    before: tuple[tuple[str, re.Pattern[str]], ...]
    """Direction and pattern of what settles it right before the words of time; the first that fits counts."""
    beside: re.Pattern[str]
    """What may stand between a participle and the words of time that go with it."""
    boundary: re.Pattern[str]
    """What parts one clause from the next."""
    of_a_noun: re.Pattern[str]
    """What ends right before words of time that belong to a noun: « l'accord du »."""
    presumed_ahead: re.Pattern[str]
    """What ends right before words of time that look ahead where nothing else tells: « la livraison dès »."""
    before_a_noun: re.Pattern[str]
    """What follows words of time that belong to the noun behind them: "the 2008 war"."""
    happening: re.Pattern[str]
    """What stands before a noun whose own date is also that of the clause: « lors du sommet de 2018 »."""
    leading_up: re.Pattern[str]
    """What ends right before the date of an event that was or is still to come: « avant l'élection de »."""
    pluperfect: re.Pattern[str]
    """Verbs that tell of what was before the time of the story: « s'était rendu », "had left"."""
    subordinate: re.Pattern[str]
    """What opens a clause that hangs on the words before it."""
    reporting: frozenset[str]
    """Lemmas of verbs that report: in the present they tell of the time of writing or before."""
    planning: frozenset[str]
    """Lemmas of verbs whose participle tells of what is to come: « prévu », "scheduled"."""
    modal: frozenset[str]
    """Lemmas of verbs whose infinitive tells of what is to come: « doit signer », "hopes to sign"."""
    examples: tuple[TenseExample, ...]

    def direction_of_sign(self, sign: re.Match[str]) -> str:
        assert sign.lastgroup is not None, "every alternative is named after its place in the lexicon"
        return self.directions[int(sign.lastgroup[1:])]


@lru_cache
def tenses(language: str) -> Tenses:
    lexicon = tomllib.loads(
        resources.files("timeline.extraction.lexicon").joinpath(f"tenses.{language}.toml").read_text("utf-8")
    )
    words = {name: text.split() for name, text in lexicon["words"].items()}
    parts = {name: _any_of(entries) for name, entries in words.items()} | lexicon["parts"]
    signs = "|".join(
        f"(?P<t{place}>{_expand(entry['pattern'], parts)})" for place, entry in enumerate(lexicon["tense"])
    )
    return Tenses(
        signs=re.compile(rf"\b(?:{signs})"),
        directions=tuple(entry["direction"] for entry in lexicon["tense"]),
        before=tuple(
            (entry["direction"], re.compile(f"(?:{_expand(entry['pattern'], parts)})$")) for entry in lexicon["before"]
        ),
        beside=re.compile(_expand(lexicon["between"]["beside"], parts)),
        boundary=re.compile(_expand(lexicon["between"]["boundary"], parts)),
        of_a_noun=re.compile(f"(?:{_expand(lexicon['between']['of_a_noun'], parts)})$"),
        before_a_noun=re.compile(_expand(lexicon["between"]["before_a_noun"], parts)),
        happening=re.compile(f"(?:{_expand(lexicon['between']['happening'], parts)})$"),
        leading_up=re.compile(f"(?:{_expand(lexicon['between']['leading_up'], parts)})$"),
        pluperfect=re.compile(_expand(lexicon["between"]["pluperfect"], parts)),
        presumed_ahead=re.compile(f"(?:{_expand(lexicon['between']['presumed_ahead'], parts)})$"),
        subordinate=re.compile(_expand(lexicon["between"]["subordinate"], parts)),
        reporting=frozenset(words["reporting"]),
        planning=frozenset(words["planning"]),
        modal=frozenset(words["modal_verb"]),
        examples=tuple(TenseExample(*example) for example in lexicon["examples"]["sentences"]),
    )


def _any_of(words: list[str]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + ")"


def _expand(pattern: str, parts: dict[str, str]) -> str:
    """The pattern with its parts put in; a space in it stands for one or two, as a line may break after a space."""
    whole = _REFERENCE.sub(lambda reference: _expand(parts[reference[1]], parts), pattern)
    return re.sub(r"(?<!\\) (?![{?])", " {1,2}", whole)
