"""Templates of the data files, filled: `{slot:spec}` places a value, `[...]` falls away without its slot."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from ..data_files import read_data
from .grammar import say

_SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")


@cache
def templates(language: str, name: str = "templates") -> dict[str, Any]:
    """Read the templates of `language` once."""
    return read_data(language, name)


def slots_of(template: str) -> set[str]:
    """Return the slots that a template cannot do without."""
    return {found[0] for found in _SLOT.findall(_OPTIONAL.sub("", template))}


def fill(template: str, slots: Mapping[str, Any], language: str) -> str | None:
    """Fill `template`, or return None where a slot outside brackets is unknown."""
    out: list[str] = []
    for at, part in enumerate(_OPTIONAL.split(template)):
        placed = _placed(part, slots, language)
        if placed is None and at % 2 == 0:
            return None
        out.append(placed or "")
    return "".join(out)


def _placed(part: str, slots: Mapping[str, Any], language: str) -> str | None:
    """Place the slots of a part without brackets; None where one is unknown."""
    pieces = _SLOT.split(part)
    out = [pieces[0]]
    for at in range(1, len(pieces), 3):
        value = slots.get(pieces[at])
        if value is None:
            return None
        out += [say(value, pieces[at + 1] or "", language), pieces[at + 2]]
    return "".join(out)


def word(language: str, section: str, key: str, slots: Mapping[str, Any]) -> str | None:
    """Fill the template `section.key` of `language`; None where it does not exist or lacks a slot."""
    template = templates(language).get(section, {}).get(key)
    return fill(template, slots, language) if template else None


def join(items: Sequence[str], language: str) -> str:
    """Join items as a list of the language: "a, b and c"."""
    if len(items) <= 1:
        return "".join(items)
    pieces = templates(language)["list"]
    head = pieces["comma"].join(items[:-1])
    return fill(str(pieces["and"]), {"one": head, "other": items[-1]}, language) or ""
