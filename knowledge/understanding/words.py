"""Text to tokens: folded words, numbers, scores, seasons, years and minutes, with their places in the original."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache, partial
from sys import intern
from typing import Literal, NamedTuple

LONGEST = 4096
"""Characters read of a message: Telegram's own limit for a text."""

TokenKind = Literal["word", "number", "score", "season", "year", "minute", "formation", "date"]


class Token(NamedTuple):
    """One word or figure. `text` is folded; `value` is what a figure means; places count characters."""

    text: str
    start: int
    end: int
    kind: TokenKind = "word"
    value: int | str | tuple[int, ...] | None = None
    capital: bool = False
    joined: bool = False


_token: Callable[[tuple[object, ...]], Token] = partial(tuple.__new__, Token)
"""Makes a token of its fields in their order, in half the time that `Token(...)` takes."""


@lru_cache(maxsize=4096)
def _fold_character(char: str) -> str:
    if char in "’‘`´ʼ′":
        return "'"
    if char in "–—‑−‐":
        return "-"
    if char == "ı":
        return "i"
    if char in "øØ":
        return "o"
    if char in "łŁ":
        return "l"
    base = unicodedata.normalize("NFKD", char)[:1].lower()
    if len(base) != 1:
        return " "
    return base if base == char else _fold_character(base)


def fold(text: str) -> str:
    """Return `text` in lower case without accents, character for character, so that places stay true."""
    if text.isascii():
        return text.lower()
    return "".join(map(_fold_character, text))


_FIGURE = re.compile(
    r"(?P<formation>(?<![\d-])[2-6](?:\s?-\s?[1-6]){2,3}(?![\d-]))"
    r"|(?P<season>\b(?:19|20)\d\d\s?[-/]\s?(?:(?:19|20)\d\d|\d\d)\b)"
    r"|(?P<short_season>(?<![\d/-])\d\d\s?/\s?\d\d(?![\d/]))"
    r"|(?P<date>\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b)"
    r"|(?P<extra>\b\d{1,3}\s?'?\s?\+\s?\d{1,2}'?)"
    r"|(?P<score>(?<![\d-])\d{1,2}\s?[-:]\s?\d{1,2}(?![\d-]))"
    r"|(?P<minute>\b\d{1,3}\s?(?:'{1,2}|\"|min(?:ute|uto|s|uti|utes)?\b)(?!\d))"
    r"|(?P<ordinal>\b\d{1,3}(?:st|nd|rd|th|ht|dn|esimo|esima|mo|ma|°|º)(?![a-z]))"
    r"|(?P<thousands>\b\d{1,3}(?:[.,]\d{3})+\b)"
    r"|(?P<kilo>\b\d{1,3}(?:[.,]\d)?k\b)"
    r"|(?P<short_year>(?<![\w'])'\d\d\b)"
    r"|(?P<number>\d+)"
    r"|(?P<word>[^\W\d_]+)"
)
_DIGIT, _WORD = re.compile(r"\d"), re.compile(r"(?P<word>[^\W\d_]+)")
"""Every figure holds a digit; a text without one is read faster."""
ELIDED = re.compile(
    r"^(?:l|dell|all|nell|dall|sull|coll|un|d|c|quell|quest|com|dov|cos|gl|m|t|s|n|v|ch|anch|senz|mezz|bell|sant|tutt|neanch|nient|quand|qual|cent|pro|po|mo)$"
)
"""What stands before an apostrophe in Italian and lost its last letter there: never shorthand of its own."""


@lru_cache(maxsize=16)
def figures_and_words(text: str) -> tuple[Token, ...]:
    """Return the tokens of `text` before anything is joined or looked up; a question's are asked for several times."""
    folded = fold(text[:LONGEST])
    apostrophes = "'" in folded
    tokens = []
    for found in (_FIGURE if _DIGIT.search(folded) else _WORD).finditer(folded):
        start, end = found.span()
        raw = folded[start:end]
        if found.lastgroup == "word":
            joined = apostrophes and folded[end : end + 1] == "'" and bool(ELIDED.match(raw))
            tokens.append(_token((raw, start, end, "word", None, text[start].isupper(), joined)))
        else:
            tokens.append(_figure(found.lastgroup or "", raw, start, end))
    return tuple(tokens)


def _figure(kind: str, raw: str, start: int, end: int) -> Token:
    digits = [int(d) for d in re.findall(r"\d+", raw[:24])]
    digits = [d if d < 10**9 else 0 for d in digits]
    if kind == "formation":
        return Token("-".join(map(str, digits)), start, end, "formation", "-".join(map(str, digits)))
    if kind in ("season", "short_season"):
        first = digits[0] if digits[0] > 100 else 2000 + digits[0]
        second = digits[1] % 100
        if second == (first + 1) % 100:
            return Token(f"{first}-{second:02}", start, end, "season", first)
        return Token(raw, start, end, "score", tuple(digits))
    if kind == "date":
        year = digits[2] + (2000 if digits[2] < 100 else 0)
        return Token(raw, start, end, "date", (year, digits[1], digits[0]))
    if kind == "score":
        if digits[0] >= 10 and digits[1] == digits[0] + 1:
            return Token(f"20{digits[0]}-{digits[1]}", start, end, "season", 2000 + digits[0])
        return Token(f"{digits[0]}-{digits[1]}", start, end, "score", (digits[0], digits[1]))
    if kind in ("minute", "extra"):
        return Token(str(digits[0]), start, end, "minute", digits[0])
    if kind == "thousands":
        number = int(re.sub(r"\D", "", raw)[:9])
        return Token(str(number), start, end, "number", number)
    if kind == "kilo":
        number = round(float(raw[:-1].replace(",", ".")) * 1000)
        return Token(str(number), start, end, "number", number)
    if kind == "short_year":
        return Token(str(2000 + digits[0]), start, end, "year", 2000 + digits[0])
    number = digits[0] if len(raw) <= 9 else 0
    if kind == "number" and 1900 <= number <= 2100:
        return Token(raw, start, end, "year", number)
    return Token(str(number), start, end, "number", number)


@lru_cache(maxsize=256)
def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the tokens of `text`, possessives dropped; the same text is often read more than once in a row."""
    text = unicodedata.normalize("NFC", text)
    return drop_possessives(figures_and_words(text), text)


def words_only(text: str) -> list[str]:
    """Return the folded words of `text`, figures as digits: for aliases and phrases of the data files.

    Each word is kept in memory once, in however many phrases it stands.
    """
    if text.isascii() and text.isalpha():  # most words of the data files
        return [intern(text[:LONGEST].lower())]
    return [intern(token.text) for token in tokens_of(text)]


def drop_possessives(tokens: tuple[Token, ...], text: str) -> tuple[Token, ...]:
    """Remove the English `'s` behind a word; keep every other word."""
    folded = fold(text[:LONGEST])
    if "'" not in folded:
        return tokens
    kept: list[Token] = []
    for token in tokens:
        previous = kept[-1] if kept else None
        if (
            previous
            and token.text in ("s", "re", "ve", "ll", "d", "m", "t")
            and previous.end + 1 == token.start
            and folded[previous.end : previous.end + 1] == "'"
            and not previous.joined
        ):
            if token.text == "t" and previous.text.endswith("n"):
                kept[-1] = previous._replace(text=previous.text[:-1] or previous.text, end=token.end)
                kept.append(Token("not", token.start, token.end))
            continue
        kept.append(token)
    return tuple(kept)


def begins_sentence(text: str, at: int) -> bool:
    """Whether a capital at `at` says nothing: the first word of a text or sentence has one."""
    return text[:at].rstrip()[-1:] in ("", ".", "!", "?", "…", ":", "\n")
