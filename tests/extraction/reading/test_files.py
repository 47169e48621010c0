"""Files of a folder come in order of name, and what cannot be read is passed on to be refused."""

import os

import pytest

from timeline.extraction.reading import Refusal, UnreadableArticle, article_files, file_content


def test_folder_gives_its_files_in_order_of_name_without_hidden_ones_and_paperwork(tmp_path):
    for name in ["b.txt", "a/z.txt", ".git/config", "README.md", "c.html", "a/.hidden"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Reykjavik")
    assert [name for name, _ in article_files(tmp_path)] == ["a/z.txt", "b.txt", "c.html"]


def test_a_file_named_itself_is_read_whatever_its_name(tmp_path):
    path = tmp_path / "README.md"
    path.write_text("Reykjavik")
    assert list(article_files(path)) == [("README.md", path)]
    assert file_content("README.md", path) == b"Reykjavik"


def test_links_to_folders_are_not_followed(tmp_path):
    (tmp_path / "round").symlink_to(tmp_path)
    (tmp_path / "a.txt").write_text("Reykjavik")
    assert [name for name, _ in article_files(tmp_path)] == ["a.txt"]


def test_a_name_that_is_no_utf8_can_be_stored(tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "wb") as file:
        file.write(b"Reykjavik")
    [(name, found)] = article_files(tmp_path)
    assert name.encode() == "caf\ufffd.txt".encode()
    assert file_content(name, found) == b"Reykjavik"


def test_a_name_cannot_steer_a_terminal_or_grow_without_end(tmp_path):
    (tmp_path / "a\x1b[2Jb\n.txt").write_text("Reykjavik")
    deep = tmp_path / "z"
    for _ in range(5):
        deep /= "f" * 100
    deep.mkdir(parents=True)
    (deep / "article.txt").write_text("Reykjavik")
    names = [name for name, _ in article_files(tmp_path)]
    assert names[0] == "a\ufffd[2Jb\ufffd.txt"
    assert len(names[1]) == 400
    assert names[1].endswith("/article.txt")


def test_what_cannot_be_opened_comes_out_and_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "broken").symlink_to("nowhere")
    refused = []
    for name, path in [*article_files(tmp_path), *article_files(tmp_path / "missing.txt")]:
        with pytest.raises(UnreadableArticle) as caught:
            file_content(name, path)
        refused.append((name, caught.value.refusal))
    assert refused == [(name, Refusal.UNREADABLE) for name in ("broken", "pipe", "missing.txt")]


def test_a_folder_that_may_not_be_listed_stops_nothing(tmp_path, monkeypatch):
    for name in ["a", "b"]:
        (tmp_path / name).mkdir()
        (tmp_path / name / "article.txt").write_text("Reykjavik")
    scandir = os.scandir

    def denied_in_a(path):
        if os.fspath(path).endswith("/a"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", denied_in_a)
    found = list(article_files(tmp_path))
    assert [name for name, _ in found] == ["a", "b/article.txt"]
    with pytest.raises(UnreadableArticle, match="a was not read: it cannot be opened"):
        file_content(*found[0])


def test_size_is_looked_at_before_reading(tmp_path):
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(UnreadableArticle) as caught:
        file_content("long.txt", path)
    assert caught.value.refusal is Refusal.TOO_LARGE
    assert "50000000" in str(caught.value)
