"""English reports: whom words go back to, what is an object or belongs to another goal, lines round a story."""

from __future__ import annotations

import pytest

from tests.drafting.told import HEAD, printed_goals, printed_match


@pytest.mark.parametrize(
    ("told", "goals"),
    [
        (
            "Ben Pell rolled it into the path of Tom Ferrow and his shot flew into the net.",
            [("Ferrow", None)],
        ),
        ("In the 12th minute Tom Ferrow stepped inside Ben Pell and curled home.", [("Ferrow", 12)]),
        ("Tom Ferrow rose above Ben Pell to head home in the 12th minute.", [("Ferrow", 12)]),
        (
            "Hopes were ended by Tom Ferrow in the 80th minute, the veteran striker peeling off Ben Pell to nod in.",
            [("Ferrow", 80)],
        ),
        (
            "Tom Ferrow exchanged passes with Ben Pell and lifted the ball over the keeper.",
            [("Ferrow", None)],
        ),
        ("Tom Ferrow rescued a point for the hosts with seven minutes left.", [("Ferrow", 83)]),
        ("Tom Ferrow tucked away a ninth-minute opener before Ben Pell hit the post.", [("Ferrow", 9)]),
        ("Tom Ferrow doubled the lead on the hour and that was that.", [("Ferrow", 60)]),
    ],
)
def test_the_doer_is_found_past_those_who_are_passed_served_or_called_again(
    told: str, goals: list[tuple[str, int | None]]
) -> None:
    assert printed_goals(HEAD + told) == goals


@pytest.mark.parametrize(
    "told",
    [
        "They had their first sight of goal in the 29th minute but Ben Pell's header was clawed away by the keeper.",
        "Ben Pell hit the side-netting in the only attack of note.",
        "Ben Pell, who hit both goals in the cup win over Leeds in 2021, was kept quiet.",
    ],
)
def test_sights_of_goal_and_goals_of_other_years_are_none(told: str) -> None:
    assert printed_goals(HEAD + told) == []


def test_a_goal_told_in_two_rough_minutes_is_one() -> None:
    told = "Tom Ferrow gave them the lead near the half-hour mark. He arrowed it into the corner in the 27th minute."
    assert printed_goals(HEAD + told) == [("Ferrow", 27)]


def test_headlines_of_other_matches_below_a_headline_tell_none_of_this_one() -> None:
    text = (
        "Ferrow strike settles it for Burnley\n\n• Leaders Leeds held at home by Derby\n• Pigott goal gives Hull defeat"
        "\n\nTom Ferrow scored after 12 minutes as Burnley beat Reading 1-0 at Turf Moor."
    )
    assert printed_goals(text) == [("Ferrow", 12)]


def test_a_side_with_shirt_numbers_and_a_goalkeeper_is_no_list_of_scorers() -> None:
    text = HEAD + "Tom Ferrow scored twice.\n\nBurnley\n1. Sam Hart (GK)\n2. Joe Reed\n10. Tom Ferrow\n"
    assert {name for name, _ in printed_goals(text)} == {"Ferrow"}


def test_scorers_in_two_lines_below_a_score_are_of_either_team_and_initials_are_theirs() -> None:
    text = (
        "FT\n2 - 1\n(1 - 1)\nBurnley\nReading\nT. Ferrow (33), S. Hart (90+2)\nB. Pell (24)\n\n"
        "Burnley beat Reading at Turf Moor. Tom Ferrow, Sam Hart and Ben Pell were on target."
    )
    goals = printed_match(text)["goals"]
    assert [(g["scorer"], g["team"]) for g in goals] == [
        ("Ben Pell", "Reading"),
        ("Tom Ferrow", "Burnley"),
        ("Sam Hart", "Burnley"),
    ]


@pytest.mark.parametrize(
    ("told", "goals"),
    [
        ("Sam Hart headed down for Tom Ferrow to finish after 12 minutes.", [("Ferrow", 12)]),
        ("It was tied in the fifty-second minute on a Tom Ferrow goal.", [("Ferrow", 52)]),
        ("Tom Ferrow dragged the hosts back to 1-1 with 20 minutes left.", [("Ferrow", 70)]),
        (
            "With a shootout looming, Sam Hart released Tom Ferrow and the on-loan striker drilled low past Ben Pell.",
            [("Ferrow", None)],
        ),
        (
            "They brought on Tom Ferrow for Sam Hart and the veteran repaid their faith after 66 minutes.",
            [("Ferrow", 66)],
        ),
        (
            "Sam Hart spilled it as far as Tom Ferrow, who hit it through a crowd of tired legs and in.",
            [("Ferrow", None)],
        ),
        ("Burnley had taken 68 minutes to break the deadlock through Tom Ferrow.", [("Ferrow", 68)]),
    ],
)
def test_goals_are_read_however_the_ball_came_to_the_scorer(
    told: str, goals: list[tuple[str, int | None]]
) -> None:
    assert printed_goals(HEAD + told) == goals


def test_what_was_scored_against_the_next_opponents_is_no_goal_of_this_match() -> None:
    told = (
        "Tom Ferrow scored after 12 minutes.\n\n"
        "Burnley next travel to Leeds, whom they beat 1-0 in December courtesy of a Sam Hart goal."
    )
    assert printed_goals(HEAD + told) == [("Ferrow", 12)]


def test_a_score_on_the_way_is_not_the_last_where_a_later_goal_is_told() -> None:
    text = (
        "Burnley claimed a thrilling victory over Reading at Turf Moor, but had to hold on after Ben Pell got the "
        "guests back to 2-1 with 20 minutes left.\n\nTom Ferrow scored after 12 minutes and Sam Hart made it two "
        "after 30 minutes.\n\nJoe Reed rolled into an empty net in the 85th minute."
    )
    match = printed_match(text)
    assert match["score"] == [3, 1]
    assert [g["minute"] for g in match["goals"]] == [12, 30, 70, 85]


def test_the_third_goal_of_a_hat_trick_is_kept_however_it_is_told() -> None:
    text = (
        "Ferrow treble fires Burnley to win\n\nTom Ferrow helped himself to a hat-trick as Burnley beat Reading 3-0."
        "\n\nTom Ferrow headed in after three minutes. Tom Ferrow's second came on 23 minutes.\n\nThe hat-trick was "
        "completed on 70 minutes. Ben Pell got a strong hand to Tom Ferrow's penalty, but the same player was first "
        "to react."
    )
    assert [g["minute"] for g in printed_match(text)["goals"]] == [3, 23, 70]


def test_of_two_sides_that_both_won_the_match_told_first_is_reported() -> None:
    text = (
        "Burnley and Leeds both won on Saturday.\n\nA strike from Tom Ferrow handed Burnley a third victory while "
        "Leeds also advanced with a 3-0 home win over Derby.\n\nBurnley were 1-0 winners at Reading, Tom Ferrow "
        "scoring after 12 minutes."
    )
    match = printed_match(text)
    assert {match["home"], match["away"]} == {"Burnley", "Reading"}


@pytest.mark.parametrize(
    ("told", "goals"),
    [
        (
            "Tom Ferrow's strike skimmed the heels of Ben Pell, deflecting the ball past the keeper and into the net.",
            [("Ferrow", None)],
        ),
        (
            "Tom Ferrow, alone in the area after Ben Pell had slipped, slotted the equaliser.",
            [("Ferrow", None)],
        ),
        ("Sam Hart hung one up and there was Tom Ferrow to nod it down and in.", [("Ferrow", None)]),
        ("With five minutes of time added on Tom Ferrow had the final say.", [("Ferrow", None)]),
        (
            "The guests led until three minutes from the whistle. But Tom Ferrow headed in the equaliser with Sam Hart "
            "firing in the winner two minutes later.",
            [("Hart", 89), ("Ferrow", 87)],
        ),
    ],
)
def test_shots_off_others_and_minutes_of_the_next_goal(
    told: str, goals: list[tuple[str, int | None]]
) -> None:
    assert sorted(printed_goals(HEAD + told)) == sorted(goals)


def test_who_follows_up_a_shot_that_was_kept_out_plays_with_whoever_took_it() -> None:
    text = (
        "Burnley beat Reading 3-2 at Turf Moor.\n\nTom Ferrow opened the scoring for the hosts in the ninth minute. "
        "Reading levelled in the 31st when Ben Pell headed in. Sam Hart scored on 56 minutes after the keeper parried "
        "Ferrow's shot. Joe Reed levelled once more a minute later but Tom Ferrow won it in the 90th."
    )
    sides = {g["scorer"]: g["team"] for g in printed_match(text)["goals"]}
    assert (sides["Sam Hart"], sides["Ben Pell"]) == ("Burnley", "Reading")
