"""What web pages put round a report and how they print team sheets: left out, or written as reports write it."""

from __future__ import annotations

import re

_SHEET = re.compile(
    r"^[ \t]*(?:[-*•·] ?)?(?:\d{1,2}[A-ZÀ-Þ][^\W\d_][^\n]{0,90}|(?:Home|Away) ?\d{1,3}%?"
    r"|[^\n]{2,40}?Booked at \d[^\n]{0,60})$",
    re.MULTILINE,
)
"""A line of a team sheet whose shirt number was run into the name ("16RuffierBooked at 60mins"), or of statistics."""
_MENU = re.compile(
    r"^[ \t]*(?:(?:club|latest|team|breaking|related|more|sports?|football|first team|academy) news|news|reports?"
    r"|match reports?|skip to (?:main )?(?:content|footer|site footer|main)(?: skip to site footer)?"
    r"|(?:left |main )?menu"
    r"|(?:leave|post) (?:a )?comment|no comments:?|comments?|hide ad|advertisement|published"
    r"|(?:image|media) caption,?|"
    r"share(?: this)?|read more|more to follow[.…]*"
    r"|sign up|subscribe|pubblicità|condividi|leggi anche:?|commenti?|menu)[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
"""A line of a web page's furniture, whose capitals are no names."""
_HALF_TOTAL = re.compile(r"^([A-ZÀ-Þ][^\d\n()]{2,38}?) \(\d{1,2}\) (\d{1,2})$", re.MULTILINE)
"""A team's goals with those of the first half in brackets before them: "Leeds United (1) 2"."""
_ORDINAL = re.compile(
    r"\((\d{1,3})(?:st|nd|rd|th)(?:[ -]min(?:ute|s)?\.?)?(?: ?\+ ?(\d{1,2}))?(?=\)|, \d{1,2}-\d{1,2}\))"
)
"""A minute in brackets: "(4th minute)"."""
_DOTTED = re.compile(r"(?<=[^\W\d_])(?: ?\.){3,} ?(\d{1,2})$", re.MULTILINE)
"""Dots that lead from a team to its goals: "Leeds. . . .4"."""


def without_furniture(text: str) -> str:
    """Return a text without a page's headings and team sheets, its totals and minutes in the usual form."""
    text = _DOTTED.sub(r" \1", _SHEET.sub("", _MENU.sub("", text)))
    return _ORDINAL.sub(
        lambda m: f"({m[1]}+{m[2]}’" if m[2] else f"({m[1]}’", _HALF_TOTAL.sub(r"\1 \2", text)
    )
