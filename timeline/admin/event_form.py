"""The form of an event: what was stored before, why it is changed, and what its editor may decide."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline import judging
from timeline.admin.typed_date_field import TypedDateField
from timeline.admin.values import field_name
from timeline.judging.enforcement import claims_of
from timeline.judging.fields import Fields, snapshot
from timeline.models import Event


class EventForm(forms.ModelForm):
    edtf = TypedDateField()
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=500,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=gettext_lazy("Why you change it, for the history. May stay empty."),
    )
    hand_back = forms.MultipleChoiceField(
        label=gettext_lazy("Hand back to the program"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("What is ticked here the program sets again, from the passages."),
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
        status = self.fields.get("status")
        if isinstance(status, forms.ChoiceField):
            status.choices = [(value, label) for value, label in Event.Status.choices if self._may_be(value)]
        self.fields["hand_back"].choices = [  # type: ignore[attr-defined]
            (name, field_name(name)) for name in self.instance.locked if name != "status" or self.may_publish
        ]

    def _may_be(self, status: str) -> bool:
        return self.may_publish or not judging.is_publishing(self.stored["status"], status)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("hand_back") and not claims_of(self.instance):
            self.add_error("hand_back", _("The program has no passage from which it could set these fields."))
        if "status" in cleaned and not self._may_be(cleaned["status"]):
            words = _("Only publishers show an event to readers or take it back from them.")
            self.add_error("status", ValidationError(words, code="not_a_publisher"))
        elif cleaned.get("status") == Event.Status.PUBLISHED and "edtf" in cleaned:
            self._refuse_if_unsupported(cleaned["edtf"])
        return cleaned

    def _refuse_if_unsupported(self, edtf: str) -> None:
        self.instance.edtf = edtf
        try:
            self.instance.check_publishable()
        except ValidationError as error:
            self.add_error("status", error)
