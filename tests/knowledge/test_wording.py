"""Templates: slots are placed, brackets fall away where a slot is unknown, and nothing else is understood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answers.wording import fill, join, slots_of, templates, word
from knowledge.models import Name

INTER = Name(
    "inter", "club", {"en": "Inter", "it": "Inter"}, {"it": "l'"}, "f", "singular", None, None, None, ()
)


def test_slots_are_placed_and_bent() -> None:
    assert fill("{player} scored in the {minute:th} minute", {"player": "Thuram", "minute": 3}, "en") == (
        "Thuram scored in the 3rd minute"
    )
    assert fill("gol {team:di} al {minute:th}", {"team": INTER, "minute": 3}, "it") == "gol dell'Inter al 3’"


def test_a_bracket_falls_away_where_its_slot_is_unknown() -> None:
    template = "{player} scored[ for {team}][ in the {minute:th} minute][, set up by {assist}]"
    assert fill(template, {"player": "Thuram", "minute": 3}, "en") == "Thuram scored in the 3rd minute"
    assert (
        fill(template, {"player": "Thuram", "assist": "Dimarco"}, "en") == "Thuram scored, set up by Dimarco"
    )
    assert fill(template, {"player": "Thuram"}, "en") == "Thuram scored"


def test_a_slot_outside_brackets_must_be_known() -> None:
    assert fill("{player} scored", {}, "en") is None
    assert fill("{player} scored", {"player": None}, "en") is None


def test_zero_is_known() -> None:
    assert fill("{goals} goals[ and {own}]", {"goals": 0, "own": 0}, "en") == "0 goals and 0"


def test_slots_that_cannot_be_missing_are_told() -> None:
    assert slots_of("{a} and {b:th}[ with {c}]") == {"a", "b"}


def test_a_value_with_braces_or_brackets_is_left_as_it_is() -> None:
    assert fill("{how}", {"how": "[low] {shot}"}, "en") == "[low] {shot}"
    assert fill("he scored[ {how}]", {"how": "{team}"}, "en") == "he scored {team}"


@pytest.mark.parametrize(
    ("items", "english", "italian"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a e b"),
        (["a", "b", "c"], "a, b and c", "a, b e c"),
        (["{other}", "b"], "{other} and b", "{other} e b"),
    ],
)
def test_lists_are_joined_as_the_language_does(items: list[str], english: str, italian: str) -> None:
    assert join(items, "en") == english
    assert join(items, "it") == italian


def test_an_unknown_template_gives_nothing() -> None:
    assert word("en", "goal", "nothing", {}) is None
    assert word("en", "nothing", "player", {}) is None


@given(st.text(max_size=40))
def test_a_text_without_slots_stays(text: str) -> None:
    plain = text.replace("{", "").replace("[", "").replace("]", "")
    assert fill(plain, {}, "en") == plain


@pytest.mark.parametrize("language", ["en", "it"])
def test_every_template_balances_its_brackets(language: str) -> None:
    for section, entries in templates(language).items():
        for key, template in entries.items():
            assert template.count("[") == template.count("]"), (section, key)
            assert template.count("{") == template.count("}"), (section, key)
