"""The inbox and the writing of facts: to the end, cancelled at every step, and through a restart."""

from __future__ import annotations

import pytest

from tests.bot.admin.conftest import Desk, Desks, says, text_of

QUESTION = "who was the referee of atalanta inter?"
STEPS = (
    ("The referee was Anna Bianchi in Bergamo.", "write.en"),
    ("L'arbitro era Anna Bianchi a Bergamo.", "write.it"),
    ("person: Anna Bianchi, atalanta-inter", "write.about"),
    ("statement", "write.topic"),
    ("anna-bianchi", "write.value"),
    ("report", "write.source"),
    ("Who was the referee in Bergamo?\nname of the ref", "write.ask.en"),
    ("Chi era l'arbitro a Bergamo?\nnome del direttore di gara", "write.ask.it"),
)
"""What is typed at each step, and what was asked for."""


async def missed(desk: Desk) -> None:
    """Let a fan ask what nobody can answer, in both languages and twice alike."""
    for question in (QUESTION, "chi era l'arbitro di atalanta inter?", "referee of atalanta inter who was"):
        await desk.say(question, desk.stranger)


async def type_all(desk: Desk) -> str:
    """Answer each step that is asked for; return the last replies."""
    replies = desk.read(desk.admin)
    for typed, asked in STEPS:
        if says(asked) in replies:
            replies = text_of(await desk.say(typed))
    return replies


async def test_questions_alike_stand_together_with_counts_and_languages(desks: Desks) -> None:
    async with desks() as desk:
        await missed(desk)
        await desk.say("how many yellow cards were there?", desk.stranger)
        listed = text_of(await desk.say("/inbox"))
        assert "4 questions to review, 2 different ones" in listed
        assert "3× (en 2, it 1)" in listed
        opened = text_of(await desk.tap("a:i:open:"))
        assert "it: chi era l'arbitro di atalanta inter?" in opened


async def test_a_fact_is_written_from_the_inbox_shown_first_and_then_answers_in_both_languages(
    desks: Desks,
) -> None:
    async with desks() as desk:
        await missed(desk)
        await desk.say("/inbox")
        await desk.tap("a:i:open:")
        await desk.tap("a:i:write:")
        shown = await type_all(desk)
        assert says("write.preview") in shown
        assert "Anna Bianchi" in shown
        assert desk.inputs() == {}
        publish = desk.data(":publish")
        assert says("reload.done") in text_of(await desk.tap(":publish"))
        assert await desk.forge(publish, desk.admin) == []
        assert "Anna Bianchi" in text_of(await desk.say(QUESTION, desk.stranger))
        answered = text_of(await desk.say("chi era l'arbitro a Bergamo?", desk.stranger))
        assert "L'arbitro era Anna Bianchi" in answered
        assert "cronaca della partita" in answered
        assert says("inbox.empty") in text_of(await desk.say("/inbox"))
        assert {(row["state"], row["user_id"]) for row in desk.stored("missed")} == {("written", None)}
        assert says("undo.done") in text_of(await desk.tap("a:u:"))
        assert desk.inputs() == {}


async def test_writing_is_cancelled_at_any_step_and_nothing_is_left(desks: Desks) -> None:
    async with desks() as desk:
        for last in range(len(STEPS) + 1):
            await desk.say("/addfact")
            for typed, _ in STEPS[:last]:
                await desk.say(typed)
            assert says("dialogue.cancelled") in text_of(await desk.say("/cancel"))
            assert desk.inputs() == {}
            assert desk.stored("dialogues") == desk.stored("changes") == []
            assert "Lautaro" in text_of(await desk.say("who scored for inter?"))


async def test_writing_goes_on_after_a_restart_at_any_step(desks: Desks) -> None:
    for at, (typed, asked) in enumerate(STEPS):
        async with desks() as desk:
            if not at:
                assert says(asked) in text_of(await desk.say("/addfact"))
            await desk.say(typed)
    async with desks() as desk:
        assert says("reload.done") in text_of(await desk.tap(":publish"))
        assert "Anna Bianchi" in text_of(await desk.say("who was the referee in bergamo?", desk.stranger))


MISTYPED = (
    (0, "x", "typed.length"), (0, "word " * 150, "typed.length"), (1, "-", "typed.needed"),
    (2, "Lautraro", "typed.near"), (2, "Xyzzy Quux", "typed.unknown"), (2, "person: Inter", "typed.known"),
    (3, "wether", "typed.topic"), (5, "no such article", "typed.source"),
    (6, "\n".join(f"question {n}?" for n in range(9)), "typed.questions"),
)  # fmt: skip
"""Steps done before, what is typed then, and the sentence that says why it does not fit."""


async def test_what_does_not_fit_is_told_and_asked_for_again(desks: Desks) -> None:
    async with desks() as desk:
        done = 0
        await desk.say("/addfact")
        for step, typed, reason in MISTYPED:
            for earlier, _ in STEPS[done:step]:
                await desk.say(earlier)
            done = step
            before = desk.stored("dialogues")[0]["step"]
            assert says(reason).split("“")[0] in text_of(await desk.say(typed)), typed
            assert desk.stored("dialogues")[0]["step"] == before


async def test_buttons_choose_topic_value_and_source_and_lead_back_from_the_preview(desks: Desks) -> None:
    async with desks() as desk:
        await desk.say("/addfact")
        for typed, _ in STEPS[:3]:
            await desk.say(typed)
        old = desk.data(":weather")
        await desk.tap(":weather")
        assert await desk.forge(old, desk.admin) == []
        await desk.tap("No value")
        await desk.tap("No article")
        for typed, _ in STEPS[6:]:
            await desk.say(typed)
        await desk.tap(":ctopic")
        await desk.tap(":judgement")
        await desk.tap(":publish")
        assert 'topic = "judgement"' in desk.inputs()["amendments.toml"]
        assert "source" not in desk.inputs()["amendments.toml"]


async def test_a_question_becomes_a_sample_of_the_chosen_fact(desks: Desks) -> None:
    async with desks() as desk:
        await desk.say("how slippery was it?", desk.stranger)
        await desk.say("/inbox")
        await desk.tap("a:i:open:")
        await desk.tap("a:i:link:")
        await desk.say("rained bergamo")
        shown = text_of(await desk.tap("a:l:"))
        assert "rained" in shown
        assert desk.inputs() == {}
        publish = desk.data(":publish")
        await desk.tap(":publish")
        assert await desk.forge(publish, desk.admin) == []
        assert "rained" in text_of(await desk.say("how slippery was it?", desk.stranger))
        assert says("inbox.empty") in text_of(await desk.say("/inbox"))


@pytest.mark.parametrize("steps", [("a:i:link:",), ("a:i:link:", "search"), ("a:i:link:", "search", "a:l:")])
async def test_linking_is_cancelled_at_any_step_also_after_a_restart(
    desks: Desks, steps: tuple[str, ...]
) -> None:
    async with desks() as desk:
        await desk.say("how slippery was it?", desk.stranger)
        await desk.say("/inbox")
        await desk.tap("a:i:open:")
    for step in steps:
        async with desks() as desk:
            await (desk.say("rained bergamo") if step == "search" else desk.tap(step))
    async with desks() as desk:
        assert says("dialogue.cancelled") in text_of(await desk.say("/cancel"))
        assert desk.inputs() == {}
        assert "1 questions" in text_of(await desk.say("/inbox"))


async def test_ignored_questions_leave_the_inbox_and_forget_who_asked(desks: Desks) -> None:
    async with desks() as desk:
        await missed(desk)
        await desk.say("/inbox")
        await desk.tap("a:i:open:")
        ignore = desk.data("a:i:ignore:")
        await desk.tap("a:i:ignore:")
        assert says("inbox.empty") in text_of(await desk.say("/inbox"))
        assert await desk.forge(ignore, desk.admin) == []
        assert {(row["state"], row["user_id"]) for row in desk.stored("missed")} == {("ignored", None)}


async def test_a_thumb_down_and_a_reported_quiz_question_reach_the_inbox(desks: Desks) -> None:
    async with desks() as desk:
        await desk.say("who scored for inter?", desk.stranger)
        await desk.tap("👎", desk.stranger)
        store = desk.service.store
        with store.atomic():
            store.talks.report(5, desk.stranger, "en", "Who scored in 2019?")
        listed = text_of(await desk.say("/inbox"))
    assert "👎" in listed
    assert says("why.wrong_question") in listed
