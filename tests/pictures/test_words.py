"""What pictures say: captions that tell the same, names made safe, both languages alike."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.pictures import gallery
from bot.pictures import Card, Leaderboard, Player, Timeline, caption
from bot.pictures.captions import LONGEST, units
from bot.pictures.cleaning import MARK, clean, clean_name, covered, plain
from bot.pictures.faces import cut, fit, width, wrap
from bot.pictures.words import ordinal, texts
from knowledge import LANGUAGES, Details, day_text, month_text, number_text
from tests.pictures import makers

FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def test_both_languages_have_the_same_texts_with_the_same_slots():
    def slots(template: str) -> set[str | None]:
        return {field for _, field, _, _ in string.Formatter().parse(template) if field}

    english, italian = texts("en"), texts("it")
    assert english.keys() == italian.keys()
    for section in english:
        assert english[section].keys() == italian[section].keys(), section
    loose = {("run", "leg_beat"), ("run", "leg_fell")}
    for section, entries in english.items():
        for key, template in entries.items():
            if (section, key) not in loose:
                assert slots(template) == slots(italian[section][key]), (section, key)


def test_every_word_of_the_texts_can_be_drawn():
    for language in LANGUAGES:
        for entries in texts(language).values():
            for template in entries.values():
                assert MARK not in clean(template), template


@pytest.mark.parametrize(
    "name",
    ["Łęcka", "Çalhanoğlu", "Świątek", "Częstochowa", "Čeda", "Rómulo", "Ðakić", "Ștefan", "Ωμέγα", "Юрий"],
)
def test_names_with_accents_are_drawn_as_they_are(name):
    assert clean_name(name, "Player") == name


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Zlatan ⚽️🔥", "Zlatan"),
        ("🔥 Marta 🔥 Rossi", "Marta • Rossi"),
        ("𝕯𝖆𝖗𝖎𝖔", "Dario"),
        ("a\u202eb\u200bc\u2067d", "abcd"),
        ("z̸̡̛a̵͝l̶͘g̷̈́o", "zalgo"),
        ("e\u0301", "é"),
        ("two\nlines\tand  more", "two lines and more"),
        ("<b>x</b>", "<b>x</b>"),
        ("{name}", "{name}"),
        ("李小龙", "Player"),
        ("\u200b\u200d", "Player"),
        ("", "Player"),
        ("!!!", "Player"),
    ],
)
def test_a_name_is_made_drawable(typed, shown):
    assert clean_name(typed, "Player") == shown


@given(st.text(max_size=700))
@FEW
def test_whatever_is_cleaned_can_be_drawn_by_every_font(text):
    shown = clean(text)
    assert all(ord(char) in covered() for char in shown)
    assert not re.search(r"[\n\r\t]|  ", shown)


@given(makers.names, st.integers(0, 600), st.sampled_from(("regular", "bold", "display")))
@FEW
def test_text_is_shrunk_or_cut_to_its_room(name, room, weight):
    shown, size = fit(clean(name), weight, 40, room)
    assert not shown or width(shown, weight, size) <= room
    assert all(width(line, weight, 40) <= room for line in wrap(clean(name), weight, 40, room, 3))


def test_a_cut_text_ends_in_an_ellipsis_and_keeps_its_beginning():
    shown = cut("Lautaro Martínez of Inter", "bold", 40, 300)
    assert shown.endswith("…")
    assert shown.startswith("Lautaro")


def test_a_name_from_the_right_cannot_turn_its_neighbours():
    assert plain("محمد", 60) == "\u2068محمد\u2069"
    assert plain("a\u202eb\u2066c", 60) == "abc"
    assert plain("Marta", 60) == "Marta"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_caption_tells_every_goal_with_its_minute(rows: Details, language):
    pictures = dict(gallery(rows, language))
    words = caption(pictures["card-2023"])
    for part in (
        "1-2",
        "40’ Hakan Calhanoglu",
        "57’ Lautaro Martínez",
        "Gianluca Scamacca",
        "Gewiss Stadium",
    ):
        assert part in words
    assert {"en": "minute not given", "it": "minuto non riportato"}[language] in words
    assert {"en": "4 November 2023", "it": "4 novembre 2023"}[language] in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_caption_holds_what_its_picture_shows(rows: Details, language):
    words = {name: caption(picture) for name, picture in gallery(rows, language)}
    assert "Lazar Samardzic" in words["timeline-2025"]
    assert words["comparison"].count("Inter") >= 2
    assert "2016" in words["finishes"]
    assert "Raków Częstochowa" in words["run"]
    assert "Nonno Piero" not in words["leaderboard"]
    assert "محمد" in words["leaderboard"]
    assert re.search(r"1[.,]181", words["questions"])


@FEW
@given(
    st.one_of(
        makers.matches.map(Card),
        makers.matches.map(Timeline),
        makers.comparisons,
        makers.boards,
        makers.runs,
        makers.careers,
        makers.months,
    )
)
def test_a_caption_fits_under_a_photo(picture):
    assert 0 < units(caption(picture)) <= LONGEST + 24 == 1024


def test_a_long_caption_is_cut_between_words():
    events = [makers.moment("miss", minute=n + 1, name=f"Player number {n}") for n in range(90)]
    words = caption(Timeline(makers.match(*events)))
    assert words.endswith("…")
    assert units(words) <= LONGEST


def test_an_empty_leaderboard_says_so():
    assert "Nobody has scored yet" in caption(Leaderboard("en", "Bar Sport", "", ()))
    assert "1 point" in caption(Leaderboard("en", "Bar Sport", "", (Player(1, "Marta", 1),)))


def test_dates_numbers_and_ordinals_follow_the_language():
    import datetime as dt

    assert day_text(dt.date(2025, 12, 28), "it") == "28 dicembre 2025"
    assert (month_text(2026, 1, "en"), month_text(2026, 1, "it")) == ("January 2026", "gennaio 2026")
    assert [ordinal(n, "en") for n in (1, 2, 3, 4, 11, 12, 13, 21)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st",
    ]  # fmt: skip
    assert ordinal(13, "it") == "13º"
    assert (number_text(1181, "en"), number_text(1181, "it")) == ("1,181", "1.181")
