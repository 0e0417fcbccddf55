"""One goal for each that was told, however often."""

from __future__ import annotations

from collections import defaultdict

from knowledge.drafting.goal_scene import Told
from knowledge.drafting.lineups import Listed
from knowledge.drafting.records import Goal

DOUBTFUL = 0.4
"""Confidence under which a telling yields to others of the same scorer, however sure its minute."""
SLIGHT = 0.25
"""Confidence under which a shot tells no minute for a goal that is surely told elsewhere without one."""
SURE = 0.85
"""Confidence from which a second telling without a minute may be of a second goal, if the score has room."""
ANEW = 0.7
"""Confidence from which a goal told as a further one of its scorer is one."""
FULL = 90
"""The last minute of regular time: "late on" and the like are told as this one, too."""
STORY = 2
"""The sentence from which goals are told in the order of play, after headline and lead."""
WEAK = 0.5
"""Confidence under which a goal counts only where the sum asks for one."""


def merge(told: Told, listed: Listed) -> list[Goal]:
    """Return one goal for each that was told, however often: per scorer, by minute and by place."""
    groups: dict[str, list[Goal]] = defaultdict(list)
    for goal in told.goals:
        groups[goal.scorer].append(goal)
    merged: list[Goal] = list(listed.goals)
    for scorer, goals in groups.items():
        known = [g for g in listed.goals if g.scorer == scorer]
        if known:
            for goal in goals:
                _support(min(known, key=lambda k, g=goal: _gap(k, g)), goal)  # type: ignore[misc]
            continue
        merged += _distinct(goals, told.tallies.get(scorer, 0))
    return merged


def _gap(a: Goal, b: Goal) -> int:
    if a.minute is None or b.minute is None:
        return 50
    return abs(a.minute - b.minute)


def _distinct(goals: list[Goal], tally: int) -> list[Goal]:
    """Return the different goals among those told of one scorer."""
    found: list[Goal] = []
    for goal in sorted(
        (g for g in goals if g.minute is not None),
        key=lambda g: (g.confidence < DOUBTFUL, -g.minute_sure, -g.confidence, g.place),
    ):
        near = [f for f in found if _same_goal(f, goal)]
        if not near and goal.minute_sure < WEAK and tally <= len(found):
            near = [f for f in found if _gap(f, goal) <= 10]
            goal.confidence *= 0.6 if found and not near else 1.0
        if near:
            _support(near[0], goal)
        else:
            goal.standing |= {"another"} if found else set()
            found.append(goal)
    loose = [g for g in goals if g.minute is None]
    sure = [g for g in loose if g.confidence >= SURE]
    slight = all(f.confidence < SLIGHT and "rule_noun_shot" in f.signs for f in found)
    if found and slight and any(g.sentence > max(f.sentence for f in found) for g in sure):
        loose += [f for f in found if all(abs(f.sentence - g.sentence) <= 1 for g in sure)]
        found = []
    ordinals = {f.ordinal for f in found if f.ordinal}
    for goal in sorted(loose, key=lambda g: (-g.confidence, g.place)):
        if not found or (
            goal.ordinal and ordinals and goal.ordinal not in ordinals and len(ordinals) == len(found)
        ):
            goal.standing |= {"another"} if found else set()
            found.append(goal)
            ordinals |= {goal.ordinal} if goal.ordinal else set()
        elif (
            goal.ordinal
            and len(found) == 1
            and not ordinals
            and goal.sentence - found[0].sentence > 1
            and found[0].sentence > 2
        ):
            goal.standing.add("another")
            goal.confidence *= 0.75
            found.append(goal)
            ordinals.add(goal.ordinal)
        elif (
            tally > len(found)
            and all(abs(goal.sentence - f.sentence) > 1 for f in found)
            and goal.confidence >= WEAK
        ):
            goal.standing |= {"another", "tally"}
            found.append(goal)
        elif len(found) == 1 and _told_further(goal, found[0], tally):
            goal.standing.add("another")
            found.append(goal)
        elif _may_be_another(goal, found):
            goal.standing |= {"another", "maybe"}
            found.append(goal)
        else:
            _support(min(found, key=lambda f, g=goal: abs(f.sentence - g.sentence)), goal)  # type: ignore[misc]
    if 1 < tally == len(found):
        for goal in found:
            goal.standing |= {"tally"} if "another" in goal.standing else set()
    while tally > len(found) and found:
        first = found[0]
        copy = Goal(first.scorer, None, None, first.team, "goal", first.confidence, first.sentence)
        copy.place, copy.evidence, copy.standing = (
            first.place + 1,
            first.evidence,
            {"another", "tally", "copy"},
        )
        found.append(copy)
    return found


def _may_be_another(goal: Goal, found: list[Goal]) -> bool:
    """Whether a telling without a minute may be of another goal: surely told, in a sentence of its own of the story."""
    return (
        goal.confidence >= SURE
        and goal.sentence > 2
        and len(found) < 2
        and all(f.sentence > 2 and f.sentence != goal.sentence and f.minute is None for f in found)
    )


def _told_further(goal: Goal, first: Goal, tally: int) -> bool:
    """Whether "ancora <p>" behind one goal of a scorer tells his second, whichever of the two is `first`."""
    behind = goal.anew and goal.sentence > max(first.sentence, *first.told_in, 0)
    before = (
        first.anew and goal.minute is None and first.minute is None and STORY < goal.sentence < first.sentence
    )
    return goal.confidence >= ANEW and (behind or before) and tally < 3


def _same_goal(a: Goal, b: Goal) -> bool:
    if a.minute is None or b.minute is None:
        return True
    if min(a.minute, b.minute) > FULL and a.added is None and b.added is None:
        return abs(a.minute - b.minute) <= 1
    if (a.minute >= FULL and b.minute >= FULL) or a.minute == b.minute == 45:
        return a.added is None or b.added is None or abs(a.added - b.added) <= 1
    if a.ordinal and a.ordinal == b.ordinal:
        return True
    rough = min(a.minute_sure, b.minute_sure) < 0.65
    return abs(a.minute - b.minute) <= (4 if rough else 1)


def _support(kept: Goal, other: Goal) -> None:
    """Let a second telling of a goal fill in and strengthen the first."""
    kept.tellings = (kept.tellings or [kept.confidence]) + (other.tellings or [other.confidence])
    kept.confidence = max(kept.confidence, other.confidence)
    if other.sentence != kept.sentence:
        kept.standing.add("again")
    if kept.sentence < STORY <= other.sentence:
        kept.told_in.add(kept.sentence)
        kept.sentence, kept.place = other.sentence, other.place
    if kept.minute is None and other.minute is not None:
        kept.minute, kept.added = other.minute, other.added
    if kept.added is None and other.added is not None and kept.minute == other.minute:
        kept.added = other.added
    if kept.team is None:
        kept.team = other.team
    if kept.kind == "goal" and other.kind != "goal" and not (kept.listed and other.kind == "own_goal"):
        kept.kind = other.kind
    kept.ordinal = kept.ordinal or other.ordinal
    kept.hints += other.hints
    kept.told_in |= {other.sentence, *other.told_in}
    kept.words += " " + other.words
    if not kept.listed and other.evidence and len(other.evidence) > len(kept.evidence) and other.sentence > 1:
        kept.evidence = other.evidence
