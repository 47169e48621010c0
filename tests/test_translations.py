"""Every string that a reader sees is there in French, finished and with the same placeholders."""

from babel.messages.pofile import read_po

from tests.messages import PROJECT, messages

CATALOGUE = PROJECT / "locale" / "fr" / "LC_MESSAGES" / "django.po"


def catalogue():
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="fr")


def test_every_string_of_code_and_templates_is_in_the_catalogue():
    french = catalogue()

    missing = [message for message in messages() if french.get(message.text, message.context) is None]
    assert not missing, "\n".join(f"{message.where}: {message.text!r}" for message in missing)


def test_every_string_is_translated():
    empty = [entry.id for entry in catalogue() if entry.id and not all(_forms(entry))]
    assert not empty


def test_no_translation_is_fuzzy():
    assert not [entry.id for entry in catalogue() if entry.id and entry.fuzzy]


def test_translations_keep_the_placeholders():
    french = catalogue()

    broken = [f"{entry.id}: {error}" for entry in french if entry.id for error in entry.check(french)]
    assert not broken, "\n".join(broken)


def test_the_catalogue_holds_nothing_that_is_not_used():
    used = {(message.text[0] if isinstance(message.text, tuple) else message.text) for message in messages()}

    unused = [entry.id for entry in catalogue() if entry.id and _first(entry.id) not in used]
    assert not unused
    assert not catalogue().obsolete


def _forms(entry) -> tuple[str, ...]:
    return entry.string if isinstance(entry.string, tuple) else (entry.string,)


def _first(text: str | tuple[str, ...]) -> str:
    return text[0] if isinstance(text, tuple) else text
