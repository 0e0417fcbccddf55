"""A message that is but a preposition asks for whom: "against?", "e contro?"."""

from __future__ import annotations

from collections.abc import Mapping

from .words import tokens_of

ENDS = " .,?!…"
"""What may stand behind the last word."""


def completed(text: str, syntax: Mapping[str, frozenset[str]]) -> str:
    """Return `text` with the question word that a preposition alone leaves out."""
    if len(text) > max(map(len, syntax["dangling"])) * 3:
        return text
    words = [token.text for token in tokens_of(text)]
    if words and words[-1] in syntax["dangling"] and syntax["connector"].issuperset(words[:-1]):
        return f"{text.rstrip(ENDS)} {min(syntax['dangling_asks'])}"
    return text
