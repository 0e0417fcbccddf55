"""Hard rejections: what a row may not be the answer to, however alike the words are. Parsed, never scored."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..models import Entry, Match
from .names import Gazetteer
from .query import Query
from .reading import SPEECH

NAMEABLE = frozenset({"person", "club"})
HALVES = frozenset({"first_half", "second_half"})
STAGE_CONCEPTS = {
    "final": "final",
    "semi-final": "semi_final",
    "quarter-final": "quarter_final",
    "round-of-16": "round_of_16",
    "group": "group_stage",
}
STAGES = frozenset(STAGE_CONCEPTS.values())
"""Concepts of a part of a match and of a competition; events and matches carry the same words."""

COACHED = frozenset({"match.substitutes", "substitution.player", "formation.formation"})
"""What a coach decides: with him named, his side is meant."""
NUMBER_OF_GOAL = frozenset({"opening_goal", "second_goal", "third_goal"})
"""Concepts of a goal by its number."""
NUMBERED = frozenset({"match.first_goal", "match.second_goal", "match.third_goal", "match.last_goal"})
"""Goals by their number in the match; with a side named, only where its own count is the same."""
ONE_SIDED = frozenset(
    {
        "formation.formation",
        "formation.what",
        "match.substitutes",
        "match.named",
        "match.coaches",
        "match.goalkeepers",
    }
)
"""Fields of one side, where also a yes/no question must mean that side."""

SCORED = NUMBERED | {"goal.player", "penalty.player"}
"""Goals, which are of a side: where it is not told, they are no answer to a question about one."""
NO_COUNT = frozenset({"goal.player", "goal.minute", "goal.how", "goal.assist"})
"""Fields of one goal, which do not tell how many somebody scored."""
WHOLE = frozenset({"match.scorers", "match.goals", "match.coaches", "match.goalkeepers"})
"""Fields that a match has for both sides together and for each side."""
PARTS = WHOLE | {"match.named", "goal.player"}
"""Fields that tell less than all of a match, or more than one thing that was asked for."""
SIDELESS = COACHED | NUMBERED
"""Fields that may be another side's though they belong to none."""

Check = Callable[[Query, Entry], str]
"""Returns the code of a reason to reject a row, or ""."""


class Filters:
    """The rejections, each a method that returns the code of its reason or "" where the row may stay."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        matches: Mapping[str, Match],
        opposites: Mapping[str, frozenset[str]],
        years: Mapping[str, int],
        marks: Mapping[str, frozenset[str]],
        told_whole: frozenset[str],
        made: frozenset[str] = frozenset(),
    ) -> None:
        self._made = made
        self._marks = marks
        self._parts = PARTS | marks.keys()
        self._told_whole = told_whole
        self._gazetteer = gazetteer
        self._matches = matches
        self._results = frozenset(tuple(sorted(m.score)) for m in matches.values() if m.score)
        self._years = frozenset(year for m in matches.values() for year in m.years)
        self._opposites = opposites
        self._source_years = years

    def reason(self, query: Query, entry: Entry) -> str:
        """Return why `entry` cannot be what `query` asks for, or "" where it can."""
        reasons = (check(query, entry) for check in self.checks(query))
        return "" if entry.absent else next(filter(None, reasons), "")

    def checks(self, query: Query) -> list[Check]:
        """Return the rejections that `query` gives reason for, in their order; each is asked of every row."""
        features, kinds = query.features, query.kinds
        scope = query.scope
        return [
            check
            for check, needed in (
                (self._wrong_match, query.matches is not None),
                (_told_before, query.told),
                (_excepted, query.excepted),
                (self._missing_name, query.names),
                (self._another_year, scope.years),
                (self._another_month, scope.months),
                (self._another_season, scope.seasons),
                (self._another_score, scope.scores),
                (self._another_date, scope.dates),
                (self._another_minute, scope.minutes),
                (_other_goal, query.subject and not NUMBER_OF_GOAL.isdisjoint(features)),
                (self._a_part_only, True),
                (_beaten_keeper, "goalkeeper" in features and "person" in kinds),
                (self._wrong_side, True),
                (_another_post, {"replace", "coach"} <= query.said),
                (self._wrong_role, query.names),
                (self._wrong_speaker, query.speakers),
                (self._opposite, not query.yes_no and not self._opposites.keys().isdisjoint(features)),
                (self._named_itself, not query.yes_no and NAMEABLE & kinds),
                (self._another_part, not HALVES.isdisjoint(features)),
                (self._another_stage, not STAGES.isdisjoint(features)),
                (self._unspoken, not SPEECH.isdisjoint(features)),
            )
            if needed
        ]

    def _wrong_match(self, query: Query, entry: Entry) -> str:
        told = query.matches is None or entry.match is None or entry.match in query.matches
        return "" if told else "another_match"

    def _missing_name(self, query: Query, entry: Entry) -> str:
        names = _open(query, entry, entry.names)
        for hit in query.names:
            if hit.ids.isdisjoint(names):
                return "name_missing"
        return ""

    def _another_year(self, query: Query, entry: Entry) -> str:
        match, asked = self._matches.get(entry.match or ""), query.scope.years
        years = match.years if match else frozenset()
        if len(asked) > 1:
            return "another_year" if match and years.isdisjoint(asked) else ""
        return "" if asked[0] in years or self._tells_year(query, entry, match, asked[0]) else "another_year"

    def _another_month(self, query: Query, entry: Entry) -> str:
        match, months = self._matches.get(entry.match or ""), query.scope.months
        tokens = _open(query, entry, entry.tokens)
        for month in months:
            one_of = match is not None and len(months) > 1 and match.month in months
            if not (match and match.month == month) and f"m{month}" not in tokens and not one_of:
                return "another_month"
        return ""

    def _another_season(self, query: Query, entry: Entry) -> str:
        match, tokens = self._matches.get(entry.match or ""), _open(query, entry, entry.tokens)
        for season in query.scope.seasons:
            played = match and match.season and int(match.season[:4]) == season
            if not played and not {f"s{season}", f"y{season + 1}"} & tokens:
                return "another_season"
        return ""

    def _another_score(self, query: Query, entry: Entry) -> str:
        match, tokens = self._matches.get(entry.match or ""), _open(query, entry, entry.tokens)
        for score in query.scope.scores:
            told = "-".join(map(str, sorted(score)))
            final = match and match.score and sorted(match.score) == sorted(score)
            if final or told in tokens or f"made:{told}" in tokens:
                continue
            of_goal = f"made:{told}" in self._made and not entry.intent.startswith("fact.")
            if of_goal or not self._on_the_way(entry, match, score):
                return "another_score"
        return ""

    def _another_date(self, query: Query, entry: Entry) -> str:
        match = self._matches.get(entry.match or "")
        days = ("{:04}-{:02}-{:02}".format(*date) for date in query.scope.dates)
        return "" if match and all(match.date == day for day in days) else "another_date"

    def _another_minute(self, query: Query, entry: Entry) -> str:
        told = entry.match in self._matches and all(minute in entry.numbers for minute in query.scope.minutes)
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
        if f"y{year}" in _open(query, entry, entry.tokens) or year in entry.numbers:
            return match is None or not match.years or year not in self._years
        return (
            match is None
            and self._source_years.get(entry.source) == year
            and not self._fixture_of(query, year)
        )

    def _fixture_of(self, query: Query, year: int) -> bool:
        """Whether the question names both sides of a match of that year: then the year means the match."""
        return len(query.ids) > 1 and any(
            year in m.years and {m.home, m.away} <= query.ids for m in self._matches.values()
        )

    def _a_part_only(self, query: Query, entry: Entry) -> str:
        """Keep one goal, or one side, from answering where all were asked for."""
        if entry.intent not in self._parts:
            return ""
        marks = self._marks.get(entry.intent)
        if marks and not marks & query.said:
            return "part_not_asked"
        if entry.intent == "match.named" and not query.several:
            return "one_asked"
        if entry.intent in ("match.scorers", "match.goals") and HALVES & query.said:
            return "whole_not_asked"
        if entry.intent in WHOLE and entry.team and not query.yes_no:
            sided = query.subject or query.opponent or {"home", "away"} & query.said
            return "" if sided else "part_not_asked"
        if (
            "count" in query.kinds
            and entry.intent.startswith("goal.")
            and entry.match not in self._told_whole
        ):
            return "part_not_asked"
        if entry.intent == "goal.player" and entry.match in self._told_whole and not query.scope.minutes:
            people = any(self._gazetteer.people(hit.ids) for hit in query.names)
            more = HALVES & query.said or len(query.said - {"goal", "score_goal"}) > 1
            return "" if people or more else "part_not_asked"
        return ""

    def _wrong_side(self, query: Query, entry: Entry) -> str:
        """Demand that the side that the value belongs to is the one asked for, and not its opponent."""
        if entry.team is None and entry.intent not in SIDELESS:
            return ""
        match = self._matches.get(entry.match or "")
        if entry.team and match and not query.subject:
            for side, team in (("home", match.home), ("away", match.away)):
                if side in query.said and side not in entry.features and entry.team != team:
                    return "other_side"
        if match and entry.intent in COACHED and not query.subject:
            teams = {team for coach, team in match.coached if coach in query.ids}
            if len(teams) == 1 and entry.team not in teams:
                return "other_side"
        if entry.team is None and query.subject and entry.intent in SCORED:
            return "other_side"
        if (
            entry.team is None
            or (query.yes_no and (entry.intent not in ONE_SIDED or entry.values & query.ids))
            or entry.intent.endswith((".how", ".minute", ".why"))
        ):
            return ""
        if "concede" in query.said and "score_goal" not in query.said and "concede" not in entry.features:
            return "other_side" if entry.team in query.subject else ""
        if query.subject and entry.team not in query.subject:
            return "other_side"
        if query.opponent and entry.team in query.opponent and not query.subject:
            return "other_side"
        return ""

    def _wrong_role(self, query: Query, entry: Entry) -> str:
        """Somebody named must be who the question is about, not a bystander of the event."""
        if not entry.core:
            return ""
        people = [self._gazetteer.people(hit.ids) for hit in query.names]
        named = [p for p in people if p]
        return "wrong_role" if named and not any(p & entry.core for p in named) else ""

    def _wrong_speaker(self, query: Query, entry: Entry) -> str:
        """Tell what one said of another from what the other said."""
        if query.speakers and entry.speaker and entry.speaker not in query.speakers:
            return "another_speaker"
        return ""

    def _named_itself(self, query: Query, entry: Entry) -> str:
        """Whoever asks "who came before Gasperini?" does not ask for Gasperini; "who won, Inter or Roma?" may."""
        if not (NAMEABLE & query.kinds & entry.own_kinds) or not entry.values:
            return ""
        named = frozenset(i for hit in query.names if len(hit.ids) == 1 for i in hit.ids)
        if not entry.values <= named:
            return ""
        kinds = {self._gazetteer.kind(i) for i in entry.values}
        others = named - entry.values
        return "" if any(self._gazetteer.kind(i) in kinds for i in others) else "named_itself"

    def _another_part(self, query: Query, entry: Entry) -> str:
        """Tell events of one half from a question about the other."""
        asked = HALVES & query.said
        told = HALVES & entry.tokens
        return "another_half" if len(asked) == 1 and told and not asked & told else ""

    def _another_stage(self, query: Query, entry: Entry) -> str:
        """Keep a quarter-final from answering for the final, unless it is asked for by what came before or after."""
        asked = STAGES & query.said
        match = self._matches.get(entry.match or "")
        own = {STAGE_CONCEPTS.get(stage, stage) for stage in _told(entry, "stage:")}
        if own and not own & asked and not {"before", "after"} & query.said:
            return "another_stage"
        if not asked or match is None or entry.intent.startswith("fact."):
            return ""
        if asked == {"final"} and not any(self._gazetteer.kind(i) == "competition" for i in query.ids):
            return ""
        return "" if STAGE_CONCEPTS.get(match.stage or "") in asked else "another_stage"

    def _unspoken(self, query: Query, entry: Entry) -> str:
        """Let only rows on speaking tell what somebody said; what an article says, any row may tell."""
        if not (query.speakers or "coach" in query.said):
            return ""
        if (
            not {"statement", "person"} & query.kinds
            or "article" in query.said
            or entry.speaker
            or "statement" in entry.kinds
        ):
            return ""
        return "" if SPEECH & (entry.features | entry.weak) else "not_spoken"

    def _opposite(self, query: Query, entry: Entry) -> str:
        for feature in query.features:
            if feature in entry.features or feature in entry.weak:
                continue
            for opposite in self._opposites.get(feature, ()):
                if opposite in entry.features and opposite not in query.said:
                    return "opposite"
        return ""


def _told(entry: Entry, prefix: str) -> frozenset[str]:
    """Return what the tokens of a row with a prefix tell: its stages, its sides."""
    return frozenset(token.removeprefix(prefix) for token in entry.tokens if token.startswith(prefix))


def _open(query: Query, entry: Entry, told: frozenset[str]) -> frozenset[str]:
    """Return the names or tokens of a row that serve `query`: those that only a no denies serve yes/no questions."""
    return told if query.yes_no or not entry.denied else told - entry.denied


def _told_before(query: Query, entry: Entry) -> str:
    return "told_before" if entry.row in query.told else ""


def _another_post(query: Query, entry: Entry) -> str:
    """Whether players came on, where somebody's place on the bench was taken."""
    return "another_post" if entry.intent.startswith(("substitution.", "match.substitutes")) else ""


def _beaten_keeper(query: Query, entry: Entry) -> str:
    """Whether a goal, which some keeper let in, would answer for who was in goal."""
    plain = not {"goal", "score_goal", "beat", "shot", "save", "penalty"} & set(query.features)
    return "another_post" if plain and entry.intent.startswith(("goal.", "own_goal.", "miss.")) else ""


def _excepted(query: Query, entry: Entry) -> str:
    return "excepted" if entry.values and entry.values <= query.excepted else ""


def _other_goal(query: Query, entry: Entry) -> str:
    """Whether a goal is the other side's, where a side's own is asked for by its number."""
    sides = _told(entry, "side:")
    return "other_side" if sides and not sides & query.subject and "concede" not in query.said else ""
