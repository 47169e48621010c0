"""The form of an event. It knows what its editor saw, and refuses to write over what somebody else changed since."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline import judging
from timeline.admin.typed_date_field import TypedDateField
from timeline.admin.values import change_in_words, changes_in_words
from timeline.judging.fields import Fields, snapshot
from timeline.models import Event


class SeenField(forms.CharField):
    """Carries what the editor saw through the form; it is no entry of theirs, so that it never counts as changed."""

    widget = forms.HiddenInput

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class EventForm(forms.ModelForm):
    edtf = TypedDateField()
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=500,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=gettext_lazy("Why you change it, for the history. May stay empty."),
    )
    seen = SeenField(
        label=gettext_lazy("As it was"),
        required=False,
        help_text=gettext_lazy("What the event was when this form was opened."),
    )

    may_publish = False
    """Whether whoever fills it in may show the event to readers and take it back from them."""

    class Meta:
        model = Event
        fields = ("kind", "edtf", "place", "status", "title_fr", "title_en", "sequence")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stored: Fields = snapshot(self.instance)
        """What the database holds, before anything that was typed gets into the instance."""
        if status := self.fields.get("status"):
            status.choices = [(value, label) for value, label in Event.Status.choices if self._may_be(value)]
        self.fields["seen"].initial = signing.dumps(self._state(), compress=True)

    def _may_be(self, status: str) -> bool:
        return self.may_publish or not judging.is_publishing(self.stored["status"], status)

    def _state(self) -> dict[str, Any]:
        event = self.instance
        passages = dict(event.citations.values_list("key", "state")) if event.pk else {}
        return {"version": event.version, "fields": self.stored, "passages": passages}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.instance.pk:
            self._refuse_if_changed_meanwhile(cleaned.get("seen", ""))
        if "status" in cleaned and not self._may_be(cleaned["status"]):
            words = _("Only publishers show an event to readers or take it back from them.")
            self.add_error("status", ValidationError(words, code="not_a_publisher"))
        elif cleaned.get("status") == Event.Status.PUBLISHED and "edtf" in cleaned:
            self._refuse_if_unsupported(cleaned["edtf"])
        return cleaned

    def _refuse_if_changed_meanwhile(self, seen: str) -> None:
        try:
            before = signing.loads(seen)
        except signing.BadSignature as error:
            raise ValidationError(
                _("This form is incomplete. Open the event again and repeat your changes."), code="incomplete"
            ) from error
        now = self._state()
        if before == now:
            return
        advice = _(
            "Somebody changed this event while you were working on it. Nothing of yours was saved, nothing of theirs "
            "was lost. Open the event again, look at the change, then repeat yours. It is now:"
        )
        raise ValidationError([ValidationError(line, code="conflict") for line in (advice, *_news(before, now))])

    def _refuse_if_unsupported(self, edtf: str) -> None:
        self.instance.edtf = edtf
        try:
            self.instance.check_publishable()
        except ValidationError as error:
            self.add_error("status", error)


def _news(before: dict[str, Any], now: dict[str, Any]) -> list[str]:
    """What changed between two states, in words, a line each."""
    lines = changes_in_words(before["fields"], now["fields"])
    passages = before["passages"] | now["passages"]
    if before["passages"].keys() != now["passages"].keys():
        lines.append(change_in_words("passages", len(before["passages"]), len(now["passages"])))
    lines += [
        change_in_words("passage", before["passages"][key], now["passages"][key])
        for key in passages
        if key in before["passages"] and key in now["passages"] and before["passages"][key] != now["passages"][key]
    ]
    return lines or [_("looked at again, with the same values")]
