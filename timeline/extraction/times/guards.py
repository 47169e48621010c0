"""What looks like a date and is none: « résolution 1405 », « la planète Mars », "may" the verb."""

from __future__ import annotations

from timeline.extraction.times.grammar import Match
from timeline.extraction.times.setting import Setting


def is_no_date(match: Match, setting: Setting) -> bool:
    return (
        setting.before(match, "no_date_before")
        or setting.after(match, "no_date_after")
        or (match.has_year and setting.after(match, "before_christ"))
        or (match.has_month and not match.has_year and setting.after(match, "other_year"))
        or (not match.has_month and setting.before(match, "no_number_before"))
        or _abbreviates_nothing(match, setting)
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


def _abbreviates_nothing(match: Match, setting: Setting) -> bool:
    has_day = any(name.startswith("day") for name in match.captures)
    return not has_day and any(
        word in setting.grammar.only_with_day
        for name, word in match.captures.items()
        if name.startswith(("month", "weekday"))
    )


def is_age(match: Match, setting: Setting) -> bool:
    """« Théodore Monod, 97 ans, », « un chauffeur de 38 ans », "aged 55"."""
    if setting.before(match, "age_before") or setting.after(match, "age_after"):
        return True
    if match.word("unit") != "Y" or not match.captures.get("amount", "").isdigit():
        return False
    if setting.before(match, "age_between") and setting.after(match, "age_end"):
        return True
    if int(match.captures["amount"]) <= 12 or setting.folded.startswith(" de ", match.end):
        return False
    return setting.before(match, "age_of") and not setting.before(match, "duration_of")
