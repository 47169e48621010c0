"""The lists of actors, sources and undated claims as plain objects: narrowed by words, a hundred to a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise

from django.db.models import Count, Expression, Q, QuerySet, Value
from django.db.models.functions import Lower, Replace
from django.utils.translation import gettext as _

from timeline import search
from timeline.index.current import current_index
from timeline.languages import in_readers_language
from timeline.models import Actor, Citation, Event, Participation, Source
from timeline.pages.paging import Leaf, leaf_of
from timeline.pages.passages import EXCERPT, Piece
from timeline.search.marking import excerpt_around, marks

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

    def _actors(self) -> QuerySet[Actor]:
        """Not counted here: only the page's own hundred are."""
        parts = Participation.objects.filter(event__status=Event.Status.PUBLISHED, event__chronology=None)
        actors = Actor.objects.filter(pk__in=parts.order_by().values("actor"))
        return actors.filter(pk__in=current_index().actors.beginning_with(self.words)) if self.words else actors

    def _counts(self) -> Mapping[int, int]:
        # As a condition of the count, not of the rows: SQLite would else walk through all published events.
        published = Count("pk", filter=Q(event__status=Event.Status.PUBLISHED, event__chronology=None))
        parts = Participation.objects.filter(actor__in=self.leaf.rows).order_by()
        return dict(parts.values_list("actor").annotate(number=published))


def _without_accents(field: str) -> Expression:
    """For sorting: databases put « États-Unis » behind the Z."""
    key: Expression = Lower(field)
    for accented, plain in ACCENTS:
        key = Replace(key, Value(accented), Value(plain))
    return key


@dataclass(frozen=True)
class SourceRow:
    """An article in the list: how many of its passages stand in the chronology, and where the words searched for do."""

    source: Source
    passages: int
    excerpt: list[Piece]


class SourceDirectory:
    """The newest version of every article, by title; or those that hold the words, anywhere in their text."""

    def __init__(self, words: str = "", page: str = "") -> None:
        self.words = " ".join(words.split())[:200]
        self._asked_page = page

    @cached_property
    def leaf(self) -> Leaf[Source]:
        sources = Source.objects.current().filter(chronology=None)
        if self.words:
            sources = sources.filter(pk__in=search.found(search.ARTICLES, self.words))
        # Of a search, the texts too: each article shows where the words stand in it.
        kept_back = ["reprint_of__text"] if self.words else ["text", "reprint_of__text"]
        listed = sources.select_related("reprint_of").defer(*kept_back)
        return leaf_of(listed, self._asked_page, SOURCES_PER_PAGE, q=self.words)

    @cached_property
    def rows(self) -> list[SourceRow]:
        """Only the passages of this page's articles are counted."""
        passages = Citation.objects.filter(source__in=self.leaf.rows, event__status=Event.Status.PUBLISHED)
        counts = dict(passages.order_by().values_list("source").annotate(Count("pk")))
        return [SourceRow(source, counts.get(source.pk, 0), self._excerpt(source)) for source in self.leaf.rows]

    def _excerpt(self, source: Source) -> list[Piece]:
        """Where the words searched for first stand in the article; empty where its title alone holds them."""
        spans = marks(source.text, self.words) if self.words else []
        if not spans:
            return []
        start, end = excerpt_around(source.text, spans, EXCERPT)
        within = [(max(first, start), min(last, end)) for first, last in spans if first < end and last > start]
        cuts = sorted({start, end, *(cut for span in within for cut in span)})
        return [Piece(source.text[first:last], quote=(first, last) in within) for first, last in pairwise(cuts)]


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
