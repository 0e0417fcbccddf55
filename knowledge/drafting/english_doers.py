"""Who did it in English where words go back to somebody named before them: "and his shot", "the veteran striker"."""

from __future__ import annotations

import re
from functools import cache

from knowledge.drafting.masking import Masked
from knowledge.drafting.subjects import Doer
from knowledge.drafting.vocabulary import vocabulary

SURE = 0.9
"""How sure it is that what goes back to the name right before it means that one."""
_NOUN = (
    r"(?:shot|effort|strike|header|drive|volley|free[- ]kick|finish|attempt|half-volley|lob|chip|penalty)\b"
)
_HIS_SHOT = re.compile(
    r"(<p\d+>)(?!’)(?: [^<,;.]{0,40}| <m\d+>)?(?:,? (?:and|but)|,) (?:his|her) (?:[a-z0-9\-]+ ){0,3}"
    rf"(?:{_NOUN}(?! (?:was|is) (?:saved|blocked|cleared|parried|tipped|kept))"
    r"(?:(?! (?:who|when|but|before|after|as|while|until|with)\b)[^;.]){0,70})?$"
)
"""Whose shot goes in, behind what he did or was given: "into the path of Smith and his shot went"."""
_SHOT = re.compile(_NOUN)
_TOUCHED = re.compile(
    rf"(<p\d+>)’s? (?:[a-z0-9\-]+ ){{0,3}}{_NOUN} (?:skimmed|clipped|hit|struck|took|nicked|grazed|brushed"
    r"|flicked|glanced|deflected|cannoned|ricocheted|squirmed|squeezed|flew|went)\b(?: [a-z\-]+){0,5} <p\d+>"
    r"(?: on (?:its|the) way(?: in)?)?,? (?:and |before )?$"
)
"""Whose shot goes in off somebody: "Smith's strike skimmed the heels of Brown, deflecting into the net"."""
_LEFT_HIM = re.compile(
    r"(?:[a-z ]{0,12}<m\d+>, )?(?:<t\d+>(?:’s?)? )?(?:[a-z\-]+ ){0,2}(<p\d+>) [a-z]+(?:ed|de|k|t)\b"
    r"(?:[^.;]){0,160}, leaving (?:him|her)(?:self)? [^<]*$"
)
"""Who is left to score after what he did: "Smith profited from a slip by Brown, leaving him with a tap-in"."""
_FELL_TO = re.compile(
    r"\b(?:(?:ball|pass|through-ball|cross|delivery) (?:in|over|out|through|across)? ?(?:to|for|towards)"
    r"|(?:fell|came|dropped|broke|ran|rolled|bounced|landed|dropping|falling) "
    r"(?:[a-z]+ ){0,4}(?:to|for|of)) (<p\d+>)(?: (?:in the )?<m\d+>)?"
    r"(?:,? and|, who) "
    r"(?:(?:he|she|the (?:striker|forward|winger|midfielder|defender|substitute|captain|teenager)) )?(?:[a-z]+ly )?$"
)
"""Whom the ball came to, who then did the rest: "it fell to Smith and he scored"."""

_MAN = (
    r"(?:he|she|the (?:[a-z\-]+ ){0,2}?(?:veteran|substitute|sub|newcomer|striker|forward|winger|youngster|teenager"
    r"|replacement|midfielder|skipper|captain|full-back|wing-back|\d+-year-old))\b"
)
_SENT_ON = re.compile(
    r"\b(?:(?:introduced|sent on|brought on|threw on|turned to|summoned|called (?:up)?on) "
    rf"(?:the )?(?:[a-z\-]+ ){{0,2}}(<p\d+>)[^;]{{0,80}}(?:,| and| but) {_MAN}"
    r"|(?:released|found|fed|played in|picked out|freed|slipped in|teed up|located|sent) "
    rf"(?:the )?(?:[a-z\-]+ ){{0,2}}(<p\d+>)(?!’)[^;,<]{{0,50}} and {_MAN})[^;]{{0,90}}$"
)
"""Who came on or was served and then did it: "brought on Smith for Brown and the veteran repaid him with a strike"."""

_PROVIDED = re.compile(
    r"\b(?:turn(?:ed|ing|s)?|became|was(?: the)?|played) (?:the )?(?:provider|creator|supplier|architect) "
    r"(?:for|of|as) (<p\d+>)(?:’s? (?:[a-z0-9\-]+ ){1,2})?[^;.<]{0,60}$"
)
"""Who scores what another made: "the striker then turned provider for Smith's second, a drive that"."""


@cache
def _called_again() -> re.Pattern[str]:
    """Return how an English clause calls whoever was named right before: ", the veteran striker turning to"."""
    words = vocabulary("en").words
    called = "|".join(sorted(words["roles"] | words["capitals"]))
    return re.compile(
        rf"(<p\d+>)(?:(?: in| on| at| after)?(?: the)? <m\d+>)?, the (?:[a-z0-9\-]+ ){{0,3}}?"
        rf"(?:{called}|\d+-year-old|international|man) [a-z\-]+ing\b"
        r"(?:(?! (?:and|but|who|when|before)\b)[^;.]){0,70}$"
    )


def named_for_it(row: Masked, start: int, rule: str) -> Doer | None:
    """Return who was left or given the ball, or whose shot it is, where a verb at `start` tells the rest."""
    left = _LEFT_HIM.match(row.text, 0, start)
    if left:
        return Doer(row.mark(left.group(1)), left.start(1), 1.0)
    fell = (
        _FELL_TO.search(row.text, 0, start)
        or _SENT_ON.search(row.text, 0, start)
        or _PROVIDED.search(row.text, 0, start)
    )
    if fell:
        which = fell.lastindex or 1
        return Doer(row.mark(fell.group(which)), fell.start(which), 0.95)
    if rule not in ("verb", "verb_likely"):
        return None
    off = _TOUCHED.search(row.text, 0, start)
    if off:
        return Doer(row.mark(off.group(1)), off.start(1), SURE)
    found = _HIS_SHOT.search(row.text, 0, start)
    if found and not _SHOT.search(row.text, found.end(1), start + 12):
        return None
    return Doer(row.mark(found.group(1)), found.start(1), SURE) if found else None


def called_again(row: Masked, start: int) -> Doer | None:
    """Return whom a clause before a verb at `start` calls by role or people right behind his name."""
    found = _called_again().search(row.text, 0, start)
    return Doer(row.mark(found.group(1)), found.start(1), SURE) if found else None


@cache
def _another() -> re.Pattern[str]:
    """Return how an English clause goes on with somebody by role or people who is not the one named before."""
    words = vocabulary("en").words
    called = "|".join(sorted(words["roles"] | words["capitals"]))
    return re.compile(
        rf"\b(?:from|by|off) (?:[a-z]+ ){{0,2}}<p\d+>,? and the (?:[a-z\-]+ ){{0,2}}?(?:{called})"
        r" (?:(?!’)[^;.<]){0,50}$"
    )


def another_called(row: Masked, start: int) -> bool:
    """Whether somebody only called by role or people, behind "a header on from Smith and", does what follows."""
    return _another().search(row.text, 0, start) is not None
