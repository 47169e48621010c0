"""Events: what happened, as all citations together tell it."""

from __future__ import annotations

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from timeline.dates import HistoricalDate
from timeline.models.actors import Actor
from timeline.models.chronologies import Chronology
from timeline.models.dated import Dated
from timeline.models.kinds import Kind
from timeline.models.places import Place
from timeline.models.sources import Citation, Source

UNRANKED = 39_999_999
"""The last place in the queue: of what nobody has ranked yet."""


class EventQuerySet(models.QuerySet["Event"]):
    def published(self) -> Self:
        return self.filter(status=Event.Status.PUBLISHED)

    def of_articles(self) -> Self:
        """Those of the chronology that is made from the articles read here."""
        return self.filter(chronology=None)

    def waiting(self) -> Self:
        """Proposals: what the program found in the articles and nobody has reviewed, drafts too."""
        # In these words, for which the index `event_waiting` is made.
        return self.of_articles().filter(reviewed=False).exclude(status=Event.Status.REJECTED)

    def in_order_of_review(self) -> Self:
        return self.order_by("rank", "pk")

    def after_in_review(self, rank: int, pk: int) -> Self:
        return self.filter(models.Q(rank__gt=rank) | models.Q(rank=rank, pk__gt=pk), rank__gte=rank)

    def before_in_review(self, rank: int, pk: int) -> Self:
        return self.filter(models.Q(rank__lt=rank) | models.Q(rank=rank, pk__lt=pk), rank__lte=rank)

    def involving(self, actor: Actor) -> Self:
        return self.filter(pk__in=Participation.objects.filter(actor=actor).order_by().values("event"))

    def told_in(self, sources: models.QuerySet[Source]) -> Self:
        """Those that a passage of one of these articles supports."""
        return self.filter(pk__in=Citation.objects.filter(source__in=sources).order_by().values("event"))

    def possibly_within(self, span: HistoricalDate) -> Self:
        """Those that have a day in common with the span."""
        # Dated, in the words of the columns that `event_waiting` holds: no date is open at both ends.
        found = self.exclude(earliest=None, latest=None)
        if span.latest:
            found = found.filter(models.Q(earliest__lte=span.latest) | models.Q(earliest=None))
        if span.earliest:
            found = found.filter(models.Q(latest__gte=span.earliest) | models.Q(latest=None))
        return found

    def with_evidence(self, *, with_texts: bool = False) -> Self:
        """Brings along all that a reader sees of an event; the articles' full texts only when asked."""
        citations = Citation.objects.standing().select_related("source__reprint_of", "place")
        citations = citations.defer("source__reprint_of__text")
        citations = citations.prefetch_related("actors") if with_texts else citations.defer("source__text")
        return self.select_related("place").prefetch_related(
            models.Prefetch("citations", citations.as_published()),
            models.Prefetch("participations", Participation.objects.select_related("actor").order_by("id")),
        )

    def for_titles(self) -> Self:
        """Brings along what a list of titles shows of an event, and no more."""
        fields = ("public_id", "kind", "title_fr", "title_en", "edtf")
        parts = Participation.objects.select_related("actor").order_by("id")
        return self.only(*fields).prefetch_related(models.Prefetch("participations", parts))

    def for_lists(self) -> Self:
        """Brings along what a list of the desk shows of an event, and no more. (Readers' lists read plain rows.)"""
        of_article = ["title", "opening", "name", "publisher", "author", "language", "sha256", "edtf", "reprint_of_id"]
        citations = (
            Citation.objects.standing()
            .select_related("source", "place")
            .only(
                *(
                    "event_id",
                    "key",
                    "start",
                    "end",
                    "quote",
                    "time_start",
                    "time_end",
                    "edtf",
                    "kind",
                    "place",
                    "claim",
                ),
                *(f"source__{field}" for field in of_article),
            )
        )
        titled = ("public_id", "kind", "title_fr", "title_en", "place")
        fields = (*titled, "edtf", "earliest", "latest", "status", "reviewed")
        return (
            self.only(*fields)
            .select_related("place")
            .prefetch_related(
                models.Prefetch("citations", citations.as_published()),
                models.Prefetch("participations", Participation.objects.select_related("actor").order_by("id")),
            )
        )


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
    chronology = models.ForeignKey(
        Chronology,
        models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="events",
        verbose_name=_("chronology"),
        help_text=_("Empty: the chronology of the articles that are read here."),
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
    merged_into = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="merged",
        verbose_name=_("merged into"),
        help_text=_("The event that a person merged it into; its address leads there."),
    )
    sequence = models.IntegerField(
        _("sequence"), default=0, help_text=_("Orders events of the same date: smaller comes first.")
    )
    rank = models.PositiveIntegerField(
        _("rank"),
        default=UNRANKED,
        editable=False,
        help_text=_("Its place among the proposals to review: how sure the program is, then the day."),
    )
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    created = models.DateTimeField(_("created"), auto_now_add=True)
    modified = models.DateTimeField(_("modified"), auto_now=True)

    objects = EventQuerySet.as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("event")
        verbose_name_plural = _("events")
        permissions = [("publish_event", _("Can publish events and take them back"))]
        ordering = ["earliest", "-latest", "sequence", "public_id"]
        indexes = [
            models.Index(fields=["status", "earliest"], name="event_status_earliest"),
            models.Index(fields=["status", "latest"], name="event_status_latest"),
            models.Index(fields=["status", "kind"], name="event_status_kind"),
            # Begins with what all of the queue share, for which SQLite prefers it to that of the chronology alone, and
            # ends with all else that is asked, the days too, so that counting reads no rows.
            models.Index(
                fields=["chronology", "rank", "id", "status", "reviewed", "earliest", "latest"],
                name="event_waiting",
                condition=models.Q(reviewed=False),
            ),
        ]

    def __str__(self) -> str:
        from timeline.wording import event_title

        return event_title(self)

    def get_absolute_url(self) -> str:
        return reverse("event", args=[self.public_id])

    @property
    def survivor(self) -> Event:
        """The event that holds its passages now: itself, or the last one that it was merged into."""
        event, seen = self, {self.pk}
        while event.merged_into is not None and event.merged_into_id not in seen:
            event = event.merged_into
            seen.add(event.pk)
        return event

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

    @property
    def what_is_missing(self) -> str:
        """Why it cannot be published; empty where it can."""
        try:
            self.check_publishable()
        except ValidationError as error:
            return " ".join(error.messages)
        return ""

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
