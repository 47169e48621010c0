"""Deeds that were not done: negated, refused, failed or avoided, forgone for another, or denied by somebody."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.extraction.candidates.lexicon import Lexicon
from timeline.extraction.candidates.syntax import Tree
from timeline.extraction.candidates.triggers import Trigger
from timeline.extraction.records import EventKind, TimeExpression

_UNDERGONE = ("obj", "dobj", "obl:arg", "nsubj:pass", "nsubjpass")
_OBLIQUE = ("obl:mod", "obl", "advcl", "acl")
_LINKS = frozenset({"à", "au", "aux", "de", "d'", "d’", "du", "des"})
_OF = frozenset({"de", "d'", "d’", "du", "des", "of", "'s", "’s"})
# Who is accused denies to have done it; that it happened stands.
_LAID_TO_SOMEBODY = (EventKind.CONFLICT, EventKind.INCIDENT)
_SINCE = frozenset({"depuis", "since"})
# In words: how far from a verb of denial the pronoun stands for what is denied.
_NEAR = 4


def is_denied(tree: Tree, trigger: Trigger, time: TimeExpression | None, lexicon: Lexicon) -> bool:
    if _is_counted_from(tree, trigger):
        return False
    if _is_negated(tree, trigger, time, lexicon) or _is_denied_afterwards(tree, trigger, lexicon):
        return True
    if _is_told_by_itself(tree, trigger, time):
        return False
    return any(_is_undone(tree, way, lexicon) for way in _ways_up(tree, trigger, lexicon))


def _is_counted_from(tree: Tree, trigger: Trigger) -> bool:
    """« ne se sont plus vus depuis le sommet d'Helsinki »: what time is counted from has happened, even where
    the parser hangs the negation on it."""
    if tree[trigger.position].pos != "NOUN" or _is_indefinite(tree, trigger.position):
        return False
    around = (*tree.children(trigger.position), tree[trigger.position].head)
    return any(tree[word].pos in ("ADP", "SCONJ") and tree[word].text.lower() in _SINCE for word in around)


def _is_negated(tree: Tree, trigger: Trigger, time: TimeExpression | None, lexicon: Lexicon) -> bool:
    """A word of negation on the verb, or « aucun » on the noun."""
    if is_dated_itself(tree, trigger, time):
        return False
    return any(
        _has_negation(tree, word, lexicon)
        for word in trigger.carriers
        if word != trigger.verb or not _is_presupposed(tree, trigger, lexicon)
    )


def _has_negation(tree: Tree, word: int, lexicon: Lexicon) -> bool:
    """« ne … que » only restricts, as does "not only"."""
    near = {tree[child].text.lower() for child in tree.children(word)}
    return bool(near & lexicon.words["negation"]) and not near & {"que", "qu'", "qu’", "only", "seulement"}


def is_dated_itself(tree: Tree, trigger: Trigger, time: TimeExpression | None) -> bool:
    """« ne s'étaient plus vus depuis le sommet d'Helsinki, en juillet 2018 »: a noun with a date of its own happened,
    whatever the verb denies."""
    if trigger.noun is None or time is None:
        return False
    root = tree.root_of(time.start, time.end)
    return root is not None and tree[root].head == trigger.noun and not _is_indefinite(tree, trigger.noun)


def _is_indefinite(tree: Tree, noun: int) -> bool:
    return any("Definite=Ind" in tree[child].morph for child in tree.children(noun))


def _is_presupposed(tree: Tree, trigger: Trigger, lexicon: Lexicon) -> bool:
    """« La visite n'avait pas été annoncée » denies the announcement; « la visite n'a pas eu lieu » the visit."""
    if trigger.noun is None or trigger.verb is None:
        return False
    lemma = tree[trigger.verb].lemma.lower()
    if lemma in lexicon.happening or f"se {lemma}" in lexicon.happening:
        return False
    return any("Definite=Def" in tree[child].morph for child in tree.children(trigger.noun))


def _is_told_by_itself(tree: Tree, trigger: Trigger, time: TimeExpression | None) -> bool:
    """« rejette l'accord de 2015 », "the 2015 deal", « l'accord signé en 2015 »: which one is meant, and so it was."""
    if trigger.noun is None or time is None:
        return False
    if trigger.verb is not None and tree.is_participle_of_noun(trigger.verb):
        return True
    root = tree.root_of(time.start, time.end)
    if root is None or tree[root].head != trigger.noun:
        return False
    return root < trigger.noun or any(tree[word].text.lower() in _OF for word in (root, *tree.children(root)))


def _ways_up(tree: Tree, trigger: Trigger, lexicon: Lexicon) -> Iterator[list[int]]:
    """From each of the event's words to what governs it: « accord », « signer », « refuser »."""
    for start in {trigger.position, *trigger.carriers}:
        way = [start]
        while (above := _governor(tree, way[-1], lexicon)) is not None and above not in way:
            way.append(above)
        yield way


def _governor(tree: Tree, word: int, lexicon: Lexicon) -> int | None:
    """The verb whose object or infinitive the word is. A noun under a verb that has a sense of its own goes no further:
    « refuse de commenter l'attaque » denies no attack."""
    token = tree[word]
    if tree.is_root(word):
        return None
    if token.dep in ("pobj", "pcomp"):
        return tree[token.head].head
    links = {tree[child].text.lower() for child in tree.children(word)} & _LINKS
    if not tree.heads_clause(word):
        undergoes = token.dep in _UNDERGONE or (token.dep in _OBLIQUE and links)
        above = tree[token.head].lemma.lower()
        return token.head if undergoes and above in lexicon.words["light"] | lexicon.words["refraining"] else None
    if token.dep == "ccomp":
        return token.head if tree[token.head].lemma.lower() in lexicon.words["denying"] else None
    infinitive = "VerbForm=Fin" not in tree.features(word)
    return token.head if infinitive and (token.dep == "xcomp" or (token.dep in _OBLIQUE and links)) else None


def _is_undone(tree: Tree, way: list[int], lexicon: Lexicon) -> bool:
    for place, word in enumerate(way):
        if _is_forgone(tree, word, lexicon):
            return True
        if place == 0:
            continue
        names = _names(tree, word)
        turns = names & (lexicon.words["refraining"] | lexicon.words["denying"])
        negated = _has_negation(tree, word, lexicon)
        if turns and not negated:
            return True
        if negated and not turns and tree.heads_clause(way[place - 1]) and not names & lexicon.words["hesitating"]:
            return True  # « n'est pas parvenu à signer »
    return False


def _is_forgone(tree: Tree, word: int, lexicon: Lexicon) -> bool:
    """« sans signer », « au lieu de signer », "rather than sign", "without an agreement"."""
    if not tree.heads_clause(word) and any("Definite=Def" in tree[child].morph for child in tree.children(word)):
        return False
    if "VerbForm=Fin" in tree.features(word) and "rather" not in _texts(tree, tree.children(word)):
        return False
    head = tree[word].head
    beside = tree.dependents(word, ("mark", "case", "advmod", "cc"))
    if tree[word].dep in ("pobj", "pcomp"):
        beside += [head, tree[head].head, *tree.children(head)]
    elif tree[word].dep == "acl":
        beside.append(head)
    return bool(_texts(tree, beside) & lexicon.words["forgoing"])


def _is_denied_afterwards(tree: Tree, trigger: Trigger, lexicon: Lexicon) -> bool:
    """« ont signé un accord, a annoncé Moscou, mais Kiev l'a démenti », « ce que Kiev dément »."""
    denials = [
        word
        for word in range(trigger.position + 1, len(tree.tokens))
        if _names(tree, word) & lexicon.words["denying"] and _takes_all_back(tree, word, lexicon)
    ]
    if not denials:
        return False
    return trigger.kind not in _LAID_TO_SOMEBODY or any(
        _names(tree, word) & (lexicon.words["reporting"] | lexicon.words["attributing"]) - lexicon.words["denying"]
        for word in range(denials[0])
    )


def _takes_all_back(tree: Tree, denial: int, lexicon: Lexicon) -> bool:
    near = range(max(0, denial - _NEAR), min(len(tree.tokens), denial + 3))
    pronouns = [word for word in near if tree[word].text.lower() in lexicon.words["taken_back"]]
    return any(
        tree[word].pos == "PRON" or tree[word].pos == "NOUN" or "PronType=Rel" in tree[word].morph for word in pronouns
    )


def _names(tree: Tree, word: int) -> set[str]:
    """The parser does not know every form: « abstenue »."""
    return {tree[word].lemma.lower(), tree[word].text.lower()}


def _texts(tree: Tree, words: list[int]) -> set[str]:
    return {tree[word].text.lower() for word in words}
