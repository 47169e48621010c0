"""Who may do what: five roles, each with all that the one before may do. Readers need no account.

A role is a group of Django's with a set of rights. Migrating sets the rights of these groups anew, so that a role means
the same in every installation; whoever needs another set of rights makes another group.
"""

from __future__ import annotations

import secrets
from enum import StrEnum

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission, User
from django.db import transaction
from django.db.models import Q, QuerySet


class Role(StrEnum):
    """What an account is for. From one to the next, rights are only added."""

    CONTRIBUTOR = "contributor"
    """Brings articles and proposes events as drafts; does not enter the desk."""
    EDITOR = "editor"
    """Reviews: accepts, corrects, merges, splits, refuses, keeps the actors and places."""
    PUBLISHER = "publisher"
    """Also shows drafts to readers, takes events back from them, and deletes."""
    ADMINISTRATOR = "administrator"
    """Also makes accounts and gives roles."""

    @property
    def group(self) -> str:
        """The name of the group that stands for it."""
        return f"{self.value.capitalize()}s"

    @property
    def enters_the_desk(self) -> bool:
        return self is not Role.CONTRIBUTOR


ROLES = {role.group: role for role in Role}


def ensure_account(name: str, role: Role | None = None) -> str | None:
    """Create the account if it is not there, and return its password, which is kept nowhere; else give it the role.

    Without a role, the first account of an installation is its administrator, every later one an editor, and an account
    that is there stays what it is.
    """
    with transaction.atomic():
        user = User.objects.filter(username=name).first()
        if user:
            if role:
                give_role(user, role)
            return None
        password = secrets.token_urlsafe(12)
        user = User.objects.create_user(username=name, password=password)
        give_role(user, role or (Role.EDITOR if administrators().exists() else Role.ADMINISTRATOR))
        return password


def give_role(user: User, role: Role | None) -> None:
    """The account has this role and no other; None: it may do no more than any reader. Other groups stay."""
    groups = {known: ensure_group(known) for known in Role}
    user.groups.remove(*groups.values())
    if role:
        user.groups.add(groups[role])
    user.is_staff = user.is_superuser or (role is not None and role.enters_the_desk)
    user.save(update_fields=["is_staff"])


def role_of(user: User) -> Role | None:
    """The highest that it has."""
    held = {ROLES[name] for name in user.groups.values_list("name", flat=True) if name in ROLES}
    return next((role for role in reversed(Role) if role in held), None)


def administrators() -> QuerySet[User]:
    """Who may make accounts: with that role, or by the superuser's flag."""
    may = Q(is_superuser=True) | Q(groups__name=Role.ADMINISTRATOR.group)
    return User.objects.filter(may, is_active=True).distinct()


def ensure_roles() -> None:
    """Make the groups of all roles and set their rights anew; after every migration."""
    for label in ("timeline", "auth", "mfa"):
        # Django makes the permissions after the same migrations, but perhaps only after this is called.
        create_permissions(apps.get_app_config(label), verbosity=0)
    for role in Role:
        group, _made = Group.objects.get_or_create(name=role.group)
        group.permissions.set(_rights(role))


def ensure_group(role: Role) -> Group:
    group, made = Group.objects.get_or_create(name=role.group)
    if made:
        group.permissions.set(_rights(role))
    return group


def _rights(role: Role) -> QuerySet[Permission]:
    of_chronology = Permission.objects.filter(content_type__app_label="timeline")
    match role:
        case Role.CONTRIBUTOR:
            return of_chronology.filter(codename__in=("add_import", "view_import", "add_event"))
        case Role.EDITOR:
            return of_chronology.exclude(codename__startswith="delete_").exclude(codename="publish_event")
        case Role.PUBLISHER:
            return of_chronology
        case Role.ADMINISTRATOR:
            accounts = Q(content_type__app_label="auth", content_type__model="user")
            factors = Q(codename__in=("view_authenticator", "delete_authenticator"), content_type__app_label="mfa")
            return Permission.objects.filter(Q(content_type__app_label="timeline") | accounts | factors)
