"""English reports: clipped names, awards that are nobody, tickers without signs, who won it, results at the foot."""

from __future__ import annotations

import pytest

from tests.drafting.told import HEAD, printed_goals, printed_match


def test_a_clipped_surname_is_the_man_who_bears_it() -> None:
    text = (
        HEAD + "Up stepped Ferra to fire home from the spot on 24 minutes.\n\nTom Ferraboschi has nine goals."
    )
    assert printed_goals(text) == [("Ferraboschi", 24)]
    assert printed_match(text)["goals"][0]["scorer"] == "Tom Ferraboschi"


def test_a_clip_that_fits_two_men_is_neither() -> None:
    text = HEAD + "Ferra headed in on 24 minutes. Tom Ferraboschi and Ben Ferrandino were on the bench."
    assert printed_goals(text) == [("Ferra", 24)]


def test_a_name_in_capitals_yields_to_no_short_form() -> None:
    text = "FER KING\n\nTOM FERRABOSCHI struck in the 30th minute as Burnley beat Reading 1-0.\n\nFer ran the show."
    assert printed_match(text)["goals"][0]["scorer"] == "Tom Ferraboschi"


def test_an_award_scores_no_goal() -> None:
    text = HEAD + "The Ballon d’Or winner needed nine minutes to find the net with a low finish."
    assert all(name != "Ballon" for name, _ in printed_goals(text))


def test_a_club_without_its_article_is_the_club() -> None:
    text = (
        "Al-Nassr beat Al-Hilal 2-1 in Riyadh on Friday.\n\nHilal, backed by a loud crowd, went ahead through "
        "Tom Ferrow on 12 minutes. Ben Pell levelled for Nassr and Sam Kitchin hit the winner."
    )
    sides = {goal["scorer"]: goal["team"] for goal in printed_match(text)["goals"]}
    assert sides == {"Tom Ferrow": "Al-Hilal", "Ben Pell": "Al-Nassr", "Sam Kitchin": "Al-Nassr"}


TICKER = """Live: Burnley v Reading

FULL-TIME: Burnley 1-1 Reading

90+2 Six minutes will be added, we are told.

81 Change for Reading: Pell makes way.

68 GOAL! Burnley 0-1 Reading (Kitchin). Kitchin shoots low after Pell crosses and the Dutchman does the rest.

46 No changes at the break.

31 GOAL! Burnley 1-0 Reading (Ferrow). He heads it in.

9 Chance! Ferrow heads wide.
"""


def test_figures_that_open_the_lines_of_a_ticker_are_minutes() -> None:
    assert sorted(printed_goals(TICKER)) == [("Ferrow", 31), ("Kitchin", 68)]


def test_shirt_numbers_are_no_minutes() -> None:
    sheet = "\n".join(f"{n} {name}" for n, name in ((1, "Kitchin"), (5, "Pell"), (9, "Moss"), (48, "Quill")))
    text = f"{HEAD}Tom Ferrow scored twice, on 12 and 30 minutes.\n\n{sheet}\n"
    assert {name for name, _ in printed_goals(text)} == {"Ferrow"}


@pytest.mark.parametrize(
    ("told", "team"),
    [
        ("Tom Ferrow grabbed a late winner", "Burnley"),
        ("Tom Ferrow’s dramatic winner settled it", "Burnley"),
        ("Tom Ferrow scored a late consolation", "Reading"),
    ],
)
def test_what_a_goal_is_called_tells_whose_it_was(told: str, team: str) -> None:
    text = f"Burnley beat Reading 2-1 at Turf Moor.\n\n{told} with a fine finish in the 88th minute."
    assert [goal["team"] for goal in printed_match(text)["goals"]] == [team]


def test_the_result_at_the_foot_outweighs_the_first_leg() -> None:
    text = (
        "Burnley are out. They lost on Saturday with late goals from Tom Ferrow and Ben Pell on the night "
        "after last week’s 2-1 result at Reading.\n\nThe crowd went home in silence.\n\n"
        + "It rained.\n\n" * 9
        + "Burnley 0\nReading 2 (Tom Ferrow 54, Ben Pell 90+4)\n"
    )
    assert printed_match(text)["score"] == [0, 2]


def test_a_keeper_who_barely_moved_did_not_score() -> None:
    text = HEAD + (
        "Tom Ferrow drifted inside on 35 minutes and hit a shot so early that Sam Kitchin had barely moved by the "
        "time it nestled in the far corner."
    )
    assert [name for name, _ in printed_goals(text)] == ["Ferrow"]


def test_whoever_was_caught_out_is_not_the_man_of_another_land() -> None:
    text = (
        HEAD + "On 80 minutes Ben Pell was caught on his heels and the Frenchman plundered his seventh goal."
    )
    assert printed_goals(text) == []


def test_amends_are_a_goal_of_the_man_spoken_of() -> None:
    text = HEAD + (
        "Tom Ferrow somehow hit the bar from two yards.\n\nBut the big Nigerian made amends six minutes after the "
        "break.\n\nBen Pell slid it through and Ferrow kept his cool to dink it over Sam Kitchin."
    )
    assert printed_goals(text) == [("Ferrow", 51)]


def test_the_last_minute_of_the_half_is_before_the_break() -> None:
    text = HEAD + "In the last minute of the half Tom Ferrow headed home."
    assert printed_goals(text) == [("Ferrow", 45)]


def test_lines_of_moments_tell_which_goal_it_was() -> None:
    text = (
        "Burnley 3-0 Reading\n\nKey moments\n\n9' Ferrow slots in\n27' Pell heads second\n"
        "78' Kitchin drives in third from distance\n\nTom Ferrow, Ben Pell and Sam Kitchin were the heroes."
    )
    assert sorted(printed_goals(text)) == [("Ferrow", 9), ("Kitchin", 78), ("Pell", 27)]


@pytest.mark.parametrize(
    ("told", "goals"),
    [
        ("Tom Ferrow fired into the side netting on 20 minutes.", []),
        ("Reading could not cope, Tom Ferrow converting Ben Pell’s cross on four minutes.", [("Ferrow", 4)]),
        ("Burnley took a 1-0 lead in the 19th minute on Tom Ferrow’s second career goal.", [("Ferrow", 19)]),
        ("Ben Pell threatened on Tom Ferrow’s goal.", []),
        (
            "Reading led, only for Tom Ferrow to pop up at the back post with six minutes left.",
            [("Ferrow", 84)],
        ),
        ("The referee decided that Ben Pell had handled Tom Ferrow’s header on 20 minutes.", []),
    ],
)
def test_what_is_a_goal_and_what_is_not(told: str, goals: list[tuple[str, int | None]]) -> None:
    assert printed_goals(HEAD + told) == goals


def test_a_charge_that_was_dented_wins_nothing() -> None:
    text = (
        "Tom Ferrow struck late as Burnley dented Reading’s promotion charge with a 2-1 victory at Turf Moor."
    )
    match = printed_match(text)
    assert (match["home"], match["score"]) == ("Burnley", [2, 1])


def test_a_town_of_two_words_with_its_state_is_a_dateline() -> None:
    text = (
        "ST. PAUL, Minn. (AP) -- Tom Ferrow scored twice to lead Minnesota United to a 2-1 victory over the Houston "
        "Dynamo on Saturday.\n\nBen Pell tied it for the Dynamo (2-5-3) in the 40th minute."
    )
    goals = printed_match(text)["goals"]
    assert [g["team"] for g in goals if g["scorer"] == "Ben Pell"] == ["Houston Dynamo"]


def test_what_is_told_again_gives_its_minute_to_the_man_named_beside_it() -> None:
    text = (
        "Burnley 1-2 Reading\n\nBen Pell scored twice as Reading came from a goal down. Tom Ferrow had put Burnley "
        "ahead with a free-kick.\n\nBurnley started well and it was no surprise when they scored in the 23rd minute, "
        "Ferrow doing what he does best.\n\nThe equaliser in the 44th minute changed the mood. Pell peeled away to "
        "head in.\n\nReading went in front on 57 minutes."
    )
    assert sorted(printed_goals(text)) == [("Ferrow", 23), ("Pell", 44), ("Pell", 57)]


@pytest.mark.parametrize(
    ("told", "minute"),
    [
        ("Tom Ferrow headed in on the stroke of halftime.", 45),
        (
            "Ben Pell was sent off in the 16th minute. It took Burnley barely five minutes to make the extra man pay.",
            21,
        ),
    ],
)
def test_minutes_as_they_are_told(told: str, minute: int) -> None:
    text = f"{HEAD}{told} Tom Ferrow whipped it over the wall and in off the bar."
    assert ("Ferrow", minute) in printed_goals(text)


def test_the_second_of_two_who_erred_did_not_score() -> None:
    text = (
        HEAD
        + "Tom Ferrow struck, cashing in on a mix-up between Sam Kitchin and Ben Pell to pass into an empty net."
    )
    assert [name for name, _ in printed_goals(text)] == ["Ferrow"]


def test_the_opening_game_of_a_matchday_is_this_one() -> None:
    text = (
        "It was a good night.\n\nBurnley eased to a 3-0 win over Reading in the opening game of Matchday 24."
    )
    assert printed_match(text)["score"] == [3, 0]


def test_whoever_scores_off_a_ball_not_held_plays_with_the_man_who_shot() -> None:
    text = (
        "Burnley beat Reading 2-1 at Turf Moor.\n\nSam Kitchin, on for Tom Ferrow, grabbed the winner late on.\n\n"
        "The first two goals were scrappy. Ben Pell bundled in after Joe Moss failed to hold Ferrow’s effort.\n\n"
        "Al Quill drilled in at the other end."
    )
    sides = {goal["scorer"]: goal["team"] for goal in printed_match(text)["goals"]}
    assert sides["Ben Pell"] == "Burnley"


def test_what_a_club_calls_itself_is_no_man() -> None:
    text = (
        "Burnley edged Reading 1-0 at Turf Moor.\n\nTom Ferrow was the hero for the People’s Elephant. "
        "The lanky forward rose in the 56th minute to nod in Ben Pell’s cross."
    )
    assert printed_goals(text) == [("Ferrow", 56)]


@pytest.mark.parametrize(
    "told",
    [
        "On 90 minutes a header on from Ben Pell and the giant Nigerian swivels and thumps it past Sam Kitchin.",
        "The Montenegrin held him off, Sam Kitchin came and did not get there, and it trickled into an empty goal.",
    ],
)
def test_another_who_is_only_called_by_his_people_scored(told: str) -> None:
    assert printed_goals(HEAD + told) == []


@pytest.mark.parametrize(
    ("told", "goals"),
    [
        ("Ben Pell struck. Pell needed only 26 seconds to open the scoring.", [("Pell", 1)]),
        ("In the 76th minute Tom Ferrow was hauled down by Ben Pell and picked himself up to slot the spot-kick to Joe "
         "Moss’s left.", [("Ferrow", 76)]),
        ("Tom Ferrow headed in on 20 minutes, the goal given after a VAR check for offside.", [("Ferrow", 20)]),
        ("Reading equalised in the 28th minute when Tom Ferrow punished a mistake by Ben Pell.", [("Ferrow", 28)]),
        ("Tom Ferrow got the first on 58, curling into the corner, and Ben Pell wrapped things up with his second late "
         "on.", [("Ferrow", 58), ("Pell", None), ("Pell", None)]),
    ],
)  # fmt: skip
def test_goals_as_they_are_told(told: str, goals: list[tuple[str, int | None]]) -> None:
    assert sorted(printed_goals(HEAD + told), key=str) == goals


def test_a_portuguese_name_keeps_its_particle() -> None:
    text = (
        HEAD
        + "Bergson da Silva headed in on seven minutes. Bergson then netted his second in the 66th minute."
    )
    goals = printed_match(text)["goals"]
    assert [(g["scorer"], g["minute"]) for g in goals] == [("Bergson da Silva", 7), ("Bergson da Silva", 66)]


def test_a_run_that_was_ended_tells_who_won() -> None:
    text = (
        "Reading end Burnley’s unbeaten home record\n\nTom Ferrow’s finish proved enough for Reading to leave "
        "Turf Moor with all three points. Ferrow scored on 32 minutes."
    )
    match = printed_match(text)
    assert (match["home"], match["score"]) == ("Burnley", [0, 1])


def test_whoever_won_a_penalty_plays_with_the_man_who_took_it() -> None:
    text = (
        "Burnley 3-1 Reading\n\nBen Pell scored for Burnley on 10 minutes. Al Quill levelled for Reading. Pell was "
        "tripped and Tom Ferrow sent the goalkeeper the wrong way from the spot.\n\nPell got the third on 58."
    )
    sides = {goal["scorer"]: goal["team"] for goal in printed_match(text)["goals"]}
    assert sides == {"Ben Pell": "Burnley", "Al Quill": "Reading", "Tom Ferrow": "Burnley"}


def test_a_side_that_was_two_down_to_the_hosts_won() -> None:
    text = (
        "Reading are through.\n\nTwo goals down at the interval to hosts Burnley at Turf Moor, Ann Moss’s side "
        "produced a recovery to win 3-2 and reach the final."
    )
    assert printed_match(text)["score"] == [2, 3]


def test_whoever_headed_in_a_corner_goes_on_to_score_the_next() -> None:
    text = (
        "Burnley 2-0 Reading\n\nTom Ferrow was the hero. The striker headed in Ben Pell's corner in the 24th minute "
        "and then raced clear to double the lead on the half-hour."
    )
    goals = printed_match(text)["goals"]
    assert [(g["scorer"], g["minute"]) for g in goals] == [("Tom Ferrow", 24), ("Tom Ferrow", 30)]


def test_whoever_turns_provider_does_not_score() -> None:
    text = (
        "Burnley 3-0 Reading\n\nTom Ferrow opened the scoring on 14 minutes. Ben Pell tapped in on 57 minutes and "
        "the striker then turned provider for Ferrow’s second, a drive that gave Al Quill no chance in the 70th minute."
    )
    goals = printed_match(text)["goals"]
    assert [(g["scorer"], g["minute"]) for g in goals] == [
        ("Tom Ferrow", 14),
        ("Ben Pell", 57),
        ("Tom Ferrow", 70),
    ]


def test_minutes_of_extra_time_seconds_and_replies_from_the_spot() -> None:
    text = (
        "Burnley 3-2 Reading\n\nIt needed just 70 seconds for Tom Ferrow to score. Al Quill headed Reading level in "
        "the 30th minute, only for Ben Pell to respond from the spot in the 44th minute.\n\nJim Rusk made it 2-2 in "
        "the 80th minute. Ferrow fired in the winner three minutes into the second period of extra time."
    )
    goals = printed_match(text)["goals"]
    assert [(g["scorer"], g["minute"]) for g in goals] == [
        ("Tom Ferrow", 2), ("Al Quill", 30), ("Ben Pell", 44), ("Jim Rusk", 80), ("Tom Ferrow", 108),
    ]  # fmt: skip


def test_whoever_sends_on_a_scorer_coaches_his_side() -> None:
    text = (
        "Burnley 1-1 Reading\n\nTom Ferrow gave Burnley the lead in the tenth minute. Joe Kell threw on Al Quill with "
        "a quarter of an hour left and was rewarded when Quill equalised for Reading in the 86th minute."
    )
    assert printed_match(text)["coaches"] == {"Reading": "Joe Kell"}
