"""Text to tokens: folding keeps every place, figures mean what fans mean by them, no text breaks anything."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.understanding.figures import join_figures, scope_of
from knowledge.understanding.lexicon import lexicon
from knowledge.understanding.words import (
    LONGEST,
    Token,
    drop_possessives,
    figures_and_words,
    fold,
    words_only,
)


def tokens(text: str) -> list[Token]:
    return drop_possessives(list(figures_and_words(text)), text)


def read(text: str, language: str) -> list[Token]:
    return join_figures(tokens(text), lexicon(language))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Perché è stato espulso?", "perche e stato espulso?"),
        ("ÇALHANOĞLU", "calhanoglu"),
        ("Raków", "rakow"),
        ("Højlund", "hojlund"),
        ("Iličić", "ilicic"),
        ("Hakan’s", "hakan's"),
        ("l‘Inter", "l'inter"),
        ("2–1", "2-1"),
        ("2−1", "2-1"),
        ("İnter ı", "inter i"),
        ("Łukasz", "lukasz"),
    ],
)
def test_case_accents_and_typographic_signs_fold_away(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=300))
def test_any_text_becomes_tokens_in_order_inside_the_text(text: str) -> None:
    found = list(figures_and_words(text))
    assert all(0 <= token.start < token.end <= len(text) for token in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(token.text for token in found)


@given(st.text(alphabet="0123456789'’+-–:/., kKºth\"minesimo", max_size=40))
def test_any_heap_of_figures_becomes_tokens(text: str) -> None:
    for language in ("en", "it"):
        found = read(text, language)
        assert all(token.text for token in found)
        scope = scope_of(found, lexicon(language))  # type: ignore[arg-type]
        assert all(len(score) == 2 for score in scope.scores)
        assert all(len(date) == 3 for date in scope.dates)


@given(st.text(max_size=120))
def test_words_of_any_text_are_folded(text: str) -> None:
    for word in words_only(text):
        assert word == fold(word)
        assert not any(char.isspace() for char in word)


def test_a_long_text_is_read_up_to_telegrams_limit() -> None:
    found = list(figures_and_words("gol " * LONGEST))
    assert found[-1].end <= LONGEST
    assert len(found) == LONGEST // 4


def test_places_and_capitals_of_the_original_are_kept() -> None:
    text = "Perché l’Inter?"
    found = tokens(text)
    assert [text[t.start : t.end] for t in found] == ["Perché", "l", "Inter"]
    assert [t.capital for t in found] == [True, False, True]
    assert [t.joined for t in found] == [False, True, False]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("2-1", "score", (2, 1)),
        ("2 - 1", "score", (2, 1)),
        ("0–1", "score", (0, 1)),
        ("2:1", "score", (2, 1)),
        ("2025-26", "season", 2025),
        ("2025/26", "season", 2025),
        ("2025/2026", "season", 2025),
        ("25/26", "season", 2025),
        ("23-24", "season", 2023),
        ("1999-00", "season", 1999),
        ("2025", "year", 2025),
        ("'23", "year", 2023),
        ("’23", "year", 2023),
        ("28/12/2025", "date", (2025, 12, 28)),
        ("4.11.23", "date", (2023, 11, 4)),
        ("65'", "minute", 65),
        ("65’", "minute", 65),
        ("65 min", "minute", 65),
        ("45+2", "minute", 45),
        ("45'+2'", "minute", 45),
        ("90 + 3", "minute", 90),
        ("3-4-2-1", "formation", "3-4-2-1"),
        ("4-4-2", "formation", "4-4-2"),
        ("120.000", "number", 120_000),
        ("120,000", "number", 120_000),
        ("24k", "number", 24_000),
        ("21.3k", "number", 21_300),
        ("65th", "number", 65),
        ("65esimo", "number", 65),
        ("1°", "number", 1),
        ("38", "number", 38),
    ],
)
def test_figures_mean_what_fans_mean(text: str, kind: str, value: object) -> None:
    found = tokens(text)
    assert [(token.kind, token.value) for token in found] == [(kind, value)]
    assert (found[0].start, found[0].end) == (0, len(text)) or text[0] in "'’"


@pytest.mark.parametrize(
    ("language", "text", "minutes"),
    [
        ("it", "al 12' della ripresa", (57,)),
        ("it", "12’ della ripresa", (57,)),
        ("it", "al 12 della ripresa", (57,)),
        ("it", "al 12' del secondo tempo", (57,)),
        ("it", "al 12' del primo tempo", (12,)),
        ("it", "al quinto minuto", (5,)),
        ("it", "minuto 65", (65,)),
        ("it", "chi ha segnato al 65'", (65,)),
        ("en", "12th minute of the second half", (57,)),
        ("en", "the 12th minute", (12,)),
        ("en", "in minute 65", (65,)),
        ("en", "45+2", (45,)),
        ("en", "the thirty-third minute", (33,)),
        ("en", "in minute forty two", (42,)),
        ("it", "al quarantaduesimo minuto", (42,)),
        ("it", "nel minuto ventotto", (28,)),
    ],
)
def test_minutes_are_minutes_of_play(language: str, text: str, minutes: tuple[int, ...]) -> None:
    assert scope_of(read(text, language), lexicon(language)).minutes == minutes  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the last 10 minutes"),
        ("en", "the first 45 minutes"),
        ("en", "my stop is in two minutes"),
        ("it", "gli ultimi 10 minuti"),
        ("it", "i primi 45'"),
        ("it", "tra due minuti esco"),
    ],
)
def test_a_span_of_minutes_is_no_minute_of_play(language: str, text: str) -> None:
    assert scope_of(read(text, language), lexicon(language)).minutes == ()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "text", "year"),
    [
        ("en", "in twenty twenty three", 2023),
        ("en", "twenty sixteen", 2016),
        ("en", "two thousand and twenty-five", 2025),
        ("en", "november twenty three", 2023),
        ("it", "nel duemilaventitré", 2023),
        ("it", "nel duemila venticinque", 2025),
        ("it", "novembre ventitré", 2023),
    ],
)
def test_years_are_heard_in_words_too(language: str, text: str, year: int) -> None:
    assert scope_of(read(text, language), lexicon(language)).years == (year,)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "twenty-three games", 23),
        ("en", "the sixty fifth", 65),
        ("it", "ventotto partite", 28),
        ("it", "quarantuno gol", 41),
        ("it", "la trentaseiesima giornata", 36),
        ("it", "la trentatreesima", 33),
    ],
)
def test_every_figure_below_a_hundred_is_heard_in_words(language: str, text: str, number: int) -> None:
    assert scope_of(read(text, language), lexicon(language)).numbers == (number,)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "text", "score"),
    [
        ("en", "they won two one", (2, 1)),
        ("en", "2 1 to inter", (2, 1)),
        ("it", "finita tre uno", (3, 1)),
        ("it", "finita 2 a 1", (2, 1)),
        ("it", "due a uno", (2, 1)),
        ("it", "due a zero", (2, 0)),
        ("en", "two nil", (2, 0)),
        ("en", "two to one", (2, 1)),
        ("en", "1-0 to inter", (1, 0)),
    ],
)
def test_scores_are_heard_in_words_too(language: str, text: str, score: tuple[int, int]) -> None:
    assert scope_of(read(text, language), lexicon(language)).scores == (score,)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "text", "years", "months"),
    [
        ("it", "chi ha segnato nel duemilaventitré", (2023,), ()),
        ("en", "in december 2025", (2025,), (12,)),
        ("en", "december 25", (2025,), (12,)),
        ("it", "a dicembre 25", (2025,), (12,)),
        ("it", "il 4 novembre 2023", (2023,), (11,)),
        ("it", "nel 2020", (2020,), ()),
    ],
)
def test_months_and_years_narrow_the_scope(
    language: str, text: str, years: tuple[int, ...], months: tuple[int, ...]
) -> None:
    scope = scope_of(read(text, language), lexicon(language))  # type: ignore[arg-type]
    assert (scope.years, scope.months) == (years, months)


def test_may_is_no_month_by_itself() -> None:
    assert scope_of(read("may I ask who scored", "en"), lexicon("en")).months == ()


@pytest.mark.parametrize(
    ("language", "text", "apart"),
    [
        ("en", "two years before", -2),
        ("en", "two years later", 2),
        ("it", "due anni prima", -2),
        ("it", "due anni dopo", 2),
    ],
)
def test_years_before_and_after_are_counted(language: str, text: str, apart: int) -> None:
    assert scope_of(read(text, language), lexicon(language)).years_apart == apart  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lautaro's goal", ["lautaro", "goal"]),
        ("Lautaro’s goal", ["lautaro", "goal"]),
        ("didn't", ["did", "not"]),
        ("who's", ["who"]),
        ("dell'Inter", ["dell", "inter"]),
        ("c'è l'assist", ["c", "e", "l", "assist"]),
        ("Atalanta-Inter", ["atalanta", "inter"]),
        ("?!…", []),
        ("⚽️🔥", []),
    ],
)
def test_possessives_fall_and_elisions_part(text: str, words: list[str]) -> None:
    assert words_only(text) == words


def test_an_enormous_figure_is_no_figure() -> None:
    assert [token.value for token in tokens("9" * 5000)] == [0]


def test_accents_written_as_signs_of_their_own_fold_away() -> None:
    assert words_only("Marti\u0301nez") == ["martinez"]
