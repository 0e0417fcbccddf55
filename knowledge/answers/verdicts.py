"""Yes or no to what the fields of one match decide by themselves: who scored, won, coached, kept goal, and where."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace

from ..base.queries import Base
from ..models import Match
from ..understanding.lexicon import in_any_language
from ..understanding.names import Gazetteer
from ..understanding.premises import DREW, LOST, WON
from ..understanding.query import Query
from .at_the_break import BREAK, at_the_break
from .befallen import befallen
from .claims import PLACES, Claim, Claims, Verdict
from .match_rows import deeds_of, field_of, told_of, with_towns
from .on_the_pitch import affirmed, on_the_pitch
from .pairs import played_in
from .scored import SCORED, TIMES, Scored, shown

NEUTRAL = frozenset({
    "match", "happen", "team", "club", "player", "date", "year", "month", "season", "play", "en:out", "en:off",
})  # fmt: skip
"""Concepts that say nothing of what is claimed."""
FAILED = frozenset({"save", "miss"})
"""Concepts of a penalty that did not go in."""
HIDING = 3
"""Goals by which a side must win to have thrashed the other."""
IN_EACH = frozenset({"both", "compare", "t_times", "en:time", "it:volt", "all"})
"""Concepts that say no more than that two matches are meant."""
ENDED = frozenset({"t_end", "score_result", "finish_position"})
"""Concepts of how a match ended, which a claim about its result may hold besides."""
OPENING = frozenset({"opening_goal", "#1"})
"""Concepts of the first goal."""
PLAYED = frozenset({"play", "opponent"})
"""Concepts of playing, against whom or not."""
POSTS = {"match.coaches": frozenset({"coach", "en:manag"}), "match.goalkeepers": frozenset({"goalkeeper"})}
"""Fields that name one person of each side, and the concepts that ask for them."""


class Verdicts:
    """Compares what a yes/no question claims with the fields of the match that it means."""

    def __init__(self, base: Base, gazetteer: Gazetteer) -> None:
        self._base = base
        self._gazetteer = gazetteer
        self._claims = Claims(gazetteer)
        self._scored = Scored(base)
        self._others = in_any_language("other")

    def of(self, query: Query, text: str) -> Verdict | None:
        """Return the verdict on a question that claims one such thing of one match and nothing else, else None.

        `text` is the question as it was typed.
        """
        said = affirmed(query.features)
        if said != query.features:
            query = replace(query, features=said)
        if not self._claims.made_by(query, text) or query.kinds - self._claims.named_kinds(query):
            return None
        content = query.said - NEUTRAL - query.asides
        if "match" in query.said or content & (WON | LOST | DREW | {"point"}):  # "in the last match of 2025"
            content -= {"last"}
        scores = () if BREAK in content else query.scope.scores
        played = self._meant(query, scores)
        if not played and len(scores) == 1 and content <= ENDED | WON | LOST:
            other = self._meant(query, ())
            return shown(self._base, "no", other[0].id, "match.score") if len(other) == 1 else None
        if len(played) != 1 or (content and not self._told_places(query, played[0])):
            return None
        clubs = query.subject or self._gazetteer.clubs(query.ids)
        people = self._one_of(self._gazetteer.people(query.ids), query)
        club = next(iter(clubs)) if len(clubs) == 1 else ""
        if club:  # "did Atalanta win 3-0 away?"
            content -= {"home" if club == played[0].home else "away"}
        claim = Claim(query, content, played[0], people, club)
        if BREAK in content:
            return at_the_break(self._base, claim)
        tests = (
            self._scored.of, self._scored.of_side, self._both_scored, self._opened, self._more_goals,
            self._result, self._points, self._penalty, self._post, self._place, self._met, self._played,
        )  # fmt: skip
        return next(filter(None, (test(claim) for test in tests)), None) or (
            on_the_pitch(self._base, claim) or befallen(self._base, claim)
        )

    def of_stranger(self, query: Query, text: str) -> Verdict | None:
        """Return a no to whether somebody whom no article names scored in one match all of whose goals are told."""
        said = frozenset(f for f in query.said if ":" not in f) - NEUTRAL - query.asides
        asks = self._claims.made_by(query, text) and not query.kinds and not self._gazetteer.people(query.ids)
        played = self._meant(query, query.scope.scores) if asks and said == {"score_goal"} else []
        return shown(self._base, "no", played[0].id, "match.scorers") if len(played) == 1 else None

    def nobody(self, query: Query) -> Verdict | None:
        """Return the scorers of one match where it is asked who scored as often as none of them did: "a brace?"."""
        said = query.said - NEUTRAL - query.asides - {"score_goal", "goal", "t_times", "#2", "#3"}
        asks = query.kinds == {"person"} or (query.yes_no and not query.kinds)
        if len(said) != 1 or not said <= TIMES.keys() or not asks or self._gazetteer.people(query.ids):
            return None
        played = self._meant(query, query.scope.scores)
        clubs = query.subject or self._gazetteer.clubs(query.ids) - query.opponent
        if len(played) != 1 or len(clubs) > 1:
            return None
        if self._scored.most(played[0].id, next(iter(clubs), None)) >= TIMES[next(iter(said))]:
            return None
        return shown(self._base, "nobody", played[0].id, "match.scorers", next(iter(clubs), None))

    def of_each(self, query: Query, text: str) -> list[Verdict]:
        """Return the verdicts on what is claimed of the matches of two years, oldest first; none where one is open."""
        if len(query.scope.years) != 2:
            return []
        said = tuple(feature for feature in query.features if feature not in IN_EACH)
        one = (replace(query.scope, years=(year,), months=()) for year in sorted(query.scope.years))
        found = [self.of(replace(query, features=said, scope=scope), text) for scope in one]
        return [verdict for verdict in found if verdict] if all(found) else []

    def _meant(self, query: Query, scores: tuple[tuple[int, int], ...]) -> list[Match]:
        """Return the matches that a question may be about, none where nothing points at any."""
        clubs = self._gazetteer.clubs(query.ids)
        wanted = {tuple(sorted(score)) for score in scores}
        scope = replace(query.scope, scores=())
        held = [m for m in self._base.matches.values() if clubs <= {m.home, m.away}]
        if query.scope.empty and not query.matches:
            return held if len(held) == 1 else self._scored_in(query) if not clubs else []
        return [
            match
            for match in held
            if match.score is not None
            and (not query.matches or match.id in query.matches)
            and (not wanted or wanted == {tuple(sorted(match.score))})
            and played_in(match, scope)
        ]

    def _one_of(self, people: frozenset[str], query: Query) -> frozenset[str]:
        """Return the one scorer among those that a single name may mean, else all of them."""
        if len(people) < 2 or sum(1 for hit in query.names if hit.ids & people) > 1:
            return people
        scorers = frozenset(p for p in people if self._base.entries.scored_in(p))
        return scorers if len(scorers) == 1 else people

    def _scored_in(self, query: Query) -> list[Match]:
        """Return the one match in which the player named scored, none where there are more."""
        people = self._one_of(self._gazetteer.people(query.ids), query)
        found = [m for p in people for m in self._base.entries.scored_in(p)] if len(people) == 1 else []
        return [self._base.matches[m] for m in found if len(found) == 1]

    def _both_scored(self, claim: Claim) -> Verdict | None:
        """Decide whether both sides scored."""
        if claim.content != {"both_score"} or claim.people:
            return None
        return shown(
            self._base, "yes" if min(claim.match.score or (0,)) else "no", claim.match.id, "match.score"
        )

    def _opened(self, claim: Claim) -> Verdict | None:
        """Decide whether a side, or one player, scored the first goal."""
        entry = field_of(self._base, claim.match.id, "match.first_goal")
        if entry is None or not claim.content or claim.content - OPENING:
            return None
        if len(claim.people) == 1 and not claim.people & claim.match.coaches:
            return Verdict("yes" if claim.people <= entry.values else "no", entry)
        if claim.people or not claim.query.subject or not claim.club or entry.team is None:
            return None
        return Verdict("yes" if entry.team == claim.club else "no", entry)

    def _more_goals(self, claim: Claim) -> Verdict | None:
        """Decide whether there were more goals than a number, or fewer."""
        said, query = claim.content, claim.query
        asked = {"more", "less"} & said
        counts = [TIMES[f] for f in said if f in TIMES] + [int(f[1:]) for f in said if f[1:].isdigit()]
        known = {"more", "less", "goal", "score_goal", *TIMES} | {f for f in said if f[0] == "#"}
        if len(asked) != 1 or len(counts) != 1 or said - known or claim.people:
            return None
        if not (said & SCORED) or not claim.match.score:
            return None
        goals = claim.match.goals_of(claim.club)[0] if query.subject else sum(claim.match.score)
        held = goals > counts[0] if "more" in asked else goals < counts[0]
        side = claim.club if query.subject else None
        return shown(self._base, "yes" if held else "no", claim.match.id, "match.goals", side)

    def _result(self, claim: Claim) -> Verdict | None:
        """Decide whether a side won or lost, whether it was a draw, and what the score was."""
        said, match = claim.content, claim.match
        if not claim.only_coaches or match.score is None or claim.query.words & self._others:
            return None
        if said <= ENDED and {premise.result for premise in claim.query.premises} == {"drew"}:
            said |= DREW  # "it ended in a draw?"
        if said & DREW and said <= DREW | ENDED:
            level = field_of(self._base, match.id, "match.level")
            return shown(
                self._base,
                "no" if match.winner else "yes",
                match.id,
                "match.level" if level else "match.winner",
            )
        if not said - ENDED and said and claim.query.scope.scores and len(self._meant(claim.query, ())) == 1:
            return shown(self._base, "yes", match.id, "match.score")
        granted, score = claim.query.premises, claim.query.scope.scores
        if granted and score and not said and all(premise.holds(match) for premise in granted):
            return shown(self._base, "yes", match.id, "match.winner")
        cup = any(self._gazetteer.kind(i) == "competition" for i in claim.query.ids)
        if cup and not (score and claim.query.opponent):
            return None  # a cup is won by more than one match
        won = bool(said & WON)
        if won == bool(said & LOST) or said - WON - LOST or not claim.club:
            return None
        own, against = match.goals_of(claim.club)
        margin = HIDING if "thrash" in said else 1
        held = own >= against + margin if won else own + margin <= against
        return shown(
            self._base, "yes" if held else "no", match.id, "match.winner" if match.winner else "match.level"
        )

    def _points(self, claim: Claim) -> Verdict | None:
        """Decide whether a side took a point, or all three."""
        said = claim.content - {"t_take"}
        own, against = claim.match.goals_of(claim.club)
        if not claim.club or not claim.only_coaches or "point" not in said or said - {"point", "#3"}:
            return None
        if "#3" not in said and own > against:
            return None  # three are more than a point
        return shown(
            self._base,
            "yes" if own > against or (own == against and "#3" not in said) else "no",
            claim.match.id,
            "match.level" if own == against else "match.winner",
        )

    def _penalty(self, claim: Claim) -> Verdict | None:
        """Decide that there was a penalty, where one is told, and that it was not missed, where all were scored.

        That there was none is told by no field.
        """
        said = claim.content
        query = claim.query
        sides = self._gazetteer.clubs(query.ids)
        if said == {"penalty"} and sides == query.ids and not query.subject:
            return shown(self._base, "yes", claim.match.id, "penalty.what")
        told = self._base.entries.of_match(claim.match.id, "penalty.player")
        scorers = field_of(self._base, claim.match.id, "match.scorers")
        takers = frozenset[str]().union(*(row.values for row in told))
        failed = "penalty" in said and said & FAILED and said <= FAILED | SCORED | {"penalty", "shot"}
        if not (failed and told and scorers and takers <= scorers.values):
            return None
        return shown(self._base, "no", claim.match.id, "penalty.what") if len(told) == 1 else None

    def _post(self, claim: Claim) -> Verdict | None:
        """Decide whether somebody coached a side or kept its goal."""
        for intent, concepts in POSTS.items():
            if len(claim.people) == 1 and claim.content & concepts and claim.content <= concepts:
                match = claim.match
                person = next(iter(claim.people))
                sides = _held(match, intent)
                club = claim.club or _club_of(person, intent, (match, *self._base.matches.values()), sides)
                if club not in sides:
                    return None
                return shown(self._base, "yes" if sides[club] == person else "no", match.id, intent, club)
        return None

    def _place(self, claim: Claim) -> Verdict | None:
        """Decide whether a match was played at a place or in a competition."""
        kinds = {self._gazetteer.kind(i) for hit in claim.query.names for i in hit.ids} - {"club"}
        if claim.content or len(kinds) != 1 or claim.query.names[-1].ids == {claim.club}:
            return None
        field = PLACES.get(kinds.pop())
        entry = field_of(self._base, claim.match.id, field) if field else None
        if entry is None:
            return None
        told = with_towns(self._base, entry.values)
        return Verdict("yes" if told & claim.query.ids else "no", entry)

    def _met(self, claim: Claim) -> Verdict | None:
        """Say yes to a side having played the match that is meant, or the other side of it."""
        query, sides = claim.query, {claim.match.home, claim.match.away}
        named = self._gazetteer.clubs(query.ids)
        plain = "play" in query.said and not claim.content - PLAYED and named == query.ids
        if not plain or not named or not named <= sides:
            return None
        return shown(self._base, "yes", claim.match.id, "match.opponent", claim.club or claim.match.home)

    def _played(self, claim: Claim) -> Verdict | None:
        """Decide that a player was in a match, by what he did there; that he was not is told by no field."""
        query, match = claim.query, claim.match
        if claim.content - PLAYED or not PLAYED & query.said:
            return None
        if len(claim.people) != 1 or claim.people & match.coaches:
            return None
        if not self._told_places(query, match):
            return None
        deeds = deeds_of(self._base, match.id, next(iter(claim.people)))
        deeds.sort(key=lambda event: event.kind != "substitution")
        told = told_of(self._base, match.id, deeds)
        clubs = self._gazetteer.clubs(query.ids) - query.opponent
        other = clubs - {told[0].team} if told and len(clubs) == 1 else ()
        return Verdict("yes", told[0]) if told and not other else None

    def _told_places(self, query: Query, match: Match) -> bool:
        """Whether every place and competition that a question names is that of a match."""
        fields = (field_of(self._base, match.id, field) for field in PLACES.values())
        told = with_towns(self._base, frozenset[str]().union(*(entry.values for entry in fields if entry)))
        named = (hit.ids for hit in query.names if {self._gazetteer.kind(i) for i in hit.ids} & PLACES.keys())
        return all(ids & told for ids in named)


def _held(match: Match, intent: str) -> dict[str, str]:
    """Return who held a post on each side of a match."""
    return {side: person for person, side in (match.coached if intent == "match.coaches" else match.kept)}


def _club_of(person: str, intent: str, matches: Iterable[Match], sides: Container[str]) -> str:
    """Return the one of two sides for which somebody held a post in the first of some matches, "" for neither."""
    held = ((side, who) for match in matches for side, who in _held(match, intent).items())
    return next((side for side, who in held if who == person and side in sides), "")
