"""Each entry of a feed is an article of its own, the same whatever feed it stands in."""

import pytest

from tests.extraction.reading.builders import SENTENCES, rss
from timeline.extraction.reading import Refusal, UnreadableArticle, articles_in, read_article

CONTENT = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
ITEM = {
    "title": "Reykjavik, le sommet manqué",
    "link": "https://www.example.org/monde/reykjavik.html?from=rss",
    "pubDate": "Sun, 12 Oct 1986 23:40:00 -0500",
    "dc:creator": "Jeanne Martin",
    "description": "Reagan et Gorbatchev se sont séparés.",
    "content:encoded": CONTENT,
}
ATOM = f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
<title>Le Quotidien</title><updated>2021-11-03T00:00:00Z</updated><entry><title>Reykjavik, le sommet manqué</title>
<id>urn:uuid:1</id><link href="https://www.example.org/monde/reykjavik.html?from=rss"/>
<author><name>Jeanne Martin</name></author>
<published>1986-10-12T23:40:00-05:00</published><updated>1986-10-14T00:00:00Z</updated>
<content type="html">{CONTENT.replace("<", "&lt;")}</content></entry></feed>""".encode()


def entries(content, name="feed.xml"):
    return list(articles_in(name, content))


def read(content):
    [entry] = entries(content)
    return read_article(entry.name, entry.content)


def passages(document, spans):
    return [document.text[span.start : span.end] for span in spans]


@pytest.mark.parametrize("content", [rss([ITEM]), ATOM], ids=["rss", "atom"])
def test_an_entry_is_an_article_with_the_facts_of_entry_and_feed(content):
    document = read(content)
    assert passages(document, document.body) == list(SENTENCES)
    assert (document.title, document.publisher, document.author, document.url) == (
        "Reykjavik, le sommet manqué",
        "Le Quotidien",
        "Jeanne Martin",
        "https://www.example.org/monde/reykjavik.html?from=rss",
    )
    assert (str(document.published), document.language) == ("1986-10-12", "fr")


def test_an_entry_is_the_same_file_among_whatever_neighbours():
    alone = entries(rss([ITEM]))
    among = entries(rss([{**ITEM, "title": "Genève", "link": "https://www.example.org/geneve"}, ITEM]))
    assert among[1] == alone[0]


def test_an_entry_that_changed_is_another_file_of_the_same_name():
    [before] = entries(rss([ITEM]))
    [after] = entries(rss([{**ITEM, "content:encoded": CONTENT + "<p>Ajout.</p>"}]))
    assert before.name == after.name == "feed.xml/reykjavik.atom"
    assert before.content != after.content


def test_entries_of_one_address_have_different_names():
    assert [entry.name for entry in entries(rss([ITEM, ITEM]))] == [
        "feed.xml/reykjavik.atom",
        "feed.xml/reykjavik-2.atom",
    ]


def test_an_entry_without_address_goes_by_its_title():
    assert entries(rss([{"title": "Un sommet manqué ?"}]))[0].name == "feed.xml/Un-sommet-manqué.atom"


def test_a_summary_stands_for_the_text_where_there_is_no_other():
    document = read(rss([{"title": "Bref", "description": SENTENCES[0]}]))
    assert passages(document, document.body) == [SENTENCES[0]]


def test_an_entry_without_text_is_refused_and_keeps_none_of_the_others_out():
    silent, good = entries(rss([{"title": "Vide"}, ITEM]))
    with pytest.raises(UnreadableArticle) as caught:
        read_article(silent.name, silent.content)
    assert (caught.value.refusal, caught.value.name) == (Refusal.NO_BODY, "feed.xml/Vide.atom")
    assert read_article(good.name, good.content).body


def test_captions_and_scripts_of_an_entry_are_not_its_body():
    caption = "<figure><figcaption>La maison Höfdi</figcaption></figure>"
    content = f"{caption}<script>alert(1)</script>{CONTENT}<p>Lire aussi : Genève</p>"
    document = read(rss([{**ITEM, "content:encoded": content}]))
    assert passages(document, document.body) == list(SENTENCES)
    assert passages(document, document.furniture) == ["La maison Höfdi", "Lire aussi : Genève"]
    assert "alert" not in document.text


def test_the_date_of_a_change_counts_where_none_of_publication_is_given():
    feed = ATOM.replace(b"<published>1986-10-12T23:40:00-05:00</published>", b"")
    assert str(read(feed).published) == "1986-10-14"


@pytest.mark.parametrize("name", ["feed.rss", "feed.atom", "feed.xml", "download"])
def test_a_feed_is_known_by_its_content(name):
    [entry] = entries(rss([ITEM]), name)
    assert entry.name == f"{name}/reykjavik.atom"


def test_other_xml_is_no_feed():
    [error] = entries(b"<?xml version='1.0'?><data/>", "data.xml")
    assert (error.refusal, error.detail["format"]) == (Refusal.FORMAT, "XML")


def test_a_feed_asked_for_as_one_article_is_refused():
    with pytest.raises(UnreadableArticle) as caught:
        read_article("feed.xml", rss([ITEM, ITEM]))
    assert caught.value.refusal is Refusal.CONTAINER


def test_an_address_that_is_none_costs_no_entry_of_the_feed():
    found = entries(rss([{**ITEM, "link": "http://[bad"}, ITEM]))
    assert [entry.name for entry in found] == ["feed.xml/Reykjavik-le-sommet-manqué.atom", "feed.xml/reykjavik.atom"]


def test_an_entry_that_cannot_be_taken_apart_is_refused_by_itself():
    tag = "<p " + " ".join(f"a{number}" for number in range(600)) + ">"
    refused, good = entries(rss([{**ITEM, "content:encoded": tag, "title": tag}, ITEM]))
    assert isinstance(refused, UnreadableArticle)
    assert refused.refusal is Refusal.MARKUP
    assert read_article(good.name, good.content).body
