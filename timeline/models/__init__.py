"""What the database holds: one module per noun, each queryset above its model."""

from timeline.models.actors import Actor, ActorName, Tenure
from timeline.models.changes import Change
from timeline.models.chronologies import Chronology
from timeline.models.events import Event, Participation
from timeline.models.imports import Import, ImportedFile
from timeline.models.jobs import Job
from timeline.models.judgements import Judgement
from timeline.models.places import Place
from timeline.models.reprints import Sketch
from timeline.models.sources import Citation, Source

__all__ = [
    "Actor",
    "ActorName",
    "Change",
    "Chronology",
    "Citation",
    "Event",
    "Import",
    "ImportedFile",
    "Job",
    "Judgement",
    "Participation",
    "Place",
    "Sketch",
    "Source",
    "Tenure",
]
