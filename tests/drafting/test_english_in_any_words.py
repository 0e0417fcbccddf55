"""English reports: goals told by what the ball does, in whose name, when, and for which side."""

from __future__ import annotations

import pytest

from tests.drafting.told import HEAD, printed_goals, printed_match


@pytest.mark.parametrize(
    ("told", "goals"),
    [
        (
            "On 67 minutes Tom Ferrow guided it across the keeper and inside the far upright.",
            [("Ferrow", 67)],
        ),
        (
            "Tom Ferrow waited for Sam Kitchin to go down and tucked the ball into the other side on 12 minutes.",
            [("Ferrow", 12)],
        ),
        ("In the 30th minute Tom Ferrow thumped it into the ground and over Sam Kitchin.", [("Ferrow", 30)]),
        ("After 20 minutes Tom Ferrow squeezed a shot through Sam Kitchin’s legs.", [("Ferrow", 20)]),
        ("In the 55th minute Tom Ferrow hooked the ball back over everyone and in.", [("Ferrow", 55)]),
        ("Tom Ferrow rose highest to meet Ben Pell’s corner for 2-1.", [("Ferrow", None)]),
        ("In the 81st minute Tom Ferrow ran clear and did the rest.", [("Ferrow", 81)]),
        ("Dean Orme fed Tom Ferrow and he needed no second invitation in the 40th minute.", [("Ferrow", 40)]),
        ("Tom Ferrow tied it in the 44th minute.", [("Ferrow", 44)]),
        ("On 18 minutes Tom Ferrow steered it round Sam Kitchin.", [("Ferrow", 18)]),
        ("After five minutes Tom Ferrow met Ben Pell’s corner with a thumping header.", [("Ferrow", 5)]),
        ("On the hour, when Sam Kitchin came out, Tom Ferrow lifted it over him.", [("Ferrow", 60)]),
        ("Tom Ferrow’s second arrived in the 63rd minute.", [("Ferrow", 63)]),
        ("Reading, who had lost Dean Orme to injury, got one back through Ben Pell.", [("Pell", None)]),
        (
            "Tom Ferrow stole in behind Dean Orme to reach a long ball, and made it 2-1 on 64 minutes.",
            [("Ferrow", 64)],
        ),
    ],
)
def test_whoever_puts_the_ball_in_scores(told: str, goals: list[tuple[str, int | None]]) -> None:
    assert printed_goals(HEAD + told) == goals


@pytest.mark.parametrize(
    "told",
    [
        "Tom Ferrow floated the ball across and Ben Pell headed wide.",
        "Tom Ferrow played it past Sam Kitchin to Ben Pell, who was crowded out.",
        "Tom Ferrow, clipping the bar early in the second half, went closest.",
        "Burnley suffered a first home loss of the season at the hands of Tom Ferrow’s friends.",
        "Tom Ferrow bundled the ball over the line, but the referee spotted a push.",
        "When Burnley and Reading last met in February, Tom Ferrow scored twice in a 3-0 win.",
        "Tom Ferrow, who scored 31 goals in 40 games last season, was quiet.",
    ],
)
def test_what_only_sounds_like_a_goal_is_none(told: str) -> None:
    assert printed_goals(HEAD + told) == []


@pytest.mark.parametrize(
    "told",
    [
        "Tom Ferrow supplied it. The midfielder had hardly been seen, but when Sam Kitchin could only push out Ben "
        "Pell’s low effort, he was first there and guided it into the bottom corner.",
        "Tom Ferrow had been quiet. Now she nutmegged Dean Orme, drove along the byline and squeezed it inside the "
        "near post.",
        "Tom Ferrow let rip from 25 yards. The ball was still rising when it hit the roof of the net.",
        "Dean Orme sent on Tom Ferrow. The 36-year-old had been on for six minutes when Ben Pell chipped a ball into "
        "the area. He killed it on his thigh and it was in the net before Sam Kitchin could move.",
    ],
)
def test_he_or_the_ball_goes_back_to_whom_the_text_was_about(told: str) -> None:
    assert [name for name, _ in printed_goals(HEAD + told)] == ["Ferrow"]


@pytest.mark.parametrize(
    "clock",
    ["There were 67 minutes on the clock and there was no way back.", "67 minutes gone and all square."],
)
def test_the_next_sentence_tells_only_when_a_goal_fell(clock: str) -> None:
    assert printed_goals(HEAD + f"Tom Ferrow smashed it into the top corner. {clock}") == [("Ferrow", 67)]


@pytest.mark.parametrize(
    ("told", "minute"),
    [
        ("In the fourth minute of stoppages Tom Ferrow scored.", 90),
        ("In the fifth of six added minutes Tom Ferrow scored.", 90),
        ("The clock showed 67 minutes when Tom Ferrow scored.", 67),
        ("Tom Ferrow, on for Dean Orme ten minutes earlier, scored in the 80th minute.", 80),
    ],
)
def test_more_ways_to_tell_a_minute(told: str, minute: int) -> None:
    assert printed_goals(HEAD + told) == [("Ferrow", minute)]


def test_each_scorer_of_a_lead_has_his_own_minute() -> None:
    text = (
        "Tom Ferrow scored early in the second half, Ben Pell had the go-ahead goal in the 80th minute and Burnley "
        "beat Reading 2-1 on Wednesday night.\n\nTom Ferrow answered in the 47th, when he "
        "one-timed a pass from Dean Orme."
    )
    assert ("Pell", 80) in printed_goals(text)


def test_men_who_beat_the_same_goalkeeper_are_of_one_side() -> None:
    match = printed_match(
        "Burnley 2-1 Reading\n\nTom Ferrow lifted it over Sam Kitchin after 12 minutes.\n\n"
        "Ben Pell slid it past Luke Marlow on 40 minutes.\n\n"
        "Burnley striker Will Oddie curled it beyond Sam Kitchin in the 77th minute."
    )
    told = {goal["scorer"].split()[-1]: goal["team"] for goal in match["goals"]}
    assert told == {"Ferrow": "Burnley", "Pell": "Reading", "Oddie": "Burnley"}


def test_a_scorer_is_of_the_side_of_who_served_him() -> None:
    match = printed_match(
        "Burnley 1-1 Reading\n\nTom Ferrow scored from Will Oddie’s corner after 12 minutes.\n\n"
        "Ben Pell scored on 40 minutes.\n\nReading captain Will Oddie was booked."
    )
    assert {g["scorer"].split()[-1]: g["team"] for g in match["goals"]}["Ferrow"] == "Reading"


def test_a_beaten_defence_is_not_the_scorers() -> None:
    match = printed_match(
        "Burnley 1-1 Reading\n\nWith Burnley’s defence pushed up to halfway, Ben Pell ran clear in the 20th minute and "
        "did the rest.\n\nTom Ferrow scored on 70 minutes."
    )
    assert {g["scorer"].split()[-1]: g["team"] for g in match["goals"]}["Pell"] == "Reading"


def test_the_goals_told_make_up_the_score_where_their_number_is_told() -> None:
    match = printed_match(
        "Reading come through five-goal cracker\n\nBurnley hosted Reading at Turf Moor.\n\n"
        "Tom Ferrow scored for Burnley on 9 minutes. Ben Pell scored for Reading on 40 minutes. "
        "Dean Orme put Reading ahead on 46 minutes. Will Oddie levelled for Burnley on 70 minutes. "
        "Ben Pell scored for Reading on 84 minutes."
    )
    assert match["score"] == [2, 3]


def test_who_leads_is_often_told_first_in_english() -> None:
    match = printed_match(
        "COLUMBUS, Ohio -- Jonas Pell scored in stoppage time and the Columbus Crew rallied for a 2-2 draw with "
        "Orlando City on Saturday night.\n\nMateo Ferrow put Orlando ahead. He scored from 18 yards in the ninth "
        "minute and made it 2-1 in the 58th, finishing off a pass from Carlos Orme.\n\n"
        "Will Oddie converted a penalty kick in the 31st minute for Columbus."
    )
    assert match["home"] == "Columbus Crew"


@pytest.mark.parametrize(
    "aside",
    [
        "Burnley held an 8-2 edge in corner kicks.",
        "Burnley outshot Reading 17-6.",
        "When the teams met in November it finished 1-1.",
        "Luton, beaten 3-0 by Derby on Sunday, are out of it.",
        "Burnley: Kitchin 7, Orme 4, Ferrow 8, Oddie 5, Tarn 6",
    ],
)
def test_figures_that_are_no_result(aside: str) -> None:
    match = printed_match(
        "Burnley hosted Reading at Turf Moor.\n\nTom Ferrow scored the only goal for Burnley in the 30th minute.\n\n"
        + aside
    )
    assert (match["home"], match["away"], match["score"]) == ("Burnley", "Reading", [1, 0])
    assert [(g["scorer"].split()[-1], g["minute"]) for g in match["goals"]] == [("Ferrow", 30)]


def test_a_tie_of_two_legs_decided_by_kicks_keeps_the_score_of_the_night() -> None:
    match = printed_match(
        "Burnley 1-0 Reading (agg 2-2, Burnley win 4-3 on pens)\n\nTom Ferrow scored on 71 minutes.\n\n"
        "Reading had won the first leg 2-1, where Ben Pell had scored both."
    )
    assert match["score"] == [1, 0]
    assert [g["scorer"] for g in match["goals"]] == ["Tom Ferrow"]


@pytest.mark.parametrize(
    ("told", "coaches"),
    [
        ("Uwe Brandt’s Burnley had no complaint.", {"Burnley": "Uwe Brandt"}),
        (
            "For Uwe Brandt it was a triumph. The 36-year-old Reading head coach never played professionally.",
            {"Reading": "Uwe Brandt"},
        ),
        (
            'Uwe Brandt was grinning. "You wait a long time for a night like that," said the Burnley coach.',
            {"Burnley": "Uwe Brandt"},
        ),
        (
            "Uwe Brandt, the Burnley manager, was delighted. His opposite number, Carl Tarn, was not.",
            {"Burnley": "Uwe Brandt", "Reading": "Carl Tarn"},
        ),
        ('"It is a fine feeling," said coach Uwe Brandt, who was in charge of Reading two years ago.', {}),
    ],
)
def test_coaches_by_what_they_are_called_and_do(told: str, coaches: dict[str, str]) -> None:
    assert printed_match(HEAD + "Tom Ferrow scored on 12 minutes. " + told)["coaches"] == coaches


def test_a_town_with_a_colon_and_a_meeting_of_neighbours_are_no_clubs() -> None:
    match = printed_match(
        "KOLKATA: Never leave early when Burnley are chasing a game.\n\nDerby of the north, and Reading led through "
        "Ben Pell on 12 minutes.\n\nTom Ferrow levelled for Burnley in the 86th minute at Turf Moor."
    )
    assert (match["home"], match["away"]) == ("Burnley", "Reading")


def test_a_given_name_of_two_syllables_and_the_arc_of_the_box() -> None:
    goals = printed_match(
        HEAD
        + "A loose ball spun to Kim Ju-chan at the edge of the D. He hit it on the bounce in the 88th minute and "
        "it screamed into the top corner."
    )["goals"]
    assert [(goal["scorer"], goal["minute"]) for goal in goals] == [("Kim Ju-chan", 88)]
