"""The C library is told to be thrifty where it listens, and nothing breaks where it does not."""

from __future__ import annotations

import ctypes

import pytest

from bot import memory


def test_telling_it_twice_is_no_mistake() -> None:
    memory.spare()
    memory.spare()


def test_another_c_library_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda name: object())
    memory.spare()
