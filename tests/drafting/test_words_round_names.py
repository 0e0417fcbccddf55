"""What the words round a name, a dateline and a ground tell of goals and of who was at home."""

from __future__ import annotations

import json

import pytest

from knowledge.drafting import draft
from knowledge.drafting.article import read
from knowledge.drafting.datelines import dateline_town
from knowledge.drafting.pair import Pair
from knowledge.drafting.reading import fold, is_title
from knowledge.drafting.side_words import leanings
from knowledge.drafting.wordings import odds, weights


def first(text: str) -> dict[str, object]:
    """Return the first match of a draft."""
    made: dict[str, object] = json.loads(draft(text).to_json())["matches"][0]
    return made


def test_words_round_a_name_tell_a_scorer() -> None:
    """Signs that stand round scorers speak for a goal, those round goalkeepers against it."""
    scored = odds(frozenset({"c verb>00", "L1 through", "lead"}), "en")
    saved = odds(frozenset({"aside", "L1 keeper", "L1 beat"}), "en")
    assert (scored or 0.0) > (saved or 0.0)


def test_a_language_without_weights_has_no_odds() -> None:
    """Nothing is said where nothing was learned."""
    assert weights("xx") == {}
    assert odds(frozenset({"lead"}), "xx") is None


@pytest.mark.parametrize(
    ("text", "town"),
    [
        (
            "BIRMINGHAM, England - Fulham striker Marco Bell struck twice as they beat the hosts on a wet night",
            "birmingham",
        ),
        ("A quiet afternoon saw nobody score at all in the early game of the day on Sunday", None),
    ],
)
def test_a_dateline_names_its_town(text: str, town: str | None) -> None:
    """The town in capitals that a report opens with is read before it is cut off."""
    assert fold(dateline_town(text) or "") == (town or "")


def test_a_report_written_from_a_club_s_town_puts_it_at_home() -> None:
    """Where no other word tells the hosts, the town of the dateline does."""
    text = (
        "BIRMINGHAM, England - Fulham striker Marco Bell struck two late goals as his side beat Aston Villa 4-2"
        " on Saturday to climb into the top half of the table.\nBell headed the third and fourth.\n"
    )
    assert first(text)["home"] == "Aston Villa"


def test_the_team_beaten_away_was_at_home() -> None:
    """A win told with "away" behind the beaten team puts that team at home."""
    text = (
        "Napoli struck three times in five minutes of the second half as they beat Lazio 4-1 away to go top.\n"
        "Jorge Bassi had put Lazio ahead.\n"
    )
    assert first(text)["home"] == "Lazio"


def test_a_ground_of_a_small_club_puts_it_at_home() -> None:
    """Grounds of clubs below the top divisions are known."""
    text = (
        "A late strike by Oli Brandt saw Macclesfield past Chester 3-2 on their visit to the Deva Stadium.\n"
    )
    assert first(text)["home"] == "Chester"


def test_a_short_name_is_the_club_that_the_text_calls_so_in_full() -> None:
    """In a report on Hearts of Oak the short "Hearts" is no other club."""
    text = (
        "Hearts of Oak 2-1 Cotonsport\n"
        "Hearts of Oak beat Cotonsport 2-1 on Sunday.\n"
        "Kofi Asare scored both goals for Hearts before Jean Nkolo replied for Cotonsport.\n"
    )
    assert {g["team"] for g in first(text)["goals"] if g["scorer"] == "Kofi Asare"} == {"Hearts of Oak"}  # type: ignore[attr-defined]


def test_the_unknown_name_spoken_of_as_a_team_is_the_other_one() -> None:
    """Where one club alone is known, who has a goalkeeper and is beaten is the other."""
    text = (
        "Hemel Hempstead Town ran out winners over Arkwood on Tuesday night.\n"
        "Joe Tanner scored on 12 minutes past the Arkwood keeper Sam Lilley, and Arkwood were never in it.\n"
    )
    assert first(text)["teams"] == ["Hemel Hempstead Town", "Arkwood"]


def test_a_passage_on_other_matches_is_left_out() -> None:
    """From "Elsewhere" on, teams, results and scorers are of other matches."""
    text = (
        "Edin Kovac scored as Roma beat Bologna.\n"
        "Kovac struck on 20 minutes and Roma never looked back.\n"
        "Roma stay second.\n"
        "Elsewhere in Serie A, Milan thrashed Palermo 4-0.\n"
        "Inter lost 2-1 at Crotone, with Diego Fani scoring twice for the hosts.\n"
    )
    match = first(text)
    assert match["teams"] == ["Roma", "Bologna"]
    assert [g["scorer"] for g in match["goals"]] == ["Edin Kovac"]  # type: ignore[attr-defined]


def test_the_words_between_two_names_tell_whom_somebody_plays_for() -> None:
    """A scorer named with one team leans to it, to neither where no team is named."""
    text = (
        "Leeds United 2-2 Hull City\n"
        "Leeds striker Joe Tanner put the hosts ahead before Hull's Sam Lilley levelled.\n"
        "Ben Arkwright scored a third goal.\n"
    )
    reading = read(text)
    pair = Pair(reading.matches[0].teams)
    lean = leanings(reading.rows, pair, "en")
    assert lean["joe tanner"] > 0 > lean["sam lilley"]
    assert leanings(reading.rows, pair, "xx") == {}


def test_a_sentence_with_a_verb_and_a_full_stop_is_no_headline() -> None:
    """A short sentence full of names is read for its names all the same."""
    assert not is_title("Morgan Ellis scored for Forest, Bryan Otto and Yoan Weiss for the Bees.")
    assert is_title("Ellis Scores As Forest Hold Brentford")


def test_who_opens_a_sentence_together_scored_together() -> None:
    """Each of three people who "scored" is told as surely as the last of them."""
    text = (
        "Adam Larsson, Kaori Mito, and Paul Gross scored for Brighton to lift them over Wolves 3-2.\n"
        "Goran Gusev and Rui Navas scored for the home side.\n"
    )
    assert {"Adam Larsson", "Kaori Mito"} <= {g["scorer"] for g in first(text)["goals"]}  # type: ignore[attr-defined]


def test_added_time_behind_the_sign_of_minutes_is_read() -> None:
    """The sign of minutes may stand before the added time."""
    text = "Leeds United 1-0 Hull City\nJoe Tanner scored (45'+1) as Leeds beat Hull City 1-0.\n"
    assert [g["minute"] for g in first(text)["goals"]] == [45]  # type: ignore[attr-defined]


def test_an_american_headline_names_the_winner_first() -> None:
    """The order of "A 3, B 2" tells nobody's home; a short name in it is the club that the text calls so in full."""
    text = (
        "Galaxy 3, Earthquakes 2\n"
        "SAN JOSE — Dejan Jovic scored on a penalty kick in the 61st minute and the Los Angeles Galaxy held off"
        " the San Jose Earthquakes.\n"
        "Tyler Bond gave Los Angeles the lead in the 16th minute.\n"
    )
    match = first(text)
    assert (match["home"], match["score"]) == ("San Jose Earthquakes", [2, 3])


def test_a_match_that_might_be_is_not_the_one() -> None:
    """What a defeat would have meant for a third club does not make it an opponent."""
    text = (
        "A comeback from PSV Eindhoven kept their title hopes alive at De Kuip.\n"
        "A loss for PSV would have allowed Ajax the chance to win the title at home to NEC.\n"
        "Igor Pais put Feyenoord ahead after five minutes before Noa Lang headed home and PSV beat Feyenoord 2-1.\n"
    )
    assert set(first(text)["teams"]) == {"PSV Eindhoven", "Feyenoord"}  # type: ignore[call-overload]


def test_strikes_are_goals_of_all_who_are_named() -> None:
    """Plural nouns of goals, and "providing the goals", tell each of the scorers."""
    text = (
        "Shamrock Rovers beat Bohemians 3-0 on Friday.\n"
        "Second-half strikes from Johnny Kerr, Daragh Boyle and Aaron Glynn made up for a quiet opening.\n"
    )
    assert {g["scorer"] for g in first(text)["goals"]} == {"Johnny Kerr", "Daragh Boyle", "Aaron Glynn"}  # type: ignore[attr-defined]
    text = "Shamrock Rovers won after beating Bohemians 2-0, with Trevor Cole and Rory Garvey providing the goals.\n"
    assert {g["scorer"] for g in first(text)["goals"]} == {"Trevor Cole", "Rory Garvey"}  # type: ignore[attr-defined]


def test_a_draw_that_is_earned_is_no_win() -> None:
    """Verbs of winning with "draw" behind them make the match a draw."""
    text = (
        "France pay penalty as Poland earn draw\n"
        "Kilian Mbeki scored but France were held by Poland.\n"
        "Robin Lewan's 79th-minute penalty cancelled out Mbeki's spot-kick.\n"
    )
    assert first(text)["score"] == [1, 1]
