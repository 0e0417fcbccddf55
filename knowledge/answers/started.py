"""Yes or no to whether somebody was in a side from the start, as the changes told of a match decide."""

from __future__ import annotations

from ..base.queries import Base
from .claims import Claim, Verdict
from .match_rows import told_of

STARTING = frozenset({"starter", "t_begin"})
"""Concepts of playing from the first minute; "start" alone is one where somebody is named."""
BESIDE = frozenset({"lineup", "play", "team", "field"})


def started(base: Base, claim: Claim) -> Verdict | None:
    """Return whether the one player named began a match, None where no change told of it says so."""
    said = claim.content
    if len(claim.people) != 1 or not said & STARTING or said - STARTING - BESIDE:
        return None
    person = next(iter(claim.people))
    changes = [e for e in base.rows.events_of(claim.match.id) if e.kind == "substitution"]
    for lead, part in (("no", "on"), ("yes", "off")):
        told = told_of(base, claim.match.id, [e for e in changes if getattr(e, part) == person])
        if told:
            return Verdict(lead, told[0])
    return None
