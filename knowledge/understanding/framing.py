"""What stands around a question and is not asked for: "besides Lautaro", "of the two games", "secondo Chivu"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .words import Token

LONGEST_EXCEPTION = 6
"""Most words of an exception that no comma ends: "apart from the disallowed goal"."""
APART = 4
"""Most words between "two" and what there are two of: "the two Atalanta v Inter games"."""

Syntax = Mapping[str, frozenset[str]]
Parted = tuple[list[Token], list[Token]]
"""The tokens of a question and those taken out of it."""


def without_exceptions(tokens: Sequence[Token], text: str, syntax: Syntax, spoken: bool) -> Parted:
    """Take "besides Lautaro" out of a question: it reaches to a comma, question word or date.

    "Instead of Conte" leaves somebody out only of what is `spoken` of: who came on instead of Pavard replaced him.
    """
    texts = [token.text for token in tokens]
    phrases = syntax["except"] | syntax["instead"] if spoken else syntax["except"]
    begin = _phrase_at(texts, phrases)
    if begin is None:
        return _without_postponed(tokens, text, syntax)
    end = begin + 1
    while end < len(tokens) and end - begin < LONGEST_EXCEPTION:
        ends = texts[end] in syntax["wh"] | syntax["during"]
        if ends or _comma_before(tokens, end, text):
            break
        end += 1
    if end - begin <= len(
        _phrase(texts, begin, phrases)
    ):  # "conte a parte": whom it leaves out stands before it
        return _without_postponed(tokens, text, syntax)
    return _parted(tokens, begin, end)


def _without_postponed(tokens: Sequence[Token], text: str, syntax: Syntax) -> Parted:
    """Take "Conte aside" out of a question: it reaches back to a comma."""
    texts = [token.text for token in tokens]
    at = _phrase_at(texts, syntax["aside"])
    if not at:
        return list(tokens), []
    end = at + len(_phrase(texts, at, syntax["aside"]))
    if end < len(tokens) and not _comma_before(tokens, end, text):
        return list(tokens), []
    begin = at
    while begin and at - begin < LONGEST_EXCEPTION and not _comma_before(tokens, begin, text):
        begin -= 1
    return _parted(tokens, begin, end) if at - begin < LONGEST_EXCEPTION else (list(tokens), [])


def without_choice_of_match(tokens: Sequence[Token], syntax: Syntax) -> list[Token]:
    """Take "of the two games" out of a question which of them it was: the match of the answer tells it."""
    texts = [token.text for token in tokens]
    which = next((at for at, text in enumerate(texts) if text in syntax["chooses"]), None)
    two = next((at for at, text in enumerate(texts) if text in syntax["two"]), None)
    if which is None or two is None:
        return list(tokens)
    noun = next((at for at in range(two + 1, len(texts)) if texts[at] in syntax["games"]), None)
    if noun is not None and noun - two <= APART:
        gone = {two, noun}
    elif which and texts[which - 1] in syntax["during"] and set(texts[two + 1 : two + 2]) <= syntax["verbal"]:
        gone = {two}  # "in quale delle due ci fu un rigore"
    else:
        return list(tokens)
    if texts[which + 1 : which + 2] and texts[which + 1] in syntax["one"]:
        gone.add(which + 1)
    return [token for at, token in enumerate(tokens) if at not in gone]


def without_according(tokens: Sequence[Token], syntax: Syntax, names: frozenset[str]) -> list[Token]:
    """Take "secondo" out where it means "according to": before a name or an article, and not behind one."""
    if syntax["according"].isdisjoint([token.text for token in tokens]):
        return list(tokens)
    kept: list[Token] = []
    for at, token in enumerate(tokens):
        behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
        before = tokens[at - 1].text if at else ""
        ordinal = before in syntax["article"] or not (behind in syntax["article"] or behind in names)
        if token.text not in syntax["according"] or ordinal:
            kept.append(token)
    return kept


def _phrase(texts: Sequence[str], at: int, phrases: frozenset[str]) -> Sequence[str]:
    """Return the words of the longest of `phrases` that begins at `at`, none where none does."""
    return next((texts[at : at + n] for n in (3, 2, 1) if " ".join(texts[at : at + n]) in phrases), ())


def _phrase_at(texts: Sequence[str], phrases: frozenset[str]) -> int | None:
    """Return where the first of `phrases` begins; those of more words go before those of one."""
    for n in (3, 2, 1):
        for at in range(len(texts) - n + 1):
            if " ".join(texts[at : at + n]) in phrases:
                return at
    return None


def _comma_before(tokens: Sequence[Token], at: int, text: str) -> bool:
    return "," in text[tokens[at - 1].end : tokens[at].start]


def _parted(tokens: Sequence[Token], begin: int, end: int) -> Parted:
    kept = [*tokens[:begin], *tokens[end:]]
    return (kept, list(tokens[begin:end])) if len(kept) > 1 else (list(tokens), [])
