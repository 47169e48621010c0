"""Accounts: a name, an address for letters, and a role. Administrators make them; superusers see all rights."""

from __future__ import annotations

from typing import Any, cast

import allauth.account.admin
import allauth.mfa.admin
import allauth.usersessions.admin  # noqa: F401  # Registers what is taken out below.
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from timeline.admin.read_only import ReadOnly
from timeline.serving.accounts import Role, administrators, give_role, role_of

ROLE_NAMES = {
    Role.CONTRIBUTOR: gettext_lazy("contributor"),
    Role.EDITOR: gettext_lazy("editor"),
    Role.PUBLISHER: pgettext_lazy("role", "publisher"),
    Role.ADMINISTRATOR: gettext_lazy("administrator"),
}
WHAT_ROLES_DO = {
    "": gettext_lazy("No role: may do no more than any reader."),
    Role.CONTRIBUTOR: gettext_lazy("Contributor: brings articles and proposes events as drafts."),
    Role.EDITOR: gettext_lazy("Editor: reviews as well: accepts, corrects, merges, splits, refuses."),
    Role.PUBLISHER: gettext_lazy("Publisher: also shows drafts to readers, takes events back, and deletes."),
    Role.ADMINISTRATOR: gettext_lazy("Administrator: also makes accounts and gives roles."),
}


class RoleField(forms.ChoiceField):
    """Which of the roles; each with what it may do."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs |= {"choices": list(WHAT_ROLES_DO.items()), "widget": forms.RadioSelect, "required": False}
        super().__init__(label=gettext_lazy("Role"), **kwargs)


class AccountForm(UserChangeForm):
    role = RoleField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].initial = role_of(self.instance) or ""

    def clean(self) -> dict[str, Any]:
        """Somebody must be left who can make accounts."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        stays = cleaned.get("is_active", True) and (
            self.instance.is_superuser or cleaned.get("role") == Role.ADMINISTRATOR
        )
        if not stays and _is_last_administrator(self.instance):
            raise ValidationError(_("This is the only administrator: give somebody else that role first."))
        return cleaned


class NewAccountForm(AdminUserCreationForm):
    role = RoleField(initial=Role.EDITOR.value)


def _is_last_administrator(user: User) -> bool:
    return not administrators().exclude(pk=user.pk).exists() and administrators().filter(pk=user.pk).exists()


# What else there is about an account, its owner sees at /accounts/.
for model in (User, EmailAddress, UserSession, Authenticator):
    admin.site.unregister(model)


@admin.register(User)
class AccountAdmin(UserAdmin):
    form = AccountForm
    add_form = NewAccountForm
    list_display = ("username", "email", "role", "is_active", "last_login")
    list_filter = ("is_active", ("groups", admin.RelatedOnlyFieldListFilter))
    ordering = ("username",)
    readonly_fields = ("last_login", "date_joined")
    add_fieldsets = (
        (None, {"classes": ("wide",), "fields": ("username", "email", "role")}),
        (gettext_lazy("Password"), {"fields": ("usable_password", "password1", "password2")}),
    )

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        if obj is None:
            return self.add_fieldsets
        fieldsets = [
            (None, {"fields": ("username", "password")}),
            (gettext_lazy("Role"), {"fields": ("role", "is_active")}),
            (gettext_lazy("Person"), {"fields": ("first_name", "last_name", "email")}),
            (gettext_lazy("Dates"), {"fields": ("last_login", "date_joined")}),
        ]
        if cast(User, request.user).is_superuser:
            rights = ("is_staff", "is_superuser", "groups", "user_permissions")
            fieldsets.append((gettext_lazy("Rights beyond the role"), {"classes": ("collapse",), "fields": rights}))
        return fieldsets

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        return self.readonly_fields

    @admin.display(description=gettext_lazy("role"))
    def role(self, user: User) -> str:
        if user.is_superuser:
            return _("superuser")
        role = role_of(user)
        return str(capfirst(ROLE_NAMES[role])) if role else "–"

    # -- nobody rises above themselves ------------------------------------------------------------------------------

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return super().has_change_permission(request, obj) and _is_within_reach(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Whoever has judged or changed something is in the history by name, which the database holds to: such an
        account is switched off instead."""
        allowed = super().has_delete_permission(request, obj) and _is_within_reach(request, obj)
        return allowed and (obj is None or not _is_last_administrator(obj))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if "role" in form.changed_data or not change:
            role = form.cleaned_data.get("role")
            give_role(form.instance, Role(role) if role else None)


def _is_within_reach(request: HttpRequest, account: User | None) -> bool:
    """A superuser's account is changed by superusers only: its password would be the way to all rights."""
    return account is None or not account.is_superuser or cast(User, request.user).is_superuser


@admin.register(Authenticator)
class SecondFactorAdmin(ReadOnly, admin.ModelAdmin):
    """Who has a second factor. It is taken away from somebody who lost it; its secret is shown to nobody."""

    list_display = ("user", "type", "created_at", "last_used_at")
    list_select_related = ("user",)
    search_fields = ("user__username",)
    search_help_text = gettext_lazy("The name of the account.")
    fields = ("user", "type", "created_at", "last_used_at")
    readonly_fields = fields

    def has_delete_permission(self, request: HttpRequest, obj: Authenticator | None = None) -> bool:
        return super().has_delete_permission(request, obj) and _is_within_reach(request, obj.user if obj else None)
