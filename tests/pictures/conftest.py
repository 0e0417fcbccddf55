"""The rows of the shipped facts, built once."""

from __future__ import annotations

import pytest

from knowledge import Details, build


@pytest.fixture(scope="session")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Details:
    base = tmp_path_factory.mktemp("pictures") / "base.db"
    build(base)
    return Details.open(base)
