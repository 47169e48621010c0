"""What a reader asked for, once understood: writes its own address, and says itself in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from timeline.dates import HistoricalDate
from timeline.languages import readers_language
from timeline.models import Actor, Chronology, Place, Source
from timeline.models.kinds import Kind
from timeline.wording import join_names, source_label


@dataclass(frozen=True)
class Part:
    """One condition that a reader can take back: its parameter and value, and how it is called."""

    parameter: str
    value: str
    words: str


@dataclass(frozen=True)
class Conditions:
    chronology: Chronology | None = None
    """Another one than that of the articles read here. It is where the reader is, not a condition to be taken back."""
    actors: tuple[Actor, ...] = ()
    any_actor: bool = False
    """Whether one of the actors is enough; otherwise all must take part."""
    typed_span: str = ""
    span: HistoricalDate | None = None
    certainly: bool = False
    """Whether an event must lie in the span with every day that it may mean."""
    kinds: tuple[Kind, ...] = ()
    places: tuple[Place, ...] = ()
    sources: tuple[Source, ...] = ()
    text: str = ""

    def __bool__(self) -> bool:
        return any(self.parts())

    # -- its address ------------------------------------------------------------------------------------------------

    def pairs(self) -> list[tuple[str, str]]:
        """Parameters and values in one fixed order, so that a view has one address."""
        pairs = [("chronology", self.chronology.slug)] if self.chronology else []
        pairs += [("actor", actor.slug) for actor in self.actors]
        if self.any_actor and len(self.actors) > 1:
            pairs.append(("match", "any"))
        if self.span:
            pairs.append(("when", self.typed_span))
            if self.certainly:
                pairs.append(("certainty", "certainly"))
        pairs += [("kind", kind.value) for kind in self.kinds]
        pairs += [("place", place.key) for place in self.places]
        pairs += [("source", source.sha256[:12]) for source in self.sources]
        if self.text:
            pairs.append(("q", self.text))
        return pairs

    def query_string(self, without: str = "", value: str = "") -> str:
        """The address after the question mark, without a parameter (or only without one of its values)."""
        if not without:
            return self._address
        return urlencode([pair for pair in self.pairs() if not _taken_back(pair, without, value)])

    @cached_property
    def _address(self) -> str:
        """A page names it two dozen times."""
        return urlencode(self.pairs())

    def query_string_with(self, parameter: str, value: str) -> str:
        """The address with a parameter that has one value set to another."""
        kept = [pair for pair in self.pairs() if pair[0] != parameter]
        return urlencode([*kept, (parameter, value)])

    def query_string_adding(self, parameter: str, value: str) -> str:
        """The address with one more value of a parameter that may have several."""
        return urlencode([*self.pairs(), (parameter, value)])

    # -- its words --------------------------------------------------------------------------------------------------

    def parts(self) -> Iterator[Part]:
        yield from (Part("actor", actor.slug, actor.name) for actor in self.actors)
        if self.span:
            yield Part("when", self.typed_span, self.span.in_words(readers_language()))
            if self.certainly:
                yield Part("certainty", "certainly", _("for certain"))
        yield from (Part("kind", kind.value, capfirst(str(kind.label))) for kind in self.kinds)
        yield from (Part("place", place.key, place.name) for place in self.places)
        yield from (Part("source", source.sha256[:12], source_label(source)) for source in self.sources)
        if self.text:
            yield Part("q", self.text, _("“%(text)s”") % {"text": self.text})

    def as_words(self) -> str:
        """« William Burns et Nikolaï Patrouchev · 2005–2021 · Rencontre »; empty when nothing is asked for."""
        names = [actor.name for actor in self.actors]
        phrases = [
            _("%(actors)s (any of them)") % {"actors": join_names(names)} if self.any_actor else join_names(names)
        ]
        phrases += [part.words for part in self.parts() if part.parameter != "actor"]
        return " · ".join(phrase for phrase in phrases if phrase)


def _taken_back(pair: tuple[str, str], without: str, value: str) -> bool:
    parameter, own_value = pair
    if without == "when" and parameter == "certainty":  # Certainty is about the span and goes with it.
        return True
    return parameter == without and value in ("", own_value)
