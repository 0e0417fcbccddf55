"""Rejections by what narrows a question to a match: its year, month, season, score, date, minute, half and stage."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..models import Entry, Match
from .circumstances import STAGES
from .index import MADE
from .lexicon import all_lexicons
from .names import Gazetteer
from .query import Query
from .row_words import serving, told_after
from .words import words_only

_FIGURE = re.compile(r"\d+")
HALVES = frozenset({"first_half", "second_half"})
LATE = "late"
"""Concept of the end of a match, which is no part of its first half."""
OFTEN = 0.2
"""Share of the stored questions of a fact that name a half of which it tells."""
FINISH = "fact.finish"
"""Topic of facts that tell a place in the table at the end of a season, which is that of no other year."""
PLAYERS = "fact.player_description"
"""Topic of facts that tell how somebody plays, which are no goals of the year in which they were written."""
STAGE_CONCEPTS = {
    "final": "final",
    "semi-final": "semi_final",
    "quarter-final": "quarter_final",
    "round-of-16": "round_of_16",
    "group": "group_stage",
}


class ScopeFilters:
    """The rejections of rows of another match, or of another part of it; each returns a code or ""."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        matches: Mapping[str, Match],
        years: Mapping[str, int],
        made: frozenset[str],
    ) -> None:
        self._made = made
        self._gazetteer = gazetteer
        self._matches = matches
        self._results = frozenset(tuple(sorted(m.score)) for m in matches.values() if m.score)
        self._years = frozenset(year for m in matches.values() for year in m.years)
        self._source_years = years
        self._syntax = {language: words.syntax for language, words in all_lexicons().items()}

    def wrong_match(self, query: Query, entry: Entry) -> str:
        """Keep to the matches that the questions before were about."""
        told = query.matches is None or entry.match is None or entry.match in query.matches
        return "" if told else "another_match"

    def another_result(self, query: Query, entry: Entry) -> str:
        """Demand a match that ended as the question takes for granted: "when Atalanta beat Inter"."""
        match = self._matches.get(entry.match or "")
        return "another_result" if match and not all(p.holds(match) for p in query.premises) else ""

    def another_year(self, query: Query, entry: Entry) -> str:
        """Demand the year asked for: that the match was played in it, or that the row tells it."""
        match, asked = self._matches.get(entry.match or ""), query.scope.years
        years = match.years if match else frozenset()
        if len(asked) > 1:
            return "another_year" if match and years.isdisjoint(asked) else ""
        return "" if asked[0] in years or self._tells_year(query, entry, match, asked[0]) else "another_year"

    def another_month(self, query: Query, entry: Entry) -> str:
        """Demand each month asked for, or of several one that the match was played in."""
        match, months = self._matches.get(entry.match or ""), query.scope.months
        tokens = serving(query, entry, entry.tokens)
        for month in months:
            one_of = match is not None and len(months) > 1 and match.month in months
            if not (match and match.month == month) and f"m{month}" not in tokens and not one_of:
                return "another_month"
        return ""

    def another_season(self, query: Query, entry: Entry) -> str:
        """Demand the season asked for, which a row of no match with a season may also tell by the year it ended in."""
        match, tokens = self._matches.get(entry.match or ""), serving(query, entry, entry.tokens)
        for season in query.scope.seasons:
            own = match.season if match else None
            played = own and int(own[:4]) == season
            ended = not own and f"y{season + 1}" in tokens
            if not played and not ended and f"s{season}" not in tokens:
                return "another_season"
        return ""

    def another_score(self, query: Query, entry: Entry) -> str:
        """Demand the score asked for: the result, one that the row tells, or one on the way to the result."""
        match, tokens = self._matches.get(entry.match or ""), serving(query, entry, entry.tokens)
        for score in query.scope.scores:
            told = "-".join(map(str, sorted(score)))
            final = match and match.score and sorted(match.score) == sorted(score)
            if final or told in tokens or f"made:{told}" in tokens:
                continue
            of_goal = f"made:{told}" in self._made and not entry.intent.startswith("fact.")
            if of_goal or not self._on_the_way(entry, match, score):
                return "another_score"
        return ""

    def another_date(self, query: Query, entry: Entry) -> str:
        """Demand the day asked for."""
        match = self._matches.get(entry.match or "")
        days = ("{:04}-{:02}-{:02}".format(*date) for date in query.scope.dates)
        return "" if match and all(match.date == day for day in days) else "another_date"

    def another_minute(self, query: Query, entry: Entry) -> str:
        """Demand each minute asked for."""
        told = entry.match in self._matches and all(minute in entry.numbers for minute in query.scope.minutes)
        if (
            told
            and "happen" in query.said
            and entry.intent.startswith("fact.")
            and MADE.isdisjoint(entry.tokens)
        ):
            figures = {int(figure) for text in entry.text.values() for figure in _FIGURE.findall(text)}
            told = figures.issuperset(query.scope.minutes)  # its questions may speak of "the ninety minutes"
        return "" if told else "another_minute"

    def _on_the_way(self, entry: Entry, match: Match | None, score: tuple[int, int]) -> bool:
        """Whether `score` stood or nearly stood in a match that ended otherwise, for rows that are not the result.

        "The chance for 1-1" speaks of a match that ended 0-1; a score that another match ended with means that match.
        """
        if match is None or match.score is None or entry.intent.startswith("match."):
            return False
        if tuple(sorted(score)) in self._results:
            return False
        return sum(score) <= sum(match.score) + 1 and max(score) <= max(match.score) + 1

    def _tells_year(self, query: Query, entry: Entry, match: Match | None, year: int) -> bool:
        tokens = serving(query, entry, entry.tokens)
        if year in self._years and f"y{year}" in entry.denied and year not in entry.numbers:
            return False  # a match of that year is meant, and not what a stored question denies of it
        if f"y{year}" in tokens or year in entry.numbers:
            return match is None or not match.years or year not in self._years
        if match is None and any(token[0] == "y" and token[1:].isdigit() for token in tokens):
            return False  # what it tells is of other years
        return (
            match is None
            and self._source_years.get(entry.source) == year
            and year not in self._years
            and not self._fixture_of(query, year)
            and not (entry.intent == FINISH and told_after(entry, "y"))
            and not (entry.intent == PLAYERS and "score_goal" in query.said)
        )

    def _fixture_of(self, query: Query, year: int) -> bool:
        """Whether the question names both sides of a match of that year: then the year means the match."""
        return len(query.ids) > 1 and any(
            year in m.years and {m.home, m.away} <= query.ids for m in self._matches.values()
        )

    def another_part(self, query: Query, entry: Entry) -> str:
        """Tell events of one half from a question about the other, and all who came on from those who did late."""
        asked = HALVES & query.said
        if entry.intent == "match.substitutes" and LATE in query.said:
            return "whole_not_asked"
        if not asked and LATE in query.said and "first_half" in entry.tokens:
            return "another_half"
        told = HALVES & entry.tokens or _halves_of(entry)
        return "another_half" if len(asked) == 1 and told and not asked & told else ""

    def another_stage(self, query: Query, entry: Entry) -> str:
        """Keep a quarter-final from answering for the final, unless it is asked for by what came before or after."""
        asked = STAGES & query.said
        match = self._matches.get(entry.match or "")
        own = {STAGE_CONCEPTS.get(stage, stage) for stage in told_after(entry, "stage:")}
        if own and not own & asked and not {"before", "after"} & query.said:
            return "another_stage"
        if not asked or match is None or entry.intent.startswith("fact."):
            return ""
        cup = any(self._gazetteer.kind(i) == "competition" for i in query.ids)
        if asked == {"final"} and not cup and not self._of_a_final(query):
            return ""
        return "" if STAGE_CONCEPTS.get(match.stage or "") in asked else "another_stage"

    def _of_a_final(self, query: Query) -> bool:
        """Whether a question says "the final", and not "the final minutes"."""
        syntax, words = self._syntax[query.language], words_only(query.text)
        return any(
            word in syntax["final"]
            and at > 0
            and words[at - 1] in syntax["of_final"]
            and (at + 1 == len(words) or words[at + 1] in syntax["joint"])
            for at, word in enumerate(words)
        )


def _halves_of(entry: Entry) -> frozenset[str]:
    """Return the halves of which a fact tells: the one that many of its stored questions name, and any it mentions."""
    often = OFTEN * len(entry.samples)
    if not entry.intent.startswith("fact.") or all(len(entry.places.get(h, ())) < often for h in HALVES):
        return frozenset()
    return HALVES & (entry.features | entry.weak)
