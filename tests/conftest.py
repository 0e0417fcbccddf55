"""What holds for all tests: examples drawn by hypothesis have no deadline, and the shipped facts are built once."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from knowledge import build
from tests.kept_readings import KeepingSamples

settings.register_profile("unhurried", deadline=None)  # a busy machine is no failure
settings.load_profile("unhurried")


@pytest.fixture(scope="session", autouse=True)
def readings_are_kept() -> Iterator[None]:
    """Let builds in this process read each stored question once; those in processes of their own do it as ever."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("knowledge.base.compiled.SampleReader", KeepingSamples)
        yield


@pytest.fixture(scope="session")
def shipped_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Path of a base of the shipped files, the same for all processes that run tests; nobody writes to it."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    path = folder / "shipped.sqlite"
    with (folder / "shipped.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # who comes second waits and finds it whole
        if not path.exists():
            build(path)
    return path
