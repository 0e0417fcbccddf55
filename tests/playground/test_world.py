"""What the bot hears of what people do, and what it can do in the chats."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import httpx
import pytest
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port

from bot.playground.memory import keep, recall
from bot.playground.words import page_texts
from bot.playground.world import BOT_ID, BOT_USERNAME, TOKEN, World
from tests.playground.conftest import Served
from tests.playground.scripted_bot import ScriptedBot

MENTION = f"@{BOT_USERNAME}"


def people(served: Served) -> list[int]:
    return list(served.world.users)


async def call(served: Served, method: str, **params: object) -> dict:
    async with httpx.AsyncClient() as http:
        return (await http.post(f"{served.address}/bot{TOKEN}/{method}", json=params)).json()


async def polling(served: Served) -> asyncio.Task[dict]:
    """Return a getUpdates that waits."""
    events: asyncio.Queue[dict] = asyncio.Queue()
    served.world.pages.add(events)
    poll = asyncio.create_task(call(served, "getUpdates", timeout=50))
    assert (await events.get())["status"] == "running"
    return poll


async def test_updates_come_again_until_their_offset_confirms_them(served: Served) -> None:
    dani = people(served)[1]
    for text in ("one", "two"):
        await served.act("write", dani, chat=dani, text=text)
    first = (await call(served, "getUpdates"))["result"]
    assert [u["message"]["text"] for u in first] == ["one", "two"]
    assert (await call(served, "getUpdates"))["result"] == first
    rest = (await call(served, "getUpdates", offset=first[1]["update_id"]))["result"]
    assert rest == first[1:]
    assert (await call(served, "getUpdates", offset=first[1]["update_id"] + 1))["result"] == []


async def test_a_long_poll_ends_when_something_happens(served: Served) -> None:
    dani = people(served)[1]
    poll = await polling(served)
    await served.act("write", dani, chat=dani, text="hello")
    assert (await poll)["result"][0]["message"]["text"] == "hello"


async def test_a_second_poll_ends_the_first_with_409(served: Served) -> None:
    first = await polling(served)
    assert (await call(served, "getUpdates"))["ok"]
    assert (await first)["error_code"] == 409


async def test_a_webhook_gets_updates_with_its_secret_and_polling_is_refused(served: Served) -> None:
    got: asyncio.Queue[tuple[str | None, dict]] = asyncio.Queue()

    class Hook(web.RequestHandler):
        def post(self) -> None:
            got.put_nowait(
                (self.request.headers.get("X-Telegram-Bot-Api-Secret-Token"), json.loads(self.request.body))
            )

    socket, port = bind_unused_port()
    server = HTTPServer(web.Application([("/hook", Hook)], log_function=lambda handler: None))
    server.add_socket(socket)
    assert (await call(served, "setWebhook", url=f"http://127.0.0.1:{port}/hook", secret_token="s3"))["ok"]
    dani = people(served)[1]
    await served.act("write", dani, chat=dani, text="hello")
    secret, update = await got.get()
    assert (secret, update["message"]["text"]) == ("s3", "hello")
    assert (await call(served, "getUpdates"))["error_code"] == 409
    assert (await call(served, "getWebhookInfo"))["result"]["url"].endswith("/hook")
    await call(served, "deleteWebhook")
    assert (await call(served, "getUpdates"))["ok"]
    server.stop()
    await server.close_all_connections()


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("ciao", False),
        ("/trivia", True),
        ("/trivia@other_bot", False),
        (f"/trivia{MENTION}", True),
        (f"{MENTION} hi", True),
    ],
)
async def test_privacy_mode_decides_what_the_bot_hears_in_the_group(
    served: Served, text: str, heard: bool
) -> None:
    await served.act("write", people(served)[1], chat=served.world.group, text=text)
    assert bool((await call(served, "getUpdates"))["result"]) is heard


async def test_a_reply_to_the_bot_is_heard_in_the_group(served: Served) -> None:
    group = served.world.group
    sent = (await call(served, "sendMessage", chat_id=group, text="question?"))["result"]
    await served.act("write", people(served)[2], chat=group, text="1-0", reply=sent["message_id"])
    update = (await call(served, "getUpdates"))["result"][0]
    assert update["message"]["reply_to_message"]["text"] == "question?"


async def test_votes_reach_the_bot_once_and_stand(served: Served) -> None:
    group, dani = served.world.group, people(served)[1]
    options = [{"text": "a"}, {"text": "b"}]
    quiz = {
        "question": "q",
        "options": options,
        "type": "quiz",
        "is_anonymous": False,
        "correct_option_id": 1,
    }
    sent = (await call(served, "sendPoll", chat_id=group, **quiz))["result"]
    place = {"chat": group, "message": sent["message_id"]}
    assert (await served.act("vote", dani, **place, options=[0])).is_success
    assert not (await served.act("vote", dani, **place, options=[1])).is_success
    answers = [u["poll_answer"] for u in (await call(served, "getUpdates"))["result"] if "poll_answer" in u]
    assert [(a["poll_id"], a["user"]["id"], a["option_ids"]) for a in answers] == [
        (sent["poll"]["id"], dani, [0])
    ]
    ended = (await call(served, "stopPoll", chat_id=group, message_id=sent["message_id"]))["result"]
    assert (ended["is_closed"], ended["options"][0]["voter_count"], ended["correct_option_id"]) == (
        True,
        1,
        1,
    )
    assert not (await served.act("vote", people(served)[2], **place, options=[1])).is_success
    again = await call(served, "stopPoll", chat_id=group, message_id=sent["message_id"])
    assert "already been closed" in again["description"]


async def test_time_closes_a_poll(served: Served, bot: ScriptedBot) -> None:
    await bot.quiz(served.world.group, seconds=5)
    kept = next(iter(served.world.polls.values()))
    assert kept.timer is not None
    kept.timer._run()
    assert (await bot.wait_for("poll"))["is_closed"]


async def test_an_anonymous_poll_tells_no_names(served: Served) -> None:
    group = served.world.group
    sent = (
        await call(served, "sendPoll", chat_id=group, question="q", options=[{"text": "a"}, {"text": "b"}])
    )["result"]
    await served.act("vote", people(served)[0], chat=group, message=sent["message_id"], options=[1])
    kinds = {kind for u in (await call(served, "getUpdates"))["result"] for kind in u}
    assert kinds == {"update_id", "poll"}


async def test_a_file_that_a_person_attaches_can_be_fetched_by_the_bot(served: Served) -> None:
    dani = people(served)[1]
    about = json.dumps({"person": dani, "chat": dani, "caption": "see"})
    sent = await served.page.post(
        "/do/attach", data={"about": about}, files={"file": ("../a.toml", b"x = 1")}
    )
    assert sent.is_success
    update = (await call(served, "getUpdates"))["result"][0]["message"]
    assert (update["document"]["file_name"], update["caption"]) == ("a.toml", "see")
    path = (await call(served, "getFile", file_id=update["document"]["file_id"]))["result"]["file_path"]
    async with httpx.AsyncClient() as http:
        assert (await http.get(f"{served.address}/file/bot{TOKEN}/{path}")).content == b"x = 1"


async def test_a_file_over_20_mb_cannot_be_fetched(served: Served) -> None:
    dani = people(served)[1]
    about = json.dumps({"person": dani, "chat": dani})
    await served.page.post(
        "/do/attach", data={"about": about}, files={"file": ("a", bytes(20 * 1024 * 1024 + 1))}
    )
    update = (await call(served, "getUpdates"))["result"][0]["message"]
    refused = await call(served, "getFile", file_id=update["document"]["file_id"])
    assert refused["description"] == "Bad Request: file is too big"


async def test_commands_are_found_by_scope_and_language(served: Served) -> None:
    async def commands(name: str, **where: object) -> None:
        await call(served, "setMyCommands", commands=[{"command": name, "description": "d"}], **where)

    group, (ale, dani, _) = served.world.group, people(served)
    await commands("plain")
    await commands("italian", language_code="it")
    await commands("groups", scope={"type": "all_group_chats"})
    await commands("owner", scope={"type": "chat", "chat_id": ale})
    menus = (await snapshot(served))["menus"]
    shown = {key: [c["command"] for c in menus[key]] for key in menus}
    assert shown[f"{dani}:{dani}:en"] == ["plain"]
    assert shown[f"{dani}:{dani}:it"] == ["italian"]
    assert shown[f"{group}:{dani}:it"] == ["groups"]
    assert shown[f"{ale}:{ale}:it"] == ["owner"]


async def snapshot(served: Served) -> dict:
    async with served.page.stream("GET", "/events") as stream:
        async for line in stream.aiter_lines():
            return dict(json.loads(line.removeprefix("data: ")))
    raise AssertionError("no snapshot")


async def test_starting_over_makes_everybody_new(served: Served) -> None:
    before = people(served)
    await served.act("write", before[1], chat=before[1], text="hello")
    old = (await call(served, "getUpdates"))["result"][0]["update_id"]
    await served.act("start_over", before[0])
    after = people(served)
    assert not set(before) & set(after)
    assert (await call(served, "getUpdates"))["result"] == []
    await served.act("write", after[1], chat=after[1], text="hello")
    assert (await call(served, "getUpdates"))["result"][0]["update_id"] > old


async def test_the_bot_can_leave_the_group_and_be_brought_back(served: Served) -> None:
    group, ale = served.world.group, people(served)[0]
    assert (await call(served, "leaveChat", chat_id=group))["ok"]
    assert (await call(served, "sendMessage", chat_id=group, text="x"))["error_code"] == 403
    await served.act("invite", ale, chat=group)
    assert (await call(served, "sendMessage", chat_id=group, text="x"))["ok"]
    changes = [
        u["my_chat_member"] for u in (await call(served, "getUpdates"))["result"] if "my_chat_member" in u
    ]
    assert [c["new_chat_member"]["status"] for c in changes] == ["left", "member"]
    assert changes[0]["new_chat_member"]["user"]["id"] == BOT_ID


async def test_nobody_can_act_as_somebody_else_or_press_what_is_not_there(served: Served) -> None:
    ale, dani, _ = people(served)
    assert not (await served.act("write", dani, chat=ale, text="x")).is_success
    assert not (await served.act("write", 5, chat=ale, text="x")).is_success
    assert not (await served.act("tap", dani, chat=dani, message=1, row=0, column=0)).is_success
    assert not (await served.act("write", dani, chat=dani, text="x" * 4097)).is_success


def test_both_languages_have_the_same_words_and_placeholders() -> None:
    def flat(part: object, path: str = "") -> dict[str, set[str]]:
        if isinstance(part, dict):
            return {k: v for name, each in part.items() for k, v in flat(each, f"{path}.{name}").items()}
        words = " ".join(part) if isinstance(part, list) else str(part)
        return {path: {piece.split("}")[0] for piece in words.split("{")[1:]}}

    texts = page_texts()
    assert flat(texts["en"]) == flat(texts["it"])


def test_what_the_bot_published_is_kept_between_two_starts(tmp_path: Path) -> None:
    path = tmp_path / "data" / "playground.json"
    before = World()
    before.commands["default", "it"] = [{"command": "quiz", "description": "è"}]
    before.texts["name", ""] = "Bot"
    keep(before, path)
    after = World()
    recall(after, path)
    assert (after.commands, after.texts) == (before.commands, before.texts)
    path.write_text("broken")
    recall(after, path)
    assert after.texts == before.texts
