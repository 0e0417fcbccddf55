"""Rows as tables of a TOML file."""

from __future__ import annotations

import json
from typing import Any

Row = dict[str, Any]


class Date(str):
    """A date that TOML writes without quotes."""

    __slots__ = ()


def table(name: str, row: Row) -> str:
    """Return one table of a TOML file; empty values are left out."""
    head = f"[{name}]" if name == "source" else f"[[{name}]]"
    lines = [head]
    for key, value in row.items():
        if value is None:
            continue
        if isinstance(value, dict):
            lines += [f"{key}.{k} = {_value(v)}" for k, v in value.items() if v is not None]
        else:
            lines.append(f"{key} = {_value(value)}")
    return "\n".join(lines) + "\n"


def _value(value: object) -> str:
    if isinstance(value, Date):
        return str(value)
    if isinstance(value, list):
        return "[" + ", ".join(_value(v) for v in value) + "]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "")
    return str(value)
