"""Names in a question: the longest first, whole words only, clashes open, roles by the word before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.base.queries import load
from knowledge.models import Name
from knowledge.understanding.lexicon import lexicon
from knowledge.understanding.names import Gazetteer
from knowledge.understanding.reading import Reader, Reading
from knowledge.understanding.words import drop_possessives, figures_and_words


def name(id_: str, kind: str, *aliases: str) -> Name:
    shown = {"en": aliases[0], "it": aliases[0]}
    return Name(id_, kind, shown, {}, "m", "singular", None, None, None, aliases)


NAMES = [
    name("inter", "club", "Inter", "nerazzurri"),
    name("atalanta", "club", "Atalanta", "la dea", "dea"),
    name("roma", "club", "Roma"),
    name("rome", "place", "Rome"),
    name("lautaro-martinez", "person", "Lautaro Martínez", "lautaro", "toro", "martinez"),
    name("simone-inzaghi", "person", "Simone Inzaghi", "inzaghi"),
    name("de-roon", "person", "Marten de Roon", "de roon"),
]
CLASHES = {"nerazzurri": frozenset({"inter", "atalanta"}), "roma": frozenset({"roma", "rome"})}
gazetteer = Gazetteer(NAMES, CLASHES)


def found(text: str) -> list[tuple[set[str], str]]:
    tokens = drop_possessives(figures_and_words(text), text)
    return [(set(hit.ids), hit.surface) for hit in gazetteer.find(tokens)]


def test_the_longest_name_wins() -> None:
    assert found("did Lautaro Martínez score") == [({"lautaro-martinez"}, "lautaro martinez")]
    assert found("la dea") == [({"atalanta"}, "la dea")]


def test_of_many_names_that_begin_alike_the_one_that_goes_on_as_typed_is_found() -> None:
    alike = [
        name(f"n{at}", "person", f"Marco Rossi {chr(97 + at)}", f"Marco V{chr(97 + at)}") for at in range(20)
    ]
    many = Gazetteer([*alike, name("marco", "person", "Marco"), name("rossi", "person", "Marco Rossi")], {})
    for text, meant in (
        ("marco rossi c", "n2"),
        ("marco vc", "n2"),
        ("marco rossi", "rossi"),
        ("marco rossini", "marco"),
        ("caro marco", "marco"),
    ):
        hits = many.find(figures_and_words(text))
        assert [set(hit.ids) for hit in hits] == [{meant}], text


def test_names_end_at_word_boundaries() -> None:
    assert found("interval international deal") == []
    assert found("Inter.") == [({"inter"}, "inter")]


def test_a_name_is_found_behind_an_elision_and_before_a_possessive() -> None:
    assert found("l'Inter") == [({"inter"}, "inter")]
    assert found("dell’Atalanta") == [({"atalanta"}, "atalanta")]
    assert found("Lautaro’s goal") == [({"lautaro-martinez"}, "lautaro")]


def test_case_and_accents_do_not_count() -> None:
    assert found("MARTÍNEZ martinez") == [({"lautaro-martinez"}, "martinez")] * 2


def test_a_clash_stays_open() -> None:
    assert found("nerazzurri") == [({"inter", "atalanta"}, "nerazzurri")]
    assert found("a Roma") == [({"roma", "rome"}, "roma")]


def test_names_do_not_overlap() -> None:
    assert found("inter inter la dea") == [
        ({"inter"}, "inter"),
        ({"inter"}, "inter"),
        ({"atalanta"}, "la dea"),
    ]


def test_a_name_without_letters_is_no_name() -> None:
    assert Gazetteer([name("x", "club", "?!", "x")], {}).names.keys() == {"x"}


def test_kinds_are_told_and_what_is_no_name_has_none() -> None:
    assert gazetteer.kind("inter") == "club"
    assert gazetteer.kind("atalanta-inter-2025") == ""
    assert gazetteer.clubs({"inter", "rome"}) == {"inter"}
    assert gazetteer.people({"inter", "de-roon"}) == {"de-roon"}


@given(st.text(max_size=120))
def test_any_text_may_be_searched_for_names(text: str) -> None:
    assert all(ids <= {n.id for n in NAMES} for ids, _ in found(text))


@given(st.sampled_from(NAMES), st.text(max_size=20))
def test_a_whole_name_is_found_wherever_it_stands(one: Name, around: str) -> None:
    assert any(one.id in ids for ids, _ in found(f"{around} . {one.aliases[0]} , {around}"))


Read = Callable[[str, str], Reading]


@pytest.fixture(scope="module")
def read(shipped_base: Path) -> Read:
    base = load(shipped_base)
    names = Gazetteer(base.names.values(), base.clashes)
    english, italian = lexicon("en"), lexicon("it")
    readers = {
        "en": Reader(english, italian, names, base.seen["en"]),
        "it": Reader(italian, english, names, base.seen["it"]),
    }
    return lambda text, language: readers[language].read(text)


@pytest.mark.parametrize(
    ("language", "text", "subject", "opponent"),
    [
        ("en", "who scored for Inter against Atalanta", "inter", "atalanta"),
        ("en", "who scored against Atalanta for Inter", "inter", "atalanta"),
        ("en", "did Inter beat Atalanta", "inter", "atalanta"),
        ("it", "chi ha segnato per l'Inter contro l'Atalanta", "inter", "atalanta"),
        ("it", "chi ha segnato contro l'Atalanta", "", "atalanta"),
        ("it", "i gol dell'Atalanta", "atalanta", ""),
    ],
)
def test_the_word_before_a_team_tells_its_role(
    read: Read, language: str, text: str, subject: str, opponent: str
) -> None:
    reading = read(text, language)
    assert reading.subject == ({subject} if subject else set())
    assert reading.opponent == ({opponent} if opponent else set())


@pytest.mark.parametrize("text", ["Atalanta-Inter", "atalanta inter", "Atalanta – Inter"])
def test_two_teams_side_by_side_are_a_fixture_and_have_no_roles(read: Read, text: str) -> None:
    reading = read(f"who won {text}", "en")
    assert [hit.role for hit in reading.names] == ["fixture", "fixture"]
    assert not reading.subject
    assert not reading.opponent


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("en", "lautarro goal minute", "lautaro-martinez"),
        ("en", "who replaced Djimsti", "djimsiti"),
        ("it", "parata di karnesecchi", "carnesecchi"),
        ("it", "gol di scamaca", "scamacca"),
        ("it", "gol dellatalanta", "atalanta"),
    ],
)
def test_misspelt_names_are_mended(read: Read, language: str, typed: str, meant: str) -> None:
    assert meant in read(typed, language).ids


@pytest.mark.parametrize(
    "text", ["who won", "did he miss", "what time was it", "who is the best", "any injuries late on"]
)
def test_everyday_words_are_never_mended_into_names(read: Read, text: str) -> None:
    assert read(text, "en").ids == set()
    assert read(text, "en").guessed == ()


@pytest.mark.parametrize(
    "text", ["chi ha vinto", "quanto è finita", "chi ha parato", "com'era il tempo", "e l'altra partita"]
)
def test_everyday_italian_words_are_never_mended_into_names(read: Read, text: str) -> None:
    assert read(text, "it").ids == set()
    assert read(text, "it").guessed == ()


def test_every_shipped_name_is_found_by_each_of_its_aliases(shipped_base: Path) -> None:
    base = load(shipped_base)
    names = Gazetteer(base.names.values(), base.clashes)
    lost = []
    for stored in base.names.values():
        for alias in stored.aliases:
            hits = names.find(drop_possessives(list(figures_and_words(alias)), alias))
            if not any(stored.id in hit.ids for hit in hits):
                lost.append((stored.id, alias))
    assert lost == []
