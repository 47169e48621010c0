"""The lists of actors, sources and undated claims as plain objects: narrowed by words, a hundred to a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.db.models import Count, Expression, Q, Value
from django.db.models.functions import Lower, Replace
from django.utils.translation import gettext as _

from timeline.languages import in_readers_language
from timeline.models import Actor, ActorName, Citation, Event, Participation, Source
from timeline.models.actors import ActorQuerySet
from timeline.pages.paging import Leaf, leaf_of
from timeline.text_search import word_patterns

PER_PAGE = 100
SOURCES_PER_PAGE = 50
CLAIMS_PER_PAGE = 50

# The accents that French and English names begin with, and the commonest within them; each costs a pass over all names.
# Capitals too: SQLite makes only the letters of ASCII small.
ACCENTS = [*zip("ÉéÈèÎïÅÖôŠÇç", "eeeeiiaooscc", strict=True)]


@dataclass(frozen=True)
class Group:
    """Actors of one kind, each with the number of its events."""

    kind: str
    title: str
    actors: list[tuple[Actor, int]]


class ActorDirectory:
    """Those who take part in a published event, by kind and name."""

    def __init__(self, words: str = "", page: str = "") -> None:
        self.words = " ".join(words.split())[:200]
        self._asked_page = page

    @cached_property
    def leaf(self) -> Leaf[Actor]:
        name = in_readers_language(fr="name_fr", en="name_en")
        ordered = self._actors().order_by("-kind", _without_accents(name), name, "key")
        return leaf_of(ordered, self._asked_page, PER_PAGE, q=self.words)

    @cached_property
    def groups(self) -> list[Group]:
        titles = {"state": _("States"), "person": _("Persons"), "organisation": _("Organisations")}
        counts = self._counts()
        return [
            Group(kind, titles[kind], [(actor, counts.get(actor.pk, 0)) for actor in actors])
            for kind, actors in groupby(self.leaf.rows, key=lambda actor: actor.kind)
        ]

    def _actors(self) -> ActorQuerySet:
        """Not counted here: only the page's own hundred are."""
        parts = Participation.objects.filter(event__status=Event.Status.PUBLISHED)
        actors = Actor.objects.filter(pk__in=parts.order_by().values("actor"))
        for pattern in word_patterns(self.words):
            actors = actors.filter(pk__in=ActorName.objects.filter(name__iregex=pattern).values("actor"))
        return actors

    def _counts(self) -> Mapping[int, int]:
        # As a condition of the count, not of the rows: SQLite would else walk through all published events.
        published = Count("pk", filter=Q(event__status=Event.Status.PUBLISHED))
        parts = Participation.objects.filter(actor__in=self.leaf.rows).order_by()
        return dict(parts.values_list("actor").annotate(number=published))


def _without_accents(field: str) -> Expression:
    """For sorting: databases put « États-Unis » behind the Z."""
    key: Expression = Lower(field)
    for accented, plain in ACCENTS:
        key = Replace(key, Value(accented), Value(plain))
    return key


class SourceDirectory:
    """The newest version of every article, by title."""

    def __init__(self, words: str = "", page: str = "") -> None:
        self.words = " ".join(words.split())[:200]
        self._asked_page = page

    @cached_property
    def leaf(self) -> Leaf[Source]:
        sources = Source.objects.current()
        for pattern in word_patterns(self.words):
            sources = sources.filter(
                Q(title__iregex=pattern)
                | Q(opening__iregex=pattern)
                | Q(publisher__iregex=pattern)
                | Q(author__iregex=pattern)
                | Q(name__iregex=pattern)
            )
        listed = sources.select_related("reprint_of").defer("text", "reprint_of__text")
        return leaf_of(listed, self._asked_page, SOURCES_PER_PAGE, q=self.words)

    @cached_property
    def rows(self) -> list[tuple[Source, int]]:
        """With the number of passages that stand in the chronology; only those of this page are counted."""
        passages = Citation.objects.filter(source__in=self.leaf.rows, event__status=Event.Status.PUBLISHED)
        counts = dict(passages.order_by().values_list("source").annotate(Count("pk")))
        return [(source, counts.get(source.pk, 0)) for source in self.leaf.rows]


class UndatedClaims:
    """Claims that no date could be found for, article by article."""

    def __init__(self, source: Source | None = None, page: str = "") -> None:
        self.source = source
        """Only those of this article."""
        self._asked_page = page

    @cached_property
    def leaf(self) -> Leaf[Citation]:
        claims = Citation.objects.undated_claims().for_reading().order_by("source__name", "source", "start", "id")
        if self.source:
            claims = claims.filter(source=self.source)
        return leaf_of(claims, self._asked_page, CLAIMS_PER_PAGE, source=self.source.sha256[:12] if self.source else "")

    @cached_property
    def by_source(self) -> list[tuple[Source, list[Citation]]]:
        rows: Iterable[Citation] = self.leaf.rows
        groups = [list(claims) for _key, claims in groupby(rows, key=lambda claim: claim.source_id)]
        return [(claims[0].source, claims) for claims in groups]
