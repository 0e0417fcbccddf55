"""The data files of a language: its words, phrases, templates and replies."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent / "data"


def read_data(language: str, name: str) -> dict[str, Any]:
    """Return `data/<language>/<name>.toml`, read anew; who needs it more than once keeps what it needs."""
    return tomllib.loads((DATA / language / f"{name}.toml").read_text(encoding="utf-8"))
