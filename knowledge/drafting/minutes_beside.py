"""Minutes that stand beside a goal's words in a sentence and are of another goal, or of other words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.drafting.masking import Masked
from knowledge.drafting.records import Mention, Minute
from knowledge.drafting.vocabulary import pattern

BREATH = 70
"""Characters between a minute and a goal's words within which no comma parts them."""
ALONE = re.compile(
    r"(?:è|era|siamo|corre|correva) (?:(?:al|il) )?<m\d+>(?:[.!]|,? e (?:il|la|lo|l’) ?(?!<t)|$)"
)
"""How an Italian sentence begins that only tells when the goal of the one before fell."""
CLOCK_ONLY = re.compile(
    r"(?:there (?:were|was) |with |that was )?<m\d+>"
    r"(?:[.!]|,? and (?:all square|the|there|that|it|[\d,]+)\b| (?:gone|played)\b)"
)
"""How an English sentence begins that only tells when the goal of the one before fell: "<m> gone and all square"."""
OF_ANOTHER = re.compile(r", (?:al |all’|e )?<m\d+>$")
"""A minute behind a comma, which opens the telling of the next goal."""

WHEN_NEXT = re.compile(r",? and when <p\d+> ")
"""What begins another's deed behind a minute that is told of the one before it."""
WITH_A_DOUBLE = re.compile(
    r",? (?:con|grazie ad?) (?:la |una |due )(?:[a-zàèéìòù]+ )?(?:doppietta|gol|reti)\b"
)
"""What makes two minutes before it those of two goals: "tra il 44' e il 47' con una doppietta"."""
DONE_AT = re.compile(
    r"\b(?:segnat|realizzat|siglat|firmat|arrivat|giunt|maturat|mess)[aeio](?: a segno)? (?:[a-zàèéìòù]+ )?$"
)
"""What stands between a goal's noun and its minute, which no other minute can then be."""
LATER = re.compile(
    r"(?: (?:himself|herself|again|a second|another|his second|her second|it))?(?: just)? "
    r"(?:(?:minutes|moments|seconds|shortly|soon) (?:later|after)|late on\b)"
    r"|(?: [a-z]+){0,2} with (?:his|her|a) (?:second|third) (?:late on|shortly after|soon after)\b"
)
"""What puts a goal a little after the last one, at no minute that is told."""
BEATEN = re.compile(
    r"\b(?:past|over|beyond|beating|under|around) (?:the )?(?:<t\d+>(?:’s?)? )?(?:[a-z\-]+ ){0,2}<p\d+>"
)
"""The goalkeeper whom a goal went past, between its words and its minute."""


def has_its_own(
    text: str, marks: Iterable[tuple[int, int, Minute]], start: int, end: int, person: int
) -> bool:
    """Whether a minute stands before a goal's words in one breath with them, or between them and their person.

    "Al <m> il <t> in vantaggio con <p>, al <m> pareggia <p>": the second minute is not of the first goal.
    """
    return any(
        (b <= start < b + BREATH and not _PARTED.search(text, b, start))
        or (end <= a and b <= person and not _PARTED.search(text, end, person))
        for a, b, _ in marks
    )


_PARTED = re.compile(r"[,;:.]")


def bracketed(text: str, start: int, end: int, cue: int) -> bool:
    """Whether a minute in brackets belongs to the words before it, which stand before a cue."""
    inside = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    return inside and end <= cue and not re.search(r"<p\d+> \($", text[:start])


def mark_of(row: Masked, index: int) -> Mention | None:
    """Return the mark of a sentence's minute."""
    return next((m for m in row.marks if m.kind == "m" and m.key == str(index)), None)


def joined(row: Masked, index: int) -> bool:
    """Whether nothing but "and the" stands between a minute and the next one of a sentence."""
    spans = [(a, b) for a, b, m in row.of("m")]
    gap = row.text[spans[index][1] : spans[index + 1][0]] if index + 1 < len(spans) else "."
    return bool(pattern("minutes_joined").fullmatch(gap))


FIRST_HEADING = re.compile(
    r"^\W*(?:(?:i|1\W?|primo) tempo ?[:.–\-]|la cronaca (?:di|del|della)\b[^.]{0,60}$)", re.IGNORECASE
)
"""What opens the tale of the first half, after a summary of the whole match."""
RESUMES = re.compile(r"\b(?:la |una )ripresa (?:comincia|inizia|si apre|parte)\b")
"""What opens the tale of the second half within a sentence."""
RESTARTED = re.compile(
    r"\b(?:ad? inizio|in avvio di|ad avvio) ripresa[:,]? (?:al(?:l’)? ?|dopo )?$"
    r"|\b(?:nella ripresa|nel secondo tempo|nella seconda frazione),?(?:[^<.;:]|<[ptr]\d+>){0,25} \(?$"
)
"""What stands before a minute of the second half ("ad inizio ripresa: al 3'")."""
