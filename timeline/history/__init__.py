"""Who changed what, when and why: recorded at every write, told in words, and taken back to an earlier version.

    authors.py     who acts just now, and why
    nouns.py       which values of which rows are kept
    recording.py   the rows' own signals → changes
    versions.py    changes → the versions of a row with what belongs to it

Not recorded is what the program adds: such a row tells of itself when it came and from which article. What the program
changes or deletes afterwards is, as the program's.
"""

from timeline.history.authors import acting
from timeline.history.recording import record_added, record_changed, update_each

__all__ = ["acting", "record_added", "record_changed", "update_each"]
