"""Three questions, each one query by an index: the first rows, an actor's in some years, those that a search finds."""

from __future__ import annotations

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

_COLUMNS = "event.public_id, event.title, event.date, event.place, event.actors, event.quote"
_ALL = f"SELECT {_COLUMNS} FROM event ORDER BY earliest LIMIT 50"
_OF_ACTOR = f"""
SELECT {_COLUMNS} FROM participation JOIN event ON event.id = participation.event_id
WHERE participation.actor = %s AND participation.earliest BETWEEN %s AND %s ORDER BY participation.earliest LIMIT 50
"""
_FOUND = f"""
SELECT {_COLUMNS} FROM event_fts JOIN event ON event.id = event_fts.rowid
WHERE event_fts MATCH %s ORDER BY event_fts.rank LIMIT 50
"""


def first_rows(request: HttpRequest) -> HttpResponse:
    return _answer(request, _ALL)


def of_actor(request: HttpRequest) -> HttpResponse:
    asked = request.GET
    return _answer(request, _OF_ACTOR, asked["actor"], asked.get("from", "0001"), asked.get("to", "9999"))


def found(request: HttpRequest) -> HttpResponse:
    return _answer(request, _FOUND, '"{}"'.format(request.GET["q"].replace('"', "")))


def _answer(request: HttpRequest, query: str, *values: str) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return render(request, "rows.html", {"rows": cursor.fetchall()})


urlpatterns = [path("", first_rows), path("actor/", of_actor), path("search/", found)]
