"""How real the article says an event is, who says so, and why a claim cannot be published."""

from __future__ import annotations

from timeline.dates import HistoricalDate
from timeline.extraction.candidates.denials import is_dated_itself, is_denied
from timeline.extraction.candidates.lexicon import Lexicon
from timeline.extraction.candidates.quotations import Quotations, is_quoted
from timeline.extraction.candidates.syntax import OBJECTS, SUBJECTS, Tree
from timeline.extraction.candidates.triggers import Trigger
from timeline.extraction.records import EventKind, Modality, Origin, Participant, TimeExpression


def modality_of(
    tree: Tree, trigger: Trigger, time: TimeExpression | None, published: HistoricalDate | None, lexicon: Lexicon
) -> Modality:
    words = _governing_words(tree, trigger)
    if is_denied(tree, trigger, time, lexicon):
        return Modality.DENIED
    if any(_supposes(tree, word, lexicon) for word in words):
        return Modality.HYPOTHETICAL
    if any(_announces(tree, word, trigger, lexicon) for word in words) or _lies_ahead(time, published):
        return Modality.PLANNED
    own_date = is_dated_itself(tree, trigger, time) or _brings_about(tree, trigger)
    if not own_date and any(_is_intended(tree, word, lexicon) for word in words):
        return Modality.PLANNED
    if _is_intended_noun(tree, trigger, lexicon):
        return Modality.PLANNED
    if _is_purpose(tree, trigger, time, lexicon):
        return Modality.PLANNED
    return Modality.BACKGROUND if any("Tense=Imp" in tree.features(word) for word in words) else Modality.REPORTED


def refusal_of(
    tree: Tree,
    trigger: Trigger,
    time: TimeExpression | None,
    participants: tuple[Participant, ...],
    modality: Modality,
    quotations: Quotations,
) -> str:
    """Why the claim is not published; empty where nothing stands against it."""
    if modality in (Modality.DENIED, Modality.HYPOTHETICAL, Modality.PLANNED):
        return modality.value
    if is_quoted(tree, trigger.position, quotations):
        return "quoted"
    if time is None or time.date is None:
        return "undated"
    return "" if participants or trigger.kind is EventKind.CONFERENCE else "no_actor"


def attribution_of(tree: Tree, trigger: Trigger, lexicon: Lexicon) -> str:
    """Who says so, in the article's words: « ont annoncé les services de ce dernier », « selon TASS »."""
    for token in tree.tokens:
        if token.lemma.lower() in lexicon.words["attributing"]:
            return _words_of(tree, token.head)
    told_in = {tree.clause_of(carrier) for carrier in trigger.carriers}
    for word in range(len(tree.tokens)):
        if tree.heads_clause(word) and word not in told_in and tree[word].lemma.lower() in lexicon.words["reporting"]:
            speakers = tree.dependents(word, SUBJECTS) or _inverted_subject(tree, word) or tree.subjects(word)
            named = [speaker for speaker in speakers if tree[speaker].pos != "PRON"]
            if named:
                return _words_of(tree, named[0])
    return ""


def _governing_words(tree: Tree, trigger: Trigger) -> list[int]:
    """The event's own words and the verbs that govern them within the sentence, speech excepted."""
    verb = trigger.verb if trigger.verb is not None else tree.clause_of(trigger.position)
    words = [verb]
    while tree[verb].dep in ("xcomp", "ccomp") and not tree.is_root(verb):
        verb = tree.clause_of(tree[verb].head)
        if verb in words:
            break
        words.append(verb)
    return words


def _supposes(tree: Tree, word: int, lexicon: Lexicon) -> bool:
    marks = [tree[child] for child in tree.children(word) if tree[child].dep == "mark"]
    if any(mark.text.lower() in lexicon.words["supposing"] for mark in marks):
        return True
    helpers = {tree[child].text.lower() for child in tree.auxiliaries(word)}
    return "Mood=Cnd" in tree.features(word) or bool(helpers & lexicon.words["doubting"])


def _announces(tree: Tree, word: int, trigger: Trigger, lexicon: Lexicon) -> bool:
    if "Tense=Fut" in tree.features(word):
        return True
    helpers = [tree[child].lemma.lower() for child in tree.auxiliaries(word)]
    if any(helper in ("will", "shall") for helper in helpers):
        return True
    if trigger.verb is None and not tree.dependents(word, ("aux:pass", "auxpass")) and helpers:
        return False  # « a demandé une enquête sur l'attaque » asks for no attack.
    return tree[word].lemma.lower() in lexicon.words["planned"] and "VerbForm=Part" in tree[word].morph


def _is_intended(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """« Le président doit se rendre à Moscou »: the verb above the deed leaves open whether it was done."""
    head = tree[verb].head
    above = tree[head]
    if tree[verb].dep == "xcomp":
        if above.lemma.lower() in lexicon.words["wishing"] | lexicon.words["asking"] or _is_bound_to(
            tree, verb, head, lexicon
        ):
            return True
        open_still = "Tense=Pres" in above.morph or "Tense=Imp" in above.morph
        return open_still and above.lemma.lower() in lexicon.words["intending"]
    # « son projet de réunir le G7 »
    return above.lemma.lower() in lexicon.words["wanted"] and "VerbForm=Inf" in tree[verb].morph


def _brings_about(tree: Tree, trigger: Trigger) -> bool:
    """« devait être aboli par l'accord »: what brings about the rest was there before."""
    if trigger.noun is None:
        return False
    token = tree[trigger.noun]
    by = any(tree[child].text.lower() == "par" for child in tree.dependents(trigger.noun, ("case",)))
    return by or token.dep == "obl:agent" or tree[token.head].dep == "agent"


def _is_bound_to(tree: Tree, verb: int, head: int, lexicon: Lexicon) -> bool:
    """ "was to meet", "was due to meet", "has yet to meet", « était censé rencontrer »: expected, and no more."""
    if {tree[head].lemma.lower(), tree[head].text.lower()} & lexicon.words["bound"]:
        return True
    beside = {tree[child].text.lower() for child in tree.children(head)}
    if tree[head].lemma.lower() == "have":
        return "yet" in beside
    return tree[head].lemma.lower() == "be" and any(tree[child].text.lower() == "to" for child in tree.children(verb))


def _is_intended_noun(tree: Tree, trigger: Trigger, lexicon: Lexicon) -> bool:
    """« le projet d'annexion », « le plan prévoit l'annexion », "called for a truce"."""
    if trigger.noun is None:
        return False
    head = tree[trigger.noun].head
    above = tree[head].lemma.lower()
    if above in lexicon.words["wanted"] or (above in lexicon.words["planned"] and tree[trigger.noun].dep in OBJECTS):
        return True
    if tree[trigger.noun].dep == "pobj":
        return above == "for" and tree[tree[head].head].lemma.lower() in lexicon.words["asking"]
    case = {tree[child].text.lower() for child in tree.dependents(trigger.noun, ("case",))}
    return above in lexicon.words["asking"] and (tree[trigger.noun].dep in OBJECTS or bool(case & {"à", "au", "aux"}))


def _is_purpose(tree: Tree, trigger: Trigger, time: TimeExpression | None, lexicon: Lexicon) -> bool:
    """« pour décrocher sa réélection en novembre »: wanted, not done; « l'annexion de 2014 » was done."""
    if time is None or time.derivation.origin is Origin.EXPLICIT:
        return False
    if trigger.noun is not None and trigger.verb is not None and tree.is_participle_of_noun(trigger.verb):
        return False  # « pour poursuivre le dialogue entamé en juin »
    for word in (trigger.position, *tree.ancestors(trigger.position)):
        if "VerbForm=Inf" in tree[word].morph:
            marks = [tree[child].text.lower() for child in tree.children(word) if tree[child].dep in ("mark", "aux")]
            return any(mark in lexicon.words["purpose"] for mark in marks)
        if tree.heads_clause(word):
            return False
    return False


def _lies_ahead(time: TimeExpression | None, published: HistoricalDate | None) -> bool:
    """Whether the date can only be after the article was published."""
    if time is None or time.date is None or published is None:
        return False
    return bool(time.date.earliest and published.latest and time.date.earliest > published.latest)


def _inverted_subject(tree: Tree, verb: int) -> list[int]:
    """« ont annoncé les services »: the parser takes an inverted subject for an object."""
    return [child for child in tree.children(verb) if child > verb and tree[child].dep in ("obj", "dobj")]


def _words_of(tree: Tree, head: int) -> str:
    words = [word for word in tree.subtree(head) if tree.clause_of(word) == tree.clause_of(head)]
    words = [word for word in words if tree[word].pos != "PUNCT"]
    if not words:
        return ""
    start, end = tree[words[0]].start, tree[words[-1]].end
    return tree.sentence.text[start - tree.sentence.start : end - tree.sentence.start][:300]
