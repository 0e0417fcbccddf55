"""Commands, the choice of a language, inline mode, and what Telegram shows of the bot."""

from __future__ import annotations

import json

from bot.texts import Texts
from tests.bot.conftest import Running
from tests.bot.standin import StandIn

GROUP = -1001234567890
TEXTS = Texts()


async def test_start_tells_the_user_id_only_while_there_are_no_administrators(
    api: StandIn, running: Running
) -> None:
    async with running():
        await api.say(4711, "/start")
        await api.until(lambda: api.sent(4711))
    async with running(admin_ids={1}):
        await api.say(4711, "/start")
        await api.until(lambda: len(api.sent(4711)) == 2)
    first, second = api.sent(4711)
    assert "<code>4711</code>" in first.text
    assert "4711" not in second.text


async def test_a_deep_link_opens_a_match(api: StandIn, running: Running) -> None:
    async with running():
        await api.say(11, "/matches")
        await api.until(lambda: api.sent(11))
        digest = api.sent(11)[0].buttons[0]["callback_data"].removeprefix("m:")
        await api.say(11, f"/start m_{digest}")
        await api.say(11, "/start nonsense")
        await api.until(lambda: len(api.sent(11)) == 2)
    assert "Inter" in api.photos(11)[0].caption
    assert api.sent(11)[1].text.startswith(TEXTS("en", "start.hello"))


async def test_every_command_answers_in_the_language_of_the_app(api: StandIn, running: Running) -> None:
    keys = {"/help": "help.private", "/matches": "matches.title", "/privacy": "privacy.text",
            "/forget": "forget.ask", "/language": "language.ask",
            "/about": "about.intro", "/nonsense": "unknown.command"}  # fmt: skip
    async with running():
        for command in keys:
            await api.say(11, command, language="it")
        await api.until(lambda: len(api.sent(11)) == len(keys))
    for call, key in zip(api.sent(11), keys.values(), strict=True):
        assert call.text.startswith(TEXTS("it", key, name="test_bot"))


async def test_a_saved_language_beats_the_words_and_automatic_returns_to_them(
    api: StandIn, running: Running
) -> None:
    async with running():
        await api.say(11, "/language")
        await api.until(lambda: api.sent(11))
        choices = {b["text"]: b["callback_data"] for b in api.sent(11)[0].buttons}
        await api.press(api.sent(11)[0], choices["Italiano"])
        await api.say(11, "who scored in bergamo in december 2025?")
        await api.until(lambda: len(api.sent(11)) == 2)
        await api.press(api.sent(11)[0], choices["Automatic"])
        await api.say(11, "who scored in bergamo in december 2025?")
        await api.until(lambda: len(api.sent(11)) == 3)
    assert "28 dicembre 2025" in api.sent(11)[1].text
    assert "28 December 2025" in api.sent(11)[2].text


async def test_only_administrators_choose_the_language_of_a_group(api: StandIn, running: Running) -> None:
    api.members[12] = "creator"
    group = {"id": GROUP, "type": "supergroup", "title": "Group"}
    async with running() as service:
        await api.say(GROUP, "/language@test_bot", user=11)
        nobody = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
        await api.say(GROUP, "/language@test_bot", sender_chat=group, **{"from": nobody})
        await api.say(GROUP, "/language@test_bot", user=12)
        await api.until(lambda: len(api.sent(GROUP)) == 3)
        data = api.sent(GROUP)[2].buttons[1]["callback_data"]
        await api.press(api.sent(GROUP)[2], data, user=11)
        await api.until(lambda: api.of("answerCallbackQuery"))
        assert service.store.chats.language(GROUP) is None
        await api.press(api.sent(GROUP)[2], data, user=12)
        await api.until(lambda: api.of("editMessageText"))
        await service.queues.empty()
        assert service.store.chats.language(GROUP) == "it"
    assert [call.text for call in api.sent(GROUP)[:2]] == [
        TEXTS("en", "language.only_admins"), TEXTS("en", "language.anonymous"),
    ]  # fmt: skip


async def test_forget_erases_a_person_everywhere_after_asking(api: StandIn, running: Running) -> None:
    async with running() as service:
        await api.say(11, "who was the referee?")
        await api.say(GROUP, "/ask who was the referee?", user=11)
        await api.say(11, "/forget")
        await api.until(lambda: len(api.sent(11)) == 2 and api.sent(GROUP))
        yes = api.sent(11)[1].buttons[0]["callback_data"]
        await api.press(api.sent(11)[1], yes, user=12)
        await api.press(api.sent(11)[1], yes, user=11)
        await api.until(lambda: api.of("editMessageText"))
        await service.queues.empty()
        left = [
            row
            for table in ("contexts", "answers", "missed", "feedback")
            for row in service.store.db.query(f"SELECT * FROM {table} WHERE user_id = 11")
        ]
    assert left == []


async def test_inline_mode_offers_the_answer_with_its_source(api: StandIn, running: Running) -> None:
    asker = {"id": 11, "is_bot": False, "first_name": "Anna", "language_code": "en"}
    async with running():
        for text in ("who scored in bergamo in december 2025?", "xyzzy", ""):
            await api.push(inline_query={"id": "1", "from": asker, "query": text, "offset": ""})
        await api.until(lambda: len(api.of("answerInlineQuery")) == 3)
    answered, nothing, empty = (json.loads(call.params["results"]) for call in api.of("answerInlineQuery"))
    assert "Lautaro" in answered[0]["input_message_content"]["message_text"]
    assert "</i>" in answered[0]["input_message_content"]["message_text"]
    assert nothing == []
    assert empty


async def test_commands_names_and_descriptions_are_published_once_in_both_languages(
    api: StandIn, running: Running
) -> None:
    async with running():
        await api.until(lambda: len(api.of("setMyDescription")) == 2)
    async with running() as service:
        await service.queues.empty()
        await api.say(11, "/help")
        await api.until(lambda: api.sent(11))
    assert [c.params.get("language_code") for c in api.of("setMyName")] == [None, "it"]
    assert [c.params.get("language_code") for c in api.of("setMyCommands")] == [None, None, "it", "it"]


async def test_a_group_that_takes_the_bot_in_is_greeted_once(api: StandIn, running: Running) -> None:
    def member(status: str) -> dict[str, object]:
        return {"user": {"id": 700000001, "is_bot": True, "first_name": "Test"}, "status": status}

    change = {"chat": {"id": GROUP, "type": "supergroup", "title": "Group"}, "date": 1,
              "from": {"id": 11, "is_bot": False, "first_name": "Anna", "language_code": "it"}}  # fmt: skip
    async with running() as service:
        await api.push(
            my_chat_member=change | {"old_chat_member": member("left"), "new_chat_member": member("member")}
        )
        await api.until(lambda: api.sent(GROUP))
        gone = member("kicked") | {"until_date": 0}
        await api.push(my_chat_member=change | {"old_chat_member": member("member"), "new_chat_member": gone})
        await api.say(11, "/help")
        await api.until(lambda: api.sent(11))
        await service.queues.empty()
        assert not service.store.chats.is_active(GROUP)
    assert [call.text for call in api.sent(GROUP)] == [TEXTS("it", "group.hello", name="test_bot")]
