"""What likeness of letters may decide, and the traps it must not fall into."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.base.queries import load
from knowledge.understanding.fuzzy import (
    Speller,
    edits_allowed,
    near_name,
    nearest,
    rank,
    ratio,
    token_set_ratio,
)
from knowledge.understanding.words import fold, words_only

NAMES = [
    "lautaro", "martinez", "thuram", "djimsiti", "carnesecchi", "gasperini", "scamacca", "milan", "inter",
    "atalanta",
]  # fmt: skip
WORDS = [
    "international",
    "penalty",
    "segnato",
    "subito",
    "scored",
    "minute",
    "won",
    "lost",
    "rigore",
    "interval",
]
speller = Speller(WORDS, NAMES)


def best(typed: str) -> str | None:
    found = speller.candidates(typed)
    return found[0][0] if found else None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lautarro", "lautaro"),
        ("latuaro", "lautaro"),
        ("martnez", "martinez"),
        ("thurma", "thuram"),
        ("djimsti", "djimsiti"),
        ("karnesecchi", "carnesecchi"),
        ("gasparini", "gasperini"),
        ("scamaca", "scamacca"),
        ("mialn", "milan"),
        ("itner", "inter"),
        ("penatly", "penalty"),
        ("rigroe", "rigore"),
    ],
)
def test_a_slip_is_mended_towards_the_word_that_was_meant(typed: str, meant: str) -> None:
    assert best(typed) == meant


def test_the_edits_allowed_grow_with_the_word() -> None:
    assert [edits_allowed(n) for n in (4, 5, 6, 8, 9, 14)] == [1, 1, 2, 2, 3, 3]


@pytest.mark.parametrize("typed", ["", "a", "in", "no", "on"])
def test_up_to_two_letters_nothing_is_corrected(typed: str) -> None:
    assert speller.candidates(typed) == []


@pytest.mark.parametrize("typed", ["wan", "psg", "var", "win"])
def test_a_wrong_letter_in_three_is_another_word(typed: str) -> None:
    assert speller.candidates(typed) == []


def test_a_name_is_never_found_inside_a_longer_word() -> None:
    assert Speller(["international"], []).candidates("inter") == []
    assert Speller([], ["inter"]).candidates("international") == []
    assert Speller([], ["inter"]).candidates("internazionale") == []


@pytest.mark.parametrize("typed", ["barcelona", "ronaldo", "mbappe", "hamburger", "xylophone", "zzzzzz"])
def test_a_name_we_do_not_know_stays_unknown(typed: str) -> None:
    assert best(typed) not in NAMES


def test_a_name_wins_over_a_word_at_the_same_distance() -> None:
    assert Speller(["inner"], ["inter"]).candidates("iner")[0][0] == "inter"


def test_several_candidates_come_back_so_that_a_tie_can_be_seen() -> None:
    found = Speller([], ["pasalic", "pasalik"]).candidates("pasali")
    assert {word for word, _ in found} == {"pasalic", "pasalik"}


def test_at_most_three_candidates_come_back_with_their_distance() -> None:
    found = Speller(["scored", "scorer", "scores", "scorez", "score"], []).candidates("scorex")
    assert len(found) == 3
    assert all(distance == 1 for _, distance in found)


def test_words_and_names_can_be_kept_apart() -> None:
    assert all(word in NAMES for word, _ in speller.candidates("interva", names_only=True))


@given(name=st.sampled_from([n for n in NAMES if len(n) >= 7]), data=st.data())
def test_one_slip_behind_the_first_letters_never_hides_a_long_name(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(2, len(name) - 2))
    letter = data.draw(st.sampled_from("abcdefghilmnoprstuvz"))
    slip = data.draw(st.sampled_from(["lost", "doubled", "wrong", "swapped"]))
    typed = {
        "lost": name[:at] + name[at + 1 :],
        "doubled": name[:at] + name[at] + name[at:],
        "wrong": name[:at] + letter + name[at + 1 :],
        "swapped": name[:at] + name[at + 1] + name[at] + name[at + 2 :],
    }[slip]
    assert name in [word for word, _ in speller.candidates(typed)]


@given(st.text(max_size=60))
def test_any_text_may_be_looked_up(typed: str) -> None:
    assert len(speller.candidates(fold(typed))) <= 3


def test_no_two_shipped_people_are_mended_into_each_other(shipped_base: object) -> None:
    base = load(shipped_base)  # type: ignore[arg-type]
    words = {
        w for name in base.names.values() for alias in name.aliases for w in words_only(alias) if len(w) > 3
    }
    everybody = Speller([], words)
    assert [w for w in words if everybody.candidates(w)[:1] != [(w, 0)]] == []


def test_accents_are_folded_by_us_and_then_nothing_differs() -> None:
    assert ratio("perché è stato espulso", "perche e stato espulso") < 95
    assert ratio(fold("perché è stato espulso"), fold("Perche e stato espulso")) == 100


def test_opposites_are_alike_in_letters_so_letters_may_not_decide() -> None:
    assert ratio("quanti gol ha segnato lukaku", "quanti gol ha subito lukaku") > 80
    assert ratio("who won inter vs milan", "who lost inter vs milan") > 80


def test_a_subset_counts_as_the_whole_so_it_only_finds_near_copies() -> None:
    assert token_set_ratio("juventus inter", "juventus inter score last night") == 100
    assert token_set_ratio("who opened the scoring", "which player netted first") < 70


def test_near_names_have_a_cutoff() -> None:
    assert near_name("lautarro", NAMES) is not None
    assert near_name("ronaldo", NAMES) is None
    assert near_name("", NAMES) is None


def test_error_messages_offer_a_near_word_or_none() -> None:
    assert nearest("minit", ("minute", "match", "player")) == "minute"
    assert nearest("xyz", ("minute", "match", "player")) is None
    assert nearest("x", ()) is None


def test_ranking_ignores_the_order_of_words_and_keeps_to_its_cutoff() -> None:
    samples = {"a": "who scored for inter", "b": "what was the weather like"}
    assert rank("for inter who scored", samples, limit=2, cutoff=80) == [("a", 100.0)]
