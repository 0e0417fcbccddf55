"""Whose players the people are whom a row of a match answers with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..models import Entry
from ..understanding.index import DOER, MEMBER
from .schema import EventPart


def with_members(entries: Sequence[Entry], events: Iterable[EventPart]) -> list[Entry]:
    """Return the entries, each row of a match that answers with players of one side marked with that side.

    A row that tells a whole event is marked with the side of whoever did it, behind a mark of its own: those to whom
    it was done may be asked for, too.
    """
    sides: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for entry in entries:
        if entry.intent == "match.named" and entry.match and entry.team:
            sides[entry.match] |= dict.fromkeys(entry.values, entry.team)
    doers = {event.id: event.player for event in events if event.player}
    return [_marked(entry, sides.get(entry.match or "", {}), doers) for entry in entries]


def _marked(entry: Entry, sides: dict[str, str], doers: dict[str, str]) -> Entry:
    whole = entry.intent.endswith(".what")
    told = {doers.get(entry.row, "")} if whole else entry.values
    clubs = {sides.get(person, "") for person in told}
    club = clubs.pop() if len(clubs) == 1 else ""
    mark = DOER if whole else MEMBER
    return replace(entry, tokens=entry.tokens | {mark + club}) if club else entry
