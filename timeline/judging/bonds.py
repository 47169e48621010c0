"""What people put together and what they put apart, of any things that have keys; the latest word counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable


class Bonds:
    """Told the latest decision first: what contradicts it, directly or through others, no longer counts."""

    def __init__(self) -> None:
        self._heads: dict[str, str] = {}
        self._apart: dict[str, set[str]] = defaultdict(set)

    def head(self, key: str) -> str:
        """The same for all keys that are one."""
        self._heads.setdefault(key, key)
        while self._heads[key] != key:
            self._heads[key] = self._heads[self._heads[key]]
            key = self._heads[key]
        return key

    def together(self, keys: Iterable[str]) -> None:
        """They are one, as far as no later decision parted them: each joins the first of them that it may meet."""
        homes: list[str] = []
        for key in dict.fromkeys(keys):
            home = next((home for home in homes if not self.are_apart(home, key)), None)
            if home is None:
                homes.append(key)
            else:
                self._unite(home, key)

    def part(self, some: Collection[str], others: Collection[str]) -> None:
        """None of some is one with any of the others, but for those that a later decision put together."""
        for one in {self.head(key) for key in sorted(some)}:
            for other in {self.head(key) for key in sorted(others)}:
                if one != other:
                    self._apart[one].add(other)
                    self._apart[other].add(one)

    def are_apart(self, one: str, other: str) -> bool:
        return self.head(other) in self._apart[self.head(one)]

    def groups(self) -> list[frozenset[str]]:
        """All keys that anything was decided about, by what they are one with."""
        members: dict[str, set[str]] = defaultdict(set)
        for key in sorted(self._heads):
            members[self.head(key)].add(key)
        return sorted((frozenset(keys) for keys in members.values()), key=sorted)

    def parted(self) -> list[tuple[str, str]]:
        """Pairs of heads that must not become one, each pair once."""
        return sorted((one, other) for one, others in self._apart.items() for other in others if one < other)

    def _unite(self, one: str, other: str) -> None:
        home, gone = self.head(one), self.head(other)
        if home == gone:
            return
        self._heads[gone] = home
        for foe in self._apart.pop(gone, set()):
            self._apart[foe].discard(gone)
            self._apart[foe].add(home)
            self._apart[home].add(foe)
