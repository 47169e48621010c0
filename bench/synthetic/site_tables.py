"""Writes a chronology straight into the site's database. All that the bench knows of the site's models stands here.

Rows go in as they are, some articles at a time, in the order of their keys, for building models would take as long as
all else; what a save would follow up is done here. Run it in a process whose settings name a fresh SQLite database.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import islice

from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from bench.synthetic.names import Cast
from bench.synthetic.records import Article, Event
from bench.synthetic.texts import Passage
from timeline import models, search
from timeline.dates import HistoricalDate

Row = Mapping[str, object]

ARTICLES_AT_ONCE = 60


def write(cast: Cast, articles: Iterable[Article]) -> None:
    """Every row, then what the site derives from them."""
    call_command("migrate", verbosity=0, interactive=False)
    _write_fast()
    with _indexes_and_triggers_afterwards(), transaction.atomic():
        _write_cast(cast)
        citation = 1
        for some in _batches(articles):
            _write_events([event for article in some for event in article.events])
            _write_sources(some)
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
def _indexes_and_triggers_afterwards() -> Iterator[None]:
    """An index that is made at the end is sorted once; one that grows is written all over again and again. What
    triggers would have noted row by row, `_derive` notes at once."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger')")
        made = [row for row in cursor.fetchall() if row[2]]
        for sort, name, _made_by in made:
            cursor.execute(f'DROP {sort} "{name}"')
    yield
    with connection.cursor() as cursor:
        for _sort, _name, made_by in made:
            cursor.execute(made_by)


def _derive() -> None:
    """What the site keeps beside the rows, as far as a save and not a reader would make it."""
    with connection.cursor() as cursor:
        for subject in (search.EVENTS, search.ARTICLES):
            cursor.execute(f"INSERT INTO {subject.noted} (row_id) SELECT id FROM {subject.table}")
    search.refresh()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode=WAL")


def _write_cast(cast: Cast) -> None:
    _insert(
        models.Place,
        (
            {
                "id": number,
                "key": place.key,
                "name_fr": place.name_fr,
                "name_en": place.name_en,
                "country": place.country,
            }
            for number, place in enumerate(cast.places, start=1)
        ),
    )
    _insert(
        models.Actor,
        (
            {
                "id": number,
                "key": actor.key,
                "slug": actor.slug,
                "kind": actor.kind,
                "name_fr": actor.name,
                "name_en": actor.name,
            }
            for number, actor in enumerate(cast.actors, start=1)
        ),
    )
    _insert(
        models.ActorName,
        ({"actor_id": number, "name": actor.name} for number, actor in enumerate(cast.actors, start=1)),
    )


def _write_events(events: Sequence[Event]) -> None:
    _insert(
        models.Event,
        (
            {
                "id": event.number + 1,
                "public_id": event.public_id,
                "kind": event.kind,
                "title_fr": event.title_fr,
                "title_en": event.title_en,
                "place_id": None if event.place is None else event.place + 1,
                "status": models.Event.Status.PUBLISHED.value,
                "reviewed": event.reviewed,
                **_dated(event.date),
            }
            for event in events
        ),
    )
    _insert(
        models.Participation,
        ({"event_id": event.number + 1, "actor_id": actor + 1} for event in events for actor in event.actors),
    )


def _write_sources(articles: Sequence[Article]) -> None:
    _insert(
        models.Source,
        (
            {
                "id": article.number + 1,
                "name": article.name,
                "sha256": article.sha256,
                "title": article.title,
                "opening": article.text[:100],
                "publisher": article.publisher,
                "language": article.language,
                "text": article.text,
                "extractor": "bench",
                **_dated(HistoricalDate.from_day(article.published)),
            }
            for article in articles
        ),
    )


def _write_citations(articles: Sequence[Article], first: int) -> int:
    """Numbered from `first`; returns the next number."""
    passages = [(article, passage) for article in articles for passage in article.passages]
    numbered = list(enumerate(passages, start=first))
    _insert(models.Citation, (_citation(number, *passage) for number, passage in numbered))
    _insert(
        models.Citation.actors.through,
        (
            {"citation_id": number, "actor_id": actor + 1}
            for number, (_article, passage) in numbered
            for actor in passage.telling.actors
        ),
    )
    return first + len(passages)


def _citation(number: int, article: Article, passage: Passage) -> Row:
    telling = passage.telling
    return {
        "id": number,
        # In order, since the index of a unique column cannot be made afterwards.
        "key": f"{number:08x}{hashlib.sha256(f'passage {number}'.encode()).hexdigest()[8:]}",
        "source_id": article.number + 1,
        "event_id": telling.event + 1,
        "start": passage.start,
        "end": passage.end,
        "quote": passage.quote,
        "time_start": passage.time_start,
        "time_end": passage.time_end,
        "wording": article.text[passage.time_start : passage.time_end],
        "derivation": '{"origin": "explicit", "rule": "bench", "base": ""}',
        "kind": telling.kind,
        "place_id": None if telling.place_number is None else telling.place_number + 1,
        "extractor": "bench",
        **_dated(telling.date),
    }


def _dated(date: HistoricalDate) -> Row:
    """All date columns, as a save would fill them."""
    earliest, latest = (day.isoformat() if day else None for day in (date.earliest, date.latest))
    return {"edtf": date.edtf, "earliest": earliest, "latest": latest, "precision": date.precision.value}


def _insert(model: type[Model], rows: Iterable[Row]) -> None:
    """Values as SQLite keeps them, by column; what a row does not give has the model's default."""
    usual = _usual(model)
    columns = ", ".join(f'"{column}"' for column in usual)
    statement = f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES ({", ".join(["%s"] * len(usual))})'
    with connection.cursor() as cursor:
        cursor.executemany(statement, ([*({**usual, **row}).values()] for row in rows))


@cache
def _usual(model: type[Model]) -> Row:
    usual: dict[str, object] = {}
    for field in model._meta.concrete_fields:
        is_clock = getattr(field, "auto_now_add", False) or getattr(field, "auto_now", False)
        value = timezone.now() if is_clock else field.get_default()
        usual[field.attname] = None if field.primary_key else field.get_db_prep_save(value, connection)
    return usual


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    remaining = iter(articles)
    while some := list(islice(remaining, ARTICLES_AT_ONCE)):
        yield some
