"""Hard rejections: what a row may not be the answer to, however alike the words are. Parsed, never scored."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..models import Entry, Match
from .circumstances import STAGES
from .demands import EVER, NOW
from .index import DRAFTED, PARTIAL, PARTIAL_SIDE
from .lexicon import in_any_language
from .names import Gazetteer
from .plain_filters import (
    PRAISE,
    another_event,
    another_post,
    asks_once,
    beaten_keeper,
    excepted,
    keeper,
    met_then,
    of_its_day,
    of_players,
    told_before,
    unpraised,
)
from .premises import LOST, WON
from .query import Query
from .reading import SPEECH
from .row_words import serving
from .scope_filters import HALVES, LATE, ScopeFilters
from .side_filters import GOAL, NUMBER_OF_GOAL, SideFilters, other_goal

NAMEABLE = frozenset({"person", "club"})
WHOLE = frozenset(
    {
        "match.scorers",
        "match.some_scorers",
        "match.goals",
        "match.conceded",
        "match.ahead",
        "match.coaches",
        "match.goalkeepers",
    }
)
"""Fields that a match has for both sides together and for each side."""
LEVEL = frozenset({"match.draw", "match.level"})
"""Fields that tell whether a match was drawn, and not who made it level for a team."""
OUTCOME = LEVEL | {"match.winner", "match.loser"}
"""Fields that tell how a match ended, and not who scored for a team."""
OUTDOING = frozenset({"win", "lose", "beat", "draw", "more", "less"})
COUNTED = frozenset(
    {"penalty", "own_goal", "save", "corner", "woodwork", "substitution", "red_card", "yellow_card"}
)
"""Concepts of what may be counted in a match besides its goals."""
OF_PLAYERS = COUNTED | {
    "take_penalty",
    "win_penalty",
    "go_off",
    "come_on",
    "starter",
    "injury",
    "defend",
    "lose_ball",
}
"""Concepts of what players do, whoever wins."""
SCORED = {"goal.player": "goal", "penalty.player": "penalty", "own_goal.player": "own_goal"}
"""Fields that tell who scored, with the concept by which one such goal is meant."""
PARTS = WHOLE | SCORED.keys() | {"match.named"}
"""Fields that tell less than all of a match, or more than one thing that was asked for."""

OUTCOMES = {"match.winner": WON, "match.loser": LOST}
"""Fields whose value is a side that a question may name to tell the match, and the concepts that ask for them."""

MISSING = frozenset({PARTIAL, PARTIAL_SIDE})
"""Tokens of goals beside which others are untold."""
Check = Callable[[Query, Entry], str]
"""Returns the code of a reason to reject a row, or ""."""


VIEWS = frozenset({"fact.judgement", "fact.course"})
"""Topics of what an article thinks, or tells, of a match."""


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
        self._scope = ScopeFilters(gazetteer, matches, years, made)
        self._sides = SideFilters(matches)
        self._marks = marks
        self._parts = PARTS | marks.keys()
        self._told_whole = told_whole
        self._gazetteer = gazetteer
        self._coaches = frozenset(coach for m in matches.values() for coach in m.coaches)
        self._opposites = opposites

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
                (self._scope.wrong_match, query.matches is not None),
                (told_before, query.told),
                (another_event, query.within),
                (excepted, query.excepted),
                (self._missing_name, query.names),
                (self._scope.another_result, query.premises),
                (self._scope.another_year, scope.years),
                (self._scope.another_month, scope.months),
                (self._scope.another_season, scope.seasons),
                (self._scope.another_score, scope.scores),
                (self._scope.another_date, scope.dates),
                (self._scope.another_minute, scope.minutes),
                (other_goal, query.subject and not NUMBER_OF_GOAL.isdisjoint(features)),
                (self._a_part_only, True),
                (beaten_keeper, "goalkeeper" in features and "person" in kinds),
                (self._sides.wrong_side, True),
                (self._sides.goalless, not query.yes_no and query.subject and not GOAL.isdisjoint(features)),
                (keeper, "play" in query.said and not {"goalkeeper", "goal"} & query.said),
                (
                    unpraised,
                    not query.yes_no and {"player", "coach"} & query.said and not PRAISE.isdisjoint(features),
                ),
                (
                    of_its_day,
                    query.yes_no
                    and (
                        not query.words.isdisjoint(in_any_language("still"))
                        or (EVER in query.demands and scope.empty)
                    ),
                ),
                (self._other_post_then, query.yes_no and asks_once(query)),
                (
                    met_then,
                    NOW in query.demands
                    or not {"next", "after"}.isdisjoint(features)
                    or not (NAMEABLE & kinds or "opponent" in features),
                ),
                (another_post, {"replace", "coach"} <= query.said),
                (self._a_coach, "person" in kinds and of_players(query)),
                (self._wrong_role, query.names),
                (self._wrong_speaker, query.speakers),
                (self._opposite, not query.yes_no and not self._opposites.keys().isdisjoint(features)),
                (self._named_itself, not query.yes_no and NAMEABLE & kinds),
                (self._scope.another_part, not (HALVES | {LATE}).isdisjoint(features)),
                (self._scope.another_stage, not STAGES.isdisjoint(features)),
                (self._unspoken, not SPEECH.isdisjoint(features)),
            )
            if needed
        ]

    def _missing_name(self, query: Query, entry: Entry) -> str:
        names = serving(query, entry, entry.names)
        for hit in query.names:
            if hit.ids.isdisjoint(names):
                return "name_missing"
        return ""

    def _a_part_only(self, query: Query, entry: Entry) -> str:
        """Keep one goal, or one side, from answering where all were asked for."""
        if entry.intent in OUTCOME and "person" in query.kinds and query.subject:
            scoring = {"goal", "score_goal"} & query.said and not OUTDOING & query.said
            if scoring or entry.intent in LEVEL:
                return "person_asked"
        if entry.intent in OUTCOME and "person" in query.kinds and query.said & OF_PLAYERS:
            return "" if OUTDOING & query.said else "person_asked"
        if "count" in query.kinds and DRAFTED in entry.tokens:
            one = entry.intent.startswith("goal.") and MISSING & entry.tokens
            if one or entry.intent.startswith("penalty."):
                return "part_not_asked"
        if entry.intent == "match.some_scorers" and entry.team is None and len(self._clubs_meant(query)) == 1:
            return "part_not_asked"
        if entry.intent not in self._parts:
            return ""
        marks = self._marks.get(entry.intent)
        if marks and not marks & query.said:
            return "part_not_asked"
        if entry.intent == "match.named" and not query.several:
            return "one_asked"
        if entry.intent in ("match.scorers", "match.goals") and HALVES & query.said:
            return "whole_not_asked"
        if entry.intent in ("match.scorers", "match.goals") and query.scope.minutes and not query.yes_no:
            return "whole_not_asked"
        if entry.intent == "match.goals" and (
            COUNTED & query.said or ("person" in query.kinds and entry.match not in self._told_whole)
        ):
            return "part_not_asked"
        if not entry.tokens.isdisjoint(MISSING) and entry.intent in SCORED:
            spot = SCORED[entry.intent] != "goal" and SCORED[entry.intent] in query.said
            meant = spot or query.yes_no or self._one_goal_meant(query)
            return "" if meant else "part_not_asked"
        if entry.intent == "match.ahead" and not query.subject:
            return "part_not_asked"
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
            return "" if self._one_goal_meant(query) else "part_not_asked"
        return ""

    def _clubs_meant(self, query: Query) -> frozenset[str]:
        """Return the side that is asked about, or the clubs named where no words tell which it is."""
        return query.subject or self._gazetteer.clubs(query.ids)

    def _one_goal_meant(self, query: Query) -> bool:
        """Whether a question says more of a goal than that it was scored: by a name, a half or other words."""
        people = any(self._gazetteer.people(hit.ids) for hit in query.names)
        more = HALVES & query.said or len(query.said - {"goal", "score_goal"}) > 1
        return bool(people or more or query.scope.minutes)

    def _other_post_then(self, query: Query, entry: Entry) -> str:
        """Whether whom somebody coached in one match would deny that he coached others before or after."""
        clubs = self._gazetteer.clubs(query.ids)
        denies = entry.intent == "match.coaches" and bool(clubs) and entry.team not in clubs
        return "of_its_day" if denies else ""

    def _a_coach(self, _: Query, entry: Entry) -> str:
        """Whoever asks which player it was does not ask for a coach."""
        return "a_coach" if entry.values and entry.values <= self._coaches else ""

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
        if entry.intent in OUTCOMES and entry.values <= query.subject and query.said & OUTCOMES[entry.intent]:
            return ""  # "who won when Inter went to Bergamo?"
        named = frozenset(i for hit in query.names if len(hit.ids) == 1 for i in hit.ids)
        if not entry.values <= named:
            return ""
        kinds = {self._gazetteer.kind(i) for i in entry.values}
        others = named - entry.values
        return "" if any(self._gazetteer.kind(i) in kinds for i in others) else "named_itself"

    def _unspoken(self, query: Query, entry: Entry) -> str:
        """Let only rows on speaking tell what somebody said; what an article says, any row may tell.

        What happened on the pitch, and what an article thinks of it, is the word of nobody who is named.
        """
        if not (query.speakers or "coach" in query.said):
            return ""
        if not {"statement", "person"} & query.kinds or "article" in query.said or entry.speaker:
            return ""
        seen = not entry.intent.startswith("fact.") or (entry.intent in VIEWS and bool(entry.values))
        if seen and query.speakers and "statement" in query.kinds:
            return "not_spoken"
        if "statement" in entry.kinds:
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
