"""Who may work at the editors' desk."""

from __future__ import annotations

import secrets

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import transaction

EDITORS = "Editors"


@transaction.atomic
def ensure_editor(name: str) -> str | None:
    """Create the account of an editor if it is not there; returns its password, which is kept nowhere, if it was."""
    group = ensure_editors_group()
    users = get_user_model().objects
    if users.filter(username=name).exists():
        return None
    password = secrets.token_urlsafe(12)
    users.create_user(username=name, password=password, is_staff=True).groups.add(group)
    return password


def ensure_editors_group() -> Group:
    """Editors see, add and change everything of the chronology. They reject an event; they never delete one."""
    group, _ = Group.objects.get_or_create(name=EDITORS)
    rights = Permission.objects.filter(content_type__app_label="timeline").exclude(codename__startswith="delete_")
    group.permissions.set(rights)
    return group
