"""Figures that are dictated: "fifty seventh", "twenty twenty five", "the two one game"."""

from __future__ import annotations

from collections.abc import Sequence, Set

from .words import Token, TokenKind

CENTURY = 2000


def join_spoken(tokens: Sequence[Token], behind_score: Set[str]) -> list[Token]:
    """Join number words that are one figure: tens and ones, years in two halves, the goals of either side.

    `behind_score` are the words behind two bare numbers that show a score: "the two one win".
    """
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        nxt = tokens[at + 1] if at + 1 < len(tokens) else None
        if nxt is not None and _said(token) and _said(nxt):
            third = tokens[at + 2] if at + 2 < len(tokens) else None
            one, two = int(str(token.value)), int(str(nxt.value))
            if (
                third is not None
                and one == CENTURY // 100 == two
                and _said(third)
                and int(str(third.value)) < 10
            ):
                out.append(_joined(token, third, "year", CENTURY + two + int(str(third.value))))
                at += 3
                continue
            if one == CENTURY // 100 and 10 <= two <= 40:
                out.append(_joined(token, nxt, "year", CENTURY + two))
                at += 2
                continue
            if one in range(20, 100, 10) and 0 < two < 10:
                out.append(_joined(token, nxt, "number", one + two))
                at += 2
                continue
            if max(one, two) < 10 and third is not None and third.text in behind_score:
                out.append(_joined(token, nxt, "score", (one, two)))
                at += 2
                continue
        out.append(token)
        at += 1
    return out


def _said(token: Token) -> bool:
    """Whether a token is a number in letters."""
    return token.kind == "number" and isinstance(token.value, int) and token.text.isalpha()


def _joined(first: Token, last: Token, kind: TokenKind, value: int | tuple[int, int]) -> Token:
    text = "-".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return first._replace(text=text, end=last.end, kind=kind, value=value)
