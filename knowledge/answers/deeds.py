"""Yes or no to whether somebody did what an event tells: "was it Darmian who came on for Pavard?"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..base.catalogue import catalogue
from ..base.queries import Base
from ..models import Entry
from ..understanding.decision import decide
from ..understanding.lexicon import INVERSE
from ..understanding.names import Gazetteer, NameHit
from ..understanding.query import Query
from ..understanding.ranking import Ranking
from .claims import MISSED, SCORING, Claims, Verdict
from .match_rows import ROLES, parts_of, whole_of
from .on_the_pitch import STARTED

SINGLE = frozenset({"goal", "penalty", "injury", "error", "own_goal"})
"""Kinds of event of which a report tells each, so that the only one of a match had nobody else in that part."""
MANY = frozenset({"save", "miss"})
"""Kinds of event of which one man may have had more than are told."""
FAULTS = frozenset({"error", "miss", "penalty", "own_goal", "foul"})
"""Kinds of event that are somebody's fault."""
JUDGED = frozenset({"error", "t_wrong", "t_correct", "deserve"})
"""Concepts that judge an event: "was his goal wrongly ruled out?" is not answered by that it was ruled out."""


class Deeds:
    """Asks "who?" instead, and compares the answer with the one named."""

    def __init__(self, base: Base, gazetteer: Gazetteer, ranking: Ranking) -> None:
        self._base = base
        self._gazetteer = gazetteer
        self._ranking = ranking
        self._claims = Claims(gazetteer)

    def of(self, query: Query, text: str) -> Verdict | None:
        """Return the verdict on a question whether somebody named did what one event of a match tells, else None."""
        if not (query.yes_no or self._claims.verbal(query)) or not self._claims.made_by(query, text):
            return None
        people = [hit for hit in query.names if self._gazetteer.people(hit.ids)]
        return next(self._verdicts(query, people), None) if 0 < len(people) < 3 else None

    def _verdicts(self, query: Query, people: list[NameHit]) -> Iterator[Verdict]:
        for named in people:
            told = self._who(query, named)
            if told is None:
                continue
            other = frozenset().union(*(hit.ids for hit in people if hit is not named))
            same = self._base.entries.of_match(told.match or "", told.intent)
            his = [
                e for e in same if named.ids & e.values and (e is told or other <= parts_of(self._base, e))
            ]
            shown = whole_of(self._base, his[0] if his else told)
            lead = "yes" if his else ""
            if not his and not named.ids & shown.names:  # else he had another part in it
                if self._elsewhere(query, named, told):
                    continue
                lead = "no" if self._nobody_else(query, other, told) else ""
            if lead and self._alike(query, shown) in ("", lead):
                yield Verdict(lead, shown)

    def _nobody_else(self, query: Query, other: frozenset[str], told: Entry) -> bool:
        """Whether nobody but those whom a row tells had that part: it is all of its kind, or the other one named's."""
        kind = told.intent.partition(".")[0]
        if kind == "injury" and "injury" not in query.said:
            return False  # others may have gone off
        alone = other and other <= parts_of(self._base, told) and kind not in MANY
        return bool(alone) or self._single(told)

    def _elsewhere(self, query: Query, named: NameHit, told: Entry) -> bool:
        """Whether nothing points at the match of a row, and only other articles tell of the one named."""
        if not query.scope.empty or query.matches or self._gazetteer.clubs(query.ids):
            return False
        return not any(told.source in self._base.entries.sources_of(i) for i in named.ids)

    def _alike(self, query: Query, entry: Entry) -> str:
        """Return what the stored question of a row that is most alike says: "yes", "no", or "" for an open one."""
        row = next((c for c in self._ranking.rank(query) if c.entry is entry), None)
        polarity = row.sample.polarity if row and row.sample else ""
        return polarity if polarity in ("yes", "no") else ""

    def _who(self, query: Query, named: NameHit) -> Entry | None:
        """Return the row on who did it, asked without the one named; None where that is not sure."""
        names = tuple(hit for hit in query.names if hit is not named)
        who = replace(query, names=names, kinds=frozenset({"person"}), yes_no=False)
        decided = decide(who, self._ranking.rank(who), self._base.matches, False)
        best = decided.chosen[0] if decided.outcome in ("answer", "list") else None
        if best is None or not catalogue().light.issuperset(best.unexplained):
            return None
        kind, _, role = best.entry.intent.partition(".")
        if kind == "substitution" and STARTED & query.said and INVERSE not in query.said:
            return None  # who came on did not start
        nearly = MISSED - {"chance"} if SCORING & query.said else MISSED
        if (kind == "miss" and not nearly & query.said) or (kind not in FAULTS and JUDGED & query.said):
            return None
        return best.entry if role in ROLES else None

    def _single(self, entry: Entry) -> bool:
        """Whether an event is the only one of its kind that a match has."""
        kind = entry.intent.partition(".")[0]
        return kind in SINGLE and len(self._base.entries.of_match(entry.match or "", f"{kind}.what")) == 1
