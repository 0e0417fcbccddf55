"""The final score: every score of the text weighed by the words around it, and put in home-away order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from knowledge.drafting.effects import won_by_effects
from knowledge.drafting.fixture_sides import fixture_marks
from knowledge.drafting.fixtures import Fixture
from knowledge.drafting.masking import Masked
from knowledge.drafting.other_teams import today_only
from knowledge.drafting.pair import Pair
from knowledge.drafting.score_roles import ToldScore, read_row
from knowledge.drafting.score_words import weigh
from knowledge.drafting.told_winner import told_winner
from knowledge.drafting.vocabulary import Vocabulary, pattern


@dataclass(slots=True)
class Result:
    """What the text says of the score, in home-away order.

    `figures` weighs each final score told; `running` are scores on the way, their order unsure; `balance` is
    above 0 where the words say that home won, below where away; `worded` a score told in words alone.
    """

    figures: dict[tuple[int, int], float] = field(default_factory=dict)
    half_time: tuple[int, int] | None = None
    running: list[tuple[int, int]] = field(default_factory=list)
    ahead: dict[tuple[int, int], int] = field(default_factory=dict)
    balance: float = 0.0
    level: bool = False
    worded: tuple[int, int] | None = None
    sentences: dict[tuple[int, int], str] = field(default_factory=dict)
    told: list[ToldScore] = field(default_factory=list)

    def ways(self, score: tuple[int, int]) -> tuple[tuple[int, int], ...]:
        """Return a score on the way in the orders that it may have as home-away: one where it is told for whom."""
        side = self.ahead.get(score)
        if side is None:
            return (score, score[::-1])
        high, low = max(score), min(score)
        return ((high, low) if side == 0 else (low, high),)

    @property
    def winner(self) -> int | None:
        """The side that won by the words, None where they tell none."""
        return None if not self.balance else 0 if self.balance > 0 else 1


def find_result(rows: list[Masked], pair: Pair, fixtures: list[Fixture], vocab: Vocabulary) -> Result:
    """Return what the text says of the final score."""
    told = [t for row in rows for t in read_row(row, pair, vocab)]
    if vocab.language == "it":
        _carry_subject(told, rows, pair)
    told = weigh(told, rows[-1].sentence.index if rows else 0, pair, vocab)
    kicks = [t for t in told if t.role == "shootout"] if _shot_out(rows, vocab) else []
    shot = {frozenset((t.first, t.second)) for t in kicks if t.first + t.second >= KICKS}
    told = [t for t in told if t.role == "shootout" or frozenset((t.first, t.second)) not in shot]
    level = {
        t.row.sentence.index for t in told if t.role == "final" and t.first == t.second and t.weight >= 7
    }
    told += [
        t
        for t in _spaced_fixtures(rows, pair, fixtures)
        if t.row.sentence.index not in level and frozenset((t.first, t.second)) not in shot
    ]
    result = Result(told=told)
    result.running = [(t.first, t.second) for t in told if t.role == "running"]
    result.ahead = {
        (t.first, t.second): t.winner for t in told if t.role == "running" and t.winner is not None
    }
    high = max((t.first + t.second for t in told if t.role in ("running", "unknown", "final")), default=0)
    for t in told:
        if t.role in ("final", "unknown"):
            short = 0.35 if t.first + t.second < high and t.role != "final" else 1.0
            _count(result, t, t.weight * short)
    _last_running(result)
    if vocab.language == "it" and not _shot_out(rows, vocab):
        _decided_later(result, rows, vocab)
    result.balance = _balance(told)
    drawn = any(a == b and weight >= DRAWN for (a, b), weight in result.figures.items())
    if not result.balance and not drawn:
        result.balance, result.level = _words_alone(rows, pair, vocab)
        won = any(t.role == "final" and t.first != t.second and t.weight >= DRAWN for t in told)
        result.level = result.level and not (won and vocab.language == "it")
    if _shot_out(rows, vocab):
        result.balance, result.level = 0.0, True
    if not any(weight >= 1.5 for weight in result.figures.values()):
        _by_words(result, rows, vocab)
    return result


def _carry_subject(told: list[ToldScore], rows: list[Masked], pair: Pair) -> None:
    """Let a sentence without a team that tells who "has lost" speak of the team that opens the one before."""
    before = {row.sentence.index + 1: row for row in rows}
    for t in told:
        verb = _HAS.search(t.row.text)
        above = before.get(t.row.sentence.index)
        if not verb or not above or t.role != "final" or t.winner is not None or t.row.of("tr"):
            continue
        first = next((m for a, _, m in above.of("t") if a < OPENING), None)
        side = pair.side(first) if first else None
        if side is not None and t.first != t.second:
            t.winner = side if verb.group(1) == "vinto" else 1 - side


_HAS = re.compile(r"\bha (vinto|perso) (?:per )?<s\d+>")
"""What tells who won where the team is not named again."""
OPENING = 12
"""Letters of a masked sentence in which its subject stands."""


def _count(result: Result, told: ToldScore, weight: float) -> None:
    """Add a told score to those it may be in home-away order."""
    straight, turned = (told.first, told.second), (told.second, told.first)
    if told.sides is not None:
        fits = [straight if told.sides[0] == 0 else turned]
    elif told.winner is not None and told.first != told.second:
        high, low = max(straight), min(straight)
        fits = [(high, low) if told.winner == 0 else (low, high)]
        other = fits[0][::-1]
        result.figures[other] = result.figures.get(other, 0.0) + weight * 0.5
    else:
        fits = list(dict.fromkeys((straight, turned)))
        result.figures[straight] = result.figures.get(straight, 0.0) + 0.1
    for fit in fits:
        result.figures[fit] = result.figures.get(fit, 0.0) + weight
        result.sentences.setdefault(fit, told.row.sentence.text)


def _last_running(result: Result) -> None:
    """Let the highest score on the way be a weak final one: often nothing more is told."""
    last = max(result.running, key=sum, default=None)
    if last is not None and not any(weight >= 1.5 for weight in result.figures.values()):
        for fit in result.ways(last):
            result.figures[fit] = result.figures.get(fit, 0.0) + 0.6


def _decided_later(result: Result, rows: list[Masked], vocab: Vocabulary) -> None:
    """Let a level score of regular time be one goal short of the final one where a goal in extra time is told."""
    if any(a != b and weight >= TOLD for (a, b), weight in result.figures.items()):
        return
    level = {
        (t.first, t.second)
        for t in result.told
        if t.first == t.second and t.span and _stands_near(t, _REGULAR)
    }
    goals = ("noun", "verb", "team_goal")
    if len(level) != 1 or not any(
        _EXTRA.search(row.text) and any(vocab.has(rule, row.text) for rule in goals) for row in rows
    ):
        return
    score = level.pop()
    result.figures.pop(score, None)
    for fit in ((score[0] + 1, score[1]), (score[0], score[1] + 1)):
        result.figures[fit] = result.figures.get(fit, 0.0) + TOLD


def _stands_near(told: ToldScore, rule: re.Pattern[str]) -> bool:
    """Whether words stand within a few letters of a score."""
    start, end = told.span or (0, 0)
    return rule.search(told.row.text, max(0, start - NEAR), end + NEAR) is not None


TOLD, NEAR = 1.5, 50
"""Weight of a score that words alone make likely, and letters on either side of a score that are near."""
_REGULAR = re.compile(r"\btempi regolamentari\b|\bal 90\b|\bregolamentari\b")
_EXTRA = re.compile(
    r"\b(?:nei|ai|nel (?:primo|secondo) tempo|primo|secondo|al termine dei) (?:tempi |tempo )?supplementar[ei]\b"
)


def _balance(told: list[ToldScore]) -> float:
    """Return how far the words beside scores say that home (above 0) or away won."""
    balance = 0.0
    for t in told:
        if t.role in ("past", "running"):
            continue
        if t.winner is not None:
            balance += t.weight if t.winner == 0 else -t.weight
        if t.sides is not None and t.first != t.second and t.role == "final":
            ahead = t.sides[0] if t.first > t.second else t.sides[1]
            balance += t.weight if ahead == 0 else -t.weight
    return balance


def _shot_out(rows: list[Masked], vocab: Vocabulary) -> bool:
    """Whether a shoot-out decided the match: told at the beginning, or more than once."""
    told = [
        row.sentence.index
        for row in rows
        if _decided_by_shootout(row, vocab)
        and not vocab.has("past_match", row.text)
        and not row.sentence.quoted
    ]
    return len(told) > 1 or bool(told and told[0] < 3)


def _decided_by_shootout(row: Masked, vocab: Vocabulary) -> bool:
    """Whether a sentence speaks of a shoot-out that took place."""
    found = vocab.rules["shootout"].search(row.text)
    return bool(found and not pattern("unplayed_shootout").search(row.text[: found.start()]))


DRAWN = 3.0
"""Weight from which a level score told leaves words such as "went through" no say on who won."""
EARLY = (2.0, 1.5, 1.2, 0.8, 0.6, 0.6)
"""How much the words of each of the first sentences count for who won."""


def _words_alone(rows: list[Masked], pair: Pair, vocab: Vocabulary) -> tuple[float, bool]:
    """Return how far sentences without figures say that home or away won, and whether they say that none did."""
    balance = level = 0.0
    for row, weight in zip([r for r in rows if not r.sentence.quoted], EARLY, strict=False):
        if _drawn_here(row, pair, vocab):
            level += 1.5 * weight
        elif not vocab.has("unsure_result", row.text) and not vocab.has("past_match", row.text):
            side = told_winner(row, 0, len(row.text), pair, vocab, alone=True)
            both = {0, 1} <= {pair.side(m) for _, _, m in row.of("tr")}
            balance += 0.0 if side is None else (1 - 2 * side) * weight * (1.5 if both else 0.7)
    end = [r for r in rows if not r.sentence.quoted][-2:]
    if len(rows) > len(EARLY) and any(_drawn_here(r, pair, vocab) for r in end):
        level += 1.5
    if not level:
        balance += won_by_effects(rows, pair, vocab)
    if not balance and not level:
        balance = sum(_end_won(r, pair, vocab) for r in end)
    return (0.0, True) if level > abs(balance) else (balance, False)


def _end_won(row: Masked, pair: Pair, vocab: Vocabulary) -> float:
    """Return who won by one of the last sentences, where the first ones tell nothing: above 0 for home."""
    if row.scores or vocab.has("unsure_result", row.text) or vocab.has("past_match", row.text):
        return 0.0
    side = told_winner(row, 0, len(row.text), pair, vocab, alone=True)
    return 0.0 if side is None else 0.6 * (1 - 2 * side)


def _drawn_here(row: Masked, pair: Pair, vocab: Vocabulary) -> bool:
    """Whether a sentence says that this match ended level, and not that of the team named last before."""
    match = vocab.rules["level_end"].search(row.text)
    if match is None or vocab.has("past_match", row.text) or _OVER_TWO.match(row.text, match.end()):
        return False
    before = [m for a, _, m in row.of("tr") if a < match.end()]
    after = [m for a, _, m in row.of("t") if 0 <= a - match.end() < BESIDE]
    if vocab.language == "it" and any(pair.is_stranger(m) for m in after):
        return False
    return not before or "|" in before[-1].key or pair.side(before[-1]) is not None


_OVER_TWO = re.compile(r"(?: at)?(?: <s\d+>)? (?:on aggregate|over (?:the )?two legs)")
"""What stands behind words for a draw that is one of two matches taken together."""
KICKS = 5
"""Kicks that go in, of both sides, from which a score told of a shoot-out is never that of play."""
BESIDE = 25
"""Letters of a masked sentence behind words for a draw in which those stand who drew."""
_KICKS = re.compile(r"rigori ?:|penalties ?:|shoot-?out ?:")
"""What a line begins with that gives the score of a shoot-out."""


def _spaced_fixtures(rows: list[Masked], pair: Pair, fixtures: list[Fixture]) -> list[ToldScore]:
    """Return the scores of lines such as "Team A 2 Team B 1" and of teams with odd names."""
    found = []
    for fixture in fixtures:
        row = next((r for r in rows if r.sentence.index == fixture.sentence), None)
        if row is None or fixture.goals is None or _KICKS.match(row.text):
            continue
        sides: list[int | None] = []
        for start, end, marks in fixture_marks(fixture, rows):
            inside = [pair.side(m) for m in marks if start <= m.start < end]
            sides.append(next((s for s in inside if s is not None), None))
        a, b = sides
        if a is not None and b is not None and a != b:
            weight = 7.0 if fixture.sentence < 6 else 4.0
            found.append(ToldScore(*fixture.goals, weight, "final", (a, b), None, row))
    return found


UNREAL = 55
"""Letters before a score told in words in which stands that it was only likely."""


def _by_words(result: Result, rows: list[Masked], vocab: Vocabulary) -> None:
    """Fill in a score told in words alone: goalless, a single goal."""
    for row in rows[:8]:
        text = today_only(row.text, vocab) if vocab.language == "it" else row.text
        nil = vocab.rules["goalless"].search(text)
        if (
            nil is not None
            and not vocab.has("unreal_score", row.text[max(0, nil.start() - UNREAL) : nil.start()])
            and not vocab.has("half_time", text)
            and not vocab.has("past_match", text)
        ):
            result.worded = (0, 0)
            result.sentences.setdefault((0, 0), row.sentence.text)
            return
    for row in rows:
        told = vocab.has("only_goal", row.text) and not vocab.has("past_match", row.text)
        told = told and not _THEIR_DRAW.search(row.text)
        if told and result.winner is not None:
            result.worded = (1, 0) if result.winner == 0 else (0, 1)
            result.sentences.setdefault(result.worded, row.sentence.text)
            return


_THEIR_DRAW = re.compile(r"\bin (?:their|its|the) (?:[a-z\-]+ )?draw\b")
"""What puts an only goal into a match that was drawn, which is another one."""


def turned_by_winner(result: Result) -> bool:
    """Whether the winner's figure stands first in the scores told though the pair has the winner as guests.

    Where no word tells who was at home, a score is read as it is written.
    """
    votes = 0.0
    for t in result.told:
        if t.role == "final" and t.winner is not None and t.sides is None and t.first != t.second:
            first = t.winner if t.first > t.second else 1 - t.winner
            votes += t.weight if first == 0 else -t.weight
    return votes < 0


def half_time(result: Result, score: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return the half-time score in home-away order where it fits under the final one."""
    for t in result.told:
        if t.role == "half" and score:
            ahead = t.winner if t.winner is not None or t.sides is None else t.sides[int(t.first < t.second)]
            if ahead is not None and t.first != t.second:
                high, low = max(t.first, t.second), min(t.first, t.second)
                option = (high, low) if ahead == 0 else (low, high)
                return option if option[0] <= score[0] and option[1] <= score[1] else None
            for option in ((t.first, t.second), (t.second, t.first)):
                if option[0] <= score[0] and option[1] <= score[1]:
                    return option
    return None
