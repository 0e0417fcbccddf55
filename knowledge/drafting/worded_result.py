"""The result where no figures tell it: who won, that nobody did, and a score told in words alone ("goalless")."""

from __future__ import annotations

import re

from knowledge.drafting.effects import won_by_effects
from knowledge.drafting.masking import Masked
from knowledge.drafting.other_teams import today_only
from knowledge.drafting.pair import Pair
from knowledge.drafting.told_result import Result
from knowledge.drafting.told_winner import told_winner
from knowledge.drafting.vocabulary import Vocabulary

EARLY = (2.0, 1.5, 1.2, 0.8, 0.6, 0.6)
"""How much the words of each of the first sentences count for who won."""


def won_by_words(rows: list[Masked], pair: Pair, vocab: Vocabulary) -> tuple[float, bool]:
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
BESIDE = 25
"""Letters of a masked sentence behind words for a draw in which those stand who drew."""


UNREAL = 55
"""Letters before a score told in words in which stands that it was only likely."""


def score_by_words(result: Result, rows: list[Masked], vocab: Vocabulary) -> None:
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
    for row in rows[:TOP] if vocab.language == "en" else ():
        together = _TOGETHER.search(row.text)
        if together and result.total is None and not vocab.has("past_match", row.text):
            result.total = _NUMBERS[together[1]]
        counted = _COUNTED.search(row.text)
        close = _close_score(_NUMBERS[counted[1]], result, rows[:TOP], vocab) if counted else None
        if close is not None and not vocab.has("past_match", row.text):
            result.worded = close
            result.sentences.setdefault(close, row.sentence.text)
            return
    for row in rows:
        told = vocab.has("only_goal", row.text) and not vocab.has("past_match", row.text)
        told = told and not _THEIR_DRAW.search(row.text)
        if told and result.winner is not None:
            result.worded = (1, 0) if result.winner == 0 else (0, 1)
            result.sentences.setdefault(result.worded, row.sentence.text)
            return


def _close_score(goals: int, result: Result, rows: list[Masked], vocab: Vocabulary) -> tuple[int, int] | None:
    """Return the closest score of a match with that many goals, None where who won is not told or does not fit."""
    less, odd = divmod(goals, 2)
    if odd and result.winner is not None:
        return (less + 1, less) if result.winner == 0 else (less, less + 1)
    won = result.winner is not None or any(
        vocab.has("win", r.text) or vocab.has("lose", r.text) for r in rows
    )
    level = not odd and not won and any(_LEVELLED.search(row.text) for row in rows)
    return (less, less) if level else None


TOP = 4
"""Sentences at the top in which the goals of the whole match are counted."""
_NUMBERS = {"four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8} | {str(n): n for n in range(4, 9)}
_COUNTED = re.compile(r"\b(four|five|six|seven|eight|[4-8])[- ]goal (?:[a-z]+ )?(?:thriller|classic|epic)\b")
"""A match that both teams might have won, with the number of its goals."""
_TOGETHER = re.compile(
    r"\b(four|five|six|seven|eight|[4-8])[- ]goals? (?:[a-z]+ )?"
    r"(?:thriller|classic|epic|feast|cracker|bonanza|spectacular|extravaganza|drama|fest|ding-dong|encounter|tie|draw)\b"
)
"""The goals of a whole match counted together, whoever won it."""
_LEVELLED = re.compile(
    r"\bcould(?: not|n’t)? be separated\b|\blate (?:equali[sz]er|leveller)\b|\b(?:draw|stalemate|drew)\b"
    r"|\b(?:share|shared|sharing) (?:the )?(?:points|spoils)\b"
)
"""What says of such a match that nobody won it."""
_THEIR_DRAW = re.compile(r"\bin (?:their|its|the) (?:[a-z\-]+ )?draw\b")
"""What puts an only goal into a match that was drawn, which is another one."""
