"""Persons, states and organisations, their names, and who held which office when."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from timeline.extraction.records import ActorKind
from timeline.languages import in_readers_language
from timeline.models.dated import Dated


class ActorQuerySet(models.QuerySet["Actor"]):
    def surviving(self) -> Self:
        """Those that have not been merged into another."""
        return self.filter(merged_into=None)


class Actor(models.Model):
    class Kind(models.TextChoices):
        PERSON = ActorKind.PERSON.value, _("person")
        STATE = ActorKind.STATE.value, _("state")
        ORGANISATION = ActorKind.ORGANISATION.value, _("organisation")

    key = models.CharField(
        _("key"), max_length=200, unique=True, help_text=_("Stable name for programs, such as state:RU.")
    )
    slug = models.SlugField(_("address"), max_length=200, unique=True, help_text=_("The end of the page's address."))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, help_text=_("Person, state or organisation."))
    name_fr = models.CharField(_("French name"), max_length=200, help_text=_("The name shown in French."))
    name_en = models.CharField(_("English name"), max_length=200, help_text=_("The name shown in English."))
    wikidata = models.CharField(
        _("Wikidata id"), max_length=20, blank=True, help_text=_("Such as Q7747; empty if unknown.")
    )

    merged_into = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="merged",
        verbose_name=_("merged into"),
        help_text=_("The actor that a person held to be the same; the address of its page leads there."),
    )

    objects = ActorQuerySet.as_manager()

    count: int
    """In how many events of a selection; set by the page that counts them."""

    class Meta:
        verbose_name = _("actor")
        verbose_name_plural = _("actors")
        ordering = ["name_en", "key"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("actor", args=[self.slug])

    @property
    def survivor(self) -> Actor:
        """Who stands for it now: itself, or the last one that it was merged into."""
        actor, seen = self, {self.pk}
        while actor.merged_into is not None and actor.merged_into_id not in seen:
            actor = actor.merged_into
            seen.add(actor.pk)
        return actor

    @property
    def name(self) -> str:
        """In the reader's language."""
        return in_readers_language(fr=self.name_fr, en=self.name_en)


class ActorName(models.Model):
    """A spelling under which the actor appears in sources or in the knowledge files."""

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="names", verbose_name=_("actor"))
    name = models.CharField(_("name"), max_length=200, help_text=_("Exactly as written."))
    language = models.CharField(
        _("language"), max_length=2, blank=True, help_text=_("fr, en, or empty where it is the same in both.")
    )

    class Meta:
        verbose_name = _("name")
        verbose_name_plural = _("names")
        ordering = ["language", "name"]
        constraints = [models.UniqueConstraint(fields=["actor", "name", "language"], name="actor_has_a_name_once")]

    def __str__(self) -> str:
        return self.name


class Tenure(Dated):
    """An office and the time in which the actor held it."""

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="tenures", verbose_name=_("actor"))
    office_fr = models.CharField(_("office in French"), max_length=200, help_text=_("Such as « directeur de la CIA »."))
    office_en = models.CharField(_("office in English"), max_length=200, help_text=_("Such as “Director of the CIA”."))
    origin = models.CharField(
        _("origin"),
        max_length=200,
        blank=True,
        help_text=_("Where this fact comes from: a data set, a source, a person."),
    )

    class Meta(Dated.Meta):
        verbose_name = _("tenure")
        verbose_name_plural = _("tenures")
        ordering = ["earliest", "latest", "id"]

    def __str__(self) -> str:
        return f"{self.actor}, {self.office} ({self.edtf})"

    @property
    def office(self) -> str:
        """In the reader's language."""
        return in_readers_language(fr=self.office_fr, en=self.office_en)
