"""Lists of figures as bytes of a column."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable
from typing import Any, Literal


def packed(code: Literal["I", "d"], values: Iterable[float]) -> bytes:
    """Return figures as bytes, the least first, four (`I`) or eight (`d`) to a figure."""
    found = array(code, values)
    if sys.byteorder == "big":
        found.byteswap()
    return found.tobytes()


def unpacked(code: Literal["I", "d"], stored: bytes) -> array[Any]:
    """Return the figures that `packed` wrote."""
    found = array(code, stored)
    if sys.byteorder == "big":
        found.byteswap()
    return found
