"""What of a question may be left out where all of it finds nothing: what stands around the clause that asks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from .words import Token

_BREAK = re.compile(r"[.!?…;\n,:()–—]")
LONGEST = 7
"""Most words of a clause of time behind its first: "after Dimarco lost the ball to Lookman"."""
CLOSE = 3
"""Words at the beginning of a clause among which its question word stands: "e poi chi"."""


class Shorter(NamedTuple):
    """A text without what may be left out, and the part left out that tells of the same match, or ""."""

    text: str
    beside: str = ""


def shorter(text: str, tokens: Sequence[Token], syntax: Mapping[str, frozenset[str]]) -> Iterator[Shorter]:
    """Yield shorter texts of a question, those first that leave out least.

    Left out is a clause of time ("after Scamacca's goal"), then what stands behind the one clause with a question word
    ("..., Papu?") and before it.
    """
    found = list(_without_time(text, tokens, syntax))
    yield from found
    breaks = [
        at for at in range(1, len(tokens)) if _BREAK.search(text[tokens[at - 1].end : tokens[at].start])
    ]
    clauses = list(zip([0, *breaks], [*breaks, len(tokens)], strict=True))
    asking = [
        (begin, end)
        for begin, end in clauses
        if any(token.text in syntax["wh"] for token in tokens[begin : min(begin + CLOSE, end)])
    ]
    if len(asking) != 1 or len(clauses) < 2:
        return
    begin, end = asking[0]
    stop = tokens[end - 1].end
    if end < len(tokens):
        yield Shorter(text[:stop])
    if begin:
        yield Shorter(text[tokens[begin].start : stop])
        for part in _without_time(text[:stop], tokens[begin:end], syntax):
            yield Shorter(part.text[tokens[begin].start :], part.beside)


def _without_time(
    text: str, tokens: Sequence[Token], syntax: Mapping[str, frozenset[str]]
) -> Iterator[Shorter]:
    """Yield the text without a clause of time, which reaches to a comma, question word, figure or the end."""
    for at in range(len(tokens) - 1):
        joined = tokens[at].text in syntax["sequel"] and tokens[at + 1].text in syntax["sequel_of"]
        if not joined and not (at > 1 and tokens[at].text in syntax["dating"]):
            continue
        end = at + 1 + joined
        while end < len(tokens) and end - at <= LONGEST:
            apart = _BREAK.search(text[tokens[end - 1].end : tokens[end].start])
            if apart or tokens[end].text in syntax["wh"] or tokens[end].kind != "word":
                break
            end += 1
        behind = text[tokens[end].start :] if end < len(tokens) else ""
        kept = f"{text[: tokens[at].start].rstrip(' ,')} {behind}".strip()
        if kept and end - at > 2:
            yield Shorter(kept, text[tokens[at].start : tokens[end - 1].end])
