"""Writes a chronology straight into the site's database. All that the bench knows of the site's models stands here.

Rows go in by `bulk_create`, some articles at a time, in the order of their keys; what a save would follow up is done
here. Run it in a process whose settings name a fresh SQLite database.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice

from django.core.management import call_command
from django.db import connection, transaction

from bench.synthetic.names import Cast
from bench.synthetic.records import Article, Event
from bench.synthetic.texts import Passage
from timeline import models, search
from timeline.dates import HistoricalDate
from timeline.models.dated import Dated

ARTICLES_AT_ONCE = 60


def write(cast: Cast, articles: Iterable[Article]) -> None:
    """Every row, then what the site derives from them."""
    call_command("migrate", verbosity=0, interactive=False)
    _write_fast()
    with _indexes_afterwards(), transaction.atomic():
        _write_cast(cast)
        citation = 1
        for some in _batches(articles):
            _write_events([event for article in some for event in article.events])
            models.Source.objects.bulk_create([_source(article) for article in some])
            citation = _write_citations(some, citation)
    _derive()


def _write_fast() -> None:
    """The file is made anew when its making was cut short, so that it need not be safe while it grows."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode=OFF")
        cursor.execute("PRAGMA synchronous=OFF")
        cursor.execute("PRAGMA foreign_keys=OFF")
        cursor.execute("PRAGMA cache_size=-400000")


@contextmanager
def _indexes_afterwards() -> Iterator[None]:
    """An index that is made at the end is sorted once; one that grows is written all over again and again."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
        indexes = cursor.fetchall()
        for name, _made_by in indexes:
            cursor.execute(f'DROP INDEX "{name}"')
    yield
    with connection.cursor() as cursor:
        for _name, made_by in indexes:
            cursor.execute(made_by)


def _derive() -> None:
    """What the site keeps beside the rows, as far as a save and not a reader would make it."""
    search.refresh()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode=WAL")


def _write_cast(cast: Cast) -> None:
    models.Place.objects.bulk_create(
        [
            models.Place(pk=number, key=place.key, name_fr=place.name_fr, name_en=place.name_en, country=place.country)
            for number, place in enumerate(cast.places, start=1)
        ]
    )
    models.Actor.objects.bulk_create(
        [
            models.Actor(
                pk=number, key=actor.key, slug=actor.slug, kind=actor.kind, name_fr=actor.name, name_en=actor.name
            )
            for number, actor in enumerate(cast.actors, start=1)
        ],
        batch_size=5000,
    )
    models.ActorName.objects.bulk_create(
        [models.ActorName(actor_id=number, name=actor.name) for number, actor in enumerate(cast.actors, start=1)],
        batch_size=5000,
    )


def _write_events(events: Sequence[Event]) -> None:
    rows = [
        models.Event(
            pk=event.number + 1,
            public_id=event.public_id,
            kind=event.kind,
            title_fr=event.title_fr,
            title_en=event.title_en,
            place_id=None if event.place is None else event.place + 1,
            status=models.Event.Status.PUBLISHED,
            reviewed=event.reviewed,
        )
        for event in events
    ]
    for row, event in zip(rows, events, strict=True):
        _date(row, event.date)
    models.Event.objects.bulk_create(rows)
    models.Participation.objects.bulk_create(
        [
            models.Participation(event_id=event.number + 1, actor_id=actor + 1)
            for event in events
            for actor in event.actors
        ]
    )


def _source(article: Article) -> models.Source:
    source = models.Source(
        pk=article.number + 1,
        name=article.name,
        sha256=article.sha256,
        title=article.title,
        opening=article.text[:100],
        publisher=article.publisher,
        language=article.language,
        text=article.text,
        extractor="bench",
    )
    _date(source, HistoricalDate.from_day(article.published))
    return source


def _write_citations(articles: Sequence[Article], first: int) -> int:
    """Numbered from `first`; returns the next number."""
    passages = [(article, passage) for article in articles for passage in article.passages]
    numbered = list(enumerate(passages, start=first))
    models.Citation.objects.bulk_create([_citation(number, *passage) for number, passage in numbered])
    named = models.Citation.actors.through
    named.objects.bulk_create(
        [
            named(citation_id=number, actor_id=actor + 1)
            for number, (_article, passage) in numbered
            for actor in passage.telling.actors
        ]
    )
    return first + len(passages)


def _citation(number: int, article: Article, passage: Passage) -> models.Citation:
    telling = passage.telling
    wording = article.text[passage.time_start : passage.time_end]
    citation = models.Citation(
        pk=number,
        # In order, since the index of a unique column cannot be made afterwards.
        key=f"{number:08x}{hashlib.sha256(f'passage {number}'.encode()).hexdigest()[8:]}",
        source_id=article.number + 1,
        event_id=telling.event + 1,
        start=passage.start,
        end=passage.end,
        quote=passage.quote,
        time_start=passage.time_start,
        time_end=passage.time_end,
        wording=wording,
        derivation={"origin": "explicit", "rule": "bench", "base": ""},
        kind=telling.kind,
        place_id=None if telling.place_number is None else telling.place_number + 1,
        extractor="bench",
    )
    _date(citation, telling.date)
    return citation


def _date(row: Dated, date: HistoricalDate) -> None:
    """All date columns, without reading the text that was just written."""
    row.edtf, row.earliest, row.latest, row.precision = date.edtf, date.earliest, date.latest, date.precision.value


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    remaining = iter(articles)
    while some := list(islice(remaining, ARTICLES_AT_ONCE)):
        yield some
