"""How well a goal fits a side: its own words, whom its scorer plays for, the state of play."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from knowledge.drafting.records import ORIENTED, Goal
from knowledge.drafting.subjects import doer_rules
from knowledge.drafting.ties import Ties, reached
from knowledge.drafting.vocabulary import Vocabulary

SOFTEST = -0.7
"""The most that words on the state of play speak against a goal, or for it: they never drop a sure one."""


LISTED, TOLD = 8.0, 2.0
"""What it costs to count a goal for the other team than a list or its own words tell: a sure goal outweighs words."""
LEANING = (0.3, 1.0)
"""How much the words between a scorer and a team count against the other one, and the most that they do."""
SURE = 0.9
"""How sure the minute of both must be for two scorers to stand against each other."""
BESIDE = 80
"""Letters between the words of two goals within which they may be one."""
TAKEN = 1.2
"""What it costs to put the side ahead that levelled last where the other is told to lead again, and the reverse."""
_AHEAD_AGAIN = re.compile(
    r"\b(?:nuovo vantaggio|(?:di nuovo|nuovamente|ancora) (?:in vantaggio|avanti|davanti)"
    r"|(?:ri)?torn\w+ (?:in vantaggio|avanti)"
    r"|(?:rimett|riport)\w+ (?:[a-zàèéìòù’]+ ){0,3}(?:in vantaggio|avanti|davanti|su i suoi))"
)
_TURNED_ROUND = re.compile(r"\b(?:sorpass|ribalt|capovol|complet\w+ la rimonta|rimonta (?:è )?complet)")
TIED = 1.5
"""What it costs to put two scorers on sides that what they have to do with others speaks against."""
TURNED = {"en": 0.5, "it": 0.0}
"""How well a score told on the way fits a goal of the guests if its figures stand guests first."""
BEHIND = 1.5
"""What it costs to give the first goal to the side that is told to have come from behind."""
RIVALS = 2.5
"""What it costs to keep two scorers that one sentence tells for one minute."""


def use_groups(goals: list[Goal], score: tuple[int, int] | None) -> None:
    """Give goals listed in two halves ("Saka 12 | Palmer 50") their teams where the numbers fit the score."""
    halves = [sum(g.group == i for g in goals) for i in (0, 1)]
    if score is None or not all(halves):
        return
    turned = (halves[1], halves[0]) == score and halves[0] != halves[1]
    if turned or (halves[0], halves[1]) == score or (halves[0] <= score[0] and halves[1] <= score[1]):
        for goal in goals:
            if goal.group is not None and goal.team is None:
                goal.team = 1 - goal.group if turned else goal.group


def in_order(goals: list[Goal]) -> list[Goal]:
    """Return goals by minute; one without a minute keeps its place in the text between its neighbours."""
    timed = sorted((g for g in goals if _is_timed(g)), key=lambda g: (g.minute or 0, g.added or 0, g.place))
    for goal in (g for g in goals if not _is_timed(g)):
        later = _above(goal, timed)
        at = (
            later
            if later is not None
            else next((i for i, g in enumerate(timed) if g.place > goal.place and g.sentence > 1), len(timed))
        )
        timed.insert(at, goal)
    return timed


LEAD = 3
"""Sentences at the head of a report, which tell how the match ended before they tell how it went."""


def orders(goals: list[Goal]) -> list[list[Goal]]:
    """Return the orders of play that a text allows: a goal that the lead alone tells without a minute may be last."""
    plain = in_order(goals)
    lead = [
        g for g in plain if g.minute is None and not g.listed and (g.sentence < LEAD or "copy" in g.standing)
    ]
    if not lead or len(lead) == len(plain):
        return [plain]
    return [plain, [g for g in plain if g not in lead] + lead]


def _is_timed(goal: Goal) -> bool:
    """Whether a goal's minute says when it fell: a guessed one yields to the score that it made."""
    return goal.minute is not None and (goal.listed or goal.minute_sure > 0 or goal.ordinal is None)


def _above(goal: Goal, timed: list[Goal]) -> int | None:
    """Return the place of a goal in the order of play by the score that it made, None where that does not tell."""
    if goal.ordinal is None or goal.listed:
        return None
    told = (sum(goal.ordinal), goal.place)
    above = [i for i, g in enumerate(timed) if g.ordinal and (sum(g.ordinal), g.place) > told]
    below = [i + 1 for i, g in enumerate(timed) if g.ordinal and (sum(g.ordinal), g.place) < told]
    return above[0] if above else below[-1] if below else None


@dataclass(slots=True)
class Judge:
    """Tells how well a side fits a goal, given the goals before it.

    `leanings` are the odds, as a logarithm, that a person plays for the first team; `comeback` is the side that
    came from behind.
    """

    sides: dict[str, Counter[int]]
    vocab: Vocabulary
    leanings: dict[str, float] = field(default_factory=dict)
    ties: Ties = field(default_factory=dict)
    comeback: int | None = None
    _lead: dict[int, int] = field(default_factory=dict)
    _reached: dict[str, dict[str, int]] = field(default_factory=dict)
    _story: dict[int, tuple[bool, bool, bool, bool]] = field(default_factory=dict)

    def fit(
        self, goals: list[Goal], at: int, side: int, state: tuple[int, int], before: tuple[int | None, ...]
    ) -> float:
        """Return the worth of goal `at` counting for `side` when the score before it is `state`."""
        goal = goals[at]
        worth = 0.0
        if goal.team is not None:
            worth -= 0.0 if goal.team == side else LISTED if goal.listed else TOLD
        soft = max(-1.0, min(0.0, sum(0.5 if h == side else -0.5 for h in goal.hints)))
        votes = self.sides.get(goal.scorer)
        if votes:
            own = 1 - side if goal.kind == "own_goal" else side
            worth += max(-3.0, min(0.0, 1.0 * (votes[own] - votes[1 - own])))
        lean = self.leanings.get(goal.scorer, 0.0) * (1 - 2 * side) * (-1 if goal.kind == "own_goal" else 1)
        worth += max(-LEANING[1], min(0.0, LEANING[0] * lean))
        for i, other in enumerate(before):
            tie = self._tie(goals[i], goal) if other is not None else 0
            worth -= TIED if tie and (other == side) != (tie > 0) else 0.0
            if other is not None and self._rivals(goals[i], goal):
                worth -= RIVALS
            if other is not None and other != side and goals[i].scorer == goal.scorer:
                worth -= 3.0 if "own_goal" not in (goal.kind, goals[i].kind) else 0.0
        lead = state[side] - state[1 - side]
        last = next((s for s in reversed(before) if s is not None), None)
        if self.vocab.language == "it" and last is not None and state[0] == state[1] and not goal.listed:
            worth -= TAKEN if self._turned_lead(goal) == (1 if side == last else -1) else 0.0
        if self.comeback == side and state == (0, 0):
            worth -= BEHIND
        if not goal.listed and goal.sentence > 1:
            soft += self._told_lead(goal, lead)
        if goal.ordinal:
            after = (state[0] + 1, state[1]) if side == 0 else (state[0], state[1] + 1)
            straight, turned = goal.ordinal == after, goal.ordinal == (after[1], after[0])
            fits = 1.0 if straight else TURNED[self.vocab.language] if turned else -0.7
            if ORIENTED in goal.standing:
                worth += 3.0 if straight else -3.0
            elif goal.listed:
                worth += 2.5 * fits
            else:
                soft += 1.2 * fits
        return worth + max(SOFTEST, min(-SOFTEST, soft))

    def _turned_lead(self, goal: Goal) -> int:
        """Return 1 where a goal's words put a side ahead once more, -1 where they turn the match, 0 if neither."""
        if id(goal) not in self._lead:
            text = goal.evidence.lower()
            again, turned = (bool(rule.search(text)) for rule in (_AHEAD_AGAIN, _TURNED_ROUND))
            self._lead[id(goal)] = int(again) - int(turned) if goal.sentence > 1 else 0
        return self._lead[id(goal)]

    def _tie(self, one: Goal, other: Goal) -> int:
        """Return 1 where the scorers of two goals play together, -1 where against each other, 0 if unknown."""
        if one.scorer == other.scorer or "own_goal" in (one.kind, other.kind):
            return 0
        if other.scorer not in self._reached:
            self._reached[other.scorer] = reached(self.ties, other.scorer)
        return self._reached[other.scorer].get(one.scorer, 0)

    def levels(self, goal: Goal) -> bool:
        """Whether the words of a goal say that it levelled the score."""
        return not goal.listed and goal.sentence > 1 and self._told(goal)[0]

    def _rivals(self, one: Goal, other: Goal) -> bool:
        """Whether two scorers are told for one minute: one of them only had a part in the goal."""
        if one.minute is None or one.minute != other.minute or one.minute in (45, 90):
            return False
        if self.vocab.language == "it":
            return False
        if min(one.minute_sure, other.minute_sure) < SURE:
            return False
        beside = one.sentence == other.sentence and abs(one.place - other.place) < BESIDE
        return one.scorer != other.scorer and not (one.listed or other.listed) and beside

    def _told_lead(self, goal: Goal, lead: int) -> float:
        """Return how well the words of a goal agree with the state of play: level, trail, lead."""
        fits = (lead == -1, lead < 0, lead > 0, lead == 0)
        return sum(0.7 if f else -0.5 for f, told in zip(fits, self._told(goal), strict=True) if told)

    def _told(self, goal: Goal) -> tuple[bool, bool, bool, bool]:
        """Return whether a goal's words say that it levelled, reduced arrears, added to a lead, took one."""
        if id(goal) not in self._story:
            rules, text = doer_rules(self.vocab.language), goal.words.lower().replace("'", "’")
            told = [bool(rules[r].search(text)) for r in ("level", "trail", "lead_more", "lead_take")]
            self._story[id(goal)] = (told[0], told[1], told[2], told[3])
        return self._story[id(goal)]
