"""Brings the text index up to date with what the database noted as changed (`timeline.index.revision`)."""

from __future__ import annotations

from collections import defaultdict

from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import override

from timeline.alone import Doing, alone
from timeline.index.revision import forget_old_revisions
from timeline.models import ActorName, Citation, Event, Participation, Source
from timeline.models.kinds import Kind
from timeline.search.stems import stems_of
from timeline.search.storage import ARTICLES, EVENTS, Subject, remove, store, take_noted

BATCH = 500


def refresh() -> int:
    """Index every event and article that has changed since the last time; returns how many."""
    forget_old_revisions()
    return sum(_refresh(subject) for subject in (EVENTS, ARTICLES))


def refresh_after_commit() -> None:
    """Once, when what is being written is there for others to see."""
    if not any(waiting[1] is _refresh_all for waiting in connection.run_on_commit):
        # What fails stays noted, and must not fail what has been written already.
        transaction.on_commit(_refresh_all, robust=True)


def _refresh_all() -> None:
    refresh()


def _refresh(subject: Subject) -> int:
    total = 0
    while True:
        with alone(Doing.INDEXING_WORDS):
            keys = take_noted(subject, BATCH)
            if not keys:
                return total
            texts = _events(keys) if subject is EVENTS else _articles(keys)
            held = {key: " ".join(sorted(stems_of(parts))) for key, parts in texts.items()}
            store(subject, held.items())
            remove(subject, set(keys) - held.keys())
        total += len(keys)


def _events(keys: list[int]) -> dict[int, list[str]]:
    """An event is found by its titles, kind, place, passages, and all names of its actors."""
    texts: dict[int, list[str]] = {}
    kinds = _names_of_kinds()
    rows = Event.objects.filter(pk__in=keys)
    for key, kind, *words in rows.values_list("pk", "kind", "title_fr", "title_en", "place__name_fr", "place__name_en"):
        texts[key] = [*kinds[kind], *(word for word in words if word)]
    for event, quote in Citation.objects.standing().filter(event__in=keys).values_list("event_id", "quote"):
        texts[event].append(quote)
    names = _names_of_actors(keys)
    for event, actor in Participation.objects.filter(event__in=keys).values_list("event_id", "actor_id"):
        texts[event] += names[actor]
    return texts


def _names_of_actors(events: list[int]) -> dict[int, list[str]]:
    taking_part = Participation.objects.filter(event__in=events)
    names: dict[int, list[str]] = defaultdict(list)
    for actor, *own in taking_part.values_list("actor_id", "actor__name_fr", "actor__name_en").order_by().distinct():
        names[actor] += own
    for actor, name in ActorName.objects.filter(actor__in=names).values_list("actor_id", "name"):
        names[actor].append(name)
    return names


def _articles(keys: list[int]) -> dict[int, list[str]]:
    """An article is found by its title, its publisher and author, and its text; a superseded one is not found."""
    rows = Source.objects.current().filter(pk__in=keys).values_list("pk", "title", "publisher", "author", "text")
    return {key: list(texts) for key, *texts in rows.iterator(chunk_size=50)}


def _names_of_kinds() -> dict[str, list[str]]:
    names: dict[str, list[str]] = defaultdict(list)
    for language, _name in settings.LANGUAGES:
        with override(language):
            for kind in Kind:
                names[kind.value].append(str(kind.label))
    return names
