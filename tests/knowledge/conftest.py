"""The shipped facts, built once for all tests that only read them."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import Knowledge, build


@pytest.fixture(scope="session")
def shipped_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Path of a base of the shipped files; nobody writes to it."""
    path = tmp_path_factory.mktemp("shipped") / "facts.sqlite"
    build(path)
    return path


@pytest.fixture(scope="module")
def knowledge(shipped_base: Path) -> Knowledge:
    """Open the shipped facts."""
    return Knowledge.open(shipped_base)
