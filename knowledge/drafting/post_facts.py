"""People's posts: who holds one, who is appointed, who leaves and who follows him."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from knowledge.drafting.fact_context import FactContext, Found, Reader, needing, plain
from knowledge.drafting.fact_words import role, term
from knowledge.drafting.masking import Masked
from knowledge.drafting.typed_fact import TypedFact

SCORING = frozenset({"club_goals", "record_goals", "scored", "brace", "hat_trick", "position", "plays"})
"""Facts that are told of players."""
_CALLED = re.compile(r"\b(?:allenat\w+|tecnic\w+|mister|panchina|guid\w+|manager|boss|coach\w*)\b")
"""What tells that a sentence is on a coach."""
LONGEST_CAUSE = 400
"""Characters of a sentence that is quoted for its cause."""
_CAUSE = re.compile(
    r"\b(?:after|following|because of|due to|in the wake of|as a result of"
    r"|dopo|a causa d\w+|(?:in|a) seguito (?:a|d)\w*|per via d\w+|alla luce d\w+)\b"
    r"(?! (?:just |only |soli |sole |appena )?[a-zà-ù\d]+ (?:days?|weeks?|months?|years?|seasons?"
    r"|giorni|mesi|anni|stagion[ei]))"
)
"""What tells, behind somebody's sacking, why it came; a time in charge is no reason."""


def _fill_club(context: FactContext, slots: Found) -> None:
    """Put the club that the article is about, if any, where a sentence names none."""
    club = slots.get("team") or context.home()
    if club:
        slots["team"] = club


def _fill_club_left(context: FactContext, row: Masked, slots: Found) -> None:
    """Put the club of somebody who goes: that of the article, unless it is spoken of another one.

    Where the sentence or those before it in its paragraph name only another club, it is that one.
    """
    home = None if context.of_several() else context.home()
    if slots.get("team"):
        return
    named = context.spoken_of(row, slots["end"])
    club = home if not named or home in named else named.pop() if len(named) == 1 else None
    if home is None and not named and context.match is None:
        club = context.club_beside(row)
    if club:
        slots["team"] = club


def _role(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    _fill_club(context, slots)
    told = role(slots["role"])
    if "team" not in slots and told.display["en"] == "goalkeeper" and context.match:
        beaten = context.beaten(row, slots.get("person"))
        slots |= {"team": beaten} if beaten else {}
    known = context.match.people if context.match else {}
    alone = context.match is not None and "team" not in slots
    if context.match and alone and slots.get("person") in known:  # his side is told elsewhere
        own = slots | {"team": context.match.teams[known[slots["person"]]]}
        for fact in needing(context, kind, row, own, "person"):
            fact.values["value"] = told
            yield fact
    for fact in needing(context, "role_alone" if alone else kind, row, slots, "person"):
        fact.values["value"] = told
        yield fact


def _coach(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    _fill_club(context, slots)
    if context.match is None and "team" in slots:
        yield from needing(context, kind, row, slots, "person")


def without_doubtful_coaches(found: list[TypedFact]) -> list[TypedFact]:
    """Return the facts without coaches who are only told beside their club ("the Rovers of Rossi") and may be players.

    So is who scored, and where several are told of one club that no word calls its coach.
    """
    players = {f.people["person"] for f in found if f.kind in SCORING and "person" in f.people}
    of_club: dict[str, set[str]] = defaultdict(set)
    for fact in found:
        if fact.kind == "coach":
            of_club[fact.teams["team"]].add(fact.people["person"])
    return [
        f
        for f in found
        if f.kind != "coach"
        or _CALLED.search(f.row.text)
        or (f.people["person"] not in players and len(of_club[f.teams["team"]]) == 1)
    ]


def _interim(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    _fill_club_left(context, row, slots)
    if context.gone:
        slots["other"] = context.gone
    if context.match is None:
        yield from needing(context, kind, row, slots, "person")


def _appointed(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    slots["team"] = slots.get("team") or slots.get("team2")
    if context.match is None:
        _fill_club_left(context, row, slots)
    if "person" not in slots or slots.get("team") is None:
        return
    if context.lead is None:
        context.lead = slots["person"], slots["team"]
    yield from plain(context, "appointed", row, slots)
    yield from plain(context, "takes", row, slots)


def _succeeded(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    slots["person"] = slots.get("person") or context.hero()
    home = context.home()
    spoken = context.spoken_of(row, slots["end"])
    if home and (not spoken or home in spoken):
        slots["team"] = home
    if slots["person"] is None or context.match or slots.get("other") in (None, slots["person"]):
        return
    yield from plain(context, "succeeds", row, slots)
    yield from plain(context, "succeeded", row, slots)


def _sacked(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    if context.match:
        return
    _fill_club_left(context, row, slots)
    yield from needing(context, "sacked", row, slots, "other")
    told = row.sentence.text.strip(' "“”«»')
    if _CAUSE.search(row.text, slots["end"]) and len(told) <= LONGEST_CAUSE:
        for fact in needing(context, "sacked_why", row, slots, "other"):
            fact.values["value"] = {"en": told, "it": told}
            yield fact


def _resigned(context: FactContext, kind: str, row: Masked, slots: Found) -> Iterator[TypedFact]:
    if context.match or "other" not in slots:
        return
    context.gone = context.gone or slots["other"]
    _fill_club_left(context, row, slots)
    for fact in plain(context, kind, row, slots):
        if "reason" in slots:
            fact.values["value"] = term("reasons", slots["reason"])
        yield fact


POST_READERS: Mapping[str, Reader] = {
    "role": _role,
    "coach": _coach,
    "interim": _interim,
    "appointed": _appointed,
    "succeeded": _succeeded,
    "sacked": _sacked,
    "resigned": _resigned,
    "resigned_why": _resigned,
}
"""How each kind of fact on a post is read."""
