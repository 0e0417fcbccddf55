"""Yes or no to when somebody was on the pitch, as the changes told of a match decide.

"Did Hateboer start?", "was he a sub?", "did Pavard finish the match?": whoever came on did not begin it, whoever went
off began it and did not end it.
"""

from __future__ import annotations

from ..base.queries import Base
from ..base.schema import EventPart
from ..understanding.lexicon import INVERSE
from .claims import Claim, Verdict
from .match_rows import told_of

STARTED = frozenset({"starter", "t_begin"})
"""Concepts of playing from the first minute; "start" alone is one where somebody is named."""
WHOLE = frozenset({"t_whole", "last_match", "#90"})
"""Those of playing all of it, of which either change is a denial."""
FINISHED = frozenset({"finish_position", "t_end", "spell"})
"""Those of playing to the end: "finish" or "stay on" said of one man."""
ENTERED = frozenset({"come_on", "substitute"})
LEFT = frozenset({"go_off"})
BESIDE = frozenset({"lineup", "play", "team", "field", "match", "minute", "en:until"})
"""What such a question may hold besides."""
DECIDES: tuple[tuple[frozenset[str], str, str], ...] = (
    (STARTED, "no", "yes"),
    (WHOLE, "no", "no"),
    (FINISHED, "", "no"),
    (ENTERED, "yes", "no"),
    (LEFT, "", "yes"),
)
"""Groups of concepts, what they mean for one who came on, and for one who went off; "" where that does not tell."""
OPPOSITE = {"starter": ENTERED, "go_off": WHOLE}
"""Concepts whose denial means another group: "partito dalla panchina", "giocato tutta la partita"."""


def affirmed(said: tuple[str, ...]) -> tuple[str, ...]:
    """Return concepts with a denied one that says something of its own replaced by that: not a starter came on."""
    turned = [(concept, meant) for concept, meant in OPPOSITE.items() if concept in said]
    if INVERSE not in said or len(turned) != 1:
        return said
    concept, meant = turned[0]
    return tuple(min(meant) if feature == concept else feature for feature in said if feature != INVERSE)


def on_the_pitch(base: Base, claim: Claim) -> Verdict | None:
    """Return whether the one player named was on the pitch as it is claimed, None where no change told says so."""
    said = claim.content - BESIDE
    if len(claim.people) != 1 or not said:
        return None
    decided = next(((on, off) for concepts, on, off in DECIDES if said <= concepts), None)
    if decided is None:
        return None
    person = next(iter(claim.people))
    changes = [e for e in base.rows.events_of(claim.match.id) if e.kind in ("substitution", "injury")]
    for lead, found in zip(decided, _changes_of(changes, person), strict=True):
        told = told_of(base, claim.match.id, found) if lead else []
        if told:
            return Verdict(lead, told[0])
    return None


def _changes_of(changes: list[EventPart], person: str) -> tuple[list[EventPart], list[EventPart]]:
    """Return the changes by which somebody came on, and those by which he went off."""
    on = [e for e in changes if e.kind == "substitution" and person in (e.player, e.on)]
    off = [e for e in changes if e.off == person]
    hurt = [e for e in changes if off and e.kind == "injury" and e.player == person]
    return on, [*hurt, *off]
