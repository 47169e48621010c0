"""Articles are kept verbatim and once; passages are stretches of them that stand until somebody sets them aside."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from tests import chronicle
from timeline.models import Citation, Event, Source

pytestmark = pytest.mark.django_db

TEXT = "Reagan et Gorbatchev se sont vus à Reykjavik. Ils se reverront."


def test_bytes_are_known_once() -> None:
    article = chronicle.source(TEXT)
    with pytest.raises(IntegrityError), transaction.atomic():
        Source.objects.create(name="copy.txt", sha256=article.sha256, text=TEXT, language="fr")


def test_article_is_called_by_its_title_or_else_by_its_file() -> None:
    assert str(chronicle.source(TEXT, title="Le sommet manqué")) == "Le sommet manqué"
    assert str(chronicle.source(TEXT, name="000.txt")) == "000.txt"


def test_address_is_the_start_of_the_hash_and_finds_the_article_again() -> None:
    article = chronicle.source(TEXT)
    address = article.get_absolute_url().rstrip("/").rsplit("/", 1)[-1]
    assert article.sha256.startswith(address)
    assert list(Source.objects.with_addresses([address])) == [article]
    assert not Source.objects.with_addresses([])


def test_only_the_newest_version_is_current() -> None:
    old = chronicle.source(TEXT, state=Source.State.SUPERSEDED)
    new = chronicle.source(TEXT + " Demain.", supersedes=old)
    assert list(Source.objects.current()) == [new]
    assert list(old.superseded_by.all()) == [new]


def test_passage_matches_its_source_to_the_character() -> None:
    passage = chronicle.citation(chronicle.source(TEXT), "se sont vus à Reykjavik")
    assert passage.matches_its_source
    passage.start += 1
    assert not passage.matches_its_source


def test_passage_is_not_empty() -> None:
    passage = chronicle.citation(chronicle.source(TEXT), "Reagan")
    with pytest.raises(IntegrityError), transaction.atomic():
        Citation.objects.filter(pk=passage.pk).update(end=passage.start)


def test_claims_without_an_event_may_share_a_passage() -> None:
    article = chronicle.source(TEXT)
    chronicle.citation(article, "Reagan", kind="summit")
    chronicle.citation(article, "Reagan", kind="visit")
    assert article.citations.count() == 2


def test_article_that_is_cited_cannot_be_deleted() -> None:
    passage = chronicle.citation(chronicle.source(TEXT), "Reagan")
    with pytest.raises(ProtectedError):
        passage.source.delete()


def test_passage_outlives_its_event() -> None:
    event = chronicle.event("1986-10", public_id="reykjavik")
    passage = event.citations.get()
    Event.objects.filter(pk=event.pk).delete()
    passage.refresh_from_db()
    assert passage.event is None


def test_standing_leaves_out_the_rejected_and_those_of_old_versions() -> None:
    stands = chronicle.citation(chronicle.source(TEXT), "Reagan")
    chronicle.citation(chronicle.source(TEXT, name="b"), "Reagan", state=Citation.State.REJECTED)
    chronicle.citation(chronicle.source(TEXT, name="c", state=Source.State.SUPERSEDED), "Reagan")
    assert list(Citation.objects.standing()) == [stands]


def test_undated_claims_are_listed_apart() -> None:
    article = chronicle.source(TEXT)
    undated = chronicle.citation(article, "Reagan", refusal=Citation.Refusal.UNDATED)
    chronicle.citation(article, "Ils se reverront", refusal=Citation.Refusal.PLANNED)
    assert list(Citation.objects.undated_claims()) == [undated]
