"""From stored rows to records: matches, careers and runs, of the shipped articles and of others."""

from __future__ import annotations

import pytest

from bot.pictures import Card, CupRun, Timeline, draw, layout, match_picture, picture_of
from knowledge import Details, build
from tests.pictures.geometry import check

ARTICLE = """
[source]
id = "spring-2024"
title = "Spring"
published = 2024-05-20
language = "en"
label.en = "report, 20 May 2024"
label.it = "cronaca, 20 maggio 2024"

[[match]]
id = "torino-genoa-2024"
competition = "serie-a"
season = "2023-24"
date = 2024-05-19
home = "torino"
away = "genoa"
score = [1, 1]

[[event]]
id = "torino-own-goal"
match = "torino-genoa-2024"
kind = "own_goal"
minute = 12
team = "torino"
player = "zapata"
en = "Zapata put the ball into his own net."
it = "Zapata ha segnato nella propria porta."

[[event]]
id = "torino-goal"
match = "torino-genoa-2024"
kind = "goal"
minute = 90
added = 4
team = "torino"
player = "zapata"
en = "Zapata made it 1-1 in stoppage time."
it = "Zapata ha fatto 1-1 nel recupero."

[[event]]
id = "genoa-penalty"
match = "torino-genoa-2024"
kind = "penalty"
outcome = "saved"
minute = 50
team = "genoa"
player = "muriel"
en = "Muriel had his penalty saved."
it = "Muriel si è fatto parare il rigore."

[[fact]]
id = "torino-2022"
about = ["torino", "serie-a"]
topic = "finish"
value = 10
seasons = ["2021-22", "2022-23"]
en = "Torino finished tenth in 2022 and in 2023."
it = "Il Torino è arrivato decimo nel 2022 e nel 2023."
ask.en = ["Where did Torino finish in 2022?"]
ask.it = ["Dove è arrivato il Torino nel 2022?"]

[[fact]]
id = "torino-cup-quarter"
about = ["torino", "coppa-italia"]
topic = "opponent"
value = "lazio"
seasons = ["2023-24"]
stage = "quarter-final"
en = "Torino met Lazio in the quarter-final of the Coppa Italia."
it = "Il Torino ha incontrato la Lazio nei quarti di Coppa Italia."
ask.en = ["Whom did Torino meet in the quarter-final of the Coppa Italia?"]
ask.it = ["Chi ha incontrato il Torino nei quarti di Coppa Italia?"]

[[fact]]
id = "torino-cup-sixteen"
about = ["torino", "coppa-italia"]
topic = "opponent"
value = "udinese"
seasons = ["2023-24"]
stage = "round-of-16"
en = "Torino met Udinese in the round of 16 of the Coppa Italia."
it = "Il Torino ha incontrato l'Udinese negli ottavi di Coppa Italia."
ask.en = ["Whom did Torino meet in the round of 16 of the Coppa Italia?"]
ask.it = ["Chi ha incontrato il Torino negli ottavi di Coppa Italia?"]
"""


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Details:
    """Rows with an article that an administrator added."""
    folder = tmp_path_factory.mktemp("added")
    (folder / "articles").mkdir()
    (folder / "articles" / "spring-2024.toml").write_text(ARTICLE, encoding="utf-8")
    build(folder / "base.db", folder)
    return Details.open(folder / "base.db")


def test_a_stored_match_keeps_what_the_article_tells(rows: Details):
    match = match_picture(rows.match("atalanta-inter-2025-12-28", "it"), "it")
    assert (match.home.name, match.score, match.half_time, match.away.name) == (
        "Atalanta",
        (0, 1),
        (0, 0),
        "Inter",
    )
    assert (match.date, match.place) == ("28 dicembre 2025", "Gewiss Stadium, Bergamo")
    goal = next(m for m in match.moments if m.goal)
    assert (goal.side, goal.minute, goal.name, goal.words) == (
        "away", 65, "Lautaro Martínez", "Gol · assist Pio Esposito",
    )  # fmt: skip


def test_an_event_without_a_minute_has_none_and_keeps_its_half(rows: Details):
    match = match_picture(rows.match("atalanta-inter-2023-11-04", "en"), "en")
    goal = next(m for m in match.moments if m.name == "Gianluca Scamacca")
    assert goal.minute is None
    assert goal.second_half is True


def test_a_match_whose_score_is_not_told_says_who_won(rows: Details):
    page = layout(Card(match_picture(rows.match("atalanta-leverkusen-2024-final", "en"), "en")))
    assert "Atalanta won" in [text.content for text in page.texts]


def test_finishes_of_a_coach_are_those_of_his_seasons_and_the_one_before(rows: Details):
    finishes = rows.finishes("gasperini", "en")
    assert finishes.club.id == "atalanta"
    assert [(f.year, f.place, f.own) for f in finishes.items] == [
        (2016, 13, False), (2017, 4, True), (2019, 3, True), (2020, 3, True), (2021, 3, True),
    ]  # fmt: skip


def test_a_cup_run_is_told_round_by_round_to_the_cup(rows: Details):
    run = picture_of(rows, "run:atalanta-europa-league-2023-24", "it")
    assert isinstance(run, CupRun)
    assert [stop.name for stop in run.stops] == [
        "fase a gironi", "ottavi di finale", "quarti di finale", "semifinale", "finale",
    ]  # fmt: skip
    assert [leg.won for leg in run.stops[2].legs] == [True, False]
    assert (run.won, run.record) == (True, "13 partite, una sconfitta")


def test_any_career_and_run_of_an_added_article_can_be_drawn(added: Details):
    for name in ("finishes:torino", "run:torino-coppa-italia-2023-24", "match:torino-genoa-2024"):
        picture = picture_of(added, name, "en")
        check(layout(picture))
        assert draw(picture).startswith(b"\x89PNG")
    run = added.run("torino-coppa-italia-2023-24", "en")
    assert (len(run.rounds), run.won) == (2, None)


def test_an_own_goal_counts_on_the_other_side(added: Details):
    match = match_picture(added.match("torino-genoa-2024", "en"), "en")
    assert [(m.sign, m.side) for m in match.moments] == [
        ("own_goal", "away"), ("goal", "home"), ("penalty_saved", "away"),
    ]  # fmt: skip


def test_a_penalty_that_was_saved_is_no_goal_and_stoppage_time_is_shown(added: Details):
    match = match_picture(added.match("torino-genoa-2024", "en"), "en")
    assert sum(m.goal for m in match.moments) == 2
    assert "90+4’" in [text.content for text in layout(Timeline(match)).texts]


@pytest.mark.parametrize(
    "name",
    [
        "match:none",
        "compare:atalanta-inter-2025-12-28",
        "finishes:roma",
        "run:none",
        "nothing",
        "",
        "finishes:vieri",
    ],
)
def test_what_is_not_stored_has_no_picture(rows: Details, name):
    assert picture_of(rows, name, "en") is None


def test_two_stored_matches_can_be_compared(rows: Details):
    name = "compare:atalanta-inter-2023-11-04,atalanta-inter-2025-12-28"
    check(layout(picture_of(rows, name, "it")))
