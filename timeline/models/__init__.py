"""What the database holds: one module per noun, each queryset above its model."""

from timeline.models.actors import Actor, ActorName, Tenure
from timeline.models.chronologies import Chronology
from timeline.models.events import Event, Participation
from timeline.models.imports import Import, ImportedFile
from timeline.models.judgements import Judgement
from timeline.models.places import Place
from timeline.models.reprints import Sketch
from timeline.models.sources import Citation, Source

__all__ = [
    "Actor",
    "ActorName",
    "Chronology",
    "Citation",
    "Event",
    "Import",
    "ImportedFile",
    "Judgement",
    "Participation",
    "Place",
    "Sketch",
    "Source",
    "Tenure",
]
