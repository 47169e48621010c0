"""What editors decide: recorded, undone on request, and replayed when the articles are read again."""

from timeline.judging.decisions import (
    Undone,
    correct,
    judge_passage,
    publish,
    record,
    reject,
    replay,
    standing_verdict,
    take_back,
    undo,
)
from timeline.judging.rights import PUBLISH, is_publishing, may_undo

__all__ = [
    "PUBLISH",
    "Undone",
    "correct",
    "is_publishing",
    "judge_passage",
    "may_undo",
    "publish",
    "record",
    "reject",
    "replay",
    "standing_verdict",
    "take_back",
    "undo",
]
