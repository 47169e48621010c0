"""Articles, and the ways in which an editor's browser brings them and looks what became of them."""

from __future__ import annotations

import html

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from timeline.models import Import

TREATY = "Le 8 décembre 1987, Ronald Reagan et Mikhaïl Gorbatchev ont signé un traité à Washington.\n"
GENEVA = "Ronald Reagan et Mikhaïl Gorbatchev se sont rencontrés à Genève le 19 novembre 1985.\n"


def text_file(text: str = TREATY, name: str = "treaty.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def sent(client: Client, *files: SimpleUploadedFile) -> Import:
    """By the plain form, all at once."""
    answer = client.post(reverse("begin_import"), {"files": files}, headers={"accept-language": "en"})
    batch = Import.objects.latest("pk")
    assert answer["Location"] == batch.get_absolute_url()
    return batch


def sent_by_script(client: Client, content: str | bytes, name: str = "treaty.txt") -> Import:
    """As the page's script does: the import first, then one file after the other, with the name that it is to have."""
    file = SimpleUploadedFile("file", content.encode() if isinstance(content, str) else content)
    client.post(reverse("begin_import"))
    batch = Import.objects.latest("pk")
    answer = client.post(reverse("add_to_import", args=[batch.pk]), {"file": file, "name": name})
    assert answer.status_code == 201
    return batch


def page(client: Client, batch: Import, language: str = "en") -> str:
    """What the page of the import says."""
    answer = client.get(batch.get_absolute_url(), headers={"accept-language": language})
    return html.unescape(answer.content.decode())
