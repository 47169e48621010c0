"""`evaluate` measures without a database, publishes, and fails when a published figure is lost."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.evaluation.articles import INF, REYKJAVIK, summits
from timeline.evaluation import accuracy_file
from timeline.management.commands import evaluate


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """The set whose figures are published, here a small one."""
    corpus = summits(tmp_path / "corpus")
    monkeypatch.setattr(evaluate, "CORPUS", corpus)
    monkeypatch.setattr(evaluate, "DOCUMENT", tmp_path / "accuracy.md")
    monkeypatch.setattr(accuracy_file, "ACCURACY_FILE", tmp_path / "accuracy.json")
    return corpus


def run(*arguments):
    out = StringIO()
    call_command("evaluate", *map(str, arguments), stdout=out, verbosity=0)
    return out.getvalue()


def test_the_figures_of_the_set_and_of_each_language(corpus):
    printed = run(corpus)

    assert [line.split()[:4] for line in printed.splitlines() if line.startswith(("all  ", "fr  ", "en  "))] == [
        ["all", "2", "2", "2"],
        ["fr", "1", "1", "1"],
        ["en", "1", "1", "1"],
    ]


def test_one_language_and_a_line_for_each_article(corpus):
    printed = run(corpus, "--lang", "fr", "--per-article")

    assert "reykjavik.txt" in printed
    assert "inf.txt" not in printed


def test_faults_are_listed_with_their_sentence(corpus):
    gold = json.loads((corpus / "inf.gold.json").read_text())
    gold["events"][0]["date"] = "1988"
    (corpus / "inf.gold.json").write_text(json.dumps(gold))

    printed = run(corpus, "--errors")
    assert "MISSED  expected 1988 agreement: Ronald Reagan; Mikhail Gorbachev, Washington" in printed
    assert f"« {INF} »" in printed
    assert REYKJAVIK not in printed


def test_json_holds_figures_and_events(corpus, tmp_path):
    run(corpus, "--json", tmp_path / "out.json")

    written = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert written["figures"]["groups"]["all"]["rates"]["relaxed_f1"] == 1
    assert [event["date"] for event in written["events"]] == ["1986-10-11", "1987-12-08"]
    assert written["events"][0]["citations"][0]["file"] == "reykjavik.txt"


def test_publishing_writes_the_document_and_keeps_time_expressions(corpus, tmp_path):
    timex = tmp_path / "bank.jsonl"
    row = {"id": "a", "lang": "fr", "dct": "1986-10-13", "text": "En 1986.", "timexes": []}
    timex.write_text(json.dumps(row), encoding="utf-8")

    run("--write", "--timex", timex)
    run("--write")
    assert "| bank | calendar |" in evaluate.DOCUMENT.read_text("utf-8")
    assert "`reykjavik.txt`" in evaluate.DOCUMENT.read_text("utf-8")


def test_a_loss_of_more_than_a_point_fails_and_is_named(corpus):
    run("--write")
    published = json.loads(accuracy_file.ACCURACY_FILE.read_text("utf-8"))
    gold = json.loads((corpus / "inf.gold.json").read_text())
    gold["events"][0]["place"] = "Oslo"
    (corpus / "inf.gold.json").write_text(json.dumps(gold))

    with pytest.raises(CommandError) as caught:
        run("--check")
    assert caught.value.returncode == 1
    assert f"all place fell from {published['groups']['all']['rates']['place']:.4f} to 0.5000" in str(caught.value)


def test_a_loss_of_a_point_passes(corpus):
    gold = json.loads((corpus / "inf.gold.json").read_text())
    gold["events"][0]["place"] = "Oslo"
    (corpus / "inf.gold.json").write_text(json.dumps(gold))
    run("--write")
    published = json.loads(accuracy_file.ACCURACY_FILE.read_text("utf-8"))
    published["groups"]["all"]["rates"]["place"] += 0.01
    accuracy_file.ACCURACY_FILE.write_text(json.dumps(published), encoding="utf-8")

    assert "No figure is more than a point below" in run("--check")


def test_nothing_is_checked_before_something_is_published(corpus):
    with pytest.raises(CommandError, match="No figures have been published"):
        run("--check")


def test_only_the_whole_open_set_is_published(corpus, tmp_path):
    with pytest.raises(CommandError, match="whole of tests/corpus"):
        run("--write", "--lang", "fr")
    with pytest.raises(CommandError, match="whole of tests/corpus"):
        run(summits(tmp_path / "other"), "--check")


def test_a_folder_that_cannot_be_used_is_an_error(corpus, tmp_path):
    with pytest.raises(CommandError, match="no folder"):
        run(tmp_path / "nowhere")
    (corpus / "inf.gold.json").write_text("{")
    with pytest.raises(CommandError, match=r"inf\.gold\.json is not JSON"):
        run(corpus)


def test_an_article_that_cannot_be_read_is_an_error(corpus):
    (corpus / "inf.txt").write_text("signed the INF treaty")
    with pytest.raises(CommandError, match=r"inf\.txt cannot be read as an article"):
        run(corpus)
