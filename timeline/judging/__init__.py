"""What editors decide: recorded, undone on request, and replayed when the articles are read again."""

from timeline.judging.decisions import correct, judge_passage, publish, record, reject, replay, standing_verdict
from timeline.judging.grouping import merge, split
from timeline.judging.handing_back import hand_back
from timeline.judging.undoing import Undone, undo

__all__ = [
    "Undone",
    "correct",
    "hand_back",
    "judge_passage",
    "merge",
    "publish",
    "record",
    "reject",
    "replay",
    "split",
    "standing_verdict",
    "undo",
]
