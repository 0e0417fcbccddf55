"""Reports from wider afield: clubs of further leagues, initials within names, whose goal something was."""

from __future__ import annotations

from tests.drafting.told import printed_goals, printed_match


def test_initials_within_a_clubs_name_do_not_part_it() -> None:
    text = (
        "Selangor beat Petaling Jaya (PJ) City FC 2-0 at home on Friday. Danny Ockham scored in the 20th minute"
        " and Sam Lock in the 70th."
    )
    match = printed_match(text)
    assert (match["home"], match["away"], match["score"]) == ("Selangor", "Petaling Jaya City FC", [2, 0])


def test_league_named_by_its_initials_plays_no_match() -> None:
    text = (
        "NPFL: Kano Pillars beat Abia Warriors 2-1\n\nKano Pillars on Wednesday defeated visiting Abia Warriors 2-1 in"
        " a match of the Nigeria Professional Football League (NPFL)."
    )
    match = printed_match(text)
    assert (match["home"], match["away"], match["score"]) == ("Kano Pillars", "Abia Warriors", [2, 1])


def test_land_of_a_club_with_its_initials_plays_no_match() -> None:
    text = "Hull City F.C. of England met Malmö of Sweden in Lisbon and won 1-0. Danny Ockham scored after 21 minutes."
    match = printed_match(text)
    assert {match["home"], match["away"]} == {"Hull City", "Malmö"}


def test_what_a_goal_is_called_before_its_scorer() -> None:
    text = (
        "Hull City beat Barrow 1-0 on Friday night. The winner was a rare moment of cunning by Danny Ockham midway"
        " through a first half of few chances."
    )
    assert [name for name, _ in printed_goals(text)] == ["Ockham"]


def test_shot_that_beats_a_keeper_is_a_goal() -> None:
    text = (
        "Hull City 1 Barrow 0\n\nDanny Ockham took a pass from Tom Weller and unleashed a fierce shot"
        " to beat experienced goalkeeper Ian Marlow in the 20th minute."
    )
    assert printed_goals(text) == [("Ockham", 20)]


def test_minute_behind_the_scorer_is_his() -> None:
    text = (
        "Hull City 2 Barrow 1\n\nSam Lock put Barrow ahead in the 45th minute but Hull equalised through Danny Ockham's"
        " penalty in the 50th minute."
        " Tom Weller made it 2-1 in the 80th minute."
    )
    assert sorted(printed_goals(text)) == [("Lock", 45), ("Ockham", 50), ("Weller", 80)]


def test_man_whose_first_name_is_a_clubs_scores() -> None:
    text = "Hull City 1 Barrow 0\n\nEverton Marlow put Hull City ahead in the 30th minute with a low drive."
    match = printed_match(text)
    assert {match["home"], match["away"]} == {"Hull City", "Barrow"}
    assert printed_goals(text) == [("Marlow", 30)]


def test_goal_that_another_had_a_hand_in_is_its_scorers() -> None:
    text = "Hull City 1 Barrow 0\n\nTom Weller had a hand in the only goal when Danny Ockham fired in on 86 minutes."
    assert printed_goals(text) == [("Ockham", 86)]
