"""Who did it and to whom: "did Darmian foul Musso?" is not "did Musso foul Darmian?"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..understanding.lexicon import in_any_language
from ..understanding.names import Gazetteer, NameHit
from ..understanding.query import Query
from ..understanding.ranking import Candidate, Ranking
from ..understanding.reading import Reader, Reading

ALIKE = 0.6
"""Likeness from which a stored question tells in which order two people are named."""


class Parties:
    """Compares the order of the names in a question with that in a stored one."""

    def __init__(self, gazetteer: Gazetteer, ranking: Ranking, readers: Mapping[str, Reader]) -> None:
        self._gazetteer = gazetteer
        self._ranking = ranking
        self._readers = readers
        self._agent = in_any_language("agent")

    def swapped(self, query: Query, stored: Reading) -> bool:
        """Whether two names that both questions hold stand in another order: who did it to whom.

        Where one of them tells by whom it was done, the same order is the other way round.
        """
        ours, theirs = _single(query.names), _single(stored.names)
        shared = [i for i in ours if i in theirs]
        kinds = {self._gazetteer.kind(i) for i in shared}
        by_whom = not stored.words.isdisjoint(self._agent)
        if len(shared) == 2 and kinds == {"person"} and query.words.isdisjoint(self._agent) == by_whom:
            return shared == [i for i in theirs if i in ours]
        return any(
            [i for i in shared if self._gazetteer.kind(i) == kind]
            != [i for i in theirs if i in ours and self._gazetteer.kind(i) == kind]
            for kind in kinds
        )

    def turned_about(self, query: Query, ranked: Sequence[Candidate], row: str) -> bool:
        """Whether the stored question on a row that is most alike names two people the other way round."""
        people = self._gazetteer.people(query.ids)
        best, found = ALIKE, None
        for candidate in ranked if len(people) == 2 else ():
            if candidate.entry.row != row:
                continue
            for like in self._ranking.entries.row(candidate.at).likes(self._ranking.asked(query)):
                if like.likeness < best or (found and like.likeness == best):
                    break
                sample = candidate.entry.samples[like.place]
                stored = self._readers[sample.language].read(sample.text, mend=False)
                if people <= stored.ids:
                    best, found = like.likeness, stored
                    break
        return found is not None and self.swapped(query, found)


def _single(hits: Sequence[NameHit]) -> list[str]:
    return [i for hit in hits if len(hit.ids) == 1 for i in hit.ids]
