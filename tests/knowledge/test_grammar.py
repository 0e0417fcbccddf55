"""The grammar that templates lean on, word by word."""

# ruff: noqa: E501 - a table of cases reads better with one a line
from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answers.grammar import english_ordinal, italian, minute_mark, possessive, say
from knowledge.base.queries import load
from knowledge.models import Name


def name(shown: str, article: str = "", english: str = "") -> Name:
    return Name("id", "club", {"en": shown, "it": shown}, {"it": article, "en": english}, "m", "singular", None, None, None, ())  # fmt: skip


ITALIAN = [
    # name, article, il, di, a, da, in, su
    ("Inter", "l'", "l'Inter", "dell'Inter", "all'Inter", "dall'Inter", "nell'Inter", "sull'Inter"),
    ("Atalanta", "l'", "l'Atalanta", "dell'Atalanta", "all'Atalanta", "dall'Atalanta", "nell'Atalanta", "sull'Atalanta"),
    ("Roma", "la", "la Roma", "della Roma", "alla Roma", "dalla Roma", "nella Roma", "sulla Roma"),
    ("Milan", "il", "il Milan", "del Milan", "al Milan", "dal Milan", "nel Milan", "sul Milan"),
    ("Sporting", "lo", "lo Sporting", "dello Sporting", "allo Sporting", "dallo Sporting", "nello Sporting", "sullo Sporting"),
    ("Gewiss Stadium", "il", "il Gewiss Stadium", "del Gewiss Stadium", "al Gewiss Stadium", "dal Gewiss Stadium", "nel Gewiss Stadium", "sul Gewiss Stadium"),
    ("Rangers", "i", "i Rangers", "dei Rangers", "ai Rangers", "dai Rangers", "nei Rangers", "sui Rangers"),
    ("Orobici", "gli", "gli Orobici", "degli Orobici", "agli Orobici", "dagli Orobici", "negli Orobici", "sugli Orobici"),
    ("Rondinelle", "le", "le Rondinelle", "delle Rondinelle", "alle Rondinelle", "dalle Rondinelle", "nelle Rondinelle", "sulle Rondinelle"),
    ("De Ketelaere", "", "De Ketelaere", "di De Ketelaere", "a De Ketelaere", "da De Ketelaere", "in De Ketelaere", "su De Ketelaere"),
    ("Bergamo", "", "Bergamo", "di Bergamo", "a Bergamo", "da Bergamo", "in Bergamo", "su Bergamo"),
]  # fmt: skip


@pytest.mark.parametrize("case", ITALIAN, ids=lambda case: case[0])
def test_articles_and_prepositions_join_as_in_school(case: tuple[str, ...]) -> None:
    shown, article, *expected = case
    assert [italian(shown, article, spec) for spec in ("il", "di", "a", "da", "in", "su")] == expected


def test_con_and_per_are_not_joined() -> None:
    assert italian("Inter", "l'", "con") == "con l'Inter"
    assert italian("Roma", "la", "per") == "per la Roma"
    assert italian("De Ketelaere", "", "con") == "con De Ketelaere"


def test_a_capital_in_the_form_makes_a_capital() -> None:
    assert italian("Inter", "l'", "Il") == "L'Inter"
    assert italian("Roma", "la", "Di") == "Della Roma"
    assert italian("Bergamo", "", "A") == "A Bergamo"
    assert italian("Bergamo", "", "Il") == "Bergamo"


@pytest.mark.parametrize(
    ("number", "word"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (10, "10th"), (11, "11th"), (12, "12th"), (13, "13th"), (20, "20th"),
     (21, "21st"), (22, "22nd"), (23, "23rd"), (38, "38th"), (65, "65th"), (90, "90th"), (101, "101st"), (111, "111th"),
     (112, "112th"), (113, "113th"), (121, "121st")],
)  # fmt: skip
def test_english_ordinals(number: int, word: str) -> None:
    assert english_ordinal(number) == word


@given(st.integers(0, 10_000))
def test_an_english_ordinal_is_its_figure_and_one_of_four_endings(number: int) -> None:
    assert re.fullmatch(rf"{number}(st|nd|rd|th)", english_ordinal(number))


def test_minutes_and_possessives() -> None:
    assert minute_mark(65) == "65’"
    assert [possessive(n) for n in ("Lautaro", "Sommer", "De Roon")] == ["Lautaro’s", "Sommer’s", "De Roon’s"]


def test_minutes_are_ordinals_in_english_and_figures_in_italian() -> None:
    assert say(65, "th", "en") == "65th"
    assert say(65, "th", "it") == "65’"
    assert say(65, "", "en") == say(65, "", "it") == "65"


@pytest.mark.parametrize(
    ("date", "english", "italian_"),
    [
        (dt.date(2025, 12, 28), "28 December 2025", "28 dicembre 2025"),
        (dt.date(2023, 11, 4), "4 November 2023", "4 novembre 2023"),
        (dt.date(2024, 5, 1), "1 May 2024", "1 maggio 2024"),
        (dt.date(2020, 2, 29), "29 February 2020", "29 febbraio 2020"),
    ],
)
def test_dates_are_written_out(date: dt.date, english: str, italian_: str) -> None:
    assert say(date, "", "en") == english
    assert say(date, "date", "it") == italian_


def test_large_figures_are_grouped_and_years_are_not() -> None:
    assert say(120_000, "", "en") == "120,000"
    assert say(120_000, "", "it") == "120.000"
    assert say(2016, "", "en") == say(2016, "", "it") == "2016"


def test_english_names_take_an_article_or_a_possessive_only_where_asked() -> None:
    stadium = name("Gewiss Stadium", "il", "the")
    assert say(stadium, "", "en") == "Gewiss Stadium"
    assert say(stadium, "the", "en") == "the Gewiss Stadium"
    assert say(name("Anfield"), "the", "en") == "Anfield"
    assert say(name("Inter", "l'"), "poss", "en") == "Inter’s"


def test_italian_names_stand_bare_where_no_form_is_asked() -> None:
    assert say(name("Inter", "l'"), "", "it") == "Inter"
    assert say(name("Inter", "l'"), "di", "it") == "dell'Inter"


VOWELS = "aeiouàèéìòù"
MIXED = re.compile(r"^(?:s[^aeiou\W]|z|x|y|gn|ps|pn)", re.IGNORECASE)
"""Beginnings that take lo, gli (s impura, z, gn, ps ...)."""


def test_every_shipped_name_has_the_article_that_its_sound_asks_for(shipped_base: Path) -> None:
    wrong = []
    for stored in load(shipped_base).names.values():
        shown, article = stored.display["it"], stored.article.get("it", "")
        vowel = shown[0].lower() in VOWELS
        if article == "l'":
            fits = vowel or shown[0].lower() == "h"
        elif article == "il":
            fits = not vowel and not MIXED.match(shown)
        elif article == "lo":
            fits = bool(MIXED.match(shown))
        elif article == "la":
            fits = not vowel
        else:
            fits = True
        if not fits:
            wrong.append((shown, article))
    assert wrong == []


def test_people_and_towns_go_without_an_article_in_italian(shipped_base: Path) -> None:
    base = load(shipped_base)
    assert [n.id for n in base.names.values() if n.kind == "person" and n.article.get("it")] == []
    assert base.names["bergamo"].article.get("it", "") == ""
