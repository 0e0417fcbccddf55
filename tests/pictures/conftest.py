"""The rows of the shipped facts."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import Details


@pytest.fixture(scope="session")
def rows(shipped_base: Path) -> Details:
    return Details.open(shipped_base)
