"""A press that reports meetings in many articles, and editors who judge at random what the program makes of it."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Callable

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from tests.claims_stored import Article
from timeline import judging
from timeline.dates import HistoricalDate
from timeline.extraction.records import PlaceRef
from timeline.ingestion.settlement import settle_events
from timeline.judging.fields import participations_of, restore, snapshot
from timeline.models import Actor, Citation, Event, Judgement

PEOPLE = [
    *("Anna Wieland", "A. Wieland", "Bruno Castel", "Bruno Emile Castel", "Carla Ostrova", "Karla Ostrova"),
    *("Dimitri Volkov", "Dmitri Volkov", "Elena Marchetti", "Farid Haddad", "Greta Lindqvist", "G. Lindqvist"),
]
KINDS = ["meeting", "meeting", "summit", "agreement", "call", "visit"]
PLACES = [
    None,
    PlaceRef("city:2660646", "Geneva", "CH", known=True),
    PlaceRef("city:2761369", "Vienna", "AT", known=True),
]


def press(chance: random.Random, articles: int = 24) -> list[Article]:
    """Most happenings are told by several articles, some with a vaguer date or another spelling."""
    happenings = []
    for _number in range(100):
        day = dt.date(1971, 1, 1) + dt.timedelta(days=3 * chance.randrange(200))
        happenings.append((day, chance.sample(PEOPLE, 2), chance.choice(KINDS), chance.choice(PLACES)))
    written = []
    for number in range(articles):
        article = Article(f"article-{number:02}.txt")
        for day, people, kind, place in chance.sample(happenings, 9):
            edtf = day.isoformat() if chance.random() < 0.8 else f"{day:%Y-%m}"
            article.tell(edtf, *people, kind=kind, place=place)
        written.append(article)
    return written


class Desk:
    """Judges at random; `counted` says how often which verdict was given."""

    def __init__(self, chance: random.Random, user: User) -> None:
        self._chance = chance
        self._user = user
        self.counted: Counter[str] = Counter()

    def judge(self, times: int) -> None:
        """So many judgements, with a settlement now and then, as imports bring it."""
        acts: list[Callable[[], Judgement | None]] = [
            *(self._publish, self._reject, self._correct, self._correct, self._merge, self._merge, self._split),
            *(self._split, self._judge_passage, self._same, self._different, self._rename, self._hand_back, self._undo),
        ]
        done = 0
        while done < times:
            try:
                judgement = self._chance.choice(acts)()
            except ValidationError:
                continue  # What cannot be done an editor is told; nothing has happened.
            if judgement is None:
                continue
            self.counted[judgement.verdict] += 1
            done += 1
            if done % 15 == 0:
                settle_events()

    def _event(self) -> Event:
        return self._chance.choice(list(Event.objects.filter(merged_into=None).order_by("earliest", "public_id")))

    def _publish(self) -> Judgement:
        return judging.publish(self._event(), self._user)

    def _reject(self) -> Judgement:
        return judging.reject(self._event(), self._user)

    def _correct(self) -> Judgement | None:
        event = self._event()
        before = snapshot(event)
        match self._chance.randrange(5):
            case 0:
                event.date = HistoricalDate.parse(f"1972-0{self._chance.randrange(1, 10)}")
            case 1:
                event.kind = self._chance.choice(KINDS)
            case 2:
                event.title_fr = f"Rencontre {self._chance.randrange(1000)}"
            case 3:
                event.place = None
            case _:
                restore(event, {"participations": participations_of(event)[:1]})
        event.save()
        return judging.correct(event, before, self._user)

    def _merge(self) -> Judgement:
        events = [self._event() for _number in range(self._chance.randrange(2, 4))]
        return judging.merge(events, events[0], self._user)

    def _split(self) -> Judgement:
        event = self._event()
        passages = list(event.citations.order_by("source__name", "start"))
        return judging.split(event, self._chance.sample(passages, (len(passages) + 1) // 2), self._user)

    def _judge_passage(self) -> Judgement | None:
        passage = self._chance.choice(list(Citation.objects.order_by("source__name", "start")))
        state = self._chance.choice([Citation.State.ACCEPTED, Citation.State.REJECTED])
        return judging.judge_passage(passage, state, self._user)

    def _two_actors(self) -> list[Actor]:
        return self._chance.sample(list(Actor.objects.surviving().filter(kind="person").order_by("key")), 2)

    def _same(self) -> Judgement | None:
        if Actor.objects.surviving().count() < len(PEOPLE) - 4:
            return None  # Or all would be one in the end.
        one, other = self._two_actors()
        return judging.hold_same([one, other], other, self._user)

    def _different(self) -> Judgement:
        return judging.hold_different(*self._two_actors(), self._user)

    def _rename(self) -> Judgement | None:
        actor = self._two_actors()[0]
        before = {"name_fr": actor.name_fr, "name_en": actor.name_en}
        actor.name_en = f"{actor.name_en.split(' (')[0]} ({self._chance.randrange(1000)})"
        actor.save()
        return judging.rename(actor, before, self._user)

    def _hand_back(self) -> Judgement:
        event = self._event()
        return judging.hand_back(event, event.locked[:1], self._user)

    def _undo(self) -> Judgement:
        judgement = self._chance.choice(list(Judgement.objects.filter(undone=None).order_by("pk")) or [Judgement()])
        judging.undo(judgement)
        return judgement
