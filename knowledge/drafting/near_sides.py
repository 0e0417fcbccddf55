"""The team nearest to a verb of winning or losing: its subject before it, its object behind it."""

from __future__ import annotations

import re

from knowledge.drafting.masking import Masked
from knowledge.drafting.pair import Pair
from knowledge.drafting.vocabulary import pattern


def last_side(row: Masked, before: int, pair: Pair) -> int | None:
    """Return the side of the nearest team before a place that is not the object of a preposition."""
    for start, end, mention in reversed(row.of("tr")):
        lead = _OWNED.sub("", row.text[max(0, start - 30) : start])[-22:]
        if start < before and (pattern("modifier").match(row.text, end) or _BETWEEN.search(row.text, 0, end)):
            continue
        if _WHOSE_RUN.match(row.text, end):
            continue
        if _BEATEN_TEAM.search(row.text, max(0, start - 70), start):
            continue
        whose = start < before and bool(_WHO_DID.fullmatch(row.text[end:before]))
        if whose or (
            start < before
            and (_WHO.match(row.text, end) or not pattern("team_object").search(lead))
            and not pattern("bare_object").search(lead)
            and not pattern("victim").search(lead)
        ):
            side = pair.side(mention)
            if side is not None or (mention.kind == "t" and "|" in mention.key and mention.text.islower()):
                return side
    return None


_WHOSE_RUN = re.compile(
    r"’s? (?:[a-z0-9\-]+ ){0,3}(?:streak|run|record|sequence|hopes|dreams?|woes|misery|poor form|unbeaten start"
    r"|charge|bid|push|ambitions|challenge|momentum|chances|party|celebrations|fears|survival)\b"
)
"""What belongs to a team that somebody else ended or went on with: "extended Leeds's losing run, beating them"."""
_OWNED = re.compile(r"<[to]\d+>’s? $")
"""A land before its team: "over <t>’s <t>" is over the team, too."""
_BETWEEN = re.compile(
    r"\b(?:tra|fra) (?:il |la |lo |l’|i |gli |le )?<[tr]\d+>(?: ed? (?:il |la |lo |l’|i |gli |le )?<[tr]\d+>)?$"
)
"""Two teams that meet: neither of them is yet the subject of what follows ("nella sfida tra <t> e <t> prevale")."""
_WHO_DID = re.compile(
    r"(?:’s)?,? (?:che|capac[ei] di|in grado di|brav[oaie] (?:a|ad|nel)|abil[ei] (?:a|ad|nel)) (?:[a-zàèéìòù]+ ){0,2}"
)
"""What stands between a team and its own verb, whatever was done to it before: "rimonta il <t> che cade",
"al <t>, capace di vincere"."""
_BEATEN_TEAM = re.compile(
    r"\b(?:beat|beats|defeated|thrashed|hammered|edged|overcame|stunned|downed|sank)(?: past| out)?"
    r"(?:(?: (?!(?:by|who|at|in|and|after|with|when|as|to|for|on)\b)[a-z’\-]+)| <c\d+>){1,4} $"
)
"""What stands before the team that was beaten: "beat reigning champions Leeds"."""
_WHO = re.compile(r",? who\b")
"""What makes a team the subject of what follows: "ended by Leeds, who won 1-0"."""


def first_side(row: Masked, after: int, pair: Pair, until: int | None = None) -> int | None:
    """Return the side of the first team shortly behind a place, and before another one where that is given."""
    for start, _, mention in row.of("tr"):
        if start >= after and start - after < 70 and (until is None or start < until):
            return pair.side(mention)
    return None
