"""What a date in running text hangs on: the publication, the dates spoken of before, and the bound set by the text."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from timeline.dates import HistoricalDate, Precision
from timeline.extraction.records import Origin
from timeline.extraction.times.readings import Base


@dataclass(frozen=True, slots=True)
class Anchors:
    """What the article's header says about its time of writing."""

    published: HistoricalDate | None
    """A day, a month, a year, or None where the article does not say."""
    published_wording: str = ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A date that the text has spoken of."""

    date: HistoricalDate
    wording: str
    rule: str
    sentence: int
    paragraph: int
    ahead: bool
    """Whether it was spoken of as still to come."""
    origin: Origin
    base_kind: str
    """What it was worked out from: `published`, `context`, `text_bound`, or empty."""
    since: bool
    """Whether it only bounds a period: « depuis 1964 », « jusqu'en 1991 »."""

    of_a_thing: bool
    """Whether it only tells which thing is meant: « le sommet de 2018 »."""

    @property
    def only_counted(self) -> bool:
        """Whether its year is but that of the publication: the text names none."""
        wide = self.date.precision in (Precision.YEAR, Precision.DECADE)
        return self.base_kind == "published" and not wide

    def as_base(self) -> Base:
        return Base(self.date, "context", self.wording)


# A reader does not hold more dates in mind, and a file made of dates must not cost more.
MEMORY = 50

# How many sentences a year stays in force after it was named.
YEAR_REACH = 1

# These compare with a year rather than move the story into it: "up from 14 % a year ago".
COMPARISONS = frozenset({"ago", "same_time_last_year"})


@dataclass(slots=True)
class AnchorStack:
    """The dates spoken of so far in one document, the latest last. It grows while the sentences are read."""

    reference: Base | None
    """The publication date, or the bound that the text itself sets."""
    weekdays: dict[int, Base] = field(default_factory=dict)
    """Days of the week that the article dates somewhere."""
    spoken: deque[Spoken] = field(default_factory=lambda: deque(maxlen=MEMORY))

    @property
    def published(self) -> HistoricalDate | None:
        return self.reference.date if self.reference and self.reference.kind == "published" else None

    def push(self, spoken: Spoken) -> None:
        self.spoken.append(spoken)

    def last(self) -> Spoken | None:
        return self.spoken[-1] if self.spoken else None

    def last_day(self, *, ahead: bool = False, skip: frozenset[str] = frozenset()) -> Spoken | None:
        """The last day, set of days or range of days; one still to come only for a clause that looks ahead itself."""
        daily = [spoken for spoken in reversed(self.spoken) if _is_daily(spoken.date)]
        fitting = (spoken for spoken in daily if (ahead or not spoken.ahead) and spoken.rule not in skip)
        return next(fitting, daily[0] if daily else None)

    def last_full_day(self) -> Spoken | None:
        return next((spoken for spoken in reversed(self.spoken) if spoken.date.precision is Precision.DAY), None)

    def last_in_month(self) -> Spoken | None:
        """The last date that is at least as fine as a month."""
        wide = (Precision.YEAR, Precision.DECADE, Precision.SEASON)
        return next((spoken for spoken in reversed(self.spoken) if spoken.date.precision not in wide), None)

    def last_in_year(self) -> Spoken | None:
        """The last date that lies within one year."""
        return next((spoken for spoken in reversed(self.spoken) if year_of(spoken.date) is not None), None)

    def year_in_force(self, sentence: int, paragraph: int, *, of_before: bool) -> Spoken | None:
        """The date whose year a day and month without one take over: named just before, in the same paragraph.

        The date of a thing, « le sommet de 2018 », moves no story into its year, unless the next sentence tells what
        was before, `of_before`. An undated article has no competing year of publication: there any date named reaches
        into the next paragraph.
        """
        moving = (
            spoken
            for spoken in reversed(self.spoken)
            if year_of(spoken.date) is not None
            and (not spoken.of_a_thing or of_before or spoken.sentence == sentence or self.published is None)
        )
        spoken = next(moving, None)
        if spoken is None or spoken.since or spoken.rule in COMPARISONS or spoken.only_counted:
            return None
        if self.published is None:
            return spoken if paragraph - spoken.paragraph <= 1 else None
        near = sentence - spoken.sentence <= YEAR_REACH and paragraph == spoken.paragraph
        return spoken if near else None


def year_of(date: HistoricalDate) -> int | None:
    if date.earliest is None or date.latest is None or date.earliest.year != date.latest.year:
        return None
    return date.earliest.year


def _is_daily(date: HistoricalDate) -> bool:
    if date.precision is Precision.INTERVAL:
        return all(end is not None and end.precision is Precision.DAY for end in date.ends)
    return all(option.precision is Precision.DAY for option in date.options)
