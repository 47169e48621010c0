"""Sentence + times + mentions → CandidateEvents: a date, the deed that it dates, who took part and where.

Dates lead: each is followed up the syntax tree to the verb or noun that it dates. Deeds that no date reaches are kept
as undated claims where they name a person or a party and are told as done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.extraction.candidates.attachment import DatedTrigger, dated_triggers, undated_triggers
from timeline.extraction.candidates.continuation import with_implied_parties
from timeline.extraction.candidates.lexicon import Lexicon, load_lexicon
from timeline.extraction.candidates.modality import attribution_of, modality_of, refusal_of
from timeline.extraction.candidates.objections import leaves_a_place
from timeline.extraction.candidates.occasions import joined
from timeline.extraction.candidates.parties import find_parties
from timeline.extraction.candidates.places import find_place
from timeline.extraction.candidates.quotations import Quotations
from timeline.extraction.candidates.retellings import without_retellings
from timeline.extraction.candidates.strangers import tells_of_strangers
from timeline.extraction.candidates.summits import told_kind
from timeline.extraction.candidates.syntax import Tree
from timeline.extraction.candidates.triggers import Trigger
from timeline.extraction.records import (
    IMPLIED,
    ActorKind,
    CandidateEvent,
    Document,
    EventKind,
    Mention,
    Office,
    Participant,
    PlaceRef,
    Sentence,
    Span,
    TimeExpression,
)
from timeline.knowledge import Knowledge

__all__ = ["find_candidates"]

# A passage is quoted whole: one that runs longer than this is a parsing accident.
LONGEST_PASSAGE = 600
_OF_NOTE = (EventKind.STATEMENT, EventKind.OTHER)


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence with everything that the stages before found in it."""

    tree: Tree
    times: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]
    lexicon: Lexicon
    knowledge: Knowledge
    quotations: Quotations


def find_candidates(
    document: Document,
    sentences: Sequence[Sentence],
    times: Sequence[tuple[TimeExpression, ...]],
    mentions: Sequence[tuple[Mention, ...]],
    knowledge: Knowledge,
) -> tuple[CandidateEvent, ...]:
    """The claims of the article, in the order of the text; those that cannot be published carry their refusal."""
    lexicon, quotations = load_lexicon(document.language), Quotations(document)
    found: list[CandidateEvent] = []
    strangers: set[Span] = set()
    for sentence, its_times, its_mentions in zip(sentences, times, mentions, strict=True):
        if sentence.tokens and (its_times or its_mentions):
            reading = Reading(Tree(sentence), its_times, its_mentions, lexicon, knowledge, quotations)
            deeds = _deeds_in(reading)
            candidates = [_candidate(document, reading, deed) for deed in deeds]
            found += joined(reading.tree, [candidate for candidate in candidates if candidate], lexicon)
            strangers |= {
                _span(reading.tree, deed.trigger)
                for deed in deeds
                if tells_of_strangers(reading.tree, deed.trigger, deed.time, lexicon)
            }
    return without_retellings(with_implied_parties(found, strangers, knowledge))


def _deeds_in(reading: Reading) -> list[DatedTrigger]:
    dated = dated_triggers(reading.tree, reading.times, reading.mentions, reading.lexicon)
    return [*dated, *undated_triggers(reading.tree, reading.mentions, reading.lexicon, dated)]


def _span(tree: Tree, trigger: Trigger) -> Span:
    return Span(tree[trigger.position].start, tree[trigger.position].end)


def _candidate(document: Document, reading: Reading, found: DatedTrigger) -> CandidateEvent | None:
    tree, trigger = reading.tree, found.trigger
    if trigger.kind is EventKind.RUPTURE and leaves_a_place(tree, trigger.position, reading.mentions, reading.lexicon):
        return None
    place, place_mention = find_place(tree, trigger, reading.mentions, reading.knowledge)
    parties = find_parties(tree, trigger, found.time, reading.mentions, reading.lexicon, reading.knowledge)
    if not parties.participants and trigger.kind is EventKind.OTHER:
        return None
    if trigger.kind in _OF_NOTE and not _is_of_note(parties.mentions):
        return None
    participants = parties.participants or _country_struck(trigger.kind, place, reading.knowledge)
    spans = [
        (tree[word].start, tree[word].end) for word in (*trigger.carriers, trigger.position, *_near_words(tree, found))
    ]
    spans += [(mention.start, mention.end) for mention in parties.mentions]
    spans += [(found.time.start, found.time.end)] if found.time else []
    spans += [(place_mention.start, place_mention.end)] if place_mention else []
    start, end = _passage(tree, spans)
    modality = modality_of(tree, trigger, found.time, document.published, reading.lexicon)
    return CandidateEvent(
        document=document.sha256,
        start=start,
        end=end,
        kind=told_kind(trigger.kind, participants, place, found.time, reading.knowledge),
        trigger=_span(tree, trigger),
        participants=participants,
        time=found.time,
        place=place,
        place_span=Span(place_mention.start, place_mention.end) if place_mention else None,
        modality=modality,
        attribution=attribution_of(tree, trigger, reading.lexicon),
        office=_office(trigger.kind, parties.mentions, reading.mentions, start, end),
        refusal=refusal_of(tree, trigger, found.time, participants, modality, reading.quotations),
    )


def _is_of_note(mentions: Sequence[Mention]) -> bool:
    """Whether somebody whom the knowledge files hold takes part, a state or body, or somebody in an office: what others
    say and do is no matter of diplomacy."""
    return any(
        mention.office or any(actor.known or actor.kind is not ActorKind.PERSON for actor in mention.actors)
        for mention in mentions
    )


def _country_struck(kind: EventKind, place: PlaceRef | None, knowledge: Knowledge) -> tuple[Participant, ...]:
    """« La guerre du Donbass éclate »: where nobody is named, the state in which a war or an attack happened."""
    if kind not in (EventKind.CONFLICT, EventKind.INCIDENT) or place is None or not place.country:
        return ()
    state = knowledge.actor(f"state:{place.country}")
    return (Participant(knowledge.ref(state.key), IMPLIED),) if state else ()


def _near_words(tree: Tree, found: DatedTrigger) -> list[int]:
    """The words that complete the statement: negation, auxiliaries, objects that are no clauses of their own."""
    words: list[int] = []
    for carrier in found.trigger.carriers:
        words += tree.auxiliaries(carrier)
        for child in tree.children(carrier):
            if tree[child].dep in ("obj", "dobj", "obl:arg", "obl:mod", "xcomp", "advmod", "attr", "expl:comp"):
                words += [
                    word for word in tree.subtree(child) if tree.clause_of(word) in (carrier, tree.clause_of(carrier))
                ]
    if found.trigger.kind is EventKind.TENURE and found.trigger.noun is not None:
        words += tree.subtree(found.trigger.noun)  # All posts: « ambassadeur en Russie et en Jordanie ».
    return [word for word in words if tree[word].pos != "PUNCT"]


def _passage(tree: Tree, spans: list[tuple[int, int]]) -> tuple[int, int]:
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    if end - start > LONGEST_PASSAGE:
        return tree.sentence.start, tree.sentence.end
    return start, end


def _office(
    kind: EventKind, named: tuple[Mention, ...], mentions: tuple[Mention, ...], start: int, end: int
) -> Office | None:
    """The office that an appointment or a tenure is about."""
    if kind not in (EventKind.APPOINTMENT, EventKind.TENURE):
        return None
    inside = [mention for mention in mentions if mention.office and start <= mention.start and mention.end <= end]
    return inside[-1].office if inside else next((mention.office for mention in named if mention.office), None)
