"""Live tickers: lines that open with a minute and shout the goal."""

from __future__ import annotations

import re

from knowledge.drafting.clock import Clock
from knowledge.drafting.cues import Cue
from knowledge.drafting.fixture_sides import fixture_orientation
from knowledge.drafting.goal_making import make_goal
from knowledge.drafting.goal_scene import Told
from knowledge.drafting.masking import Masked
from knowledge.drafting.pair import Pair
from knowledge.drafting.records import ORIENTED, SHOUT_SIGN
from knowledge.drafting.subjects import doer_rules
from knowledge.drafting.vocabulary import Vocabulary, pattern

SHOUTED, GUESS = 0.75, 0.3
"""How sure the goal of a shouted line is, and how sure its words must be of a scorer to be heard."""
DOUBTFUL = 0.7
"""Confidence up to which a goal that the words of an Italian line tell leaves the shouted one to be told."""

AT_ONCE = 45
"""Letters of a line in which a goal is shouted; "his seventh goal" at its end is none."""


def shouted_goals(rows: list[Masked], vocab: Vocabulary, told: Told, clock: Clock) -> None:
    """Add the goals of a ticker's lines that shout "GOAL!" and tell the scorer in no known words."""
    lines: dict[int, list[Masked]] = {}
    for row in rows:
        lines.setdefault(row.sentence.line, []).append(row)
    taken = {g.sentence for g in told.goals if vocab.language == "en" or g.confidence > DOUBTFUL}
    stood = (0, 0)
    for group in lines.values():
        opening = group[0].text
        made = _one_more(group, stood)
        stood = made or stood
        shouts = (pattern("shout").search(r.text) for r in group[:2])
        shouted = any(s and s.start() < AT_ONCE for s in shouts) or (made and vocab.language == "it")
        if not _IN_MINUTE.match(opening) or not shouted:
            continue
        if any(vocab.has("denied_next", r.text) for r in group):
            continue
        here = {r.sentence.index for r in group}
        called = _CALLED.match(opening) if vocab.language == "it" else None
        if called:
            told.goals = [g for g in told.goals if g.sentence not in here]
            _add(told, group[0], called.start(1), called.end(1), vocab, clock)
            continue
        first = next((m.key for r in group for _, _, m in r.of("p")), None)
        known = [g for g in told.goals if g.sentence in taken and g.sentence in here]
        same = vocab.language == "it" and all(g.scorer == first for g in known)
        if known and not same:
            continue
        if vocab.language == "it" and _raise_told(group, told):
            continue
        for row in group:
            people = [
                p
                for p in row.of("p")
                if not doer_rules(vocab.language)["object"].search(row.text[max(0, p[0] - 30) : p[0]])
            ]
            if people:
                behind = [p for p in people if vocab.language == "it" and row.text[: p[0]].endswith(": ")]
                start, end, _ = (behind or people)[0]
                _add(told, row, start, end, vocab, clock)
                break


_IN_MINUTE = re.compile(r"\W{0,3}<m\d+>")
_CALLED = re.compile(r"\W{0,3}<m\d+>\W{1,4}(?:[a-zàèéìòù]+ )?(<p\d+>)\W{0,2}!")
"""Whose name a line shouts behind its minute: "<m> - <p>!"."""


def _one_more(group: list[Masked], stood: tuple[int, int]) -> tuple[int, int] | None:
    """Return the score that a line tells if it is one goal more than that of the goal before, in either order."""
    for row in group:
        for score in row.scores:
            now = (score.first, score.second)
            for before in (stood, stood[::-1]):
                if sum(now) == sum(before) + 1 and all(n >= b for n, b in zip(now, before, strict=True)):
                    return now
    return None


def _add(told: Told, row: Masked, start: int, end: int, vocab: Vocabulary, clock: Clock) -> None:
    """Add the goal of somebody who stands at a place of a shouted line."""
    cue = Cue(start, end, "verb", SHOUTED)
    scorer = next(m.key for a, _, m in row.of("p") if a == start)
    goal = make_goal(scorer, clock.at(row, start, end), None, SHOUTED, row, cue, vocab)
    goal.standing |= {SHOUT_SIGN} if vocab.language == "it" else set()
    told.goals.append(goal)


def _raise_told(group: list[Masked], told: Told) -> bool:
    """Let the goal that the words of a shouted line tell be as sure as the shout, if they tell one."""
    here = {r.sentence.index for r in group}
    goals = [g for g in told.goals if g.sentence in here and g.signs]
    best = max(goals, key=lambda g: ("unconfirmed" not in g.signs, g.confidence), default=None)
    if best is None or best.confidence < GUESS:
        return False
    best.confidence = max(best.confidence, SHOUTED)
    best.standing.add(SHOUT_SIGN)
    return True


def line_scores(rows: list[Masked], told: Told, pair: Pair) -> None:
    """Give a ticker's goals the score that their line tells; between the teams' names it is home and away."""
    lines: dict[int, list[Masked]] = {}
    for row in rows:
        lines.setdefault(row.sentence.line, []).append(row)
    line_of = {row.sentence.index: row.sentence.line for row in rows}
    for goal in told.goals:
        group = lines.get(line_of.get(goal.sentence, -1), [])
        scores = [(row, score) for row in group for score in row.scores]
        if len(scores) != 1 or not re.match(r"\W{0,3}<m\d+>", group[0].text):
            continue
        row, score = scores[0]
        sides = fixture_orientation(row, score.start, pair)
        if sides is not None:
            goal.ordinal = (score.first, score.second) if sides[0] == 0 else (score.second, score.first)
            goal.standing.add(ORIENTED)
        elif goal.ordinal is None:
            goal.ordinal = (score.first, score.second)
