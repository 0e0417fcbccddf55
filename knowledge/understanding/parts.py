"""Splitting a double question: "who was hurt and who replaced him?" is two."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from .lexicon import Lexicon
from .words import Token, tokens_of

DATED = ("year", "season", "date")
"""Kinds of token that say when."""
SHORTEST = 2
"""Words that each part must have at the least."""


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
                return text[:end], text[tokens[at].start :]
    return None


def trailing_date(text: str, lexicon: Lexicon) -> str:
    """Return the date with which a question ends, with the word before it: it holds for all of a double question."""
    text = unicodedata.normalize("NFC", text)
    tokens = tokens_of(text)
    at = len(tokens)
    while at and (tokens[at - 1].kind in DATED or tokens[at - 1].text in lexicon.months):
        at -= 1
    if (
        at == len(tokens)
        or not at
        or tokens[at - 1].text not in lexicon.syntax["during"] | lexicon.syntax["year_in"]
    ):
        return ""
    return f" {text[tokens[at - 1].start : tokens[-1].end]}"


def _dated(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Return the place behind a date at `at`: "and in 2025 who ..."."""
    during = lexicon.syntax["during"]
    while at < len(tokens) and (
        tokens[at].kind in ("year", "score", "season", "date")
        or tokens[at].text in during
        or tokens[at].text in lexicon.months
    ):
        at += 1
    return at


def _comma(text: str, end: int, start: int) -> bool:
    return "," in text[end:start] or "?" in text[end:start]


def _asks(texts: list[str], at: int, lexicon: Lexicon) -> bool:
    found = lexicon.questions.longest(texts, at)
    return bool(found and found[1] not in ("yes_no", "list"))
