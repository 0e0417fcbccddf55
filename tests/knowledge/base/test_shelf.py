"""What an open base reads before it is asked, by its size."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import Knowledge
from knowledge.base import shelf
from knowledge.base.queries import load


def test_a_small_base_is_read_before_the_first_question_and_answers_the_same(shipped_base: Path) -> None:
    cold, warm = Knowledge.open(shipped_base), Knowledge.open(shipped_base)
    warm.warm()
    question = "who scored for Inter in December 2025?"
    assert warm.answer(question) == cold.answer(question)


def test_a_large_base_is_read_as_it_is_asked(shipped_base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = load(shipped_base).entries
    monkeypatch.setattr(shelf, "MOST_WARMED", len(entries) - 1)
    assert list(entries.warm()) == []
    assert entries.row.cache_info().currsize == 0
    monkeypatch.setattr(shelf, "MOST_WARMED", len(entries))
    assert list(entries.warm()) == list(entries)
    assert entries.row.cache_info().currsize == len(entries)
