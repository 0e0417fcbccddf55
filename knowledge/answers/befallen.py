"""Yes or no to what befell one side of a match: a mistake, an injury."""

from __future__ import annotations

from ..base.queries import Base
from ..understanding.index import DOER
from ..understanding.row_words import told_after
from .claims import Claim, Verdict

SINGLE = frozenset({"error", "injury"})
"""Kinds of event of which a report tells each, with the concept of the same name."""


def befallen(base: Base, claim: Claim) -> Verdict | None:
    """Decide whether a side made a mistake, or had a man hurt; where only the other did, tell that."""
    kind = next(iter(claim.content)) if len(claim.content) == 1 else ""
    if kind not in SINGLE or claim.people or not claim.query.subject or not claim.club:
        return None
    told = base.entries.of_match(claim.match.id, f"{kind}.what")
    own = [row for row in told if claim.club in told_after(row, DOER)]
    if own:
        return Verdict("yes", own[0])
    return Verdict("", told[0]) if told and told_after(told[0], DOER) else None
