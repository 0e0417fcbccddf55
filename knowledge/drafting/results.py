"""The final score: every score of the text weighed by the words around it, and put in home-away order."""

from __future__ import annotations

import re

from knowledge.drafting.fixture_sides import fixture_marks
from knowledge.drafting.fixtures import Fixture
from knowledge.drafting.masking import Masked
from knowledge.drafting.pair import Pair
from knowledge.drafting.score_roles import ToldScore, read_row
from knowledge.drafting.score_words import weigh
from knowledge.drafting.told_result import Result
from knowledge.drafting.vocabulary import Vocabulary, pattern
from knowledge.drafting.worded_result import score_by_words, won_by_words


def find_result(rows: list[Masked], pair: Pair, fixtures: list[Fixture], vocab: Vocabulary) -> Result:
    """Return what the text says of the final score."""
    told = [t for row in rows for t in read_row(row, pair, vocab)]
    if vocab.language == "it":
        _carry_subject(told, rows, pair)
        told = _overtaken(told, rows)
    told = _shouted(told, rows)
    told = weigh(told, rows[-1].sentence.index if rows else 0, pair, vocab)
    kicks = [t for t in told if t.role == "shootout"] if _shot_out(rows, vocab) else []
    shot = {frozenset((t.first, t.second)) for t in kicks if t.first + t.second >= KICKS}
    told = [t for t in told if t.role == "shootout" or frozenset((t.first, t.second)) not in shot]
    level = {
        t.row.sentence.index for t in told if t.role == "final" and t.first == t.second and t.weight >= 7
    }
    level |= {t.row.sentence.index for t in told if t.role == "running" and t.sides is not None}
    told += [
        t
        for t in _spaced_fixtures(rows, pair, fixtures, vocab)
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
        result.balance, result.level = won_by_words(rows, pair, vocab)
        won = any(t.role == "final" and t.first != t.second and t.weight >= DRAWN for t in told)
        result.level = result.level and not (won and vocab.language == "it")
    if _shot_out(rows, vocab):
        decided = any(a != b and weight >= HEADED for (a, b), weight in result.figures.items())
        legs = decided and vocab.language == "en" and any(vocab.has("aggregate", row.text) for row in rows)
        result.balance, result.level = (result.balance, False) if legs else (0.0, True)
    if not any(weight >= 1.5 for weight in result.figures.values()):
        score_by_words(result, rows, vocab)
    return result


HEADED = 5.0
"""Weight of a score from which one that is not level may have led to a shoot-out, after a first leg."""
KICKS = 5
"""Kicks that go in, of both sides, from which a score told of a shoot-out is never that of play."""
DRAWN = 3.0
"""Weight from which a level score told leaves words such as "went through" no say on who won."""


def _shouted(told: list[ToldScore], rows: list[Masked]) -> list[ToldScore]:
    """Take for one on the way a score that the line of a ticker tells behind its minute and a shout."""
    heads: dict[int, Masked] = {}
    for row in rows:
        heads.setdefault(row.sentence.line, row)
    for t in told:
        head = heads[t.row.sentence.line]
        shout = pattern("shout").search(head.text) if _MINUTE_FIRST.match(head.text) else None
        if t.role == "final" and shout and shout.start() < AT_ONCE:
            t.role, t.weight = "running", 0.6
    return told


_MINUTE_FIRST = re.compile(r"\W{0,3}<m\d+>")
"""How the line of a ticker opens."""
AT_ONCE = 25
"""Letters of such a line in which a goal is shouted."""


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


def _overtaken(told: list[ToldScore], rows: list[Masked]) -> list[ToldScore]:
    """Take for one on the way a score told within a paragraph that a later one of both teams goes beyond."""
    last = {row.sentence.line: row.sentence.index for row in rows}
    both = [t for t in told if t.role == "final" and t.sides is not None]
    for i, t in enumerate(both):
        alone = re.fullmatch(r"<t\d+> ?[-–] ?<t\d+> <s\d+>\.?", t.row.text)
        if (
            not alone
            or t.row.sentence.index == last[t.row.sentence.line]
            or t.row.sentence.index < OPENING_ROWS
        ):
            continue
        for later in both[i + 1 :]:
            now, then = (dict(zip(s.sides or (), (s.first, s.second), strict=False)) for s in (t, later))
            if all(now[side] <= then.get(side, -1) for side in now) and now != then:
                t.role, t.weight = "running", 0.6
    return told


OPENING_ROWS = 2
"""Sentences at the top in which a score of both teams is the final one."""
_HAS = re.compile(r"\bha (vinto|perso) (?:per )?<s\d+>")
"""What tells who won where the team is not named again."""
OPENING = 12
"""Letters of a masked sentence in which its subject stands, or what time a line of a result is of."""


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


_KICKS = re.compile(r"rigori ?:|penalties ?:|shoot-?out ?:")
"""What a line begins with that gives the score of a shoot-out."""


def _spaced_fixtures(
    rows: list[Masked], pair: Pair, fixtures: list[Fixture], vocab: Vocabulary
) -> list[ToldScore]:
    """Return the scores of lines such as "Team A 2 Team B 1" and of teams with odd names."""
    found = []
    for fixture in fixtures:
        row = next((r for r in rows if r.sentence.index == fixture.sentence), None)
        half = row is not None and vocab.has("half_time", row.text[:OPENING])
        if row is None or half or fixture.goals is None or _KICKS.match(row.text):
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
