"""The final score: every score of the text weighed by the words around it, and put in home-away order."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from knowledge.drafting.fixtures import Fixture
from knowledge.drafting.masking import Masked
from knowledge.drafting.matches import Pair, fixture_orientation
from knowledge.drafting.records import Score
from knowledge.drafting.vocabulary import Vocabulary, pattern

_MARK = re.compile(r"<([a-z])(\d+)>")


@dataclass(slots=True)
class Result:
    """What the text says of the score. `score` is home-away; `running` the scores on the way, unordered."""

    score: tuple[int, int] | None = None
    half_time: tuple[int, int] | None = None
    winner: int | None = None
    sure: float = 0.0
    evidence: str = ""
    running: list[tuple[int, int]] = field(default_factory=list)
    shootout: tuple[int, int] | None = None
    least: tuple[int, int] | None = None
    level: bool = False


@dataclass(slots=True)
class _Told:
    first: int
    second: int
    weight: float
    role: str
    sides: tuple[int, int] | None
    winner: int | None
    row: Masked


def find_result(rows: list[Masked], pair: Pair, fixtures: list[Fixture], vocab: Vocabulary) -> Result:
    """Return the final score as told, with its orientation; `score` is None where no figures tell it."""
    told = [t for row in rows for t in _read_row(row, pair, vocab)]
    told += _spaced_fixtures(rows, pair, fixtures)
    result = Result(running=[(t.first, t.second) for t in told if t.role in ("running", "final")])
    votes: dict[tuple[int, int], float] = defaultdict(float)
    high = max((t.first + t.second for t in told if t.role in ("running", "unknown", "final")), default=0)
    for t in told:
        if t.role in ("final", "running", "unknown"):
            short = 0.35 if t.first + t.second < high and t.role != "final" else 1.0
            votes[max(t.first, t.second), min(t.first, t.second)] += t.weight * short
    result.winner = _winner(told, rows, pair, vocab)
    result.level = result.winner is None and any(vocab.has("level_end", r.text) for r in rows[:4])
    if not votes:
        return _by_words(result, rows, pair, vocab)
    top = max(votes, key=lambda v: (votes[v], sum(v)))
    if not any(t.role in ("final", "unknown") for t in told):
        result.least = top
        return _by_words(result, rows, pair, vocab)
    result.sure = min(1.0, votes[top] / 8)
    mine = [t for t in told if (max(t.first, t.second), min(t.first, t.second)) == top and t.role != "past"]
    best = max(mine, key=lambda t: t.weight)
    result.evidence = best.row.sentence.text
    result.score = _orient(top, mine, result.winner)
    if top[0] == top[1]:
        result.winner = None
    elif result.winner is None:
        result.winner = 0 if result.score[0] > result.score[1] else 1
    result.half_time = _half(told, pair, result)
    return result


def _orient(top: tuple[int, int], mine: list[_Told], winner: int | None) -> tuple[int, int]:
    """Return a score in home-away order."""
    if top[0] == top[1]:
        return top
    balance = 0.0
    for t in mine:
        if t.sides is not None:
            home = t.first if t.sides[0] == 0 else t.second
            balance += t.weight if home == top[0] else -t.weight
        elif t.winner is not None:
            balance += t.weight if t.winner == 0 else -t.weight
    if balance == 0 and winner is not None:
        balance = 1 if winner == 0 else -1
    if balance == 0:
        balance = sum(1 if t.first > t.second else -1 for t in mine)
    return top if balance >= 0 else (top[1], top[0])


def _read_row(row: Masked, pair: Pair, vocab: Vocabulary) -> list[_Told]:
    found = []
    for start, end, mark in row.of("s"):
        score = row.scores[int(mark.key)]
        sides = fixture_orientation(row, score.start, pair)
        role, weight, winner = _role(row, start, end, score, sides, pair, vocab)
        found.append(_Told(score.first, score.second, weight, role, sides, winner, row))
    return found


def _role(
    row: Masked,
    start: int,
    end: int,
    score: Score,
    sides: tuple[int, int] | None,
    pair: Pair,
    vocab: Vocabulary,
) -> tuple[str, float, int | None]:
    """Return what a score is, how much it weighs as the final one, and the winner it tells."""
    text, index = row.text, row.sentence.index
    near = text[max(0, start - 60) : end + 60]
    early = 1.6 if index < 4 else 1.0
    if pattern("other_count").search(text[max(0, start - 25) : start]):
        return "past", 0.0, None
    strangers = [m for _, _, m in row.of("t") if pair.side(m) is None and "|" not in m.key]
    ours = [m for _, _, m in row.of("tr") if pair.side(m) is not None]
    if vocab.has("shootout", near) and sides is None:
        return "shootout", 0.0, None
    if vocab.has("aggregate", text[max(0, start - 30) : end + 35]):
        return "past", 0.0, None
    if sides is not None:
        if vocab.has("past_match", text) and index > 1:
            return "past", 0.2, None
        return "final", (7.0 if index < 6 else 4.0), None
    if strangers and (not ours or index > 0):
        nearest = min((abs(m.start - score.start), pair.side(m) is None) for _, _, m in row.of("t"))
        if nearest[1] or (len(ours) < 2 and vocab.has("past_match", text)):
            return "past", 0.0, None
    if (
        vocab.has("past_match", text[max(0, start - 90) : end + 90])
        and index > 0
        and not vocab.has("full_time", near)
    ):
        return "past", 0.1, None
    before = text[max(0, start - 40) : start]
    if vocab.has("half_time", text[max(0, start - 45) : end + 30]) and not vocab.has(
        "win", text[max(0, start - 25) : end + 25]
    ):
        return "half", 0.1, None
    winner = _told_winner(row, start, end, pair, vocab) if score.first != score.second else None
    close = text[max(0, start - 45) : end + 45]
    level = score.first == score.second
    if (
        (level and vocab.has("draw", close))
        or (not level and (vocab.has("win", close) or vocab.has("lose", close)))
    ) and not _is_running(before, text[end : end + 14], vocab):
        return "final", 4.0 * early, winner
    underway = _is_running(before, text[end : end + 14], vocab)
    if vocab.has("full_time", close) and not underway:
        return "final", 3.5 * early, winner
    if row.sentence.quoted:
        return "unknown", 0.3, None
    if index == 0 and not underway:
        return "final", 2.5, winner
    if underway:
        return "running", 0.6 + 0.1 * (score.first + score.second), None
    return "unknown", 1.0 if index < 4 else 0.7, winner


def _is_running(before: str, after: str, vocab: Vocabulary) -> bool:
    """Whether the words next to a score tell of a score on the way."""
    if pattern("final_before").search(before):
        return False
    return bool(pattern("running_after").match(after) or pattern("running_before").search(before))


def _told_winner(row: Masked, start: int, end: int, pair: Pair, vocab: Vocabulary) -> int | None:
    """Return the side that a sentence says won or lost, reading subject before and object after the verb."""
    for rule, subject_wins in (("lose", False), ("win", True)):
        near = [
            m
            for m in vocab.rules[rule].finditer(row.text)
            if min(abs(m.start() - end), abs(start - m.end())) < 70
        ]
        if not near:
            continue
        match = min(near, key=lambda m: min(abs(m.start() - end), abs(start - m.end())))
        subject = _last_side(row, match.start(), pair)
        target = _first_side(row, match.end(), pair)
        if subject is None and target is None:
            continue
        if subject is not None:
            return subject if subject_wins else 1 - subject
        if target is not None:
            after = row.text[match.end() : match.end() + 60]
            if (
                subject_wins
                and pattern("prize").match(match.group())
                and re.match(r"[^<]{0,12}<t", after)
                and not pattern("prize_to").match(after)
            ):
                return target
            if re.search(r"\b(?:for|per|del|della|dell|dello)[ ’]?(?: [a-z]+)? ?<[tr]", after):
                return target if subject_wins else 1 - target
            return 1 - target if subject_wins else target
    return None


def _last_side(row: Masked, before: int, pair: Pair) -> int | None:
    """Return the side of the nearest team before a place that is not the object of a preposition."""
    for start, end, mention in reversed(row.of("tr")):
        lead = row.text[max(0, start - 22) : start]
        if pattern("modifier").match(row.text, end) and start < before:
            continue
        if (
            start < before
            and not pattern("team_object").search(lead)
            and not pattern("bare_object").search(lead)
        ):
            side = pair.side(mention)
            if side is not None:
                return side
    return None


def _first_side(row: Masked, after: int, pair: Pair) -> int | None:
    for start, _, mention in row.of("tr"):
        if start >= after and start - after < 70:
            return pair.side(mention)
    return None


def _winner(told: list[_Told], rows: list[Masked], pair: Pair, vocab: Vocabulary) -> int | None:
    """Return the side that won by all that is told."""
    balance = 0.0
    for t in told:
        if t.role == "past":
            continue
        if t.winner is not None:
            balance += t.weight if t.winner == 0 else -t.weight
        if t.sides is not None and t.first != t.second and t.role == "final":
            ahead = t.sides[0] if t.first > t.second else t.sides[1]
            balance += t.weight if ahead == 0 else -t.weight
    if balance == 0:
        for row in rows[:6]:
            side = _told_winner(row, 0, len(row.text), pair, vocab)
            balance += 0 if side is None else 1 if side == 0 else -1
    return None if balance == 0 else 0 if balance > 0 else 1


def _spaced_fixtures(rows: list[Masked], pair: Pair, fixtures: list[Fixture]) -> list[_Told]:
    """Return the scores of lines such as "Team A 2 Team B 1" and of teams with odd names."""
    found = []
    for fixture in fixtures:
        row = next((r for r in rows if r.sentence.index == fixture.sentence), None)
        if row is None or fixture.goals is None:
            continue
        sides: list[int | None] = []
        for start, name in ((fixture.home_start, fixture.home), (fixture.away_start, fixture.away)):
            inside = [
                pair.side(m) for m in row.marks if m.kind == "t" and start <= m.start < start + len(name) + 2
            ]
            sides.append(next((s for s in inside if s is not None), None))
        a, b = sides
        if a is not None and b is not None and a != b:
            weight = 7.0 if fixture.sentence < 6 else 4.0
            found.append(_Told(*fixture.goals, weight, "final", (a, b), None, row))
    return found


def _by_words(result: Result, rows: list[Masked], pair: Pair, vocab: Vocabulary) -> Result:
    """Fill in a score told in words alone: goalless, a single goal."""
    for row in rows[:8]:
        if (
            vocab.has("goalless", row.text)
            and not vocab.has("half_time", row.text)
            and not vocab.has("past_match", row.text)
        ):
            result.score, result.sure, result.evidence = (0, 0), 0.6, row.sentence.text
            return result
    for row in rows:
        if vocab.has("only_goal", row.text) and result.winner is not None:
            result.score = (1, 0) if result.winner == 0 else (0, 1)
            result.sure, result.evidence = 0.4, row.sentence.text
            return result
    return result


def _half(told: list[_Told], pair: Pair, result: Result) -> tuple[int, int] | None:
    """Return the half-time score in home-away order where it fits under the final one."""
    for t in told:
        if t.role == "half" and result.score:
            for option in ((t.first, t.second), (t.second, t.first)):
                if option[0] <= result.score[0] and option[1] <= result.score[1]:
                    return option
    return None
