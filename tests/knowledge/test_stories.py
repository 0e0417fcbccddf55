"""Whatever people tell around a question, the question is answered, and one that leans on an unknown story is not."""

from __future__ import annotations

import pytest

from knowledge import Knowledge

from .asking import asked


@pytest.mark.parametrize(
    ("story", "told"),
    [
        ("I was stuck on a night bus with no signal. {}", "Scamacca"),
        ("I was at the San Siro in 1998 when I was 12. {}", "Scamacca"),
        ("My sister is a Chelsea fan and I support Everton. {}", "Scamacca"),
        ("Been fighting with my flatmate about it all evening, {}", "Scamacca"),
        ("boss wants to know {}", "Scamacca"),
        ("I grow tomatoes for a living {}", "Scamacca"),
        ("We lost 5-0 on Sunday and I need cheering up. {}", "Scamacca"),
        ('My mate Phil, a Torino supporter, asked me: "{}"', "Scamacca"),
        ("Trying to impress a girl from Milan over dinner. {}", "Scamacca"),
        ("They showed it on Sky straight after the news. {}", "Scamacca"),
        ("{} I was on a plane and missed all of it.", "Scamacca"),
        ("{} My gran would love to hear it.", "Scamacca"),
    ],
)
def test_a_story_around_an_english_question_changes_nothing(
    knowledge: Knowledge, story: str, told: str
) -> None:
    plain = "who scored for Atalanta against Inter in November 2023?"
    answer = knowledge.answer(story.format(plain))
    assert answer.kind == "answer"
    assert answer.rows == knowledge.answer(plain).rows
    assert told in answer.text


@pytest.mark.parametrize(
    "story",
    [
        "Sono rimasto bloccato in ascensore due ore. {}",
        "Nel 1998, quando avevo 12 anni, ero a San Siro. {}",
        "Mia sorella tifa Napoli e io seguo la Fiorentina. {}",
        "Mio nonno diceva che una volta era tutto diverso: {}",
        "Mettiamo che ci avessi scommesso una pizza, {}",
        "Il mio collega Piero, tifoso del Torino, stamattina mi ha chiesto: «{}»",
        "il capo vuole sapere {}",
        "{} Me la sono persa, ero in aereo.",
        "Buongiorno, spero tutto bene! {} Grazie in anticipo",
    ],
)
def test_a_story_around_an_italian_question_changes_nothing(knowledge: Knowledge, story: str) -> None:
    plain = "chi ha segnato per l'Atalanta contro l'Inter nel novembre 2023?"
    answer = knowledge.answer(story.format(plain))
    assert answer.kind == "answer"
    assert answer.rows == knowledge.answer(plain).rows
    assert "Scamacca" in answer.text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Inter v Atalanta, December 2025. I fell asleep on the sofa. Who scored?", "28 December 2025"),
        ("I was at the Gewiss with my son on 4 November 2023. It was pouring. Who got injured?", "Pavard"),
        ("Ero a Dublino nel 2024. Chi ha fatto la tripletta?", "Lookman"),
    ],
)
def test_a_story_tells_which_match_is_meant(knowledge: Knowledge, text: str, told: str) -> None:
    answer = knowledge.answer(text)
    assert answer.kind == "answer"
    assert told in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "Trains from London to Brighton on a Sunday morning, how often do they run?",
        "I heard Lukaku scored a penalty. Who saved it?",
        "I read that Mourinho is back. Who does he coach now?",
        "I want to sell my old car. How much is it worth?",
        "My nephew plays in goal. What gloves should I buy him?",
        "Crotone. Which ground do they share with the rugby club?",
        "Mia moglie ha perso le chiavi. Dove le cerco?",
        "Sono un attaccante nella vita. Chi mi consiglia un dentista?",
    ],
)
def test_a_question_that_needs_a_story_unknown_to_the_articles_is_declined(
    knowledge: Knowledge, text: str
) -> None:
    assert knowledge.answer(text).kind != "answer"


def test_both_questions_behind_a_story_are_answered(knowledge: Knowledge) -> None:
    english = "I slept through it all. Who got hurt in November 2023 and who came on for him?"
    italian = (
        "Mi sono addormentato sul divano. Chi si è fatto male nel novembre 2023 e chi ha calciato il rigore?"
    )
    told = knowledge.answer(english).text
    assert "Pavard" in told
    assert "Darmian" in told
    told = knowledge.answer(italian).text
    assert "Pavard" in told
    assert "Calhanoglu" in told


def test_a_follow_up_with_a_story_leans_on_the_turn_before(knowledge: Knowledge) -> None:
    first = "who scored for Atalanta against Inter in November 2023?"
    plain = asked(knowledge, first, "and who set it up?")
    told = asked(knowledge, first, "Nice, my dad will be pleased. And who set it up?")
    assert told.rows == plain.rows


def test_an_emoji_ends_a_sentence_as_a_full_stop_does(knowledge: Knowledge) -> None:
    text = "im in Toronto so missed it all 😩😩 who scored in december 2025"
    assert "Lautaro" in asked(knowledge, text).text
