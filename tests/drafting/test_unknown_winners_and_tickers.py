"""English reports: unknown clubs that win, lands and towns that play no match, lists and tickers of club sites."""

from __future__ import annotations

import pytest

from knowledge.drafting.article import read
from tests.drafting.told import goals_read, teams_and_score


@pytest.mark.parametrize(
    "opening",
    [
        "Tolva Dynasty beat Barnsley 2-1 on Saturday in front of a thin crowd.",
        "Tolva Dynasty advanced to the FA Cup quarter-finals with a 2-1 win at Barnsley on Saturday.",
        "Tolva Dynasty kept their hopes of going up alive, recording a 2-1 win over Barnsley on Saturday.",
    ],
)
def test_unknown_name_that_beats_a_team_is_a_team(opening: str) -> None:
    text = f"{opening} Joe Price scored in the 12th minute and Will Hartley made it two after the break."
    assert set(teams_and_score(text)[0]) == {"x:tolva dynasty", "barnsley"}


def test_land_of_a_club_plays_no_match() -> None:
    text = (
        "Australia’s Sydney FC beat Japan’s Kashima Antlers 1-0 on Thursday. Joe Price scored in the eighth minute. "
        "Sydney held on late in the game as Kashima pushed forward."
    )
    assert (
        set(teams_and_score(text)[0]) == {"sydney", "kashima-antlers"}
        or "japan" not in teams_and_score(text)[0]
    )


def test_nations_that_met_in_a_club_s_town_are_the_teams() -> None:
    text = (
        "Wales U21 1 - 2 Scotland U21\n\nScotland coach Paul Stone began his work with a fine win in Wrexham.\n\n"
        "Two late goals saw his side end the week with a 2-1 win over Wales in Wrexham. Joe Price scored the first."
    )
    assert set(teams_and_score(text)[0]) == {"wales", "scotland"}


def test_club_that_somebody_was_at_once_is_no_opponent() -> None:
    text = (
        "Barnsley manager Paul Stone learned much during his Leeds days, and his men struck late to see off "
        "Reading 3-2 and record another home success. Joe Price put Reading ahead after 12 minutes."
    )
    assert set(teams_and_score(text)[0]) == {"barnsley", "reading"}


def test_real_alone_is_the_one_of_madrid() -> None:
    text = (
        "Villarreal grabbed a share of the points at the Bernabeu in a 1-1 draw on Sunday. Joe Price put Real ahead "
        "with a penalty. Will Hartley spoiled the evening and Real dropped points. Real pressed."
    )
    assert teams_and_score(text) == (("real-madrid", "villarreal"), (1, 1))


def test_win_told_with_the_verb_far_from_the_score() -> None:
    text = "Promotion chasers Reading saw off Barnsley with a 2-1 win on Tuesday. Joe Price scored twice."
    assert read(text).matches[0].score in ((2, 1), (1, 2))
    match = read(text).matches[0]
    assert match.score
    assert match.score[match.teams.index("reading")] == 2


def test_town_of_the_other_team_behind_a_result_is_where_it_was_played() -> None:
    text = (
        "Arsenal left Europe after falling short in Monaco. The guests earned a 2-0 win, yet Monaco went through on "
        "away goals."
    )
    assert read(text).matches[0].teams == ("monaco", "arsenal")


def test_deficit_to_be_overcome_is_no_result() -> None:
    text = (
        "Barcelona won 2-0 at Eibar on Saturday. Joe Price scored both goals. Rivals Sevilla have to overturn a 2-1 "
        "deficit next Wednesday."
    )
    assert teams_and_score(text) == (("eibar", "barcelona"), (0, 2))


def test_level_on_aggregate_is_no_draw() -> None:
    text = (
        "Monaco 0-2 Arsenal\n\nArsenal went out although the tie finished level on aggregate. Joe Price scored in "
        "the 36th minute and Will Hartley in the 79th."
    )
    assert teams_and_score(text)[1] == (0, 2)


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("Leeds 2 v Barnsley 3 - cup tie\n\nA wild night at Elland Road.", (2, 3)),
        (
            "Under-21 Cup/Leeds 3 Barnsley 1: Paul Stone’s side went on with their fine run on a cold night.",
            (3, 1),
        ),
    ],
)
def test_results_behind_a_label_or_with_a_v(text: str, score: tuple[int, int]) -> None:
    assert teams_and_score(text) == (("leeds", "barnsley"), score)


def test_goals_of_the_first_half_in_brackets_are_no_minutes() -> None:
    text = (
        "Leeds 2 Barnsley 1\n\nLeeds (1) 2 Price 27, Stone 58 (pen)\nBarnsley (1) 1 - Will Hartley 40\nAtt. 5,319\n\n"
        "Leeds were the better side all afternoon at Elland Road."
    )
    assert sorted(minute or 0 for _, minute in goals_read(text)) == [27, 40, 58]


def test_scorers_behind_each_total_with_an_own_goal() -> None:
    text = (
        "Cup: Leeds 1 (Adams 12) Barnsley 2 (Price 76; Boyes OG 78)\n\nBarnsley came from behind to win at Leeds. "
        "Tom Adams struck early, Joe Price levelled and Sam Boyes scored an own goal."
    )
    match = read(text).matches[0]
    assert [(g.minute, g.kind) for g in match.goals] == [(12, "goal"), (76, "goal"), (78, "own_goal")]


def test_ticker_with_a_dash_behind_the_minute() -> None:
    text = (
        "Leeds 1-1 Barnsley\n\nSummary:\n2 – GOAL: Leeds open the scoring through Joe Price’s deflected strike.\n"
        "15: Will Hartley drives into the box and hits the side netting.\n"
        "29 – GOAL: Stone floats the ball across and Adam Pike heads home for Barnsley!\n"
        "37: Stone skips past two men, but his cross is claimed."
    )
    assert goals_read(text) == [("joe price", 2), ("adam pike", 29)]


def test_date_behind_an_author_is_no_goal() -> None:
    text = (
        "Leeds hit Barnsley hard\n\nMark HallamMay 5, 2013\n\nBarnsley lost 2-0 at Leeds. Joe Price and Will Hartley "
        "scored the goals for Leeds."
    )
    assert sorted(s for s, _ in goals_read(text)) == ["joe price", "will hartley"]


def test_minute_behind_another_scorer_is_his() -> None:
    text = (
        "Leeds beat Barnsley 2-0. Joe Price’s first-half header and Will Hartley’s 79th-minute effort won it."
    )
    assert dict(goals_read(text)) == {"joe price": None, "will hartley": 79}


def test_own_goal_nearly_scored_is_none() -> None:
    text = (
        "Leeds 1-0 Barnsley\n\nJoe Price scored in the 12th minute. Will Hartley nearly put a corner into "
        "his own net and Adam Pike nearly turned a cross into his own net."
    )
    assert goals_read(text) == [("joe price", 12)]


def test_goals_on_either_side_of_an_own_goal() -> None:
    text = (
        "Leeds lost 3-2 to Barnsley. Joe Price’s header and Will Hartley’s penalty came either side of an Adam Pike "
        "own goal before half-time."
    )
    assert {"joe price", "will hartley"} <= {s for s, _ in goals_read(text)}


def test_goal_of_the_lead_without_a_minute_may_be_the_last() -> None:
    text = (
        "Joe Price sent Leeds through with a late header in extra time at Barnsley. Will Hartley put Barnsley ahead "
        "in the 20th minute. Adam Pike equalised for Leeds in the 86th minute."
    )
    match = read(text).matches[0]
    assert match.score
    assert match.score[match.teams.index("leeds")] == 2


def test_win_without_a_score_is_a_match_all_the_same() -> None:
    text = (
        "Liverpool’s men needed some luck for a late win at Swansea. Swansea keeper Joe Price made a "
        "brilliant save from Will Hartley before half-time. Adam Pike hit the post late on."
    )
    assert set(read(text).matches[0].teams) == {"swansea", "liverpool"}


def test_goals_of_another_match_told_beside_this_one_are_left_out() -> None:
    text = (
        "Juventus beat Lyon 2-1 on Wednesday. Joe Price levelled in the 71st minute before Will Hartley struck on 81 "
        "minutes. In London, Adam Pike put Wolfsburg ahead of Arsenal after 19 minutes, nodding in a corner. "
        "It was Pike’s ninth goal of the competition. Arsenal grabbed a leveller in the 89th minute through Tom Stone."
    )
    assert goals_read(text) == [("joe price", 71), ("will hartley", 81)]


@pytest.mark.parametrize(
    "shot",
    [
        "came within inches of equalising with a free-kick",
        "slid in to block a shot",
    ],
)
def test_what_only_came_near_is_no_goal(shot: str) -> None:
    text = f"Leeds beat Barnsley 1-0. Joe Price scored in the 12th minute. Will Hartley {shot} in the 40th minute."
    assert goals_read(text) == [("joe price", 12)]


def test_goal_that_halves_the_deficit() -> None:
    text = (
        "Leeds drew 2-2 with Barnsley. Joe Price and Adam Pike scored for Leeds early on. Will Hartley was sent on "
        "to halve the deficit and Tom Stone struck a late equaliser."
    )
    assert {"will hartley", "tom stone"} <= {s for s, _ in goals_read(text)}


def test_match_to_come_names_no_opponent() -> None:
    text = (
        "England began the summer well. They are building towards their opening match against "
        "Austria on July 6. Joe Price and Will Hartley scored for England. Belgium were sharper early on; "
        "Belgium keeper Adam Pike made two saves."
    )
    assert set(teams_and_score(text)[0]) == {"england", "belgium"}


def test_score_of_last_august_is_another_day_s() -> None:
    text = (
        "Barnsley lost at Leeds. Leeds had won 4-0 last August, but Barnsley now looked the "
        "better side. Joe Price’s 69th-minute goal settled it."
    )
    assert teams_and_score(text)[1] == (1, 0)


def test_team_put_out_of_a_cup_by_another_lost() -> None:
    text = (
        "Reading dumped out of the FA Cup by rivals Barnsley\n\nReading’s run ended at Oakwell on a cold night.\n\nA "
        "strong Barnsley side won 2-0 thanks to strikes from Joe Price and Will Hartley."
    )
    assert teams_and_score(text) == (("barnsley", "reading"), (2, 0))


def test_scorer_left_free_to_score() -> None:
    text = "Leeds drew 1-1 with Barnsley. Joe Price scored. Then Adam Pike left Will Hartley unmarked to slot home."
    assert sorted(s for s, _ in goals_read(text)) == ["joe price", "will hartley"]


def test_two_clubs_of_one_town_are_told_apart() -> None:
    text = (
        "Cardiff City 3-0 Cardiff Met\n\nThe Bluebirds took revenge on Cardiff Met. Anna Price got the first inside "
        "seven minutes. Eliza Stone added two more for City as Cardiff City ran out 3-0 winners."
    )
    assert teams_and_score(text)[1] == (3, 0)


def test_defeat_to_recover_from_names_no_opponent() -> None:
    text = (
        "Larne boss Joe Price praised his men after a win over Coleraine on Saturday. Larne edged Coleraine 2-1 to "
        "bounce back from the midweek defeat by St Gallen. Will Hartley and Adam Pike scored."
    )
    assert set(teams_and_score(text)[0]) == {"larne", "coleraine"}


def test_minutes_written_out_in_a_list() -> None:
    text = (
        "Rangers 0\n\nLeeds 2\n\n- J Price (45th minute, 73rd minute)\n\nRangers 0-2 Leeds: Joe Price sinks Rangers\n\n"
        "Goals in each half from Joe Price won it for Leeds at Ibrox."
    )
    assert sorted(minute or 0 for _, minute in goals_read(text)) == [45, 73]


def test_club_called_like_a_day_has_fixtures() -> None:
    text = "Barnsley 3 Sheffield Wednesday 1\n\nA wild night at Oakwell. Joe Price and Will Hartley had fine games."
    assert teams_and_score(text) == (("barnsley", "sheffield-wednesday"), (3, 1))


def test_lead_that_held_a_few_minutes_tells_the_minute() -> None:
    text = (
        "Barnsley 2 Leeds 1\n\nJoe Price gave Leeds a 53rd-minute lead. That lead stood for just four "
        "minutes, as Barnsley came back. Will Hartley levelled with a header. Adam Pike won it in the 80th minute."
    )
    assert dict(goals_read(text))["joe price"] == 53
