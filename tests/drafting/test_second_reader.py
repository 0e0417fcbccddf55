"""What the words round a name, a dateline and a ground tell of goals and of who was at home."""

from __future__ import annotations

import json

import pytest

from knowledge.drafting import draft
from knowledge.drafting.reading import dateline_town
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
    assert dateline_town(text) == town


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
    text = "Oli Brandt grabbed a late winner as Macclesfield overcame Chester 3-2 at the Deva Stadium.\n"
    assert first(text)["home"] == "Chester"


def test_a_short_name_is_the_club_that_the_text_calls_so_in_full() -> None:
    """In a report on Hearts of Oak the short "Hearts" is no other club."""
    text = (
        "Hearts of Oak 2-1 Cotonsport\n"
        "Hearts of Oak beat Cotonsport 2-1 on Sunday.\n"
        "Kofi Asare scored both goals for Hearts before Jean Nkolo replied for Cotonsport.\n"
    )
    assert {g["team"] for g in first(text)["goals"] if g["scorer"] == "Kofi Asare"} == {"Hearts of Oak"}  # type: ignore[attr-defined]
