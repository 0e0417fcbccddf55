"""The shipped facts, opened once for all tests that only read them."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import Knowledge


@pytest.fixture(scope="session")
def knowledge(shipped_base: Path) -> Knowledge:
    """Open the shipped facts."""
    return Knowledge.open(shipped_base)
