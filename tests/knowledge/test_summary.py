"""A match in short, and which answers a picture suits."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from knowledge import LANGUAGES, Answer, Context, Knowledge, Language
from knowledge.base.match_labels import match_label, match_question
from knowledge.base.schema import EventPart, FactPart, MatchPart
from knowledge.base.summary import LONGEST, Summary
from knowledge.models import Name

DECEMBER = "atalanta-inter-2025-12-28"
NOVEMBER = "atalanta-inter-2023-11-04"


def name(id_: str, kind: str, shown: str, article: str = "", **more: Any) -> Name:
    town, stadium = more.get("town"), more.get("stadium")
    articles = {"it": article, "en": more.get("the", "")}
    return Name(id_, kind, {"en": shown, "it": shown}, articles, "f", "singular", town, stadium, None, ())


NAMES = {
    n.id: n
    for n in (
        name("inter", "club", "Inter", "l'"),
        name("roma", "club", "Roma", "la", stadium="olimpico"),
        name("europa-league", "competition", "Europa League", "l'", the="the"),
        name("serie-a", "competition", "Serie A", "la"),
        name("olimpico", "place", "Olimpico", "l'", the="the"),
        name("dublin", "place", "Dublin"),
        name("thuram", "person", "Thuram"),
        name("dybala", "person", "Dybala"),
        name("barella", "person", "Barella"),
    )
}


def match(**fields: Any) -> MatchPart:
    return MatchPart.model_validate({"id": "roma-inter", "home": "roma", "away": "inter"} | fields)


def event(kind: str, player: str, team: str, **more: Any) -> EventPart:
    fields = {"id": "e", "match": "roma-inter", "kind": kind, "player": player, "team": team}
    return EventPart.model_validate(fields | more)


def told(part: MatchPart, language: Language, *events: EventPart, facts: tuple[FactPart, ...] = ()) -> str:
    from knowledge.base.match_labels import match_slots

    return Summary(part, events, facts, NAMES).text(language, match_slots(part, NAMES, language))


DATED = {"competition": "serie-a", "date": dt.date(2024, 5, 5), "venue": "olimpico"}


def test_a_goal_is_told_with_its_minute_and_assist() -> None:
    goal = event("goal", "thuram", "inter", minute=12, assist="barella")
    part = match(score=(0, 1), half_time=(0, 1), **DATED)
    assert told(part, "en", goal) == (
        "Inter beat Roma 1-0 at the Olimpico in Serie A on 5 May 2024 (1-0 at half-time). "
        "Thuram scored for Inter in the 12th minute, set up by Barella."
    )
    assert told(part, "it", goal).startswith(
        "L'Inter ha battuto la Roma 1-0 all'Olimpico in Serie A il 5 maggio 2024 (1-0 all'intervallo). "
    )


def test_several_goals_are_told_by_side_each_scorer_once_and_the_winner_first() -> None:
    goals = (
        event("goal", "dybala", "roma", minute=9),
        event("goal", "thuram", "inter", minute=12),
        event("penalty", "barella", "inter", outcome="scored", minute=30),
        event("goal", "thuram", "inter", minute=80),
    )
    part = match(score=(1, 3), **DATED)
    assert told(part, "en", *goals).endswith(
        "Thuram (12', 80') and Barella (30', penalty) scored for Inter; Dybala (9') for Roma."
    )
    assert told(part, "it", *goals).endswith(
        "Per l'Inter hanno segnato Thuram (12', 80') e Barella (30', rigore); per la Roma Dybala (9')."
    )


def test_missed_chances_follow_the_goals() -> None:
    part = match(score=(0, 0), **DATED)
    missed = (event("miss", "dybala", "roma"), event("penalty", "thuram", "inter", outcome="saved"))
    assert told(part, "en", *missed) == (
        "Roma and Inter drew 0-0 at the Olimpico in Serie A on 5 May 2024. "
        "Dybala and Thuram (penalty) missed chances."
    )
    assert told(part, "en", missed[0]).endswith("Dybala missed a chance.")


def test_a_cup_tie_without_score_or_date_names_its_round_and_year() -> None:
    part = match(winner="inter", competition="europa-league", stage="final", year=2024, venue="dublin")
    assert told(part, "en") == "Inter beat Roma in Dublin in the 2024 Europa League final."
    assert told(
        part, "it"
    ) == "L'Inter ha battuto la Roma a Dublino nella finale dell'Europa League 2024.".replace(
        "Dublino", "Dublin"
    )


def test_where_nothing_else_is_told_a_fact_tells_the_story() -> None:
    raw = {"id": "f", "topic": "weather", "about": ["roma-inter"], "en": "It rained.", "it": "Pioveva."}
    story = {**raw, "id": "g", "topic": "course", "en": "Inter ran the show.", "it": "Comandò l'Inter."}
    facts = (FactPart.model_validate(raw), FactPart.model_validate(story))
    assert told(match(year=2020), "en", facts=facts) == "Roma and Inter met in 2020. Inter ran the show."
    assert told(match(), "it", facts=facts[:1]) == "La Roma e l'Inter si sono affrontate. Pioveva."


def test_a_summary_stays_short_whatever_is_told() -> None:
    many = [event("miss", p, "roma", minute=m) for m, p in enumerate(("dybala", "thuram", "barella") * 9, 1)]
    goals = [event("goal", "thuram", "inter", minute=m) for m in range(1, 60)]
    part = match(score=(0, 59), half_time=(0, 40), **DATED)
    for language in LANGUAGES:
        assert len(told(part, language, *goals[:9], *many)) <= LONGEST
        assert told(part, language, *goals, *many).startswith(("Inter beat", "L'Inter ha battuto"))


@pytest.mark.parametrize(
    ("stage", "english", "italian"),
    [("quarter-final", "quarter-final", "quarti di finale"), ("group", "group stage", "fase a gironi")],
)
def test_labels_name_the_round_in_their_language(stage: str, english: str, italian: str) -> None:
    part = match(stage=stage, year=2024)
    assert match_label(part, NAMES, "en") == f"Roma v Inter, {english}, 2024"
    assert match_label(part, NAMES, "it") == f"Roma-Inter, {italian}, 2024"
    assert match_question(part, NAMES, "it") == f"Com'è andata Roma-Inter, {italian}, 2024?"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_stored_match_answers_its_question_with_its_summary(
    knowledge: Knowledge, language: Language
) -> None:
    for stored in knowledge.matches(language):
        answer = knowledge.answer(stored.question)
        summary = knowledge.summary(stored.id, language)
        assert isinstance(summary, Answer)
        assert summary.text in answer.text
        assert answer.language == language
        assert 40 < len(summary.text) <= LONGEST
        assert summary.source_line
        assert summary.picture == f"match:{stored.id}"
        assert summary.context.match == stored.id


def test_a_summary_of_no_match_is_none(knowledge: Knowledge) -> None:
    assert knowledge.summary("nowhere", "en") is None


@pytest.mark.parametrize(
    ("question", "picture"),
    [
        ("tell me about the match in december 2025", f"match:{DECEMBER}"),
        ("com'è andata la partita del 2023?", f"match:{NOVEMBER}"),
        ("tell me about the match", f"compare:{NOVEMBER},{DECEMBER}"),
        ("who scored in november 2023?", None),
        ("which league finishes of Atalanta does the article list, season by season?", "finishes:gasperini"),
        ("riassumi il cammino europeo del gasp", "run:atalanta-europa-league-2023-24"),
        (
            "whom did Atalanta beat in the 2024 Europa League semi-final?",
            "run:atalanta-europa-league-2023-24",
        ),
        ("who missed in the 87th minute?", None),
        ("where was the match of december 2025 played?", None),
        ("what did Sommer do in Atalanta Inter?", None),
        ("who was the referee?", None),
    ],
)
def test_a_picture_goes_with_the_answers_that_it_shows(
    knowledge: Knowledge, question: str, picture: str | None
) -> None:
    expected = f"timeline:{NOVEMBER}" if question.startswith("who scored") else picture
    assert knowledge.answer(question).picture == expected


def test_every_picture_that_is_offered_has_a_source(knowledge: Knowledge) -> None:
    names = (*knowledge.pictures.names, f"compare:{NOVEMBER},{DECEMBER}")
    assert {n.partition(":")[0] for n in names} == {"match", "timeline", "compare", "finishes", "run"}
    for shown in names:
        assert knowledge.source_line(shown, "it").startswith("Fonte:")


def test_a_follow_up_to_a_summary_stays_with_its_match(knowledge: Knowledge) -> None:
    first = knowledge.summary(DECEMBER, "en")
    assert first is not None
    after = knowledge.answer("who missed in the 87th minute?", first.context)
    assert "Samardzic" in after.text
    assert knowledge.answer("who missed in the 87th minute?", Context()).text == after.text
