"""The match around its goals: its round, weather and referee, debuts, dismissals, and how many each scored."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from knowledge.drafting.fact_context import FactContext, Found, Reader, needing, plain
from knowledge.drafting.fact_words import goal_counts, term
from knowledge.drafting.masking import Masked
from knowledge.drafting.typed_fact import TypedFact


def _round(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    for fact in plain(context, kind, row, slots) if context.match else ():
        if "competition" in slots:
            fact.teams["competition"] = slots["competition"]
        yield fact


def _shootout(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    """Yield who won the shoot-out of a match, with its score where that is told."""
    match = context.match
    sides = match.teams if match else ()
    winner, loser = slots.get("team"), slots.get("rival")
    if winner is None and loser in sides:
        winner = next(team for team in sides if team != loser)
    if winner not in sides:
        return
    fact = TypedFact(kind, row, teams={"team": str(winner)})
    score = row.scores[int(slots["score"])] if str(slots.get("score", "")).isdigit() else None
    if score:
        high, low = max(score.first, score.second), min(score.first, score.second)
        fact.values["value"] = {"en": f"{high}-{low}", "it": f"{high}-{low}"}
    yield fact


def _corners(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    """Yield the corner count of a match as it is printed, with the side whose figure stands first where told."""
    if context.match and str(slots.get("score", "")).isdigit():
        count = row.scores[int(slots["score"])]
        fact = TypedFact(kind, row, values={"value": f"{count.first}-{count.second}"})
        if slots.get("team") in context.match.teams:
            fact.teams["team"] = slots["team"]
        yield fact


def _weather(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    if context.match and not re.match(r" (?:di|of) ", row.text[slots["end"] : slots["end"] + 4]):
        yield TypedFact(kind, row, values={"value": term("weathers", slots["weather"])})


def _whistle(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    """Yield who is in charge of a match: it is the referee who gives a penalty or shows a card."""
    if context.match and "person" in slots and slots["person"] not in {g.scorer for g in context.match.goals}:
        name = context.reading.cast.entities[slots["person"]].name
        yield TypedFact("referee", row, values={"value": {"en": name, "it": name}})


def _debut(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    if context.match:
        yield from needing(context, kind, row, slots, "person")


def _dismissed_why(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    if slots.get("person") in context.reds:
        yield TypedFact(
            kind, row, {"person": slots["person"]}, values={"value": term("reasons", slots["reason"])}
        )


def _tally(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    before = context.subject_before(row)
    if before:
        slots.setdefault("person", before)
    scorers = (
        {g.scorer for g in context.match.goals if g.sentence == row.sentence.index}
        if context.match
        else set()
    )
    if (
        slots.get("person") and scorers and slots["person"] not in scorers
    ):  # "from a cross by <p> for his ninth goal"
        if len(scorers) > 1:
            return
        slots["person"] = scorers.pop()
    slots["person"] = _scorer_beside(context, row, slots)
    yield from needing(context, kind, row, slots, "person")


def _scorer_beside(context: FactContext, row: Masked, slots: Found) -> str | None:
    """Return whose goal a sentence counts: the scorer named last before the figure, where another is named first."""
    person = slots.get("person")
    scorers = {g.scorer for g in context.match.goals} if context.match else set()
    behind = [m.key for _, end, m in row.of("p") if end <= slots["end"] and m.key in scorers]
    return behind[-1] if behind and person not in scorers else person


def goals_of_each(context: FactContext) -> Iterator[TypedFact]:
    """Yield how many goals each scorer has, where every goal of his side is told."""
    match = context.match
    if match is None or match.score is None or not match.score_evidence:
        return
    sides = [g.team for g in match.goals]
    whole = (
        {side for side in (0, 1) if sides.count(side) == match.score[side]} if None not in sides else set()
    )
    own = Counter(g.scorer for g in match.goals if g.kind != "own_goal")
    for goal in {g.scorer: g for g in reversed(match.goals) if g.kind != "own_goal"}.values():
        count = own[goal.scorer]
        row = next((r for r in context.reading.rows if r.sentence.index == goal.sentence), None)
        if row is None or count > len(goal_counts()["en"]):
            continue
        told = {k: v[count - 1] for k, v in goal_counts().items()}
        values = {"value": count, "told": told}
        if goal.team in whole:
            yield TypedFact("scored", row, {"person": goal.scorer}, values=values)
        if count in (2, 3) and goal.team is not None:
            team = {"team": match.teams[goal.team]}
            yield TypedFact("brace" if count == 2 else "hat_trick", row, {"person": goal.scorer}, team)


MATCH_READERS: Mapping[str, Reader] = {
    "round": _round,
    "shootout": _shootout,
    "corners": _corners,
    "weather": _weather,
    "whistle": _whistle,
    "debut": _debut,
    "dismissed_why": _dismissed_why,
    "tally": _tally,
}
"""How each kind of fact on a match is read."""
