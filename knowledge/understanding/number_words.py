"""Figures written as words: "thirty-third", "twenty twenty-five", "ventitré", "duemilaventicinque"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .words import Token

TENS = range(20, 100, 10)
MILLENNIUM = 2000
"""What "twenty" means before another figure of two digits, and "two thousand" or "duemila" before any."""
EARLIEST = 10
"""Least figure behind "twenty" that makes a year of both: "twenty ten"."""


UNITS = frozenset({"uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"})
"""Italian cardinals that follow a ten in one word."""


def joined_words(numbers: Mapping[str, int]) -> dict[str, int]:
    """Return Italian figures from 21 to 99 written as one word, with their ordinals, and the years from 2001 on.

    `numbers` are the words for 1 to 20 and for the tens. The rules are those of any grammar: the ten loses its vowel
    before "uno" and "otto", a cardinal its last one before "-esimo", but for those in "tre" and "sei".
    """
    tens = {word: n for word, n in numbers.items() if n in TENS and word.endswith(("nta", "venti"))}
    units = {word: n for word, n in numbers.items() if 0 < n < 10 and word in UNITS}
    cardinals = dict(tens)
    for ten, value in tens.items():
        for unit, more in units.items():
            cardinals[(ten[:-1] if unit[0] in "uo" else ten) + unit] = value + more
    found = {}
    for word, value in cardinals.items():
        found[word] = value
        stem = word if word.endswith(("tre", "sei")) else word[:-1]
        found |= {f"{stem}esim{ending}": value for ending in "oaie"}
        if word.endswith("uno"):
            found[word[:-1]] = value
    years = {
        word: n for word, n in {**numbers, **cardinals}.items() if n and not word.endswith(("imo", "ima"))
    }
    return found | {f"duemila{word}": MILLENNIUM + n for word, n in years.items()}


def read_numbers(tokens: Sequence[Token], numbers: Mapping[str, int]) -> list[Token]:
    """Return the tokens with figures in place of the words for them; what was two words becomes one token."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        year, taken = _year(tokens, at, numbers)
        if taken:
            out.append(_figure(tokens[at : at + taken], year)._replace(kind="year"))
        else:
            value, taken = _below_hundred(tokens, at, numbers)
            token = tokens[at]
            if taken > 1 or (value > TENS[0] and value not in TENS and token.kind == "word"):
                token = _figure(tokens[at : at + taken], value)
            elif taken and token.kind == "word":
                token = token._replace(kind="number", value=value)
            out.append(token)
        at += taken or 1
    return out


def _figure(tokens: Sequence[Token], value: int) -> Token:
    """Return words for a figure as one token that reads as if it had been typed in digits."""
    return tokens[0]._replace(text=str(value), end=tokens[-1].end, kind="number", value=value)


def _below_hundred(tokens: Sequence[Token], at: int, numbers: Mapping[str, int]) -> tuple[int, int]:
    """Return the figure that begins at a place and how many words it takes, 0 where none does."""
    if not 0 <= at < len(tokens):
        return 0, 0
    token = tokens[at]
    if token.kind == "number" and isinstance(token.value, int):
        return token.value, 1
    value = numbers.get(token.text)
    if value is None or token.kind != "word" or token.joined:
        return 0, 0
    if token.text.endswith("ty") and at + 1 < len(tokens) and tokens[at + 1].kind == "word":
        unit = numbers.get(tokens[at + 1].text, 0)
        if 0 < unit < 10:
            return value + unit, 2
    return value, 1


def _year(tokens: Sequence[Token], at: int, numbers: Mapping[str, int]) -> tuple[int, int]:
    """Return the year written in words that begins at a place and how many words it takes, 0 where none does."""
    text = tokens[at].text
    if numbers.get(text, 0) > MILLENNIUM:
        return numbers[text], 1
    if text == "duemila":
        value, taken = _below_hundred(tokens, at + 1, numbers)
        return (MILLENNIUM + value, 1 + taken) if 0 < value < 100 else (0, 0)
    if text == "twenty":
        value, taken = _below_hundred(tokens, at + 1, numbers)
        return (MILLENNIUM + value, 1 + taken) if EARLIEST <= value < 100 else (0, 0)
    if text == "two" and at + 1 < len(tokens) and tokens[at + 1].text == "thousand":
        behind = at + 2 + (at + 2 < len(tokens) and tokens[at + 2].text == "and")
        value, taken = _below_hundred(tokens, behind, numbers)
        return (MILLENNIUM + value, behind + taken - at) if 0 < value < 100 else (0, 0)
    return 0, 0
