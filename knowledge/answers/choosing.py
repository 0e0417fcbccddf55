"""What is claimed of two matches, decided for each of them: in which of the two it was so, and whether in both."""

from __future__ import annotations

from dataclasses import replace

from ..models import Match
from .at_the_break import BREAK
from .claims import WHICH, Verdict
from .compared import Asked, Compared
from .fields import GOALS
from .verdicts import IN_EACH, Verdicts

COUNTS = frozenset({"#1", "#2"})
"""Figures that only count the matches."""


class Choosing:
    """Asks the verdict on one match, then on the other."""

    def __init__(self, verdicts: Verdicts) -> None:
        self._verdicts = verdicts

    def which(self, asked: Asked) -> Compared | None:
        """Tell in which of two matches it was so, where it was so in one of them."""
        if not asked.chooses:
            return None
        told = [self._verdict(asked, match) for match in asked.matches]
        held = [verdict for verdict in told if verdict and verdict.lead == "yes"]
        if len(held) == 1:
            return Compared("", "one", (held[0].entry,), match=held[0].entry.match or "")
        if len(held) == 2:
            return Compared("", "both", tuple(verdict.entry for verdict in held))
        return None

    def in_both(self, asked: Asked) -> Compared | None:
        """Say yes or no to what is claimed of both matches: "did Calhanoglu score in both?"."""
        if len(asked.query.scope.years) == 2:  # each is told by itself
            return None
        told = [verdict for match in asked.matches if (verdict := self._verdict(asked, match))]
        if len(told) < 2:
            return None
        leads = {verdict.lead for verdict in told}
        lead = "both_no" if len(leads) == 2 else "both_yes" if leads == {"yes"} else "neither"
        return Compared(lead, "", tuple(verdict.entry for verdict in told))

    def _verdict(self, asked: Asked, match: Match) -> Verdict | None:
        """Return the verdict on what is claimed, as if of one match only; None where its side is not sure."""
        query = asked.query
        if asked.side is None:
            return None
        gone = IN_EACH | COUNTS
        features = tuple(f for f in query.features if f not in gone)
        if "sides" in asked.signs and asked.content <= GOALS:
            features = ("both_score",)
        broken = BREAK in features  # "in which of the two was it still 0-0 at half-time?"
        scores = query.scope.scores if broken else ()
        scope = replace(query.scope.within, years=tuple(match.years), minutes=(), numbers=(), scores=scores)
        claim = replace(
            query,
            features=features,
            scope=scope,
            kinds=frozenset(),
            yes_no=True,
            either=False,
            words=query.words - WHICH,
            matches=frozenset({match.id}),
        )
        return self._verdicts.of(claim, query.text)
