"""Each file of an archive is an article of its own; what is wrong with one is said of it alone."""

import zipfile

import pytest

from tests.extraction.reading.builders import SENTENCES, archive, epub, rss, word
from timeline.extraction.reading import ArticleFile, Limits, Refusal, UnreadableArticle, articles_in, read_article
from timeline.extraction.reading.names import LONGEST_NAME, is_left_out, member_name, shown

TEXT = "\n\n".join(SENTENCES)


def names(files, **limits):
    return [article.name for article in articles_in("archive.zip", archive(files), Limits(**limits))]


def test_any_other_file_is_its_own_article():
    assert list(articles_in("article.txt", TEXT.encode())) == [ArticleFile("article.txt", TEXT.encode())]


def test_files_of_an_archive_come_in_order_of_name_under_its_name():
    files = {"b.txt": TEXT, "a/c.txt": TEXT, "B.html": TEXT}
    assert names(files) == ["archive.zip/B.html", "archive.zip/a/c.txt", "archive.zip/b.txt"]


def test_a_file_in_an_archive_is_the_file_itself():
    [article] = articles_in("archive.zip", archive({"a/article.txt": TEXT}))
    document = read_article(article.name, article.content)
    assert article.content == TEXT.encode()
    assert (document.name, document.sha256) == (
        "archive.zip/a/article.txt",
        read_article("other.txt", TEXT.encode()).sha256,
    )


def test_every_format_is_read_inside_an_archive():
    files = {
        "a.txt": TEXT,
        "b.docx": word(),
        "c.epub": epub({"1.xhtml": f"<p>{SENTENCES[0]}</p>"}),
        "d.rss": rss([{"title": "Reykjavik", "description": SENTENCES[0]}]),
    }
    found = list(articles_in("archive.zip", archive(files)))
    assert [article.name for article in found][3] == "archive.zip/d.rss/Reykjavik.atom"
    assert all(read_article(article.name, article.content).body for article in found)


def test_hidden_files_and_paperwork_are_left_out_as_in_folders():
    files = {".hidden": TEXT, "a/.git/x.txt": TEXT, "__MACOSX/a.txt": TEXT, "README.md": TEXT, "a.txt": TEXT}
    assert names(files) == ["archive.zip/a.txt"]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("../../etc/passwd", "archive.zip/etc/passwd"),
        ("/etc/passwd", "archive.zip/etc/passwd"),
        ("C:\\Windows\\a.txt", "archive.zip/C/Windows/a.txt"),
        ("./a//b.txt", "archive.zip/a/b.txt"),
        ("a\x1b[2Jb\n.txt", "archive.zip/a\ufffd[2Jb\ufffd.txt"),
    ],
)
def test_a_path_is_only_a_label_and_leads_nowhere(path, name):
    assert member_name("archive.zip", path) == name


def test_a_long_name_keeps_its_end():
    assert len(shown("a" * 5_000 + ".txt")) == LONGEST_NAME
    assert shown("a" * 5_000 + ".txt").endswith(".txt")


@pytest.mark.parametrize("path", ["../a.txt", "./a.txt", "a/b.txt"])
def test_steps_upwards_hide_no_file(path):
    assert not is_left_out(path)


@pytest.mark.parametrize("encoding", ["utf-8", "cp850"])
def test_names_are_read_whatever_program_packed_them(encoding):
    written = "Genève.txt".encode(encoding)
    content = archive({"G" + "x" * (len(written) - 5) + ".txt": TEXT}).replace(
        b"G" + b"x" * (len(written) - 5) + b".txt", written
    )
    assert [article.name for article in articles_in("z.zip", content)] == ["z.zip/Genève.txt"]


def test_two_files_of_one_name_are_told_apart():
    content = archive({"a.txt": TEXT, "A.txt": TEXT})
    twin = content.replace(b"A.txt", b"a.txt")
    assert [article.name for article in articles_in("z.zip", twin)] == ["z.zip/a.txt", "z.zip/a.txt (2)"]


@pytest.mark.parametrize(
    ("files", "limits", "refusal"),
    [
        pytest.param({"a.txt": TEXT, "b.txt": TEXT}, {"entries": 1}, Refusal.TOO_LARGE, id="entries"),
        pytest.param({"a.txt": TEXT, "b.txt": TEXT}, {"unpacked_bytes": len(TEXT)}, Refusal.TOO_LARGE, id="unpacked"),
        pytest.param({"a.txt": "x" * 100_000}, {}, Refusal.EXPANDS, id="ratio"),
        pytest.param({}, {}, Refusal.NO_ARTICLES, id="empty"),
        pytest.param({".hidden": TEXT}, {}, Refusal.NO_ARTICLES, id="hidden only"),
    ],
)
def test_an_archive_beyond_a_limit_is_refused_as_a_whole_before_anything_is_unpacked(
    files, limits, refusal, monkeypatch
):
    content = archive(files)
    monkeypatch.setattr(zipfile.ZipFile, "open", None)
    [error] = articles_in("archive.zip", content, Limits(**limits))
    assert isinstance(error, UnreadableArticle)
    assert (error.name, error.refusal) == ("archive.zip", refusal)


def test_a_file_beyond_the_limit_of_a_file_is_refused_alone():
    found = list(articles_in("z.zip", archive({"a.txt": TEXT * 9, "b.txt": TEXT}), Limits(file_bytes=2 * len(TEXT))))
    assert [type(article) for article in found] == [UnreadableArticle, ArticleFile]
    assert found[0].refusal is Refusal.TOO_LARGE


def test_an_archive_in_an_archive_is_refused_and_the_files_beside_it_are_read():
    found = list(articles_in("z.zip", archive({"a.zip": archive({"a.txt": TEXT}), "b.txt": TEXT})))
    assert found[0].refusal is Refusal.NESTED
    assert found[1] == ArticleFile("z.zip/b.txt", TEXT.encode())


def test_other_packages_are_refused_by_name():
    excel = archive({"xl/workbook.xml": "<x/>", "[Content_Types].xml": "<x/>"})
    [error] = articles_in("table.xlsx", excel)
    assert (error.refusal, error.detail["format"]) == (Refusal.FORMAT, "Excel")


def test_an_archive_asked_for_as_one_article_is_refused():
    with pytest.raises(UnreadableArticle) as caught:
        read_article("archive.zip", archive({"a.txt": TEXT}))
    assert caught.value.refusal is Refusal.CONTAINER
