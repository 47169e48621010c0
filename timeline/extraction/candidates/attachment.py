"""Which deed a date dates: from the words of the date up the syntax tree to a verb or noun that tells of an event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.dates import HistoricalDate, Precision
from timeline.extraction.candidates.being import office_entered, office_held, office_named, presence
from timeline.extraction.candidates.date_phrases import (
    goes_on,
    is_counted_from,
    is_recalled,
    names_a_thing,
    next_day_of,
    stands_behind_participle,
    tells_a_life,
    tells_when,
)
from timeline.extraction.candidates.lexicon import Lexicon
from timeline.extraction.candidates.syntax import OBJECTS, SUBJECTS, Tree
from timeline.extraction.candidates.triggers import Trigger, first_to_do, noun_kind, other_trigger, verb_trigger
from timeline.extraction.records import EventKind, Mention, TimeExpression

_CARRIED = (*SUBJECTS, *OBJECTS, "ROOT")
_FINEST_FIRST = list(Precision)
# In words: what is farther off is told of at another date.
_NEARBY = 100
_LASTING = (EventKind.TENURE, EventKind.APPOINTMENT, EventKind.NEGOTIATION, EventKind.SANCTION, EventKind.CONFLICT)


@dataclass(frozen=True, slots=True)
class DatedTrigger:
    trigger: Trigger
    time: TimeExpression | None


def dated_triggers(
    tree: Tree, times: Sequence[TimeExpression], mentions: Sequence[Mention], lexicon: Lexicon
) -> list[DatedTrigger]:
    """One for each deed that a date reaches, in the order of the text."""
    by_deed: dict[int, DatedTrigger] = {}
    for time in times:
        if time.date is None or tells_a_life(tree, time):
            continue
        beside = next_day_of(tree, time, times)
        trigger = _deed_of(tree, time, mentions, lexicon) if beside is None else _deed_named(tree, beside, lexicon)
        if trigger is None or goes_on(tree, trigger, time, lexicon):
            continue
        if _tells_of_firstness(tree, trigger, time, lexicon) or not _can_last(trigger, time):
            continue
        rival = by_deed.get(trigger.position)
        if rival is None or rival.time is None or _dates_better(tree, trigger, time, rival.time):
            by_deed[trigger.position] = DatedTrigger(trigger, time)
    for dated in list(by_deed.values()):
        for shared in _sharing(tree, dated, lexicon):
            by_deed.setdefault(shared.trigger.position, shared)
    return [by_deed[position] for position in sorted(by_deed)]


def undated_triggers(
    tree: Tree, mentions: Sequence[Mention], lexicon: Lexicon, dated: Sequence[DatedTrigger]
) -> list[DatedTrigger]:
    """Deeds told as done, in a main clause, that no date reaches; and offices said to have been held."""
    taken = {position for found in dated for position in (found.trigger.position, *found.trigger.carriers)}
    found = []
    for position in range(len(tree.tokens)):
        if position in taken or not _told_as_done(tree, position):
            continue
        trigger = office_held(tree, position, mentions) or (
            verb_trigger(tree, position, lexicon) if tree[position].pos == "VERB" else None
        )
        if trigger and trigger.position not in taken:
            taken.add(trigger.position)
            found.append(DatedTrigger(trigger, None))
    return found


def _deed_of(tree: Tree, time: TimeExpression, mentions: Sequence[Mention], lexicon: Lexicon) -> Trigger | None:
    """« a achevé le retrait de l'accord de 2015 »: the date tells which agreement, wherever the parser hangs it."""
    trigger = _deed_above(tree, time, mentions, lexicon)
    told_apart = _noun_told_apart(tree, time)
    if trigger is None or told_apart is None or told_apart in trigger.carriers:
        return trigger
    return _deed_named(tree, told_apart, lexicon) or trigger


def _noun_told_apart(tree: Tree, time: TimeExpression) -> int | None:
    """The noun right before the date, where nothing but « de » stands between."""
    first = min(tree.words_between(time.start, time.end), default=0)
    if first < 2 or tree[first - 1].text.lower() not in ("de", "d'", "d’", "of"):
        return None
    return first - 2 if tree[first - 2].pos == "NOUN" else None


def _deed_above(tree: Tree, time: TimeExpression, mentions: Sequence[Mention], lexicon: Lexicon) -> Trigger | None:
    root = tree.root_of(time.start, time.end)
    if root is None:
        return None
    words = set(tree.words_between(time.start, time.end))
    below = _verb_below(tree, words)
    if below is not None:
        return _trigger_at(tree, below, mentions, lexicon) or other_trigger(tree, below, lexicon)
    climbed = [
        word
        for word in (root, *tree.ancestors(root))
        if word not in words and not is_counted_from(tree, word, max(words), lexicon)
    ]
    for word in climbed:
        if tree[word].lemma.lower() in lexicon.words["private"]:
            return None
        if _is_span(time) and (held := office_named(tree, word, mentions)):
            return held
        trigger = _trigger_at(tree, word, mentions, lexicon)
        if trigger and is_recalled(tree, trigger, time, lexicon):
            return None
        if trigger:
            return _noun_beside(tree, trigger, min(words), mentions, lexicon) or trigger
        if _stays_with_noun(tree, word, root, lexicon):
            return None
        if tree.heads_clause(word) and _is_finite_clause(tree, word):
            return _of_clause(tree, root, word, mentions, lexicon)
    return _nearest(tree, root, climbed[-1] if climbed else root, mentions, lexicon)


def _deed_named(tree: Tree, noun: int, lexicon: Lexicon) -> Trigger | None:
    kind = noun_kind(tree, noun, lexicon)
    return Trigger(noun, kind, None, noun) if kind else None


def _stays_with_noun(tree: Tree, word: int, date: int, lexicon: Lexicon) -> bool:
    """Whether the date says something of a noun that is no event, and so nothing of the clause above."""
    if tree.is_participle_of_noun(word) and tree[word].pos == "VERB":
        return True  # « la confrontation survenue lundi »
    return tells_when(tree, word, lexicon) or names_a_thing(tree, word, date, lexicon)


def _of_clause(tree: Tree, root: int, clause: int, mentions: Sequence[Mention], lexicon: Lexicon) -> Trigger | None:
    """What a clause tells of whose verb names no event itself. « …, a affirmé jeudi l'armée »: a date of words dates
    nothing else."""
    other = other_trigger(tree, clause, lexicon)
    if other is None and tree[clause].lemma.lower() in lexicon.words["reporting"]:
        return None
    if other is not None and (noun := _noun_beside(tree, other, root, mentions, lexicon)):
        return noun
    return other or _nearest(tree, root, clause, mentions, lexicon)


def _noun_beside(
    tree: Tree, trigger: Trigger, date: int, mentions: Sequence[Mention], lexicon: Lexicon
) -> Trigger | None:
    """« dénonce le manque de préparation du sommet avec M. Kim, en juin 2018 »: the noun before the date was then, the
    words of the verb are later."""
    if (
        trigger.kind not in (EventKind.STATEMENT, EventKind.OTHER)
        or trigger.noun is not None
        or trigger.position > date
    ):
        return None
    named = {word for m in mentions if m.actors for word in tree.words_between(m.start, m.end)}
    for word in range(date - 1, trigger.position, -1):
        if word in named:
            continue
        if tree[word].pos in ("VERB", "AUX") or tree[word].text in (";", ":", "«", "»"):
            return None
        kind = noun_kind(tree, word, lexicon)
        if kind is not None:
            return Trigger(word, kind, None, word)
        if tree[word].pos == "NOUN" and tree[word].lemma.lower() not in lexicon.words["delegates"]:
            return None
    return None


def _verb_below(tree: Tree, date_words: set[int]) -> int | None:
    """« Début septembre, Moscou et Kiev ont échangé… »: the parser hangs the main clause on the date in front of it.
    A clause that a conjunction joins to something else (« alors que la foule … ») is not the main one."""
    below = [
        word
        for date_word in sorted(date_words)
        for child in tree.children(date_word)
        if child not in date_words
        for word in tree.subtree(child)
        if word > max(date_words) and tree.heads_clause(word) and _is_finite_clause(tree, word)
    ]
    return next((word for word in below if not tree.dependents(word, ("mark",))), None)


def _trigger_at(tree: Tree, word: int, mentions: Sequence[Mention], lexicon: Lexicon) -> Trigger | None:
    if tree.heads_clause(word):
        head = tree[word].head
        if tree.is_participle_of_noun(word) and (kind := noun_kind(tree, head, lexicon)):
            return Trigger(head, kind, word, head)
        being = (
            first_to_do(tree, word, lexicon)
            or office_held(tree, word, mentions)
            or office_entered(tree, word, mentions, lexicon)
            or presence(tree, word, mentions)
        )
        if being or tree[word].pos in ("VERB", "AUX"):
            return being or verb_trigger(tree, word, lexicon)
    kind = noun_kind(tree, word, lexicon)
    if kind is None or _is_in_name(tree, word, mentions):
        return None
    above = tree[word].head
    bare = not any(tree[child].pos == "DET" for child in tree.children(word))
    if kind is EventKind.INCIDENT and bare and tree[above].pos == "VERB" and tree[word].dep in ("obl:arg", "obl:mod"):
        deed_above = verb_trigger(tree, above, lexicon)
        if deed_above:
            return deed_above  # « inculpés d'espionnage »
    if kind is EventKind.AGREEMENT and tree[above].pos == "NOUN" and (deed := noun_kind(tree, above, lexicon)):
        word, kind = above, deed  # « le retrait de l'accord », « la signature du traité »
    return Trigger(word, kind, _carrying_verb(tree, word, lexicon), word)


def _is_in_name(tree: Tree, word: int, mentions: Sequence[Mention]) -> bool:
    """« le Congrès américain » is a party, no conference."""
    start = tree[word].start
    return any(mention.actors and mention.start <= start < mention.end for mention in mentions)


def _carrying_verb(tree: Tree, noun: int, lexicon: Lexicon) -> int | None:
    """The verb whose subject or adverbials also belong to the event that the noun names: « mener des négociations »."""
    head = tree[noun].head
    if head == noun or not tree.heads_clause(head) or tree[noun].dep not in _CARRIED:
        return None
    lemma = tree[head].lemma.lower()
    carries = lemma in lexicon.words["light"] or lemma in lexicon.happening or f"se {lemma}" in lexicon.happening
    return head if carries else None


def _is_span(time: TimeExpression) -> bool:
    return time.date is not None and time.date.precision is Precision.INTERVAL and time.date.is_bounded


def _is_finite_clause(tree: Tree, word: int) -> bool:
    return "VerbForm=Fin" in tree.features(word)


def _nearest(tree: Tree, start: int, clause: int, mentions: Sequence[Mention], lexicon: Lexicon) -> Trigger | None:
    """Where the tree leads nowhere: the nearest noun or verb of the clause that tells of an event."""
    clauses = (clause, tree.clause_of(start))
    words = sorted(
        (word for word in tree.subtree(clause) if tree.clause_of(word) in clauses),
        key=lambda word: (abs(word - start), word),
    )
    for word in words[:_NEARBY]:
        trigger = _trigger_at(tree, word, mentions, lexicon)
        if trigger:
            return trigger
    return None


def _can_last(trigger: Trigger, time: TimeExpression) -> bool:
    """« Ils y ont dépêché des milliers d'hommes depuis mai »: an open date tells of what lasts, not of single deeds."""
    return time.date is None or not _is_open(time.date) or trigger.kind in _LASTING


def _tells_of_firstness(tree: Tree, trigger: Trigger, time: TimeExpression, lexicon: Lexicon) -> bool:
    """« la première rencontre depuis 2018 » dates no meeting in 2018 and none since."""
    if trigger.noun is None or time.date is None or not _is_open(time.date):
        return False
    return any(
        tree[child].lemma.lower() in lexicon.words["firstness"]
        or tree[child].text.lower() in lexicon.words["firstness"]
        for child in tree.children(trigger.noun)
    )


def _is_open(date: HistoricalDate) -> bool:
    return date.precision is Precision.INTERVAL and not date.is_bounded


def _dates_better(tree: Tree, trigger: Trigger, time: TimeExpression, rival: TimeExpression) -> bool:
    """Of two dates in one clause the finer one dates the deed, then the nearer; one behind a participle, « ouvert en
    2018 », only where there is no other."""
    assert time.date is not None, "only dated expressions compete"
    assert rival.date is not None, "only dated expressions compete"
    place = tree[trigger.position].start

    def rank(one: TimeExpression, date: HistoricalDate) -> tuple[bool, bool, int, int]:
        of_participle = one.start > place and stands_behind_participle(tree, one)
        return of_participle, _is_open(date), _FINEST_FIRST.index(date.precision), abs(one.start - place)

    return rank(time, time.date) < rank(rival, rival.date)


def _sharing(tree: Tree, dated: DatedTrigger, lexicon: Lexicon) -> Iterator[DatedTrigger]:
    """Verbs that share the date: coordinated ones (« se sont entretenus au téléphone et se sont rencontrés ») and
    those of a clause tied to the same time (« remonte à 2013, lorsqu'il s'était rendu à Pékin »)."""
    verb = dated.trigger.verb
    if verb is None:
        return
    coordinated = [
        child
        for child in tree.dependents(verb, ("conj",))
        if not tree.dependents(child, ("nsubj", "nsubj:pass", "nsubjpass"))
    ]
    tied = [child for child in tree.dependents(verb, ("advcl",)) if is_simultaneous(tree, child, lexicon)]
    for child in (*coordinated, *tied):
        trigger = verb_trigger(tree, child, lexicon)
        if trigger:
            yield DatedTrigger(trigger, dated.time)


def is_simultaneous(tree: Tree, clause: int, lexicon: Lexicon) -> bool:
    """Whether a word such as « lorsque » ties the clause to the time of the main one."""
    words = [tree[child].text.lower().replace("’", "'") for child in tree.children(clause)]
    return any(word in lexicon.words["simultaneous"] for word in words)


def _told_as_done(tree: Tree, word: int) -> bool:
    """A finite main clause in a perfect or simple past tense: « a rencontré », "met"; not « rencontraient »."""
    if not tree.heads_clause(word) or tree[word].dep not in ("ROOT", "conj", "dep", "parataxis"):
        return False
    own, helpers = tree[word].morph, [tree[helper].morph for helper in tree.auxiliaries(word)]
    if any("Mood=Cnd" in morph or "Tense=Fut" in morph for morph in (own, *helpers)):
        return False
    if tree.sentence.language == "fr":
        compound = "VerbForm=Part" in own or any("VerbForm=Part" in morph for morph in helpers)
        return (compound and bool(helpers)) or ("VerbForm=Fin" in own and "Tense=Past" in own)
    return "Tense=Past" in own
