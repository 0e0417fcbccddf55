"""English reports as web pages carry them: who won by a sentence's build, page furniture, shoot-outs, home sides."""

from __future__ import annotations

import pytest

from tests.drafting.told import goals_read, teams_and_score


@pytest.mark.parametrize(
    "text",
    [
        "Reading scored twice in the last ten minutes to beat 10-man Barnsley 2-1 at Oakwell and earn a first win.",
        "Barnsley fall to a surprise loss at home to Reading. Goals saw Reading upset Barnsley 2-1 and earn a point.",
        "Barnsley welcomed Reading to Oakwell. The match concluded 2-1 in favour of the visitors.",
        "Reading are through. By winning 2-1 in the away match, Reading live on. Barnsley could not reply.",
        "Barnsley saw enough of Will Hartley, who hit the winner in Reading's 2-1 Yorkshire derby victory at Oakwell.",
        "Reading were happy at Oakwell. Barnsley were unable to beat Reading, suffering a 2-1 defeat in front of few.",
        "Reading came to Oakwell on a poor run. They went on to inflict a 2-1 defeat on Barnsley all the same.",
    ],
)
def test_winner_is_told_by_the_build_of_the_sentence(text: str) -> None:
    assert teams_and_score(text) == (("barnsley", "reading"), (1, 2))


def test_result_of_two_weeks_ago_is_another_match() -> None:
    text = (
        "Burnley beat Watford 2-1 at Vicarage Road. It gave Burnley some revenge after a 3-0 loss at the hands "
        "of Watford two weeks ago."
    )
    assert teams_and_score(text) == (("watford", "burnley"), (1, 2))


def test_lines_of_a_team_sheet_and_of_a_page_tell_no_goals() -> None:
    text = (
        "Club News\nHull 0-1 Stoke\nWill Hartley headed the winner for Stoke.\nLine-ups\nHull\n- 16Petersson\n"
        "- 24MarchettiSubstituted forOduyaat 60'minutes\n- 5BrandtBooked at 30mins\nLeave Comment"
    )
    assert teams_and_score(text) == (("hull", "stoke"), (0, 1))
    assert [scorer for scorer, _ in goals_read(text)] == ["will hartley"]


def test_kicks_of_a_shoot_out_are_no_goals() -> None:
    text = (
        "Stoke won 6-5 in a penalty shoot-out in their cup tie with Hull at the MKM Stadium. Neither side could find "
        "a breakthrough in normal time. Teenager Will Hartley scored for Stoke to make it 6-5."
    )
    assert teams_and_score(text) == (("hull", "stoke"), (0, 0))
    assert goals_read(text) == []


def test_totals_with_first_half_and_scorers_in_brackets_below() -> None:
    text = (
        "Friendly\nHull City (1) 2\n(Will Hartley 44, Owen Pike 72)\nStoke City (1) 1\n(Sam Doyle 36)\n"
        "Attendance 190 on a grey afternoon."
    )
    assert teams_and_score(text) == (("hull", "stoke"), (2, 1))
    assert {("will hartley", 44), ("owen pike", 72)} <= set(goals_read(text))


def test_minute_in_brackets_may_be_an_ordinal() -> None:
    text = "Hull 2-0 Stoke\nHull 2\nWill Hartley (4th minute)\nOwen Pike (16th minute)\nStoke 0\nHull won with ease."
    assert set(goals_read(text)) == {("will hartley", 4), ("owen pike", 16)}


@pytest.mark.parametrize(
    "text",
    [
        "Hull beat Stoke 1-0 in front of their own supporters thanks to a header by Will Hartley.",
        "Hull beat Stoke 1-0. Stoke are yet to achieve a result on the road against a side like Hull.",
        "Stoke's unbeaten run is over after a 1-0 defeat away at Hull. They meet Derby at the bet365 Stadium next.",
        "Stoke lost 1-0 to Hull. Hull rarely put a foot wrong on their home ground and Stoke never threatened.",
    ],
)
def test_home_side_is_told_by_crowds_and_journeys(text: str) -> None:
    assert teams_and_score(text) == (("hull", "stoke"), (1, 0))


def test_who_headed_over_from_a_corner_and_who_made_a_goal_did_not_score() -> None:
    text = (
        "Hull beat Stoke 2-0 at the MKM Stadium. Sam Doyle headed over from Owen Pike's corner on 23 minutes. Will "
        "Hartley opened the scoring in the 40th minute. It was Owen Pike who orchestrated the second goal before "
        "Luke Carr netted in the 80th minute."
    )
    assert {scorer for scorer, _ in goals_read(text)} == {"will hartley", "luke carr"}


def test_under_a_minute_is_the_first() -> None:
    text = "Hull beat Stoke 1-0. Will Hartley scored in under a minute for Hull and that was that."
    assert goals_read(text) == [("will hartley", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Hull could only muster a 1-1 draw with Stoke at the MKM Stadium. It was their first meeting since a "
        "semi-final of 2022, when Hull triumphed 4-0. Will Hartley scored for Hull, Sam Doyle for Stoke.",
        "A fine night for Hull. Three years ago Hull were beaten 3-2 by Stoke in the semi-final of the cup. This "
        "time they drew 1-1 at the MKM Stadium. Will Hartley scored for Hull, Sam Doyle for Stoke.",
        "Hull drew 1-1 with Stoke at the MKM Stadium. Hull made three changes from the side that earned a 2-0 win "
        "over Derby. Will Hartley scored for Hull, Sam Doyle for Stoke.",
    ],
)
def test_score_of_another_day_is_not_the_final_one(text: str) -> None:
    assert teams_and_score(text) == (("hull", "stoke"), (1, 1))


def test_names_that_a_page_sets_on_lines_of_their_own_belong_to_the_sentence() -> None:
    text = (
        "Goals from Will Hartley and Owen Pike were decisive as\nHull\nbeat\nStoke\n2-0 at home last night."
    )
    assert teams_and_score(text) == (("hull", "stoke"), (2, 0))


def test_what_a_victory_led_to_tells_the_winner() -> None:
    text = (
        "The derby between Hull and Stoke was a nice shock for all. Will Hartley opened the scoring (1-0). They kept "
        "it to the end (1-0). With this victory, Hull are fifth, two points behind Derby. Stoke stay tenth."
    )
    assert teams_and_score(text) == (("hull", "stoke"), (1, 0))


def test_one_apiece_is_a_goal_of_each() -> None:
    text = "Hull beat Stoke 3-0. Will Hartley opened the scoring, with Owen Pike and Sam Doyle adding one apiece."
    assert {scorer for scorer, _ in goals_read(text)} == {"will hartley", "owen pike", "sam doyle"}


def test_lead_may_name_the_winner_by_a_nickname_alone() -> None:
    text = (
        "The Subway Rockets defeated Stoke 1-0 at the MKM Stadium. A late goal from Will Hartley was enough as Hull "
        "met Stoke for the first time. Hull must not lose next. Leeds defeated Derby 2-0 overnight. Hull were calm."
    )
    assert set(teams_and_score(text)[0]) == {"hull", "stoke"}


def test_side_of_a_coach_is_not_the_team_named_before() -> None:
    text = (
        "Hull fall to Stoke at the MKM Stadium. Stoke and Hull met on a wet day, and Sam Doyle's boys emerged winners "
        "with a 2-1 victory over the champions."
    )
    assert teams_and_score(text) == (("hull", "stoke"), (1, 2))


def test_dots_lead_to_goals_and_days_of_a_season_are_no_goals() -> None:
    text = (
        "Championship Gameweek 8\nHull. . .1\nStoke. . . .0\nHull recovered their confidence with a win over Stoke at "
        "the MKM Stadium. Will Hartley scored in the 77th minute."
    )
    assert teams_and_score(text) == (("hull", "stoke"), (1, 0))
    assert goals_read(text) == [("will hartley", 77)]
