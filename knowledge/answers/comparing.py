"""Matches set side by side: which had more, whether it was the same in both, more in the one than in the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..base.queries import Base
from ..models import Match
from ..understanding.lexicon import Lexicon, all_lexicons, is_concept
from ..understanding.names import Gazetteer
from ..understanding.premises import LOST, WON
from ..understanding.query import Query
from ..understanding.reading import Reading
from .adding import Adding
from .alternatives import Alternatives
from .asking import ALIKE, Asking, counts_wins
from .choosing import Choosing
from .compared import Asked, Compared
from .deeds_of_both import DeedsOfBoth
from .fields import SCORE, Measure
from .measures import MARGIN, Measures
from .rivals import Rivals
from .spans import Spans
from .verdicts import Verdicts

ORDERED = frozenset({"more", "less", "later", "earlier", "first", "last"})
"""Signs that put one match before the other."""
SMALLEST = frozenset({"less", "earlier", "first"})
"""Those of them that ask for the smaller figure."""
TIMED = frozenset({"later", "earlier", "first", "last"})
"""Those that ask for a time."""
TOLD = frozenset({"score_goal", "goal", "win", "beat", "concede", "score_result"}) | MARGIN
"""Concepts of what every report of a match tells."""
EACH = frozenset({"person", "place", "score", "list"})
"""Kinds of value that are told of each match."""
RESULTS = frozenset({"win", "lose", "beat", "draw", "away"})
"""Concepts that only say which matches are meant, beside somebody's post."""
UNTOLD = Compared("", "", ())
"""What no article compares; a stored question may still answer it."""


class Comparing:
    """Compares the fields of the two matches that a question means."""

    def __init__(self, base: Base, gazetteer: Gazetteer, verdicts: Verdicts) -> None:
        self._gazetteer = gazetteer
        self._clubs = frozenset(club for match in base.matches.values() for club in (match.home, match.away))
        self._measures = Measures(base, gazetteer)
        self._asking = Asking(base, gazetteer, self._measures)
        self._adding = Adding(self._measures)
        self._choosing = Choosing(verdicts)
        self._alternatives = Alternatives(base, gazetteer, self._measures)
        self._rivals = Rivals(base, gazetteer, self._measures)
        self._spans = Spans(base, gazetteer, self._measures)
        self._deeds = DeedsOfBoth(base, gazetteer)
        self._lexicons: dict[str, Lexicon] = all_lexicons()

    def of(self, query: Query, reading: Reading) -> Compared | None:
        """Return what a question finds out by setting two matches, goals or people side by side, else None."""
        if query.excepted or query.unknown:
            return None
        query = self._of_told_clubs(query)
        meant, about = query, self._asking.about(query, reading)
        if about is None:
            return None
        query = about
        signs = self._asking.signs(reading)
        content = self._asking.content(query, signs)
        if "span" in signs.names:
            return None if signs.names & ALIKE else self._spans.of(query, content)
        if query.either:
            chosen = self._alternatives.of(query, content)
            if chosen:
                return chosen
        asked = self._asking.asked(meant, query, reading, signs.names, content)
        if asked is None and query.yes_no and len(query.scope.scores) == 1 and not query.either:
            return self._ended_so(meant, query, reading, signs.names, content)
        sides = self._rivals.sides(query, signs.names, content) if query.either else None
        if sides:
            return sides
        if self._rivals.pair(query):
            both: list[Match] = list(asked.matches) if asked else []
            if "trait" in signs.names and query.kinds & {"person"}:
                return UNTOLD
            told = self._rivals.of(query, signs.names, content, both)
            weighed = signs.names & {"more", "less"} and query.either and query.said & (WON | LOST)
            return told or (UNTOLD if weighed else None)
        if asked is None:
            return None
        tests: tuple[Callable[[Asked], Compared | None], ...] = (
            self._adding.difference, self._most, self._alike, self._ordered, self._adding.total,
            self._won, self._each, self._adding.shared, self._adding.most, self._choosing.which, self._in_both,
            self._deeds.of,
        )  # fmt: skip
        found = next(filter(None, (test(asked) for test in tests)), None)
        other = asked.chooses and signs.names & {"more", "less"} and content and not content & TOLD
        return found or (UNTOLD if other else None)

    def _of_told_clubs(self, query: Query) -> Query:
        """Return a question in which a name of several clubs is that of the one with matches: "i milanesi"."""
        meant = {
            hit.ids: hit.ids & self._clubs
            for hit in query.names
            if len(hit.ids) > 1 and self._gazetteer.clubs(hit.ids) == hit.ids
        }
        if not meant or any(len(told) != 1 for told in meant.values()):
            return query
        gone = frozenset().union(*(ids - told for ids, told in meant.items()))
        names = tuple(hit._replace(ids=meant.get(hit.ids, hit.ids)) for hit in query.names)
        return replace(query, names=names, subject=query.subject - gone, opponent=query.opponent - gone)

    def _ended_so(
        self, meant: Query, query: Query, reading: Reading, signs: frozenset[str], content: frozenset[str]
    ) -> Compared | None:
        """Say yes or no to one score having been that of both matches: "did they both end 2-1?"."""
        anywhere = replace(query.scope, scores=())
        found = self._asking.asked(
            replace(meant, scope=anywhere), replace(query, scope=anywhere), reading, signs, content
        )
        if found is None or found.chooses or not content <= SCORE | WON:
            return None
        rows = [entry for match in found.matches if (entry := self._measures.entry(match, "match.score"))]
        ended = {sorted(match.score or ()) == sorted(query.scope.scores[0]) for match in found.matches}
        lead = "both_no" if len(ended) > 1 else "both_yes" if ended == {True} else "neither"
        return Compared(lead, "", tuple(rows)) if len(rows) == len(found.matches) else None

    def _most(self, asked: Asked) -> Compared | None:
        """Tell which of two matches had more, fewer, the later or the earlier of something."""
        sign = asked.signs & ORDERED
        if not asked.chooses or len(sign) != 1 or (asked.signs & ALIKE and not asked.query.either):
            return None  # "or was it the same?"
        told = asked.told(self._figure(asked, next(iter(sign))))
        if told is None:
            return None
        one, other = told
        if one.value == other.value:
            return Compared("", "equal", (one.row, other.row))
        best, rest = (one, other) if one.under(other) == bool(sign & SMALLEST) else (other, one)
        return Compared("", "one", (best.row, rest.row), match=best.row.match or "")

    def _ordered(self, asked: Asked) -> Compared | None:
        """Say yes or no to one match having had more than the other: "more in 2023 than in 2025?"."""
        sign = asked.signs & (ORDERED - {"first", "last"})
        if not asked.query.yes_no or asked.chooses or len(sign) != 1 or asked.query.scope.empty:
            return None
        told = asked.told(self._figure(asked, next(iter(sign))))
        if told is None:
            return None
        one, other = told if not sign & SMALLEST else (told[1], told[0])
        return Compared("yes" if other.under(one) else "no", "", (told[0].row, told[1].row))

    def _figure(self, asked: Asked, sign: str) -> Measure | None:
        if sign not in TIMED:
            return self._measures.figure(asked.query, asked.content)
        if not asked.content:
            return None if self._gazetteer.people(asked.query.ids) else self._measures.day
        return self._measures.minute(asked.query, asked.content)

    def _alike(self, asked: Asked) -> Compared | None:
        """Say yes or no to something having been the same in both, or another."""
        query, wanted = asked.query, asked.signs & ALIKE
        offers = query.either or len(wanted) == 2  # "the same or another?"
        if not wanted or asked.signs & ORDERED - {"first", "last"} or (not offers and self._asks(query)):
            return None
        told = asked.told(self._names(asked))
        if told is None:
            return None
        one, other = told
        same = one.value == other.value or one.shares(other)
        if offers:
            return Compared("", "equal" if same else "", (one.row, other.row))
        return Compared("yes" if same == ("same" in wanted) else "no", "", (one.row, other.row))

    def _names(self, asked: Asked) -> Measure | None:
        query, content = asked.query, asked.content
        named = self._measures.names(query, content, of_side=bool(asked.signs & {"side", "winner"}))
        if named:
            return named
        if "number" not in asked.signs and ("score_goal" in content or "player" in asked.signs):
            return self._measures.scorers(query, content | {"goal"})
        return self._measures.figure(query, content)

    def _won(self, asked: Asked) -> Compared | None:
        """Tell who won each of two matches, where it is asked how many times a club has."""
        if asked.polar or not counts_wins(asked.query, asked.content):
            return None
        rows = [entry for match in asked.matches if (entry := self._measures.entry(match, "match.winner"))]
        return Compared("", "", tuple(rows)) if len(rows) == len(asked.matches) else None

    def _each(self, asked: Asked) -> Compared | None:
        """Tell who held a post in each of two matches: "who coached Inter in the one and in the other?"."""
        query = asked.query
        if asked.polar or query.either or asked.chooses or query.kinds - EACH:
            return None
        if "season" in asked.content or ("person" in query.kinds and asked.content & SCORE):
            return None
        plain = frozenset(filter(is_concept, asked.content))
        plain -= RESULTS if plain - RESULTS else frozenset()
        told = asked.told(
            self._measures.post(query, plain) or self._measures.names(query, asked.content, of_side=False)
        )
        return Compared("", "", (told[0].row, told[1].row)) if told else None

    def _in_both(self, asked: Asked) -> Compared | None:
        """Say yes or no to something claimed of both matches."""
        if asked.signs & (ORDERED | ALIKE) or not asked.query.yes_no or asked.chooses:
            return None
        held = asked.told(self._measures.held_by(asked.query, asked.content))
        if held is None:
            return self._choosing.in_both(asked)
        one, other = held
        lead = "both_no" if one.value != other.value else "both_yes" if one.value else "neither"
        return Compared(lead, "", (one.row, other.row))

    def _asks(self, query: Query) -> bool:
        """Whether a question word asks for something else than yes or no."""
        asking = self._lexicons[query.language].syntax["wh"] - {"che", "come", "cui"}
        return not asking.isdisjoint(query.words)
