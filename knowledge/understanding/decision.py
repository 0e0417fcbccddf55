"""From ranked rows to a decision: an answer of one or more rows, a choice, or one of the four kinds of no."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ..models import Match
from .circumstances import STAGES
from .confidence import confidence
from .demands import NOW
from .index import DRAFTED
from .ordering import (
    affirmed_first,
    dated_first,
    each_first,
    event_first,
    fullest_first,
    kind_first,
    result_first,
    role_first,
    sided_first,
    summary_first,
    told_first,
    whole_first,
)
from .query import Query
from .ranking import Candidate
from .vetoes import FAINT, vetoed

ANSWER = 0.65
"""Confidence from which the best row is the answer: a wrong answer costs more than five offered as a choice, one tap
away."""
ANSWER_ALIKE = 0.55
"""The same where a stored question of the row is very like the question in words or in letters.

Of 5,356 questions of others, most of them mended by, those between here and `ANSWER` were answered wrongly 3 times in
42 where they are so like, and else 24 times in 131.
"""
ALIKE = 0.8
"""Likeness in words or in letters from which a stored question is very like."""
MAYBE = 0.35
"""Confidence from which the best rows are offered as a choice."""
SIDED = frozenset({"match.substitutes", "match.named"})
"""Fields that each side of a match has for itself and nobody for both: without a side named, both are told."""
ABSENT = 0.5
"""Score from which an absent topic is named in a refusal."""
ALMOST = 0.01
"""Difference in likeness that tells nothing."""
TIE = 0.05
"""Two rows this close say the same thing of different subjects, or the question fits both."""
SAME_INTENT = 0.1
"""Rows of one intent may differ by this much and still be answers to one question (two matches, a list)."""
SPAN = 0.15
"""Rows of two matches that a question names together may differ by this much."""
ABSENT_EDGE = 0.14
"""An absent topic wins only where it fits better by this much than a row that explains as many of the words."""

COMPARISON = "fact.comparison"
"""Facts that set one thing against another."""
LEGS = frozenset({"first_leg", "second_leg", "return_fixture"})
"""Concepts of one of two matches of a tie."""
OVERALL = frozenset({"absent.assists_tally", "absent.top_scorer_table"})
"""Subjects of a whole season or career, which are not meant where one match is asked about."""
CLEAR = 0.75
"""Likeness, or share of a question explained, from which a subject that no article tells of is named in the no."""
FORECAST = "offtopic.weather_forecast"
"""The subject of the weather, which is that of a match where a year is told."""
OTHER = "absent.other_fixture"
"""The subject of matches that no article tells of."""

Outcome = Literal["answer", "list", "both", "choice", "absent", "no_fact", "not_understood", "unknown_name"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What to say: `chosen` are the rows that answer, `near` rows to offer, `reason` a code for logs and tests."""

    outcome: Outcome
    chosen: tuple[Candidate, ...] = ()
    near: tuple[Candidate, ...] = ()
    reason: str = ""


def decide(
    query: Query, ranked: Sequence[Candidate], matches: Mapping[str, Match], unknown_names: bool
) -> Decision:
    """Decide on the ranked rows of one query."""
    if query.within:  # no other event's minute, and no subject that is not told, is asked for
        ranked = [c for c in ranked if not c.entry.absent]
        if not any(c.likeness for c in ranked):
            return Decision("no_fact", near=tuple(ranked[:3]), reason="retold")
    if query.premises and _contradicted(query, matches):
        return Decision("no_fact", near=tuple(ranked[:3]), reason="false_premise")
    if not ranked:
        if unknown_names:
            return Decision("unknown_name", reason="unknown_name")
        strange = (
            not query.names
            and query.scope.empty
            and set(query.features) <= {f for f in query.features if ":" in f}
        )
        return Decision("not_understood" if strange else "no_fact", reason="nothing_fits")
    rows = told_first(query, [c for c in ranked if not c.entry.absent])
    rows = (
        result_first(query, sided_first(query, each_first(query, kind_first(query, rows)))) if rows else rows
    )
    rows = dated_first(query, event_first(query, role_first(query, rows))) if rows else rows
    rows = summary_first(query, rows) if rows else rows
    if rows and query.yes_no and _spans(query):
        rows = affirmed_first(rows)
    absent = next((c for c in ranked if c.signal), None) or next((c for c in ranked if c.entry.absent), None)
    if absent and rows and (_fixture_told(query, absent, rows[0], matches) or _stated(rows[0], absent)):
        absent = None
    if absent and rows and absent.entry.id in OVERALL and _within_match(query, rows[0]):
        absent = None
    if rows and rows[0].entry.row not in query.rows and not rows[0].entry.match:
        rows = [c for c in rows if c.entry.row not in query.rows]  # what was told stands in no row's way
    near = tuple(rows[:3])
    sure = confidence(query, rows, absent)
    if unknown_names:
        return Decision("unknown_name", near=near, reason="unknown_name")
    if not rows or sure < _enough(rows[0]) or vetoed(query, rows[0], absent):
        quotable = [c for c in rows if c.quotable]
        if quotable and not any(_as_telling(quotable[0], c) for c in quotable[1:]):
            quoted = quotable[0]
            return Decision("answer", (quoted,), tuple(c for c in rows if c is not quoted)[:3], "quoted")
        return _refuse(query, rows, absent, min(sure, ANSWER))
    best = rows[0]
    if _spans(query) and (best.entry.match or len(query.scope.years) > 1):
        polar = [c for c in rows if c.sample and c.sample.polarity in ("yes", "no")] if query.yes_no else []
        spanning = _over_matches(polar, matches) or _over_matches(rows, matches)
        if not spanning and len(query.scope.years) > 1:
            spanning = _of_each_match(rows, matches)
        if spanning and not _told_together(best, spanning):
            return Decision("both", tuple(spanning), reason="asked_of_both")
    near_enough = TIE if best.entry.intent.startswith("fact.") else SAME_INTENT
    same = [
        c
        for c in rows
        if c.entry.intent == best.entry.intent
        and (c.score >= best.score - near_enough or _as_fitting(query, c, best))
    ]
    by_match = _best_per_match(same, matches)
    if len(by_match) < 2 and query.matches is None and query.scope.empty:
        by_match = _best_per_match(
            [c for c in rows if c.score >= best.score - TIE and c.entry.intent == best.entry.intent], matches
        )
    if len(by_match) > 1 and NOW in query.demands and query.scope.empty:
        return Decision(
            "answer", (by_match[-1],), tuple(c for c in rows[:4] if c is not by_match[-1])[:3], "latest"
        )
    if len(by_match) > 1 and best in by_match:
        return Decision("both", tuple(by_match), reason="several_matches")
    if best.entry.intent in SIDED and not query.subject and not query.opponent:
        sides = [c for c in rows if c.entry.intent == best.entry.intent and c.entry.match == best.entry.match]
        if len(sides) > 1:
            return Decision(
                "list", tuple(sorted(sides, key=lambda c: c.entry.team or "")), reason="both_sides"
            )
    family = [c for c in same if c.entry.match == best.entry.match and c.score >= best.score - TIE]
    family = [
        c for c in family if c.entry.team == best.entry.team or not best.entry.intent.startswith("match.")
    ]
    if query.yes_no and not (best.sample and best.sample.polarity == "yes"):
        rows = affirmed_first(rows)
    rows = fullest_first(query, rows if query.kinds or query.yes_no else whole_first(rows))
    best = rows[0]
    if best.entry.intent.startswith("match.") or len({c.entry.values for c in family}) < 2:
        return Decision("answer", (best,), tuple(rows[1:4]), "best")
    if best.entry.many and not best.entry.intent.startswith("fact."):
        return Decision("list", tuple(sorted(family, key=_order)), reason="several_values")
    return Decision("answer", (best,), tuple(rows[1:4]), "best")


def _as_fitting(query: Query, row: Candidate, best: Candidate) -> bool:
    """Whether a field of a match is worse than that of another only by the number of values: "all the scorers"."""
    anywhere = query.scope.empty and query.matches is None and not query.rows
    return anywhere and best.entry.intent.startswith("match.") and row.likeness >= best.likeness - ALMOST


def _enough(best: Candidate) -> float:
    """Return the confidence from which a row answers."""
    return ANSWER_ALIKE if max(best.likeness, best.evidence.wording) >= ALIKE else ANSWER


def _contradicted(query: Query, matches: Mapping[str, Match]) -> bool:
    """Whether every match that may be meant ended otherwise than the question takes for granted."""
    years = query.scope.years
    named = query.ids & frozenset().union(*(match.names for match in matches.values()))
    staged = not STAGES.isdisjoint(query.features)
    meant = [
        match
        for match in matches.values()
        if named <= match.names
        and not (years and match.years.isdisjoint(years))
        and (match.stage or not staged)
    ]
    return bool(meant) and not any(p.holds(m) for m in meant for p in query.premises)


def _fixture_told(query: Query, absent: Candidate, best: Candidate, matches: Mapping[str, Match]) -> bool:
    """Whether the match that seems to be an unknown one ("the derby") is stored.

    It is named by both its sides, or the other leg of the one before.
    """
    legs = [matches[m] for m in query.matches or () if LEGS & query.said]
    if absent.entry.intent == OTHER and len(legs) == 1 and legs[0].stage:
        return True
    match = matches.get(best.entry.match or "")
    field = absent.entry.intent == OTHER and best.entry.intent.startswith("match.")
    return field and match is not None and {match.home, match.away} <= query.ids


def _as_telling(one: Candidate, other: Candidate) -> bool:
    """Whether two sentences hold the same of a question, and no more speaks for the one than for the other."""
    return one.unexplained == other.unexplained and abs(one.score - other.score) < SAME_INTENT


def _within_match(query: Query, best: Candidate) -> bool:
    """Whether a question is narrowed to a match of which the best row explains all that is asked."""
    narrowed = not query.scope.empty or bool(query.subject and query.opponent)
    told = bool(best.entry.match) and not best.unexplained
    return narrowed and told and best.evidence.own_kind > 0.0


def _stated(best: Candidate, absent: Candidate) -> bool:
    """Whether a draft told what no article told before: it leaves no word that the absent topic explains."""
    fact = best.entry.intent.startswith("fact.") and set(best.unexplained) <= set(absent.unexplained)
    return fact and DRAFTED in best.entry.tokens and best.likeness >= FAINT


def _refuse(query: Query, rows: Sequence[Candidate], absent: Candidate | None, sure: float) -> Decision:
    """Say which of the nos it is, or offer a choice where the rows are not far from sure."""
    near = tuple(rows[:3])
    if (
        absent
        and (absent.signal or absent.score >= ABSENT)
        and (not rows or absent.score >= rows[0].score - ABSENT_EDGE)
    ):
        about = absent.entry.intent.startswith("absent.")
        unclear = about and absent.likeness < CLEAR and absent.coverage < CLEAR
        rained = absent.entry.intent == FORECAST and query.scope.years
        if rained or (not absent.signal and (unclear or (not about and query.names))):
            return Decision("no_fact", near=near, reason="weak")
        return Decision("absent", (absent,), near if about else (), absent.entry.intent)
    if sure >= MAYBE and rows:
        return Decision("choice", near=_distinct(rows), reason="unsure")
    understood = query.names or (rows and rows[0].coverage > 0.3)
    return Decision("no_fact" if understood else "not_understood", near=near, reason="weak")


def _spans(query: Query) -> bool:
    """Whether the question is about two matches: two years, or "both", "compare" with no single year."""
    return len(query.scope.years) > 1 or (
        bool({"both", "compare"} & set(query.features)) and len(query.scope.years) != 1
    )


def _over_matches(rows: Sequence[Candidate], matches: Mapping[str, Match]) -> list[Candidate]:
    """Return the rows of the best intent that two matches share, one row a match; none where there is none."""
    for candidate in rows:
        if candidate.likeness < MAYBE or not candidate.entry.match:
            continue
        same = [
            c
            for c in rows
            if c.entry.intent == candidate.entry.intent and c.entry.team == candidate.entry.team
        ]
        found = _best_per_match([c for c in same if c.score >= candidate.score - SPAN], matches)
        if len(found) > 1:
            return found
    return []


def _of_each_match(rows: Sequence[Candidate], matches: Mapping[str, Match]) -> list[Candidate]:
    """Return the best row of each match that is nearly as good as the very best: "what did he do in each of them?"."""
    near = [c for c in rows if c.score >= rows[0].score - SPAN and c.likeness >= FAINT]
    found = _best_per_match(near, matches)
    return found if len(found) > 1 else []


def _told_together(best: Candidate, spanning: Sequence[Candidate]) -> bool:
    """Whether one fact that sets the matches side by side fits better than what each of them tells by itself."""
    return best.entry.intent == COMPARISON and max(c.score for c in spanning) < best.score - TIE


def _order(candidate: Candidate) -> tuple[int, str]:
    numbers = candidate.entry.numbers
    return (min(numbers) if numbers else 999, candidate.entry.id)


def _best_per_match(same: Sequence[Candidate], matches: Mapping[str, Match]) -> list[Candidate]:
    """Return the best row of each match, oldest match first; one row where fewer than two matches are told of."""
    best: dict[str, Candidate] = {}
    for candidate in same:
        match = candidate.entry.match
        if match and match not in best:
            best[match] = candidate
    reported = [m for m in best if matches[m].date]
    keep = reported if reported else list(best)
    return sorted((best[m] for m in keep), key=lambda c: matches[c.entry.match or ""].date or "")


def _distinct(rows: Sequence[Candidate]) -> tuple[Candidate, ...]:
    seen: set[str] = set()
    out = []
    for candidate in rows:
        if candidate.entry.row not in seen:
            seen.add(candidate.entry.row)
            out.append(candidate)
    return tuple(out[:3])
