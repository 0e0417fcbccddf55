"""Who won by the build of an English sentence round a score, whatever its verb."""

from __future__ import annotations

import re

from knowledge.drafting.masking import Masked
from knowledge.drafting.pair import Pair


def plain_winner(row: Masked, start: int, end: int, pair: Pair) -> int | None:
    """Return the side that won by the build of an English sentence alone, whatever its verb."""
    down = _DOWN.match(row.text, end) if _GOING.search(row.text, 0, start) else None
    if (side := _named(down, row, pair)) is not None:
        return side
    for match in _TO_BEAT.finditer(row.text):
        near = start - NEXT_TO <= match.end() and match.start() <= end + NEXT_TO
        if near and (side := _named(match, row, pair)) is not None:
            return 1 - side
    direct = _DIRECT.search(row.text, max(0, start - REACH), start)
    sides = [pair.side(row.mark(g)) for g in direct.groups()] if direct else []
    if None not in sides and len(set(sides)) == 2:
        return sides[0]
    they = _AS_THEY.search(row.text, max(0, start - REACH), start)
    if they and _OPENING.match(row.text) and (side := _opening_side(row, pair)) is not None:
        return side
    men = _MEN_WON.search(row.text, 0, start)
    if (side := _named(men, row, pair)) is not None:
        return 1 - side
    favoured = _IN_FAVOUR.match(row.text, end)
    if (side := _named(favoured, row, pair)) is not None:
        return side
    won = _BY_WINNING.search(row.text, max(0, start - NEXT_TO), start)
    if won and not any(a < start for a, _, _ in row.of("t")):
        return next((s for a, _, m in row.of("t") if a > end and (s := pair.side(m)) is not None), None)
    if _ITS_WIN.match(row.text, end):
        for told in (_OWNER, _SENT):
            its = told.search(row.text, max(0, start - REACH), start)
            if (side := _named(its, row, pair)) is not None:
                return side
    inflicted = _INFLICTED.match(row.text, end)
    if (side := _named(inflicted, row, pair)) is not None:
        return 1 - side
    return None


def _named(found: re.Match[str] | None, row: Masked, pair: Pair) -> int | None:
    """Return the side of the team that a pattern found, None where it found none of the two."""
    return pair.side(row.mark(found.group(1))) if found else None


def _opening_side(row: Masked, pair: Pair) -> int | None:
    """Return the side of the team that opens a sentence."""
    first = next((m for start, _, m in row.of("t") if start < NEXT_TO), None)
    return pair.side(first) if first else None


_GOING = re.compile(r"\b(?:go(?:es|ing)?|went|gone) (?:[a-z]+ )?$")
_DOWN = re.compile(r" down (?:against|to) (?:the )?(?:[a-z\-]+ ){0,2}(<[tr]\d+>)")
"""Who won where the others are said to have gone down: "after going 2-1 down against Leeds"."""
NEXT_TO = 20
"""Letters of a masked sentence between words for who was beaten and the score that they are of."""
REACH = 70
"""Letters before a score in which both its teams stand where one did something to the other."""
_TO_BEAT = re.compile(
    r"(?<!failed )(?<!failing )(?<!fail )(?<!looking )(?<!hoping )(?<!able )(?<!yet )(?<!trying )(?<!bid )"
    r"\bto (?:beat|defeat|thrash|hammer|edge(?: past| out)?|overcome|see off|stun"
    r"|down|sink|shock|rout|crush|knock out|upset|topple|outclass) (?:the )?(?:(?!by\b)[a-z0-9’\-]+ ){0,3}(<t\d+>)(?!’)"
)
"""Who was beaten by a team named before: "scored twice to beat ten-man Leeds 2-1 and secure a first win"."""
_DIRECT = re.compile(
    r"(<t\d+>)(?: (?:have|had|then|duly|finally|also))? (?!(?:and|or|v|vs|versus|against|with|to|at|in|by|from"
    r"|on|of|for|the|after|when|as|but|an?|their|its|is|was|are|were|s|side|boss|manager|coach|striker|fans|lost|loses?|dr[ae]w\w*"
    r"|host\w*|visit\w*|play\w*|fac(?:e|ed|ing)|me?et\w*|tak\w+|took|welcom\w+|fell|falls?|under|held|hold\w*|trail\w*"
    r"|le[ad]d*\w*|went|go\w*|join\w*|follow\w*|suffer\w*|succumb\w*|slip\w*|slump\w*|crash\w*)\b)[a-z]+"
    r"(?: (?:past|out|aside|off))? (?:the |their |visitors |hosts |rivals |neighbours |visiting )?"
    r"(?:[a-z0-9\-]+ )?(<t\d+>) (?:by |with (?:an? |their )?(?:[a-z\-]+ ){0,2})?$"
)
"""A team, a verb, a team and a score: "Leeds upset Derby 2-1"."""
_AS_THEY = re.compile(
    r"<t\d+>[^<;.]{0,50},? (?:as|when|while|before) they (?:[a-z]+ly )?(?:won|beat|claimed|ran out"
    r"|secured|recorded|earned|sealed|cruised|triumphed|prevailed)\b[^<;.]{0,30}$"
)
"""The sentence's first team won, whatever team stands nearer: "Leeds punished Hull's errors as they won 4-2"."""
_OPENING = re.compile(r"(?:the )?<t\d+> (?!and\b|v\b|vs\b)[a-z]+")
_MEN_WON = re.compile(
    r"\bagainst (?:an? |the )?(?:[a-z\-]+ ){0,2}(<t\d+>),? <p\d+>’s? (?:[a-z\-]+ )?"
    r"(?:men|side|team|boys|charges|players) (?:prevailed|triumphed|won|ran out|emerged|came out)\b[^<]{0,30}$"
)
"""Whom a coach's side met and beat: "against Hull, Smith's men prevailed 3-1"."""
_IN_FAVOUR = re.compile(
    r" (?:in favou?r of|in the favou?r of|(?<=> )to) (?:the )?(<[tr]\d+>)(?:$|[.,;]| at\b| and\b| in\b)"
)
"""For whom a score is told behind it: "ended 2-1 in favour of the hosts"."""
_BY_WINNING = re.compile(
    r"\b(?:by|after|having|with|in) (?:winning|beating|prevailing|triumphing)[^<]{0,12}$"
)
"""What opens a sentence whose subject, told behind a comma, won: "By winning 2-0, Leeds went top"."""
_OWNER = re.compile(r"(<t\d+>)(?:’s?|’) (?:[a-z\-]+ ){0,2}$")
_ITS_WIN = re.compile(
    r" (?:[a-z\-]+ |<[co]\d+>(?:’s)? ){0,4}(?:win|victory|triumph|success)\b|"
    r" (?:[a-z\-]+ |<[co]\d+>(?:’s)? ){0,4}(?:defeat|thrashing|demolition|hammering) of\b"
)
"""Whose win a score is: "in Leeds' 3-2 derby victory", "Leeds' 3-2 defeat of Derby"."""
_SENT = re.compile(
    r"\b(?:propel|send|sent|fir|lead|led|guid|help|lift|power|inspir|steer|carr|hand|earn|secur)\w* (?:the )?(<t\d+>)"
    r" (?:to |towards )?(?:an? |the )?(?:[a-z\-]+ ){0,3}$"
)
"""Whom somebody led to a win: "own goals to propel Leeds to a 3-1 win"."""
_INFLICTED = re.compile(
    r" (?:home |away |league )?(?:defeat|loss|beating|hammering) (?:up)?on (?:the )?(<[tr]\d+>)"
)
"""Upon whom a defeat was inflicted."""
