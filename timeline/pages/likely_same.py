"""Pairs of actors that may be one, each with what speaks for it in words, for an editor to decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.extraction.merging.namesakes import Bearer, Likeness, Suggestion, company_of, suggestions
from timeline.extraction.records import ActorKind
from timeline.judging.identities import WhoIsWho
from timeline.knowledge import load_knowledge
from timeline.models import Actor, Citation, Event, Judgement, Participation
from timeline.pages.paging import Leaf, leaf_of
from timeline.wording import join_names

PAIRS_PER_PAGE = 20
MOST_NAMED = 4
MOST_EVENTS = 3


@dataclass(frozen=True)
class Side:
    """One of the two, with what an editor may know it by."""

    actor: Actor
    names: list[str]
    count: int
    """Of its published events."""
    events: list[Event]
    """Its first ones."""


@dataclass(frozen=True)
class Pair:
    sides: tuple[Side, Side]
    """First the one under whose name both would stand: whom the knowledge files hold, then who has more events."""
    evidence: list[str]

    @property
    def title(self) -> str:
        return _("%(one)s and %(other)s") % {"one": self.sides[0].actor.name, "other": self.sides[1].actor.name}


class LikelySame:
    """`done` is the key of the judgement that was just made, as the address has it."""

    def __init__(self, page: str = "", done: str = "") -> None:
        self._asked_page = page
        self._done = done

    @cached_property
    def done(self) -> Judgement | None:
        about = [Judgement.Verdict.SAME, Judgement.Verdict.DIFFERENT]
        if not self._done.isdecimal():
            return None
        return Judgement.objects.filter(pk=self._done[:18], verdict__in=about).first()

    @property
    def done_words(self) -> str:
        """What was just decided, in one sentence."""
        judgement = self.done
        if judgement is None:
            return ""
        words = {"names": join_names(judgement.actor_names)}
        if judgement.undone:
            return _("Taken back: %(names)s are as they were before.") % words
        if judgement.verdict == Judgement.Verdict.SAME:
            return _("%(names)s are one actor now.") % words
        return _("%(names)s are not the same, and will not be suggested again.") % words

    @cached_property
    def leaf(self) -> Leaf[Suggestion]:
        return leaf_of(self._suggestions, self._asked_page, PAIRS_PER_PAGE)

    @cached_property
    def pairs(self) -> list[Pair]:
        keys = {key for one in self.leaf.rows for key in (one.one, one.other)}
        actors = Actor.objects.prefetch_related("names").in_bulk(keys, field_name="key")
        return [self._pair(one, actors) for one in self.leaf.rows]

    @cached_property
    def _suggestions(self) -> list[Suggestion]:
        who = WhoIsWho.load()
        found = suggestions(_bearers(), _named_together())
        return [one for one in found if not who.are_different(one.one, one.other)]

    def _pair(self, suggestion: Suggestion, actors: Mapping[str, Actor]) -> Pair:
        sides = [_side(actors[key]) for key in (suggestion.one, suggestion.other)]
        knowledge = load_knowledge()
        sides.sort(key=lambda side: (knowledge.actor(side.actor.key) is None, -side.count, side.actor.key))
        return Pair((sides[0], sides[1]), list(_evidence(suggestion)))


def _side(actor: Actor) -> Side:
    events = Event.objects.published().filter(participations__actor=actor)
    spellings = sorted({name.name for name in actor.names.all()} - {actor.name})
    return Side(actor, spellings, events.count(), list(events.for_lists()[:MOST_EVENTS]))


def _evidence(suggestion: Suggestion) -> Iterator[str]:
    one, other = suggestion.names
    words = {
        Likeness.SAME_SOUND: _("“%(one)s” and “%(other)s” sound alike: one name, spelled for two languages."),
        Likeness.OTHER_ORDER: _("“%(one)s” and “%(other)s” are the same words in another order."),
        Likeness.FULLER: _("“%(one)s” and “%(other)s”: one has all the words of the other and more."),
        Likeness.INITIALS: _("“%(one)s” and “%(other)s”: the initials fit."),
        Likeness.ACRONYM: _("“%(one)s” and “%(other)s”: one is made of the other’s initials."),
        Likeness.SHORT_FORM: _("“%(one)s” and “%(other)s”: one first name is the beginning of the other."),
        Likeness.SPELLED_ALIKE: _("“%(one)s” and “%(other)s” differ by a letter or two."),
        Likeness.SURNAME_ALONE: _("“%(one)s” and “%(other)s”: one is the other’s surname alone."),
    }
    yield words[suggestion.likeness] % {"one": one, "other": other}
    if suggestion.company:
        met = Actor.objects.filter(key__in=suggestion.company).order_by("name_en")
        names = [actor.name for actor in met[:MOST_NAMED]]
        more = len(suggestion.company) - len(names)
        if more > 0:
            names.append(ngettext("%(count)s other", "%(count)s others", more) % {"count": more})
        yield _("Both took part in events with %(names)s.") % {"names": join_names(names)}


def _bearers() -> list[Bearer]:
    """All actors who take part in an event that was not rejected."""
    knowledge = load_knowledge()
    taking_part: dict[int, list[str]] = defaultdict(list)
    parts = Participation.objects.exclude(event__status=Event.Status.REJECTED).filter(event__chronology=None)
    for event, key in parts.order_by().values_list("event_id", "actor__key"):
        taking_part[event].append(key)
    company = company_of(taking_part)
    names: dict[str, set[str]] = defaultdict(set)
    for key, name in Actor.objects.surviving().order_by().values_list("key", "names__name"):
        if name:
            names[key].add(name)
    return [
        Bearer(
            actor.key,
            ActorKind(actor.kind),
            tuple(sorted(names[actor.key] | {actor.name_fr, actor.name_en})),
            knowledge.actor(actor.key) is not None,
            company[actor.key],
        )
        for actor in Actor.objects.surviving()
        if actor.key in company
    ]


def _named_together() -> Iterator[tuple[str, str]]:
    """Pairs that one passage names side by side."""
    named: dict[int, list[str]] = defaultdict(list)
    rows = Citation.actors.through.objects.order_by().values_list("citation_id", "actor__key")
    for citation, key in rows:
        named[citation].append(key)
    for keys in named.values():
        yield from combinations(keys, 2)
