"""Actors and places by names that editors type: as they are written anywhere, or by the end of their address."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext as _

from timeline.models import Actor, Place
from timeline.wording import join_names

MOST_OFFERED = 5

Named = Actor | Place
Finder = Callable[[str], list[Any]]


def actors_named(text: str) -> list[Actor]:
    """Those who are called so; where nobody is, those whose name begins so or holds it."""
    exact = models.Q(name_fr__iexact=text) | models.Q(name_en__iexact=text) | models.Q(names__name__iexact=text)
    found = Actor.objects.filter(exact | models.Q(slug=slugify(text))).distinct()[: MOST_OFFERED + 1]
    return list(found) or list(
        Actor.objects.filter(models.Q(name_fr__icontains=text) | models.Q(name_en__icontains=text))[:MOST_OFFERED]
    )


def places_named(text: str) -> list[Place]:
    exact = models.Q(name_fr__iexact=text) | models.Q(name_en__iexact=text) | models.Q(key=text)
    return list(Place.objects.filter(exact)[: MOST_OFFERED + 1]) or list(
        Place.objects.filter(models.Q(name_fr__istartswith=text) | models.Q(name_en__istartswith=text))[:MOST_OFFERED]
    )


def the_one_called(text: str, find: Finder) -> Any:
    """Raises ValidationError, which names those that may be meant, unless just one is called so."""
    found = find(text)
    if len(found) == 1 and _is_called(found[0], text):
        return found[0]
    if not found:
        raise ValidationError(_("“%(value)s” is not known here.") % {"value": text})
    offered = join_names([_with_key(one) for one in found[:MOST_OFFERED]])
    raise ValidationError(_("“%(value)s” may mean %(offered)s.") % {"value": text, "offered": offered})


def _is_called(one: Named, text: str) -> bool:
    """Rather than only begin so."""
    if isinstance(one, Place):
        return text.casefold() in (one.name_fr.casefold(), one.name_en.casefold(), one.key)
    names = {one.name_fr.casefold(), one.name_en.casefold(), *(name.name.casefold() for name in one.names.all())}
    return text.casefold() in names or slugify(text) == one.slug


def _with_key(one: Named) -> str:
    return f"{one.name} ({one.slug if isinstance(one, Actor) else one.key})"


class NamedField(forms.CharField):
    """The one actor or place that is called so; None where nothing is typed."""

    def __init__(self, find: Finder, **kwargs: Any) -> None:
        self._find = find
        super().__init__(**{"max_length": 200, **kwargs})

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        return the_one_called(" ".join(typed.split()), self._find) if typed.strip() else None


class SeveralNamedField(forms.CharField):
    """Several of them, parted by semicolons."""

    def __init__(self, find: Finder, **kwargs: Any) -> None:
        self._find = find
        super().__init__(**{"max_length": 2000, **kwargs})

    def clean(self, value: Any) -> list[Any]:
        typed = [" ".join(text.split()) for text in super().clean(value).split(";")]
        return [the_one_called(text, self._find) for text in typed if text]
