"""The shipped facts, opened once for each module that only reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import Knowledge


@pytest.fixture(scope="module")
def knowledge(shipped_base: Path) -> Knowledge:
    """Open the shipped facts."""
    return Knowledge.open(shipped_base)
