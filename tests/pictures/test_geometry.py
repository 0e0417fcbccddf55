"""No text leaves its room or stands over another, whatever the names and however many the events."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings

from bot.pictures import Card, Leaderboard, Picture, Player, Timeline, layout
from bot.pictures.timeline import MOST
from tests.pictures import makers
from tests.pictures.geometry import check, ink

FEW = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@FEW
@given(makers.matches)
def test_a_match_card_keeps_its_texts_apart(match):
    check(layout(Card(match)))


@FEW
@given(makers.matches)
def test_a_timeline_keeps_its_texts_apart(match):
    check(layout(Timeline(match)))


@FEW
@given(makers.comparisons)
def test_a_comparison_keeps_its_texts_apart(picture):
    check(layout(picture))


@FEW
@given(makers.careers)
def test_a_plot_of_finishes_keeps_its_texts_apart(picture):
    check(layout(picture))


@FEW
@given(makers.runs)
def test_a_cup_run_keeps_its_texts_apart(picture):
    check(layout(picture))


@FEW
@given(makers.boards)
def test_a_leaderboard_keeps_its_texts_apart(picture):
    check(layout(picture))


@FEW
@given(makers.months)
def test_a_month_of_questions_keeps_its_texts_apart(picture):
    check(layout(picture))


@pytest.mark.parametrize("name", makers.HOSTILE, ids=range(len(makers.HOSTILE)))
def test_a_hostile_name_never_breaks_a_leaderboard(name):
    page = layout(Leaderboard("en", name, "", (Player(1, name, 3), Player(2, "Marta", 2))))
    check(page)
    assert "Marta" in [text.content for text in page.texts]


@pytest.mark.parametrize("count", [0, 1, 2, 7, MOST, MOST + 1, 200, 2000])
def test_a_timeline_takes_any_number_of_events(count):
    signs = ("goal", "miss", "save", "substitution")
    events = [
        makers.moment(
            signs[n % 4], "home" if n % 3 else "away", None if n % 5 == 0 else n % 96 + 1, f"Player {n}"
        )
        for n in range(count)
    ]
    page = layout(Timeline(makers.match(*events)))
    check(page)
    told = [text.content for text in page.texts]
    assert (f"and {count - MOST} more" in told) == (count > MOST)


def test_goals_are_never_among_the_events_that_are_left_out():
    events = [makers.moment("substitution", minute=n % 90 + 1, name=f"Sub {n}") for n in range(80)]
    events += [makers.moment("goal", "away", 88, "Lautaro Martínez")]
    told = [text.content for text in layout(Timeline(makers.match(*events))).texts]
    assert "Lautaro Martínez" in told


def test_events_stand_on_the_side_of_their_team():
    page = layout(
        Timeline(makers.match(makers.moment("miss", "home", 20), makers.moment("save", "away", 30, "Sommer")))
    )
    where = {text.content: ink(text).middle[0] for text in page.texts}
    assert where["Marta"] < 640 < where["Sommer"]


def test_an_event_without_a_minute_is_shown_as_such_and_below_those_with_one():
    events = (
        makers.moment("miss", "home", None, "Unknown", period="first_half"),
        makers.moment("save", "home", 44, "Known"),
    )
    page = layout(Timeline(makers.match(*events)))
    where = {text.content: text.base for text in page.texts}
    assert where["Known"] < where["Unknown"]
    assert "?" in where
    assert any("do not give the minute" in words for words in where)


def test_the_card_says_when_goals_are_not_told():
    told = [text.content for text in layout(Card(makers.match(score=(2, 0)))).texts]
    assert "+2, scorer not told" in told
    assert "No goals" in told


@example(makers.match(score=None, half_time=None, winner="home"))
@FEW
@given(makers.matches)
def test_a_card_always_names_something_for_the_score(match):
    picture: Picture = Card(match)
    assert any(text.size > 60 for text in layout(picture).texts)
