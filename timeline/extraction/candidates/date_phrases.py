"""Dates that date no deed: they tell of a life, which thing is meant, or what another date is counted from."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extraction.candidates.lexicon import Lexicon
from timeline.extraction.candidates.syntax import SUBJECTS, Tree
from timeline.extraction.candidates.triggers import Trigger
from timeline.extraction.records import EventKind, Origin, TimeExpression

# How French past participles end that the tagger takes for adjectives: « inauguré », « conclue », « ouvert ».
_PARTICIPLE_ENDINGS = (
    "é",
    "ée",
    "és",
    "ées",
    "i",
    "ie",
    "is",
    "ies",
    "it",
    "ite",
    "u",
    "ue",
    "us",
    "ues",
    "ert",
    "erte",
)
# These are told of long after they began.
_LASTING = (EventKind.CONFLICT, EventKind.AGREEMENT, EventKind.RUPTURE, EventKind.SANCTION, EventKind.NEGOTIATION)


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


def stands_behind_participle(tree: Tree, time: TimeExpression) -> bool:
    """« a détruit lundi le bureau ouvert en 2018 »: a date right behind a participle of a noun says when that was."""
    words = tree.words_between(time.start, time.end)
    before = words[0] - 1 if words else 0
    while before > 0 and tree[before].pos in ("ADP", "DET"):
        before -= 1
    if before <= 0:
        return False
    word = tree[before]
    if word.pos == "VERB":
        return tree.is_participle_of_noun(before) and not tree.auxiliaries(before)
    follows_noun = tree[before - 1].pos in ("NOUN", "PROPN", "ADJ") and word.head < before
    return word.pos == "ADJ" and follows_noun and word.text.lower().endswith(_PARTICIPLE_ENDINGS)


def next_day_of(tree: Tree, time: TimeExpression, times: Sequence[TimeExpression]) -> int | None:
    """« au lendemain de la publication du rapport, vendredi, »: the noun beside which the date stands, and which it
    dates."""
    before = [other for other in times if other.end <= time.start]
    if not before or before[-1].derivation.rule != "eve_of":
        return None
    between = tree.words_between(before[-1].end, time.start)
    if any(tree[word].pos in ("VERB", "AUX") for word in between):
        return None
    return next((word for word in between if tree[word].pos == "NOUN"), None)


def goes_on(tree: Tree, trigger: Trigger, time: TimeExpression, lexicon: Lexicon) -> bool:
    """« Aujourd'hui encore, la guerre hante les esprits »: what is told of in the present is not of today."""
    if time.derivation.rule != "today" or trigger.noun is None:
        return False
    clause = trigger.verb if trigger.verb is not None else tree.clause_of(trigger.noun)
    if any(tense in tree.features(clause) for tense in ("Tense=Past", "Tense=Imp", "Tense=Fut")):
        return False
    if trigger.verb is None:
        return trigger.kind in _LASTING or tree[trigger.noun].dep in SUBJECTS
    lemma = tree[trigger.verb].lemma.lower()
    happens = {lemma, f"se {lemma}"} & (lexicon.happening.keys() | lexicon.words["light"])
    return trigger.kind in _LASTING and not happens
