"""The full-text index finds rows by the words of their sentences, and nothing in a search is an operator."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.base.search import find_rows
from tests.knowledge.base.world import World


def test_rows_are_found_by_words_of_either_language(world: World) -> None:
    world.build()
    assert find_rows(world.base, "rained") == ("weather",)
    assert find_rows(world.base, "pioveva sera") == ("weather",)
    assert find_rows(world.base, "campionato") == ("lautaro-tally",)


def test_events_are_found_beside_facts(world: World) -> None:
    world.build()
    assert set(find_rows(world.base, "lautaro")) == {"goal-lautaro", "lautaro-tally"}


def test_accents_case_and_unfinished_last_words_do_not_count(world: World) -> None:
    world.build()
    assert set(find_rows(world.base, "MARTÍN")) == set(find_rows(world.base, "martinez"))
    assert find_rows(world.base, "martin lautaro") == ()


def test_every_word_must_be_there(world: World) -> None:
    world.build()
    assert find_rows(world.base, "lautaro rained") == ()


@pytest.mark.parametrize(
    "text", ["", "  ", "?!", '"', "*", "(", "' OR 1=1 --", "a AND", "NEAR(", "x:y", "^", "-"]
)
def test_signs_are_never_operators(world: World, text: str) -> None:
    world.build()
    assert find_rows(world.base, text) == ()


@given(text=st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_searched_for(shipped_base: Path, text: str) -> None:
    assert len(find_rows(shipped_base, text, limit=3)) <= 3


def test_the_limit_keeps_the_best(shipped_base: Path) -> None:
    all_found = find_rows(shipped_base, "Gasperini", limit=500)
    assert len(all_found) > 50
    assert find_rows(shipped_base, "Gasperini", limit=3) == all_found[:3]
