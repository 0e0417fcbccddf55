"""Splitting a double question: "who was hurt and who replaced him?" is two."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from .lexicon import Lexicon
from .occasions import SCOPING
from .words import Token, tokens_of

SHORTEST = 2
"""Words that each part must have at the least."""
BARE = 7
"""Words up to which the first part leaves the date to the second, "and" included: "who scored and who ... in 2025?"."""


def split_question(text: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """Return the two parts of a question joined by "and" + question word, or None where it is one question."""
    text = unicodedata.normalize("NFC", text)  # as its tokens are placed
    tokens = tokens_of(text)
    texts = [token.text for token in tokens]
    joints = lexicon.syntax["and"]
    for at in range(SHORTEST, len(texts) - SHORTEST + 1):
        if texts[at - 1] not in joints and not _comma(text, tokens[at - 1].end, tokens[at].start):
            continue
        dated = _dated(tokens, at, lexicon)
        if any(_asks(texts, place, lexicon) for place in (at, at + 1, dated) if place < len(texts)):
            end = tokens[at - 2].end if texts[at - 1] in joints else tokens[at - 1].end
            if any(_asks(texts, place, lexicon) for place in range(at - 1)):
                when = _when(text, tokens, at, lexicon) if at <= BARE else ""
                return f"{text[:end]} {when}".rstrip(), text[tokens[at].start :]
    return None


def _when(text: str, tokens: Sequence[Token], at: int, lexicon: Lexicon) -> str:
    """Return the date with which a question ends, where what stands before `at` has none: it holds for both parts."""
    start = len(tokens)
    while start > at and _dated(tokens[:start], start - 1, lexicon) == start:
        start -= 1
    before = any(token.kind in SCOPING or token.text in lexicon.months for token in tokens[:at])
    return "" if before or start == len(tokens) else text[tokens[start].start : tokens[-1].end]


def _dated(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Return the place behind a date at `at`: "and in 2025 who ..."."""
    during = lexicon.syntax["during"]
    while at < len(tokens) and (
        tokens[at].kind in SCOPING or tokens[at].text in during or tokens[at].text in lexicon.months
    ):
        at += 1
    return at


def _comma(text: str, end: int, start: int) -> bool:
    return "," in text[end:start] or "?" in text[end:start]


def _asks(texts: list[str], at: int, lexicon: Lexicon) -> bool:
    found = lexicon.questions.longest(texts, at)
    return bool(found and found[1] not in ("yes_no", "list"))
