"""The colours of clubs, from `kits.toml`."""

from __future__ import annotations

import tomllib
import zlib
from functools import cache
from pathlib import Path
from typing import Any

from .boxes import Kit


@cache
def _loaded() -> tuple[dict[str, Kit], tuple[Kit, ...]]:
    raw: dict[str, Any] = tomllib.loads((Path(__file__).parent / "kits.toml").read_text(encoding="utf-8"))
    return {club: Kit(**kit) for club, kit in raw["club"].items()}, tuple(Kit(**kit) for kit in raw["others"])


def kit_of(club: str) -> Kit:
    """Return the kit of the club with this id; one that is not listed always gets the same of the others."""
    listed, others = _loaded()
    return listed.get(club) or others[zlib.crc32(club.encode()) % len(others)]
