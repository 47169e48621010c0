"""What looks like a date and is none: « résolution 1405 », « la planète Mars », "may" the verb."""

from __future__ import annotations

from timeline.extraction.times.grammar import Match
from timeline.extraction.times.setting import Setting


def is_no_date(match: Match, setting: Setting) -> bool:
    return (
        setting.before(match, "no_date_before")
        or setting.after(match, "no_date_after")
        or not _in_the_right_case(match, setting)
    )


def _in_the_right_case(match: Match, setting: Setting) -> bool:
    """English months and weekdays have a capital, which tells "May" from "may"; French ones have none, unless they
    stand with a day or year, at the head of a sentence or in a line of capitals."""
    text = setting.sentence.text
    for name, (start, end) in match.spans.items():
        if not name.startswith(("month", "weekday")) or name.startswith("month_"):
            continue
        if setting.grammar.capitalised and not text[start].isupper():
            return False
        alone = not any(other.startswith(("day", "year", "weekday", "short")) for other in match.spans)
        if not setting.grammar.capitalised and alone and text[start].isupper() and match.start > 0:
            return text[start:end].isupper()
    return True
