"""From everything told of goals to the list that adds up to the final score."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import product

from knowledge.drafting.goals import Told
from knowledge.drafting.lists import Listed
from knowledge.drafting.records import Goal
from knowledge.drafting.subjects import doer_rules
from knowledge.drafting.vocabulary import Rule, Vocabulary

WEAK = 0.5
"""Confidence under which a goal counts only where the sum asks for one."""
SURE = 0.7
"""Confidence from which a goal counts where the text tells no score to check it by; a minute adds a tenth."""
DOUBT = 0.35
"""Lead that one reading of the sides needs over the next, else a goal's team is left open."""


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
        (g for g in goals if g.minute is not None), key=lambda g: (-g.minute_sure, -g.confidence, g.place)
    ):
        near = [f for f in found if _same_goal(f, goal)]
        if not near and goal.minute_sure < WEAK and tally <= len(found):
            near = [f for f in found if _gap(f, goal) <= 10]
            goal.confidence *= 0.6 if found and not near else 1.0
        if near:
            _support(near[0], goal)
        else:
            found.append(goal)
    loose = [g for g in goals if g.minute is None]
    ordinals = {f.ordinal for f in found if f.ordinal}
    for goal in sorted(loose, key=lambda g: (-g.confidence, g.place)):
        if not found or (
            goal.ordinal and ordinals and goal.ordinal not in ordinals and len(ordinals) == len(found)
        ):
            found.append(goal)
            ordinals |= {goal.ordinal} if goal.ordinal else set()
        elif (
            tally > len(found)
            and all(abs(goal.sentence - f.sentence) > 1 for f in found)
            and goal.confidence >= WEAK
        ):
            found.append(goal)
        else:
            _support(min(found, key=lambda f, g=goal: abs(f.sentence - g.sentence)), goal)  # type: ignore[misc]
    while tally > len(found) and found:
        first = found[0]
        found.append(
            Goal(
                first.scorer,
                None,
                None,
                first.team,
                "goal",
                0.55,
                first.sentence,
                first.place + 1,
                evidence=first.evidence,
            )
        )
    return found


def _same_goal(a: Goal, b: Goal) -> bool:
    if a.minute is None or b.minute is None:
        return True
    if (a.minute >= 90 and b.minute >= 90) or a.minute == b.minute == 45:
        return a.added is None or b.added is None or abs(a.added - b.added) <= 1
    if a.ordinal and a.ordinal == b.ordinal:
        return True
    rough = min(a.minute_sure, b.minute_sure) < 0.65
    return abs(a.minute - b.minute) <= (4 if rough else 1)


def _support(kept: Goal, other: Goal) -> None:
    """Let a second telling of a goal fill in and strengthen the first."""
    kept.confidence = min(0.98, kept.confidence + 0.08) if other.confidence >= WEAK else kept.confidence
    if kept.minute is None and other.minute is not None:
        kept.minute, kept.added = other.minute, other.added
    if kept.added is None and other.added is not None and kept.minute == other.minute:
        kept.added = other.added
    if kept.team is None:
        kept.team = other.team
    if kept.kind == "goal" and other.kind != "goal":
        kept.kind = other.kind
    kept.ordinal = kept.ordinal or other.ordinal
    kept.hints += other.hints
    if not kept.listed and other.evidence and len(other.evidence) > len(kept.evidence) and other.sentence > 1:
        kept.evidence = other.evidence


def settle(
    told: Told,
    listed: Listed,
    score: tuple[int, int] | None,
    sides: dict[str, Counter[int]],
    vocab: Vocabulary,
    winner: int | None = None,
    least: int = 0,
) -> list[Goal]:
    """Return the goals that best add up to the final score, each with its side where that can be told."""
    goals = merge(told, listed)
    denied = Counter(g.scorer for g in told.denied)
    taken_back = {(g.scorer, g.sentence) for g in told.denied}
    if score is None:
        full = any(g.listed for g in goals)
        keep = [
            g for g in goals if g.listed or (not full and g.confidence + 0.1 * (g.minute_sure > WEAK) >= SURE)
        ]
        rest = sorted(
            (g for g in goals if g not in keep and g.confidence >= WEAK), key=lambda g: -g.confidence
        )
        keep += rest[: max(0, least - len(keep))]
        return _assign(keep, None, sides, vocab, winner)
    total = sum(score)
    certain = [g for g in goals if g.listed]
    if certain and len(certain) >= total:
        return _assign(
            certain[: max(total, len(certain) if len(certain) <= total else total)], score, sides, vocab
        )
    if not total:
        return []
    _use_nameless(goals, told)
    pool = sorted(goals, key=lambda g: (not g.listed, -_worth(g, denied)))
    chosen = [g for g in pool if g.listed or g.confidence >= WEAK * 0.8]
    if len(chosen) < total:
        chosen += [
            g
            for g in pool
            if g not in chosen and g.confidence >= 0.25 and (g.scorer, g.sentence) not in taken_back
        ][: total - len(chosen)]
    return _best_subset(chosen, score, sides, vocab, denied, told)


def _worth(goal: Goal, denied: Counter[str]) -> float:
    return goal.confidence + (0.1 if goal.minute is not None else 0.0) - (0.1 if denied[goal.scorer] else 0.0)


def _use_nameless(goals: list[Goal], told: Told) -> None:
    """Let a team's goal without a scorer give its minute and team to a scorer told next to it."""
    for marker in told.nameless:
        near = [g for g in goals if not g.listed and abs(g.sentence - marker.sentence) <= 1]
        if not near:
            continue
        goal = min(
            near,
            key=lambda g: (
                g.minute is not None and g.minute != marker.minute,
                g.place < marker.place,
                abs(g.place - marker.place),
            ),
        )
        if goal.minute is not None and marker.minute is not None and abs(goal.minute - marker.minute) > 1:
            continue
        goal.confidence = min(0.95, goal.confidence + 0.15)
        if goal.minute is None and marker.minute is not None:
            goal.minute, goal.added = marker.minute, marker.added
        if goal.team is None:
            goal.team = marker.team
        goal.ordinal = goal.ordinal or marker.ordinal


def _minute_left(goals: list[Goal], told: Told) -> None:
    """Give the one goal without a minute the one minute that was told of a goal without a name."""
    open_goals = [g for g in goals if g.minute is None]
    known = [g.minute for g in goals if g.minute is not None]
    left = {
        m.minute: m
        for m in told.nameless
        if m.minute is not None and all(abs(m.minute - k) > 3 for k in known) and m.minute_sure > WEAK
    }
    if len(open_goals) == 1 and len(left) == 1:
        marker = next(iter(left.values()))
        if marker.team is None or open_goals[0].team in (None, marker.team):
            open_goals[0].minute, open_goals[0].added = marker.minute, marker.added


def _best_subset(
    chosen: list[Goal],
    score: tuple[int, int],
    sides: dict[str, Counter[int]],
    vocab: Vocabulary,
    denied: Counter[str],
    told: Told,
) -> list[Goal]:
    """Drop the least likely goals until the teams' numbers fit."""
    chosen = sorted(chosen, key=lambda g: (not g.listed, -_worth(g, denied)))[:14]
    total = sum(score)
    if len(chosen) > total:
        taken: list[Goal] = []
        count = [0, 0]
        for goal in chosen:
            side = _known_side(goal, sides)
            if len(taken) >= total or (side is not None and count[side] >= score[side]):
                continue
            taken.append(goal)
            if side is not None:
                count[side] += 1
        chosen = taken
    if len(chosen) == total:
        _minute_left(chosen, told)
    return _assign(chosen, score, sides, vocab)


def _known_side(goal: Goal, sides: dict[str, Counter[int]]) -> int | None:
    """Return the side a goal counts for, from its own words or from whom its scorer plays for."""
    if goal.team is not None:
        return goal.team
    votes = sides.get(goal.scorer)
    if not votes:
        return None
    side = votes.most_common(1)[0][0]
    return 1 - side if goal.kind == "own_goal" else side


def _assign(
    goals: list[Goal],
    score: tuple[int, int] | None,
    sides: dict[str, Counter[int]],
    vocab: Vocabulary,
    winner: int | None = None,
) -> list[Goal]:
    """Give every goal a side so that the score comes out and the words on levelling and leading hold."""
    goals = _in_order(goals)
    if not goals:
        return []
    _use_groups(goals, score)
    if len(goals) > 10:
        for goal in goals:
            goal.team = _known_side(goal, sides) if goal.team is None else goal.team
        return goals
    ranked: list[tuple[float, tuple[int, ...]]] = []
    for option in product((0, 1), repeat=len(goals)):
        worth = _fit(goals, option, score, sides, vocab)
        if winner is not None and score is None:
            worth += 3.0 if option.count(winner) > len(option) / 2 else -3.0
        ranked.append((worth, option))
    top, best = max(ranked, key=lambda r: r[0])
    for i, goal in enumerate(goals):
        other = max(worth for worth, option in ranked if option[i] != best[i])
        goal.team = best[i] if top - other >= DOUBT else None
    return goals


def _use_groups(goals: list[Goal], score: tuple[int, int] | None) -> None:
    """Give goals listed in two halves ("Saka 12 | Palmer 50") their teams where the numbers fit the score."""
    halves = [sum(g.group == i for g in goals) for i in (0, 1)]
    if score is None or not all(halves):
        return
    turned = (halves[1], halves[0]) == score and halves[0] != halves[1]
    if turned or (halves[0], halves[1]) == score or (halves[0] <= score[0] and halves[1] <= score[1]):
        for goal in goals:
            if goal.group is not None and goal.team is None:
                goal.team = 1 - goal.group if turned else goal.group


def _in_order(goals: list[Goal]) -> list[Goal]:
    """Return goals by minute; one without a minute keeps its place in the text between its neighbours."""
    timed = sorted(
        (g for g in goals if g.minute is not None), key=lambda g: (g.minute or 0, g.added or 0, g.place)
    )
    for goal in (g for g in goals if g.minute is None):
        at = next((i for i, g in enumerate(timed) if g.place > goal.place and g.sentence > 1), len(timed))
        timed.insert(at, goal)
    return timed


def _fit(
    goals: list[Goal],
    option: tuple[int, ...],
    score: tuple[int, int] | None,
    sides: dict[str, Counter[int]],
    vocab: Vocabulary,
) -> float:
    rules = doer_rules(vocab.language)
    worth, state = 0.0, [0, 0]
    for goal, side in zip(goals, option, strict=True):
        if goal.team is not None:
            worth += (4.0 if goal.listed else 2.0) * (1 if goal.team == side else -1)
        worth += max(-1.0, min(1.5, sum(0.5 if h == side else -0.3 for h in goal.hints)))
        votes = sides.get(goal.scorer)
        if votes:
            own = goal.kind == "own_goal"
            mine, other = votes[1 - side if own else side], votes[side if own else 1 - side]
            worth += max(-3.0, min(3.0, 1.0 * (mine - other)))
        lead = state[side] - state[1 - side]
        if not goal.listed and goal.sentence > 1:
            worth += _story(rules, goal, lead)
        state[side] += 1
        if goal.ordinal:
            told = 2.5 if goal.listed else 1.2
            straight = goal.ordinal == (state[0], state[1])
            turned = goal.ordinal == (state[1], state[0])
            worth += told if straight else told / 2 if turned else -0.8
    if score is not None:
        over = sum(max(0, state[i] - score[i]) for i in (0, 1))
        worth -= 6.0 * over
    same = [o for g, o in zip(goals, option, strict=True)]
    for scorer in {g.scorer for g in goals}:
        worth -= 3.0 * (
            len({s for g, s in zip(goals, same, strict=True) if g.scorer == scorer and g.kind != "own_goal"})
            - 1
        )
    return worth


def _story(rules: dict[str, Rule], goal: Goal, lead: int) -> float:
    """Return how well the words of a goal agree with the state of play: level, trail, lead."""
    text = goal.evidence.lower().replace("'", "’")
    worth = 0.0
    for rule, fits in (
        ("level", lead == -1),
        ("trail", lead < 0),
        ("lead_more", lead > 0),
        ("lead_take", lead == 0),
    ):
        if rules[rule].search(text):
            worth += 0.7 if fits else -0.5
    return worth
