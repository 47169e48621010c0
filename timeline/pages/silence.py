"""The longest time without contact, as far as the dates of the contacts leave no doubt of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.dates import HistoricalDate, Precision, Qualifier


@dataclass(frozen=True)
class Contact:
    key: int
    date: HistoricalDate

    @property
    def first(self) -> dt.date:
        return self.date.earliest or dt.date.min

    @property
    def last(self) -> dt.date:
        return self.date.latest or dt.date.max

    @property
    def is_known_to_the_day(self) -> bool:
        """Both ends are certain days: nothing about when it was is left open."""
        return all(
            end is not None and end.precision is Precision.DAY and end.qualifier is Qualifier.NONE
            for end in self.date.ends
        )


@dataclass(frozen=True)
class Silence:
    """From the last possible day of one contact to the first possible day of the next."""

    before: Contact
    after: Contact
    exact: bool
    """Whether it lasted exactly so long and none was longer; otherwise it lasted at least so long."""

    @property
    def start(self) -> dt.date:
        return self.before.last

    @property
    def end(self) -> dt.date:
        return self.after.first

    @property
    def days(self) -> int:
        return (self.end - self.start).days


def longest_silence(contacts: Iterable[Contact]) -> Silence | None:
    """A contact takes all the days that its date may mean, so that what is left between is silent for certain."""
    ordered = sorted(contacts, key=lambda contact: (contact.first, contact.last, contact.key))
    found = _longest_gap(ordered)
    if found is None:
        return None
    before, after = found
    return Silence(before, after, exact=_is_exact(ordered, before, after))


def _longest_gap(ordered: Sequence[Contact]) -> tuple[Contact, Contact] | None:
    """The contacts on both sides of the widest gap, the first of several; None where there is no day between any."""
    longest: tuple[Contact, Contact] | None = None
    most = dt.timedelta(days=1)
    reaching: Contact | None = None  # Of those so far, the one that lasts longest.
    for contact in ordered:
        if reaching and contact.first > reaching.last and contact.first - reaching.last > most:
            longest, most = (reaching, contact), contact.first - reaching.last
        if reaching is None or contact.last > reaching.last:
            reaching = contact
    return longest


def _is_exact(ordered: Sequence[Contact], before: Contact, after: Contact) -> bool:
    """Vague contacts can only cut short the gaps between certain days, as long as none may lie beyond these."""
    certain = [contact for contact in ordered if contact.is_known_to_the_day]
    if not (before.is_known_to_the_day and after.is_known_to_the_day):
        return False
    first, last = certain[0].first, max(contact.last for contact in certain)
    if any(contact.first < first or contact.last > last for contact in ordered):
        return False
    widest = _longest_gap(certain)
    return widest is not None and widest[1].first - widest[0].last == after.first - before.last
