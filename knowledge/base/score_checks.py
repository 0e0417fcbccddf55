"""What a match's score, winner, half-time score and told goals must not say against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.models import Mistake
from knowledge.understanding.index import PARTIAL, PARTIAL_SIDE

from .schema import EventPart, MatchPart


def counts_as_goal(event: EventPart) -> bool:
    """Whether the event changed the score."""
    return event.kind in ("goal", "own_goal") or (event.kind == "penalty" and event.outcome == "scored")


def side_of_goal(event: EventPart, match: MatchPart) -> str | None:
    """Return the team that a goal counts for: the other one where `player` put it into his own net."""
    if event.kind != "own_goal" or event.team is None:
        return event.team
    return match.away if event.team == match.home else match.home


def told_in_part(match: MatchPart, events: Sequence[EventPart]) -> dict[str, frozenset[str]]:
    """Return the goals of a match whose goals are not all told, with the tokens that say so of match and side."""
    goals = [e for e in events if counts_as_goal(e)]
    if match.score is None:  # nobody knows how many there were
        return {e.id: frozenset({PARTIAL, PARTIAL_SIDE}) for e in goals}
    told = [side_of_goal(e, match) for e in goals]
    short = {
        team
        for team, scored in zip((match.home, match.away), match.score, strict=True)
        if told.count(team) < scored
    }
    if not short:
        return {}
    return {
        e.id: frozenset({PARTIAL, PARTIAL_SIDE} if side is None or side in short else {PARTIAL})
        for e, side in zip(goals, told, strict=True)
    }


def check_score(file: str, match: MatchPart, events: Sequence[EventPart]) -> Iterator[Mistake]:
    """Yield contradictions. Fewer goals told than scored are allowed: a report need not tell all."""
    place = f"match '{match.id}'"
    if match.score is None:
        return
    home, away = match.score
    winner = match.home if home > away else match.away if away > home else None
    if match.winner and winner and match.winner != winner:
        yield Mistake(file, f"{place}, winner", f"the score says '{winner}'; correct the score or the winner")
    if match.half_time and (match.half_time[0] > home or match.half_time[1] > away):
        yield Mistake(
            file, f"{place}, half_time", "has more goals than the final score; correct one of the two"
        )
        return
    for at, team in enumerate((match.home, match.away)):
        goals = [e for e in events if counts_as_goal(e) and side_of_goal(e, match) == team]
        final, half = match.score[at], match.half_time[at] if match.half_time else None
        if len(goals) > final:
            yield Mistake(
                file,
                f"{place}, score",
                f"gives {team} {final}, but {len(goals)} goals are told; correct the score or the goals",
            )
        elif half is not None:
            yield from _halves(file, place, team, goals, (half, final - half))


def _halves(
    file: str, place: str, team: str, goals: Sequence[EventPart], allowed: tuple[int, int]
) -> Iterator[Mistake]:
    told = [half_of(event) for event in goals]
    for number, name in enumerate(("first", "second")):
        if told.count(number) > allowed[number]:
            yield Mistake(
                file,
                f"{place}, half_time",
                f"leaves {team} {allowed[number]} in the {name} half, "
                f"but {told.count(number)} goals are told; correct half_time or the goals",
            )


def half_of(event: EventPart) -> int | None:
    """Return 0 for the first half, 1 for what came after it, None where it is not told."""
    if event.period:
        return 0 if event.period == "first_half" else 1
    return None if event.minute is None else 0 if event.minute <= 45 else 1
