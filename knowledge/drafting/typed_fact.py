"""A fact that a sentence tells in a form of its own, and a list of them without repetitions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from knowledge.drafting.masking import Masked

OF_A_CLUB = frozenset({"sacked", "resigned", "interim"})
"""Facts that tell less where they leave the club out."""


@dataclass(slots=True)
class TypedFact:
    """A fact: its kind in facts.toml, its slots (`people` and `teams` are keys of the cast) and its sentence."""

    kind: str
    row: Masked
    people: dict[str, str] = field(default_factory=dict)
    teams: dict[str, str] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    listed: list[str] = field(default_factory=list)


def without_repetitions(found: list[TypedFact]) -> list[TypedFact]:
    """Return the facts without repetitions; of two values of the same thing the first stays."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    placed = {(f.kind, *sorted(f.people.items())) for f in found if f.teams}
    for fact in found:
        if fact.kind in OF_A_CLUB and not fact.teams and (fact.kind, *sorted(fact.people.items())) in placed:
            continue  # told with his club, too
        role_told = getattr(fact.values.get("value"), "id", "") if fact.kind == "role" else ""
        mine = (
            tuple(sorted(fact.people.items()))
            if fact.kind in ("age", "contract", "position", "hurt")
            else (
                tuple(sorted({**fact.people, **fact.teams}.items())) if fact.kind not in ("weather",) else ()
            )
        )
        key = (fact.kind, role_told, mine)
        if key not in seen:
            seen.add(key)
            kept.append(fact)
    return kept
