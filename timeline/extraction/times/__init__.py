"""Time expressions in running text, and the dates that they mean there.

    sentence → folded text → matches of the grammar → readings, resolved against the anchor stack → time expressions

`find_times` is the way in. The words and rules are in the lexicon files; docs/dates.md explains them.
"""

from timeline.extraction.times.anchors import Anchors
from timeline.extraction.times.tagging import Timex, find_times, find_timexes

__all__ = ["Anchors", "Timex", "find_times", "find_timexes"]
