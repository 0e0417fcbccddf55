"""Rows of one match: of one of its fields, of a whole event, of those who took part, of where it was played."""

from __future__ import annotations

from collections.abc import Iterable

from ..base.queries import Base
from ..base.schema import EventPart
from ..models import Entry

ROLES = ("player", "assist", "by", "won_by", "off", "on", "fouled_by")
"""Fields of an event that name somebody, in the order in which their events are told."""


def field_of(base: Base, match: str, intent: str, team: str | None = None) -> Entry | None:
    """Return the row of a field of a match, the first one of any side where no `team` is given."""
    rows = base.entries.of_match(match, intent)
    return next((e for e in rows if e.team == team), rows[0] if rows and team is None else None)


def with_towns(base: Base, places: Iterable[str]) -> frozenset[str]:
    """Return places together with the towns in which they are."""
    told = frozenset(places)
    return told | {base.names[i].town or "" for i in told if i in base.names} - {""}


def deeds_of(base: Base, match: str, person: str) -> list[EventPart]:
    """Return the events of a match in which somebody took part, his own deeds before those he was only part of."""
    events = base.rows.events_of(match)
    return [e for part in ROLES for e in events if getattr(e, part, None) == person]


def told_of(base: Base, match: str, events: Iterable[EventPart]) -> list[Entry]:
    """Return the rows that tell the whole of events of a match, in their order, each once."""
    ids = dict.fromkeys((event.kind, event.id) for event in events)
    rows = [(base.entries.of_match(match, f"{kind}.what"), id_) for kind, id_ in ids]
    return [entry for found, id_ in rows for entry in found if entry.row == id_]


def whole_of(base: Base, entry: Entry) -> Entry:
    """Return the row that tells the whole of an event, where there is one."""
    what = f"{entry.intent.partition('.')[0]}.what"
    return next((e for e in base.entries.of_match(entry.match or "", what) if e.row == entry.row), entry)


def parts_of(base: Base, entry: Entry, parts: Iterable[str] = ROLES) -> frozenset[str]:
    """Return what the fields of an event tell, of one of whose fields `entry` is the row; who took part in it."""
    kind = entry.intent.partition(".")[0]
    rows = (e for part in parts for e in base.entries.of_match(entry.match or "", f"{kind}.{part}"))
    return frozenset[str]().union(*(e.values for e in rows if e.row == entry.row))
