"""Dates that date no deed: they tell of a life, which thing is meant, or what another date is counted from."""

from __future__ import annotations

from timeline.extraction.candidates.lexicon import Lexicon
from timeline.extraction.candidates.syntax import Tree
from timeline.extraction.candidates.triggers import Trigger
from timeline.extraction.records import Origin, TimeExpression


def tells_a_life(tree: Tree, time: TimeExpression) -> bool:
    """« Rabbi Nahman (1772-1810) »: years in brackets behind a person's name."""
    words = tree.words_between(time.start, time.end)
    before = words[0] - 2 if words else -1
    return before >= 0 and tree[before + 1].text == "(" and tree[before].entity == "PER"


def tells_when(tree: Tree, word: int, lexicon: Lexicon) -> bool:
    """« Depuis la chute du régime en 2011, la Libye est divisée »: the date belongs to the phrase that tells when."""
    return tree[word].pos == "NOUN" and any(
        tree[child].text.lower() in lexicon.words["counting"] for child in tree.children(word) if child < word
    )


def names_a_thing(tree: Tree, word: int, date: int, lexicon: Lexicon) -> bool:
    """« les ennemis d'hier », « l'élan de 2016 »: the date tells which ones are meant, nothing that happened."""
    if (
        tree[word].pos != "NOUN"
        or tree[word].dep == "appos"
        or tree[date].head != word
        or tree[word].lemma.lower() in lexicon.words["delegates"]
    ):
        return False
    return any(tree[child].text.lower() in ("de", "d'", "d’", "du", "des", "of") for child in tree.children(date))


def is_recalled(tree: Tree, trigger: Trigger, time: TimeExpression, lexicon: Lexicon) -> bool:
    """« le 80e anniversaire de l'appel du 18 juin »: of which year is not said."""
    if trigger.noun is None or time.derivation.origin is Origin.EXPLICIT:
        return False
    above = tree[tree[trigger.noun].head]
    return above.lemma.lower() in lexicon.words["recalling"]


def is_counted_from(tree: Tree, word: int, date_end: int, lexicon: Lexicon) -> bool:
    """« Un an après la sortie américaine, Téhéran … »: what the date is counted from is not what it dates."""
    before = {tree[date_end].text.lower(), tree[min(date_end + 1, len(tree.tokens) - 1)].text.lower()}
    noun = tree[word].pos == "NOUN" and word > date_end and word - date_end <= 4
    return noun and bool(before & lexicon.words["counting"])
