"""What pydantic found wrong in a file: a line a mistake that says where it is and what to write instead."""

from __future__ import annotations

import reprlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from knowledge.models import Mistake
from knowledge.understanding.fuzzy import nearest

from .schema import (
    AmendmentsFile,
    AskedPart,
    AskPart,
    Both,
    ClashPart,
    EventPart,
    FactPart,
    ForgetPart,
    MatchPart,
    NamePart,
    Part,
    RolePart,
    Samples,
    SourcePart,
)

UNIONS = {"value": 'write an id, a figure, a date, a text, { en = "...", it = "..." } or a list of these'}
"""Keys that take several types, so that pydantic complains once for each; they get one line."""

PARTS: Mapping[str, type[Part]] = {
    "source": SourcePart,
    "match": MatchPart,
    "event": EventPart,
    "fact": FactPart,
    "name": NamePart,
    "clash": ClashPart,
    "forget": ForgetPart,
    "roles": RolePart,
}
"""Table of a file -> its model, to know which keys were possible where one is unknown."""

REMEDIES = {
    "missing": "is missing; add it",
    "string_type": "is not a text; write it in quotes",
    "int_type": "is not a whole number; write one without quotes",
    "int_from_float": "is not a whole number; write one without a point",
    "float_type": "is not a number; write one without quotes",
    "bool_type": "is neither true nor false; write one of them without quotes",
    "date_type": "is not a date; write one such as 2025-12-28, without quotes",
    "list_type": "is not a list; write one in [ ]",
    "tuple_type": "is not a pair; write it as [0, 1]",
    "too_short": "has too few items; write at least {min_length}",
    "too_long": "has too many items; write at most {max_length}",
    "dict_type": 'is not a table; write it as {{ key = "..." }}',
    "model_type": 'is not one table; write it as [key] or {{ key = "..." }}',
    "greater_than_equal": "is too small; write {ge} or more",
    "less_than_equal": "is too large; write {le} or less",
    "string_too_short": "is too short; write at least {min_length} characters",
    "string_too_long": "is too long; write at most {max_length} characters",
    "literal_error": "is not known here; write {expected}",
    "finite_number": "is no figure; write one",
}
"""pydantic's code of a mistake -> what to write instead; `{...}` is what pydantic tells of the limit."""

PATTERNS = {
    "a-z0-9": "is no id; write lower-case letters, digits and single hyphens, such as 'gewiss-stadium'",
    "a-z_": "is no word of the catalogue; write lower-case letters and underscores",
    "d{4}": "is no season; write one such as '2025-26'",
    "1-6": "is no formation; write one such as '3-4-2-1'",
}
"""Part of a pattern -> what it asks for."""


def problems_of(error: ValidationError, raw: Mapping[str, Any], file: str) -> Iterator[Mistake]:
    """Yield one mistake for each thing that is wrong; `raw` is the parsed file, `file` how it is named."""
    seen: set[str] = set()
    for problem in error.errors(include_url=False):
        location = _without_branches(problem["loc"])
        place = place_of(location, raw)
        union = next((key for key in UNIONS if key in location), None)
        message = UNIONS[union] if union else _message(problem, location)
        if union or problem["type"] not in ("missing", "extra_forbidden"):
            message += f" (found {_shown(_at(raw, location))})"
        if place not in seen:
            seen.add(place)
            yield Mistake(file, place, message)


def _message(problem: ErrorDetails, location: Sequence[int | str]) -> str:
    kind = problem["type"]
    if kind == "extra_forbidden":
        return _unknown_key(location)
    if kind == "value_error":
        return problem["msg"].removeprefix("Value error, ")
    if kind == "string_pattern_mismatch":
        pattern = str(problem["ctx"]["pattern"])
        return next((text for part, text in PATTERNS.items() if part in pattern), "has the wrong form")
    if kind in REMEDIES:
        return REMEDIES[kind].format_map(problem.get("ctx", {}))
    if kind.startswith("date"):
        return REMEDIES["date_type"]
    return f"{problem['msg'][:1].lower()}{problem['msg'][1:]}; correct it"


def _unknown_key(location: Sequence[int | str]) -> str:
    key = str(location[-1])
    near = nearest(key, tuple(_possible(location)))
    return f"unknown key; did you mean '{near}'?" if near else "unknown key; remove it"


def _possible(location: Sequence[int | str]) -> Iterator[str]:
    """Yield the keys that could stand where the last step of `location` does."""
    steps = [step for step in location[:-1] if isinstance(step, str)]
    models: list[type[BaseModel]] = [PARTS[steps[-1]]] if steps and steps[-1] in PARTS else []
    if not steps:
        models = [AmendmentsFile]
        yield from PARTS
    elif not models:
        models = [Samples, Both, AskedPart] if steps[-1] != "ask" or len(steps) > 1 else [AskPart]
    for model in models:
        yield from model.model_fields


def _without_branches(location: Sequence[int | str]) -> tuple[int | str, ...]:
    """Cut a location behind a key of several types: what follows are pydantic's branches, no keys."""
    for at, step in enumerate(location):
        if step in UNIONS:
            return tuple(location[: at + 1])
    return tuple(location)


def place_of(location: Sequence[int | str], raw: Any) -> str:
    """Turn a location into words: `fact 'some-id', value` for `("fact", 12, "value")`."""
    parts: list[str] = []
    node: Any = raw
    for step in location:
        try:
            node = node[step]
        except (KeyError, IndexError, TypeError):
            node = None
        if isinstance(step, str):
            parts.append(step if len(step) <= 60 and step.isprintable() else _shown(step))
            continue
        name = (node.get("id") or node.get("alias")) if isinstance(node, dict) else None
        label = _shown(name) if isinstance(name, str) else f"number {step + 1}"
        parts[-1:] = [f"{parts[-1]} {label}"] if parts else [label]
    return ", ".join(parts)


def _at(raw: Any, location: Sequence[int | str]) -> Any:
    for step in location:
        try:
            raw = raw[step]
        except (KeyError, IndexError, TypeError):
            return None
    return raw


def _shown(value: object) -> str:
    """Return a value on one short line, however deep or large it is."""
    shortened = reprlib.Repr()
    shortened.maxstring = shortened.maxother = shortened.maxlong = 60
    shortened.maxlevel = 2
    return shortened.repr(value)
