"""Questions in private chats and groups, their follow-ups and their edits."""

from __future__ import annotations

import json

import pytest

from tests.bot.conftest import Running
from tests.bot.standin import StandIn

GROUP = -1001234567890
QUESTION = "who scored in bergamo in december 2025?"


async def test_any_text_in_private_is_a_question_and_the_answer_names_its_source(
    api: StandIn, running: Running
) -> None:
    async with running():
        await api.say(11, QUESTION)
        await api.until(lambda: api.sent(11))
    (reply,) = api.sent(11)
    assert "Lautaro" in reply.text
    assert reply.text.endswith("</i>")
    assert reply.params["parse_mode"] == "HTML"


async def test_the_words_decide_the_language_not_the_app(api: StandIn, running: Running) -> None:
    async with running():
        await api.say(11, "chi ha segnato a bergamo nel dicembre 2025?", language="en")
        await api.until(lambda: api.sent(11))
    assert "28 dicembre 2025" in api.sent(11)[0].text


async def test_a_follow_up_keeps_the_subject_also_after_a_restart(api: StandIn, running: Running) -> None:
    async with running():
        await api.say(11, "who coached inter in december 2025?")
        await api.until(lambda: api.sent(11))
    async with running():
        await api.say(11, "and in 2023?")
        await api.until(lambda: len(api.sent(11)) == 2)
    assert "Inzaghi" in api.sent(11)[1].text


async def test_markup_in_a_question_is_escaped_when_it_is_shown_again(api: StandIn, running: Running) -> None:
    async with running():
        await api.say(11, "<b>who</b> & what is xyzzy")
        await api.until(lambda: api.sent(11))
    assert "<b>" not in api.sent(11)[0].text


@pytest.mark.parametrize(
    "content",
    [
        {"voice": {"file_id": "f", "file_unique_id": "u", "duration": 1}},
        {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}], "caption": "who?"},
        {"sticker": {"file_id": "f", "file_unique_id": "u", "type": "regular", "width": 1, "height": 1,
                     "is_animated": False, "is_video": False}},
    ],
)  # fmt: skip
async def test_what_is_no_text_gets_a_friendly_sentence(
    api: StandIn, running: Running, content: dict[str, object]
) -> None:
    async with running() as service:
        await api.say(11, "", **content)
        await api.until(lambda: api.sent(11))
        assert api.sent(11)[0].text == service.services.texts("en", "question.not_text")


async def test_a_very_long_text_gets_a_friendly_sentence(api: StandIn, running: Running) -> None:
    async with running() as service:
        await api.say(11, "who scored " * 100)
        await api.until(lambda: api.sent(11))
        assert api.sent(11)[0].text == service.services.texts("en", "question.too_long")


async def test_a_group_hears_the_bot_only_when_it_is_addressed(api: StandIn, running: Running) -> None:
    ours = {"message_id": 9, "date": 1, "chat": {"id": GROUP, "type": "supergroup", "title": "Group"},
            "from": {"id": 700000001, "is_bot": True, "first_name": "Test"}, "text": "hi"}  # fmt: skip
    async with running():
        await api.say(GROUP, QUESTION, user=11)
        mention = await api.say(GROUP, f"@test_bot {QUESTION}", user=11)
        command = await api.say(GROUP, f"/ask@test_bot {QUESTION}", user=11)
        reply = await api.say(GROUP, QUESTION, user=11, reply_to_message=ours)
        await api.say(GROUP, "/ask@other_bot who scored?", user=11)
        await api.say(GROUP, "/nonsense", user=11)
        last = await api.say(GROUP, "/nonsense@test_bot", user=11)
        await api.until(lambda: len(api.sent(GROUP)) == 4)
    answered = [json.loads(call.params["reply_parameters"])["message_id"] for call in api.sent(GROUP)]
    assert answered == [mention, command, reply, last]


async def test_an_answer_stays_in_the_topic_of_its_question(api: StandIn, running: Running) -> None:
    async with running():
        await api.say(GROUP, f"/ask {QUESTION}", user=11, message_thread_id=42, is_topic_message=True)
        await api.until(lambda: len(api.sent(GROUP)) == 1)
        # A reply in a plain supergroup carries a thread that is no topic and would be refused.
        await api.say(GROUP, f"/ask {QUESTION}", user=11, message_thread_id=43)
        await api.until(lambda: len(api.sent(GROUP)) == 2)
    assert [call.params.get("message_thread_id") for call in api.sent(GROUP)] == ["42", None]


async def test_bots_channels_and_our_own_inline_results_get_no_answer(api: StandIn, running: Running) -> None:
    robot = {"id": 5, "is_bot": True, "first_name": "Robot"}
    channel = {"id": -100999, "type": "channel", "title": "Channel"}
    async with running():
        for more in (
            {"from": robot},
            {"sender_chat": channel},
            {"via_bot": robot},
            {"is_automatic_forward": True},
        ):
            await api.say(GROUP, f"/ask {QUESTION}", user=11, **more)
        await api.push(channel_post=api.message(-100999, QUESTION))
        await api.say(11, QUESTION)
        await api.until(lambda: api.sent(11))
    assert not api.sent(GROUP)


async def test_an_anonymous_administrator_is_answered(api: StandIn, running: Running) -> None:
    stand_in = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    group = {"id": GROUP, "type": "supergroup", "title": "Group"}
    async with running():
        await api.say(GROUP, f"/ask {QUESTION}", sender_chat=group, **{"from": stand_in})
        await api.until(lambda: api.sent(GROUP))


async def test_an_edit_of_the_question_just_asked_edits_the_answer_once(
    api: StandIn, running: Running
) -> None:
    async with running() as service:
        message = api.message(11, QUESTION)
        await api.push(message=message)
        await api.until(lambda: api.sent(11))
        await api.push(edited_message=message | {"edit_date": 1})
        await api.push(edited_message=message | {"text": "who coached inter in december 2025?"})
        await api.until(lambda: api.of("editMessageText"))
        await api.push(edited_message=message | {"text": "who coached atalanta in december 2025?"})
        await api.say(11, "/help")
        await api.until(lambda: len(api.sent(11)) == 2)
        assert service.store.talks.language(11, 11) == "en"
    (edit,) = api.of("editMessageText")
    assert "Chivu" in edit.text


async def test_an_edit_of_an_older_question_changes_nothing(api: StandIn, running: Running) -> None:
    async with running():
        message = api.message(11, QUESTION)
        await api.push(message=message)
        await api.say(11, "who coached inter in december 2025?")
        await api.push(edited_message=message | {"text": "who coached atalanta in december 2025?"})
        await api.say(11, "/help")
        await api.until(lambda: len(api.sent(11)) == 3)
    assert not api.of("editMessageText")


async def test_ask_without_words_invites_a_question(api: StandIn, running: Running) -> None:
    async with running():
        await api.say(11, "/ask")
        await api.until(lambda: api.sent(11))
    assert "force_reply" in api.sent(11)[0].params["reply_markup"]


async def test_a_question_without_an_answer_is_kept_for_review(api: StandIn, running: Running) -> None:
    async with running() as service:
        await api.say(11, "how many yellow cards were shown in bergamo in december 2025?")
        await api.until(lambda: api.sent(11))
        await service.queues.empty()
        (missed,) = service.store.db.query("SELECT user_id, language, question, state FROM missed")
    assert missed == {
        "user_id": 11, "language": "en", "state": "new",
        "question": "how many yellow cards were shown in bergamo in december 2025?",
    }  # fmt: skip
