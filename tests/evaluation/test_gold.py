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
        (b'{"events": [], "events": []}', "“events” stands twice in one object"),
        (b'{"events": [{"id": ' + b"9" * 5_000 + b"}]}", "not JSON"),
        (b'{"events": [{"id": "\\ud800"}]}', "“id” holds half of a character"),
        (b'{"events": [], "lang": "de"}', "the language must be fr or en, not “de”"),
    ],
)
def test_a_bad_annotation_is_named(tmp_path, content, complaint):
    summits(tmp_path)
    (tmp_path / "inf.gold.json").write_bytes(content)

    message = refusal(tmp_path)
    assert complaint in message
    assert "inf.gold.json" in message


@pytest.mark.parametrize(
    "date", ["foo", "", "2021-99-99", "2021-02-30", "1987/1986", "../..", "1986/foo", "XXXX-13-01"]
)
@pytest.mark.parametrize("member", ["date", "date_ok", "together"])
def test_what_is_no_date_is_named_with_its_place(tmp_path, member, date):
    wrong = {member: [date] if member == "date_ok" else date}
    annotate(tmp_path, "a", "En octobre 1986.", {**event("reykjavik", "1986-10", "octobre"), **wrong})

    assert refusal(tmp_path) == f"{tmp_path / 'a.gold.json'}, events 1: “{date}” is no date in EDTF."


DATES = (
    "1986", "1986-10", "1986-10-11", "1986-10~", "1986-21", "1986-33", "198X", "19XX", "1986-XX", "XXXX-10-11",
    "1985/1986", "1986/..", "../1986", "1986/open", "1986-10-11/1986-10-12", "[1986-10-11,1986-10-12]",
)  # fmt: skip


def test_dates_that_annotators_write_are_accepted(tmp_path):
    annotate(tmp_path, "a", "En octobre 1986.", event("reykjavik", "1986-10", "octobre", date_ok=list(DATES)))

    [article] = read_gold(tmp_path)
    assert article.events[0].dates[1:] == DATES


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        ({"type": "party"}, "“party” is no kind of event"),
        ({"type_ok": ["meeting", "party"]}, "“party” is no kind of event"),
        ({"quote": ""}, "the quote “” does not stand in the article"),
        ({"quote": "novembre"}, "the quote “novembre” does not stand in the article"),
    ],
)
def test_what_is_wrong_with_an_event_is_named_with_its_place(tmp_path, wrong, complaint):
    good = event("reykjavik", "1986-10", "octobre")
    annotate(tmp_path, "a", "En octobre 1986.", good, {**good, "id": "other", **wrong})

    message = refusal(tmp_path)
    assert complaint in message
    assert "a.gold.json, events 2" in message


def test_an_event_that_one_article_reports_twice_is_named(tmp_path):
    good = event("reykjavik", "1986-10", "octobre")
    annotate(tmp_path, "a", "En octobre 1986.", good, good)
    assert "events 2: the event “reykjavik” stands twice" in refusal(tmp_path)


def test_a_trap_that_does_not_stand_in_the_article_is_named(tmp_path):
    annotate(tmp_path, "a", "En octobre 1986.", traps=("novembre",))
    assert "not_events 1: the quote “novembre” does not stand" in refusal(tmp_path)


def test_a_quote_is_found_whatever_its_blanks_and_accents(tmp_path):
    annotate(tmp_path, "a", "Une  entrevue\nà Genève.", event("geneva", "1985", "entrevue à Geneve"))
    assert read_gold(tmp_path)
