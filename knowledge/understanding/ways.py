"""Which way to take a question is meant: by itself, leaning on the turn before, or with second guesses at its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from ..models import Context, Match
from .decision import Decision, decide
from .essence import ENOUGH, Essence
from .followups import Followups, Variant
from .kinds import suits
from .lexicon import is_concept
from .names import Gazetteer
from .query import Query
from .ranking import Candidate, Ranking
from .reading import Reader, Reading
from .repeated import Repeated
from .retold import misses

SURER = 0.05
"""Lead that a later way of taking a question needs over an earlier one."""
ALONE = 0.12
"""Lead that it needs to be taken as if nothing had gone before, where it does not say itself what it is about."""
STANDS = 0.75
"""Score from which an answer that leaves no word unexplained stands: other ways to take the question come too late."""
OWN_SUBJECT = -0.1
"""Lead in likeness from which a question is taken by itself that names what it is about and points at nothing before.

Measured on 1,600 questions with names of their own, each asked after seven turns that have nothing to do with it, and
250 follow-ups: 200 of the first were drawn to the turn before, 65 are now, and the follow-ups stay as they were.
"""
POINTING = 0.1
"""The same for a question with names of its own in which a word may point back: "is it true that Gasperini ...?"."""
RESTED = 0.8
"""Likeness from which the rest of a question is answered where something was left out of it."""
TIMED = 0.55
"""The same where only a clause of time was left out, which seldom changes what is asked."""
CLEARLY = 0.1
"""Lead that the rest must have over a subject that no article tells of, which the whole was about."""
OTHER_KIND = 0.4
"""Taken off where a bare question word finds another kind of thing."""
FOUND = 320
"""Ways whose rows are kept from the second time on that somebody asks so; each takes some 11 KB."""
STORY = 5
"""Words before a question from which a subject that no article tells of may only be told on the way to it."""


class Way(NamedTuple):
    """One way to take a question, the rows that it finds, the best first, and what is decided on them."""

    variant: Variant
    ranked: list[Candidate]
    decision: Decision

    @property
    def answers(self) -> bool:
        """Whether there is something to tell."""
        return self.decision.outcome in ("answer", "list", "both")

    @property
    def score(self) -> float:
        """How good the best row is, and whether it is told."""
        if not self.ranked:
            return 0.0
        return self.ranked[0].score + (0.25 if self.answers else 0.0) - (OTHER_KIND if self.astray else 0.0)

    @property
    def astray(self) -> bool:
        """Whether a bare question word found another field of a match: "where?" behind a score asks for the stadium."""
        kinds, entry = self.variant.query.kinds, self.ranked[0].entry
        field = entry.intent.startswith("match.") or "place" in kinds
        return self.variant.bare and bool(kinds) and field and not suits(kinds, entry)

    @property
    def likeness(self) -> float:
        """How near the best stored question of the best row is."""
        return self.ranked[0].likeness if self.ranked else 0.0

    @property
    def stands(self) -> bool:
        """Whether another way would come too late."""
        return self.answers and self.ranked[0].score >= STANDS and not self.ranked[0].unexplained


class Ways:
    """Finds the way to take a question whose best row is surest."""

    def __init__(
        self,
        ranking: Ranking,
        followups: Followups,
        matches: Mapping[str, Match],
        readers: Mapping[str, Reader],
        unknown_names: Callable[[Reading], object],
        light: frozenset[str],
        syntax: Mapping[str, Mapping[str, frozenset[str]]],
        gazetteer: Gazetteer,
        side_of: Callable[[str, str], str],
    ) -> None:
        """`light` are concepts that say little, `syntax` the joints of each language.

        `side_of` tells for which side somebody played in a match, "" where that is not told.
        """
        self._ranking = ranking
        self._followups = followups
        self._matches = matches
        self._readers = readers
        self._unknown_names = unknown_names
        self._light = light
        self._syntax = syntax
        self._gazetteer = gazetteer
        self._found = Repeated(_ranks(ranking, matches, light), FOUND)
        self._essence = Essence(followups, readers, matches, gazetteer, light, syntax, side_of)

    def best(self, reading: Reading, context: Context) -> Way:
        """Return the way to take the question whose best row is surest; earlier variants win draws.

        Where words were misspelt, their second guesses are tried too. Neither these nor the question by itself are
        ranked where a way before them stands: in 3,000 questions they had won over such a one never.
        """
        found: Way | None = None
        strange = bool(self._unknown_names(reading))
        for meant in self._readings(reading):
            if found and found.stands:
                break
            own = _by_itself_from(meant, self._light, self._syntax[meant.language]["clitic_article"])
            for variant in self._followups.variants(meant, context):
                alone = variant.how == "alone"
                if found and alone and found.stands and (own is None or found.likeness + own > 1):
                    continue
                if found and variant.how == "led" and found.answers:
                    continue
                way = self._taken(variant, strange)
                if variant.how == "led" and not self.explains(way):
                    continue
                if variant.sure and way.stands and not way.astray:
                    return way
                if variant.how == "joined" and way.ranked and way.ranked[0].unexplained:
                    continue
                lead = ALONE if alone else SURER
                if (
                    found is None
                    or way.score > found.score + lead
                    or (alone and own is not None and _by_itself(way, found.likeness + own))
                ):
                    found = way
        assert found is not None
        clause = self._by_clause(reading, context, found)
        return self._in_essence(reading, context, clause) if clause is found else clause

    def explains(self, way: Way) -> bool:
        """Whether a way has an answer that leaves no word of weight unexplained."""
        return way.answers and self._light.issuperset(way.decision.chosen[0].unexplained)

    def _taken(self, variant: Variant, strange: bool) -> Way:
        return Way(variant, *self._found((variant.query, variant.bare, strange)))

    def _by_clause(self, reading: Reading, context: Context, best: Way) -> Way:
        """Return `best`, or what only the last clause asks where the whole finds nothing and every word of it fits."""
        light, decided = self._light, best.decision
        if decided.outcome not in ("choice", "no_fact", "unknown_name", "absent"):
            return best
        strange = decided.outcome == "unknown_name"
        clause = self._readers[reading.language].last_clause(reading, after_wh=strange)
        if clause is None or self._unknown_names(clause):
            return best
        if self._leans(clause, reading, strange=strange):
            return best
        told = len(reading.tokens) - len(clause.tokens)
        if decided.outcome == "absent" and (
            told < STORY or not clause.names or light.issuperset(clause.features)
        ):
            return best
        for variant in self._followups.variants(clause, context):
            way = self._taken(variant, strange=False)
            if self.explains(way):
                return way
        return best

    def _leans(self, clause: Reading, whole: Reading, *, strange: bool) -> bool:
        """Whether a clause needs an unknown thing told before it: "trains to Hull, how often do they go?"."""
        syntax = self._syntax[clause.language]
        points = (syntax["person_pronoun"] | syntax["group_pronoun"]) - syntax["clitic_article"]
        own_names = any(hit.last > hit.first for hit in clause.names)
        if own_names and clause.pronouns and self._gazetteer.people(whole.ids - clause.ids):
            return True  # "that rocket from Dimarco, was it Musso who kept it out?"
        if own_names or points.isdisjoint(clause.words):
            return False
        if not any(map(is_concept, set(clause.features) - self._light)):  # "top four, did they manage it?"
            return True
        if clause.names:
            return False
        told = [f for f in whole.features if f not in clause.features and f not in self._light]
        football = any(map(is_concept, told))
        return strange or (not football and len(set(clause.features) - self._light) < ENOUGH)

    def _in_essence(self, reading: Reading, context: Context, best: Way) -> Way:
        """Return `best`, or what is asked without a clause beside it where the whole finds nothing.

        Without a clause of time it is also asked where the whole finds a row that leaves words of it unexplained.
        """
        leaves_out = best.answers and not self._light.issuperset(best.decision.chosen[0].unexplained)
        if reading.premises or not (leaves_out or best.decision.outcome in ("choice", "no_fact", "absent")):
            return best
        for rest in self._essence.variants(reading, context):
            if rest.bare and (reading.yes_no or best.decision.outcome == "absent"):
                continue
            if leaves_out and not rest.timed:
                continue
            way = self._taken(rest.variant, strange=False)
            if self._fits_rest(way, best, timed=rest.timed):
                return way
        return best

    def _fits_rest(self, way: Way, best: Way, *, timed: bool) -> bool:
        """Whether the rest of a question is answered so well that what was left out did not matter."""
        if not self.explains(way):
            return False
        first, whole = way.ranked[0], best.ranked[0] if best.ranked else None
        if best.decision.outcome == "absent" and whole and first.score < whole.score + CLEARLY:
            return False
        same = whole is not None and whole.entry.row == first.entry.row
        if timed and way.variant.query.matches is not None and first.entry.match is None and not same:
            return False  # "where did he go after Inter?" is not where he went in the end
        if timed and way.variant.query.yes_no:  # "did he come after golden years?" may ask just that
            return same
        return same or first.likeness >= (TIMED if timed and not best.answers else RESTED)

    def _readings(self, reading: Reading) -> Iterator[Reading]:
        """Yield a reading, then one without what names an article, then those with second guesses at misspelt words."""
        yield reading
        other = self._readers[reading.language].without_article_names(reading)
        if other:
            yield other
        if reading.guessed or reading.unknown:
            yield from self._readers[reading.language].alternatives(reading)


Asked = tuple[Query, bool, bool]
"""A query, whether it is bare, and whether it holds the name of a stranger."""


def _ranks(
    ranking: Ranking, matches: Mapping[str, Match], light: frozenset[str]
) -> Callable[[Asked], tuple[list[Candidate], Decision]]:
    """Return what finds the rows for a query and decides on them; no circle keeps a replaced base alive."""

    def ranked(asked: Asked) -> tuple[list[Candidate], Decision]:
        query, bare, strange = asked
        rows = ranking.rank(query)
        if bare:
            rows.sort(key=lambda c: c.score + (SURER if suits(query.kinds, c.entry) else 0.0), reverse=True)
        decision = decide(query, rows, matches, strange)
        named = any(hit.last for hit in query.names) or not query.scope.empty
        bare = bare or (bool(query.rows) and not named and light.issuperset(query.features))
        if _misses(query, decision, bare=bare):
            rows = [c for c in rows if c.entry.row != decision.chosen[0].entry.row]
            decision = decide(query, rows, matches, strange)
            if _misses(query, decision, bare=bare) or "count" in query.kinds:
                decision = Decision("no_fact", near=tuple(rows[:3]), reason="retold")
        return rows, decision

    return ranked


def _misses(query: Query, decision: Decision, *, bare: bool) -> bool:
    """Whether what would be told does not hold what a follow-up asks."""
    return decision.outcome in ("answer", "list") and misses(query, decision.chosen[0], bare=bare)


def _by_itself_from(reading: Reading, light: frozenset[str], articles: frozenset[str]) -> float | None:
    """Return by how much more alike the question taken by itself must be; None where it leans on the turn before.

    Behind a connector it leans unless it says its match, too: "but in 2023 who saved Lookman's shot?".
    """
    content = not light.issuperset(reading.features)
    if not reading.names or (reading.connector and (reading.scope.empty or not content)):
        return None
    points = not articles.issuperset(reading.pronouns)
    return POINTING if points or not (content or len(reading.names) > 1) else OWN_SUBJECT


def _by_itself(way: Way, likeness: float) -> bool:
    """Whether a question taken by itself gets one answer, so like it, and not of a match that it does not name."""
    if way.decision.outcome not in ("answer", "list") or way.likeness < likeness:
        return False
    return way.ranked[0].entry.match is None or not way.variant.query.scope.empty
