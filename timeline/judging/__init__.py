"""What editors decide: recorded, undone on request, and replayed when the articles are read again."""

from timeline.judging.actors import hold_different, hold_same, rename
from timeline.judging.creation import Stated, cite, create
from timeline.judging.decisions import (
    correct,
    judge_passage,
    publish,
    record,
    reject,
    replay,
    standing_verdict,
    take_back,
)
from timeline.judging.grouping import merge, split
from timeline.judging.handing_back import hand_back
from timeline.judging.rights import PUBLISH, is_publishing, may_undo
from timeline.judging.undoing import Undone, undo

__all__ = [
    "PUBLISH",
    "Stated",
    "Undone",
    "cite",
    "correct",
    "create",
    "hand_back",
    "hold_different",
    "hold_same",
    "is_publishing",
    "judge_passage",
    "may_undo",
    "merge",
    "publish",
    "record",
    "reject",
    "rename",
    "replay",
    "split",
    "standing_verdict",
    "take_back",
    "undo",
]
