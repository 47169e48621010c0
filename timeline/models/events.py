"""Events: what happened, as all citations together tell it."""

from __future__ import annotations

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce, ExtractYear
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from timeline.dates import HistoricalDate
from timeline.models.actors import Actor
from timeline.models.dated import Dated
from timeline.models.kinds import Kind, kinds_called
from timeline.models.places import Place
from timeline.models.sources import Citation, Source
from timeline.text_search import word_patterns


class EventQuerySet(models.QuerySet["Event"]):
    def published(self) -> Self:
        return self.filter(status=Event.Status.PUBLISHED)

    def in_order(self) -> Self:
        """By first possible day, the widest first (a year heads its year), then the editors' sequence."""
        return self.order_by(
            Coalesce("earliest", "latest"), models.F("latest").desc(nulls_first=True), "sequence", "public_id"
        )

    def involving(self, *actors: Actor) -> Self:
        """With all of these actors."""
        events = self
        for actor in actors:
            events = events.filter(participations__actor=actor)
        return events

    def involving_any(self, actors: list[Actor]) -> Self:
        return self.filter(participations__actor__in=actors).distinct()

    def possibly_in(self, span: HistoricalDate) -> Self:
        """Whose dates share a day with the span."""
        events = self
        if span.latest is not None:
            events = events.filter(Q(earliest=None) | Q(earliest__lte=span.latest))
        if span.earliest is not None:
            events = events.filter(Q(latest=None) | Q(latest__gte=span.earliest))
        return events

    def certainly_in(self, span: HistoricalDate) -> Self:
        """Whose every possible day lies in the span."""
        events = self
        if span.latest is not None:
            events = events.filter(latest__lte=span.latest)
        if span.earliest is not None:
            events = events.filter(earliest__gte=span.earliest)
        return events

    def of_kinds(self, kinds: list[str]) -> Self:
        return self.filter(kind__in=kinds)

    def at_places(self, places: list[Place]) -> Self:
        return self.filter(place__in=places)

    def told_by(self, sources: list[Source]) -> Self:
        """That at least one of these articles reports."""
        return self.filter(pk__in=Citation.objects.standing().filter(source__in=sources).values("event"))

    def mentioning(self, text: str) -> Self:
        """Whose title, passages, actors or place hold every word of the text; accents and plurals are forgiven."""
        events = self
        for pattern in word_patterns(text):
            passages = Citation.objects.standing().filter(quote__iregex=pattern)
            people = Participation.objects.filter(actor__names__name__iregex=pattern)
            events = events.filter(
                Q(pk__in=passages.values("event"))
                | Q(pk__in=people.values("event"))
                | Q(place__name_fr__iregex=pattern)
                | Q(place__name_en__iregex=pattern)
                | Q(title_fr__iregex=pattern)
                | Q(title_en__iregex=pattern)
                | Q(kind__in=kinds_called(pattern))
            )
        return events

    def with_evidence(self, *, with_texts: bool = False) -> Self:
        """Brings along all that a reader sees of an event; the articles' full texts only when asked."""
        citations = Citation.objects.standing().select_related("source__reprint_of", "place")
        citations = citations.defer("source__reprint_of__text")
        citations = citations.prefetch_related("actors") if with_texts else citations.defer("source__text")
        return self.select_related("place").prefetch_related(
            models.Prefetch("citations", citations.order_by("source__earliest", "source_id", "start")),
            models.Prefetch("participations", Participation.objects.select_related("actor").order_by("id")),
        )

    def counted_by_years(self) -> list[tuple[int, int, int]]:
        """How many events may lie between two years: first year, last year, count. An open end counts as one year."""
        spans = self.order_by().annotate(
            first=ExtractYear(Coalesce("earliest", "latest")), last=ExtractYear(Coalesce("latest", "earliest"))
        )
        return list(spans.values_list("first", "last").annotate(models.Count("pk")).order_by("first", "last"))

    def before(self, event: Event) -> Event | None:
        """The event that the chronology has just before this one."""
        return self._neighbour(event, -1)

    def after(self, event: Event) -> Event | None:
        return self._neighbour(event, 1)

    def _neighbour(self, event: Event, step: int) -> Event | None:
        keys = list(self.in_order().values_list("pk", flat=True))
        position = keys.index(event.pk) + step if event.pk in keys else -1
        return self.get(pk=keys[position]) if 0 <= position < len(keys) else None


class Event(Dated):
    """One happening. Its date columns are settled from its citations, or set by an editor."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        REJECTED = "rejected", _("rejected")

    Kind = Kind

    public_id = models.CharField(
        _("public id"), max_length=16, unique=True, editable=False, help_text=_("Never changes; part of the address.")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, help_text=_("What sort of event it is."))
    title_fr = models.CharField(
        _("French title"), max_length=300, blank=True, help_text=_("Empty: worded from kind, actors and place.")
    )
    title_en = models.CharField(
        _("English title"), max_length=300, blank=True, help_text=_("Empty: worded from kind, actors and place.")
    )
    place = models.ForeignKey(
        Place,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("place"),
        help_text=_("Where it happened; empty if no source says."),
    )
    actors = models.ManyToManyField(Actor, through="Participation", related_name="events", verbose_name=_("actors"))
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=Status,
        default=Status.DRAFT,
        help_text=_("Only published events are shown."),
    )
    reviewed = models.BooleanField(
        _("reviewed"), default=False, help_text=_("Whether an editor has looked at it. Readers see when nobody has.")
    )
    locked = models.JSONField(
        _("locked fields"),
        default=list,
        blank=True,
        help_text=_("Names of the fields that a person set; the program never changes these."),
    )
    merge_reasons = models.JSONField(
        _("reasons for merging"),
        default=list,
        blank=True,
        editable=False,
        help_text=_("Why the program holds its passages to be about one event."),
    )
    sequence = models.IntegerField(
        _("sequence"), default=0, help_text=_("Orders events of the same date: smaller comes first.")
    )
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    created = models.DateTimeField(_("created"), auto_now_add=True)
    modified = models.DateTimeField(_("modified"), auto_now=True)

    objects = EventQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["earliest", "-latest", "sequence", "public_id"]
        indexes = [
            models.Index(fields=["status", "earliest"], name="event_status_earliest"),
            models.Index(fields=["status", "latest"], name="event_status_latest"),
            models.Index(fields=["status", "kind"], name="event_status_kind"),
        ]

    def __str__(self) -> str:
        from timeline.wording import event_title

        return event_title(self)

    def get_absolute_url(self) -> str:
        return reverse("event", args=[self.public_id])

    @property
    def leading_participations(self) -> list[Participation]:
        """Those who took part themselves, without the states for which they did."""
        return [one for one in self.participations.all() if one.role != Participation.Role.REPRESENTED]

    def check_publishable(self) -> None:
        """Raises ValidationError where nothing supports it: no statement without a passage."""
        if self._state.adding or not self.citations.exclude(state="rejected").exists():
            raise ValidationError(_("An event needs a citation before it can be published."))
        if not self.edtf:
            raise ValidationError(_("An event needs a date before it can be published."))

    def publish(self) -> None:
        """Show it to readers. Raises ValidationError as `check_publishable` does."""
        self.check_publishable()
        self.status = self.Status.PUBLISHED
        self.save()

    def reject(self) -> None:
        self.status = self.Status.REJECTED
        self.save()


class Participation(models.Model):
    """An actor's part in an event."""

    class Role(models.TextChoices):
        PARTICIPANT = "participant", _("participant")
        INITIATOR = "initiator", _("initiator")
        TARGET = "target", _("target")
        IMPLIED = "implied", _("not named in the passage, implied by the article")
        REPRESENTED = "represented", _("represented by others named")

    event = models.ForeignKey(Event, models.CASCADE, related_name="participations", verbose_name=_("event"))
    actor = models.ForeignKey(Actor, models.PROTECT, related_name="participations", verbose_name=_("actor"))
    role = models.CharField(
        _("role"), max_length=12, choices=Role, default=Role.PARTICIPANT, help_text=_("What part the actor had in it.")
    )

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["event", "actor"], name="an_actor_takes_part_once")]

    def __str__(self) -> str:
        return f"{self.actor} ({self.get_role_display()})"
