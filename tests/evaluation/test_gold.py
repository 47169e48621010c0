"""What is wrong with an annotated set is said, with the name of the file."""

import pytest

from tests.evaluation.articles import annotate, event, summits
from timeline.evaluation.gold import read_gold
from timeline.evaluation.json_rows import BadAnnotation


def refusal(folder):
    with pytest.raises(BadAnnotation) as caught:
        read_gold(folder)
    return str(caught.value)


def test_a_set_is_read_in_the_order_of_its_files(tmp_path):
    articles = read_gold(summits(tmp_path))

    assert [(article.file, article.language, article.required) for article in articles] == [
        ("inf.txt", "en", 1),
        ("reykjavik.txt", "fr", 1),
    ]


def test_an_event_knows_the_dates_of_all_its_articles(tmp_path):
    annotate(
        tmp_path, "a", "En octobre 1986.", event("reykjavik", "1986-10", "octobre", together="1986-10-11/1986-10-12")
    )
    annotate(tmp_path, "b", "Le 11 octobre 1986.", event("reykjavik", "1986-10-11", "octobre"))

    [first, _second] = read_gold(tmp_path)
    assert first.events[0].dates == ("1986-10",)
    assert set(first.events[0].dates_elsewhere) == {"1986-10", "1986-10-11", "1986-10-11/1986-10-12"}


def test_no_folder(tmp_path):
    assert "no folder" in refusal(tmp_path / "nowhere")


def test_a_folder_without_annotations(tmp_path):
    (tmp_path / "article.txt").write_text("Rien.")
    assert "no annotated article" in refusal(tmp_path)


def test_an_annotation_without_its_article(tmp_path):
    summits(tmp_path)
    (tmp_path / "inf.txt").unlink()
    assert "inf.txt" in refusal(tmp_path)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"{", "not JSON"),
        (b"[]", "a JSON object is expected"),
        (b"{}", "“events” is missing"),
        (b'{"events": 1}', "“events” must be a list"),
        (b'{"events": [{}]}', "events 1: “id” must be a string"),
        (b'{"events": [{"id": "a", "date": "1986", "date_ok": [1]}]}', "“date_ok” must be a list of strings"),
        (b'{"events": []}', "“lang” must be a string"),
        (b"\xff\xfe", "not UTF-8"),
    ],
)
def test_a_bad_annotation_is_named(tmp_path, content, complaint):
    summits(tmp_path)
    (tmp_path / "inf.gold.json").write_bytes(content)

    message = refusal(tmp_path)
    assert complaint in message
    assert "inf.gold.json" in message
