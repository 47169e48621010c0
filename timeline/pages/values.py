"""All values of one filter, to choose from or to search in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from timeline.pages.conditions import Conditions
from timeline.pages.facets import FACETS, OPTIONS_LISTED, Facet, Option
from timeline.pages.selection import Selection


@dataclass(frozen=True)
class Values:
    conditions: Conditions
    parameter: str
    typed: str

    @cached_property
    def facet(self) -> Facet:
        return FACETS[self.parameter](Selection(self.conditions), OPTIONS_LISTED, self.typed)

    @property
    def left_out(self) -> int:
        """How many more there are than are listed."""
        return self.facet.total - len(self.facet.options)

    @property
    def query_string(self) -> str:
        return self.conditions.query_string()

    @property
    def links(self) -> list[tuple[Option, str]]:
        """Each value with the address that takes it in or, where it is chosen, takes it back."""
        return [
            (
                option,
                self.conditions.query_string(self.parameter, option.value)
                if option.chosen
                else self.conditions.query_string_adding(self.parameter, option.value),
            )
            for option in self.facet.options
        ]
