"""The catalogue of what can be asked: topics, kinds of event, fields of a match, in no language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from .files import SHIPPED

KINDS = {"clubs": "club", "people": "person", "competitions": "competition", "places": "place"}
"""Groups of the list of strangers, and the kind of their names."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Kinds of value by topic, by event kind and field, and by match field; topics with several values.

    `strangers` are well-known names that no shipped article tells of, with their kinds.
    """

    topics: dict[str, str]
    many: frozenset[str]
    events: dict[str, dict[str, str]]
    match: dict[str, str]
    light: frozenset[str]
    strangers: Mapping[str, str]
    marks: dict[str, frozenset[str]]
    exchanged: tuple[frozenset[str], ...]
    apart: tuple[str, ...]


@cache
def catalogue() -> Catalogue:
    """Read the shipped catalogue once."""
    raw = tomllib.loads((SHIPPED / "catalogue.toml").read_text(encoding="utf-8"))
    strangers = tomllib.loads((SHIPPED / "strangers.toml").read_text(encoding="utf-8"))
    return Catalogue(
        {name: topic["value"] for name, topic in raw["topic"].items()},
        frozenset(name for name, topic in raw["topic"].items() if topic["many"]),
        raw["event"],
        raw["match"],
        frozenset(raw["light"]["concepts"]),
        {name: KINDS[group] for group, names in strangers["stranger"].items() for name in names},
        {intent: frozenset(words) for intent, words in raw["marks"].items()},
        tuple(frozenset(words) for words in raw["exchanged"]["concepts"]),
        tuple(raw["apart"]["topics"]),
    )
