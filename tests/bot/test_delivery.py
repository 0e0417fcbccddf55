"""Nothing is lost and nobody waits for somebody else's trouble."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from collections import Counter
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from telegram.error import InvalidToken

from bot.facts import Facts
from bot.queues import queue_of
from bot.serve import Service
from bot.state import Store
from tests.bot.conftest import Running, make_settings
from tests.bot.standin import Fault, StandIn

QUESTION = "who scored in bergamo in december 2025?"


async def test_an_update_is_stored_before_its_offset_is_confirmed(api: StandIn, running: Running) -> None:
    stored: list[bool] = []
    async with running() as service:

        def look(method: str, params: dict[str, Any]) -> Fault | None:
            if method == "getUpdates" and "offset" in params:
                rows = service.store.db.query("SELECT max(update_id) AS last FROM inbox")
                stored.append(next(rows)["last"] >= int(params["offset"]) - 1)
            return None

        api.fault = look
        for chat in range(11, 31):
            await api.say(chat, QUESTION)
        await api.until(lambda: all(api.sent(chat) for chat in range(11, 31)) and stored)
    assert all(stored)


async def test_what_a_stopped_bot_left_is_done_by_the_next_one(api: StandIn, running: Running) -> None:
    api.fault = lambda method, params: Fault(429, retry_after=30) if method == "sendMessage" else None
    async with running():
        await api.say(11, QUESTION)
        await api.say(12, QUESTION)
        await api.until(lambda: len([c for c in api.calls if c.method == "sendMessage"]) == 2)
    api.fault = lambda method, params: None
    async with running():
        await api.until(lambda: api.sent(11) and api.sent(12))
    assert len(api.sent(11)) == len(api.sent(12)) == 1


async def test_a_stop_does_not_wait_for_telegram_and_costs_no_attempt(api: StandIn, running: Running) -> None:
    def tries() -> int:
        return len([call for call in api.calls if call.method == "sendMessage"])

    api.fault = lambda method, params: Fault(429, retry_after=300) if method == "sendMessage" else None
    await api.say(11, QUESTION)
    for number in range(7):
        async with running():
            await api.until(lambda number=number: tries() > number)  # type: ignore[misc]
    api.fault = lambda method, params: None
    async with running():
        await api.until(lambda: api.sent(11))


async def test_an_update_that_comes_twice_is_answered_once(api: StandIn, running: Running) -> None:
    api.deliver_twice = True
    async with running():
        for number in range(5):
            await api.say(11, QUESTION)
            await api.until(lambda number=number: len(api.sent(11)) == number + 1)  # type: ignore[misc]
        await api.say(12, "/help")
        await api.until(lambda: api.sent(12))
    assert len(api.sent(11)) == 5


async def test_messages_of_one_chat_are_answered_in_order(api: StandIn, running: Running) -> None:
    commands = ["/help", "/privacy", "/about", "/matches"] * 5
    async with running():
        for command in commands:
            await api.say(11, command)
        await api.until(lambda: len(api.sent(11)) == len(commands))
    texts = [call.text for call in api.sent(11)]
    assert texts == texts[:4] * 5
    assert len(set(texts)) == 4


async def test_a_flood_error_pauses_only_its_own_chat(api: StandIn, running: Running) -> None:
    def flooded(method: str, params: dict[str, Any]) -> Fault | None:
        return Fault(429, retry_after=60) if params.get("chat_id") == "11" else None

    api.fault = flooded
    async with running():
        await api.say(11, QUESTION)
        for chat in range(12, 20):
            await api.say(chat, QUESTION)
        await api.until(lambda: all(api.sent(chat) for chat in range(12, 20)))
        assert not api.sent(11)


async def test_refused_and_dropped_calls_are_made_again(api: StandIn, running: Running) -> None:
    faults = [Fault(429, retry_after=1), Fault(500), Fault(502), Fault(drop="before")]

    def fail(method: str, params: dict[str, Any]) -> Fault | None:
        return faults.pop() if method == "sendMessage" and faults else None

    api.fault = fail
    async with running() as service:
        service.limiter.backoff = (0.01,) * 5
        await api.say(11, QUESTION)
        await api.until(lambda: api.sent(11))
    assert len(api.sent(11)) == 1


async def test_a_lost_answer_may_repeat_a_message_but_never_loses_it(api: StandIn, running: Running) -> None:
    faults = [Fault(drop="after")]
    api.fault = lambda method, params: faults.pop() if method == "sendMessage" and faults else None
    async with running() as service:
        service.limiter.backoff = (0.01,) * 5
        await api.say(11, QUESTION)
        await api.until(lambda: len(api.sent(11)) == 2)
    assert [call.lost for call in api.sent(11)] == [True, False]


async def test_a_chat_that_blocks_the_bot_is_left_alone_until_it_writes_again(
    api: StandIn, running: Running
) -> None:
    api.fault = lambda method, params: (
        Fault(403, description="Forbidden: bot was blocked by the user") if method == "sendMessage" else None
    )
    async with running() as service:
        await api.say(11, QUESTION)
        await api.until(lambda: [c for c in api.calls if c.method == "sendMessage"])
        await service.queues.empty()
        assert not service.store.chats.is_active(11)
        assert not service.store.inbox.waiting()
        api.fault = lambda method, params: None
        await api.say(11, QUESTION)
        await api.until(lambda: api.sent(11))
        assert service.store.chats.is_active(11)


async def test_a_group_that_becomes_a_supergroup_keeps_its_settings(api: StandIn, running: Running) -> None:
    old, new = -123, -1000000000123

    def moved(method: str, params: dict[str, Any]) -> Fault | None:
        return Fault(400, migrate_to=new) if params.get("chat_id") == str(old) else None

    async with running() as service:
        service.store.chats.choose_language(old, "it")
        api.fault = moved
        await api.say(old, "/help@test_bot", user=11)
        await api.until(lambda: api.sent(new))
        await api.push(message=api.message(old, "", user=11, migrate_to_chat_id=new))
        await api.say(new, "/help@test_bot", user=11)
        await api.until(lambda: len(api.sent(new)) == 2)
        assert service.store.chats.language(new) == "it"
    assert api.sent(new)[0].text == api.sent(new)[1].text


async def test_an_update_that_always_fails_is_given_up_and_administrators_are_told(
    api: StandIn, running: Running, tmp_path: Path
) -> None:
    class Broken:
        def answer(self, *_: object, **__: object) -> None:
            raise RuntimeError("secret words")

    facts = Facts(tmp_path)
    facts.current = Broken()  # type: ignore[assignment]
    async with running(facts=facts, admin_ids={99}) as service:
        service.handling.pauses = (0.0,)
        await api.say(99, "/help")
        await api.until(lambda: api.sent(99))
        number = await api.say(11, "my secret words") and api.pending[-1]["update_id"]
        await api.say(11, "/help")
        await api.until(lambda: len(api.sent(99)) == 2 and api.sent(11))
        assert service.store.inbox.parked() == [(number, "RuntimeError")]
    assert str(number) in api.sent(99)[1].text
    assert len(api.sent(11)) == 1


async def test_an_update_that_kills_the_program_five_times_is_given_up(
    api: StandIn, running: Running
) -> None:
    async with running() as service:
        rows = service.store.inbox.add([("11", {"update_id": 1, "message": api.message(11, QUESTION)})])
        for _ in range(5):
            service.store.inbox.begin(rows[0].id)
    async with running() as service:
        await service.queues.empty()
        assert service.store.inbox.parked() == [(1, "interrupted")]
    assert not api.sent(11)


async def test_effects_and_the_mark_that_an_update_is_done_are_one_transaction(
    api: StandIn, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running() as service:
        service.handling.pauses = (0.0,)
        done, fails = service.store.inbox.done, [True]

        def break_once(row_id: int) -> None:
            if fails and fails.pop():
                kept = service.store.db.query("SELECT count(*) AS n FROM contexts")
                assert next(kept)["n"] == 1
                raise OSError("disk full")
            done(row_id)

        monkeypatch.setattr(service.store.inbox, "done", break_once)
        await api.say(11, QUESTION)
        await api.until(lambda: api.sent(11))
        await service.queues.empty()
        rows = list(service.store.db.query("SELECT state FROM inbox"))
        assert not fails
        assert rows == [{"state": "done"}]


async def test_a_second_instance_is_named_and_outlived(
    api: StandIn, running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    conflicts = [Fault(409, description="Conflict: terminated by other getUpdates request")]
    async with running():
        api.fault = lambda method, params: conflicts.pop() if method == "getUpdates" and conflicts else None
        await api.say(11, "/help")
        await api.until(lambda: api.sent(11))
        await api.until(lambda: not conflicts)
        await api.say(11, "/help")
        await api.until(lambda: len(api.sent(11)) == 2)
    assert any("another instance" in record.getMessage() for record in caplog.records)


async def test_a_refused_token_ends_the_program_with_an_error(
    api: StandIn, data: Path, shared_facts: Facts
) -> None:
    settings = make_settings(api.url, data, telegram_bot_token="1:" + "x" * 30)
    store = Store(settings.state_path)
    with pytest.raises(InvalidToken):
        await Service(settings, store, shared_facts).run()
    store.close()


async def test_telegram_out_of_reach_at_the_start_is_waited_for(
    api: StandIn, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.serve.PAUSES", (0.0,))
    monkeypatch.setattr("bot.sending.BACKOFF", (0.0,))
    faults = Counter({"getMe": 5})

    def down(method: str, params: dict[str, Any]) -> Fault | None:
        faults[method] -= 1
        return Fault(drop="before") if faults[method] >= 0 and method == "getMe" else None

    api.fault = down
    async with running():
        await api.say(11, "/help")
        await api.until(lambda: api.sent(11))


async def test_an_interrupted_program_stops_at_once_and_tidily(api: StandIn, running: Running) -> None:
    async with running() as service:
        os.kill(os.getpid(), signal.SIGTERM)
        async with asyncio.timeout(30):
            await service.until_stopping()
    assert service.store.path.exists()


async def test_the_webhook_takes_updates_with_the_secret_only(
    api: StandIn, running: Running, unused_tcp_port: int
) -> None:
    address = f"127.0.0.1:{unused_tcp_port}"
    given = {"webhook_url": f"http://{address}/hook", "webhook_listen": address, "webhook_secret": "right"}
    update = {"update_id": 7, "message": api.message(11, "/help")}
    async with running(**given) as service, aiohttp.ClientSession() as telegram:
        await api.until(lambda: api.of("setWebhook"))

        async def post(secret: str, body: str) -> int:
            headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
            async with telegram.post(f"http://{address}/hook", data=body, headers=headers) as response:
                return response.status

        assert await post("wrong", json.dumps(update)) == 403
        assert await post("right", "nonsense") == 400
        assert await post("right", json.dumps(update)) == 200
        assert await post("right", json.dumps(update)) == 200
        stored = list(service.store.db.query("SELECT update_id FROM inbox"))
        assert stored == [{"update_id": 7}]
        await api.until(lambda: api.sent(11))
        await service.queues.empty()
    assert len(api.sent(11)) == 1
    assert api.of("setWebhook")[0].params["secret_token"] == "right"
    assert "poll_answer" in api.of("setWebhook")[0].params["allowed_updates"]


@pytest.mark.parametrize(
    ("update", "queue"),
    [
        ({"update_id": 1, "message": {"chat": {"id": 5}, "from": {"id": 6}}}, "5"),
        ({"update_id": 1, "callback_query": {"from": {"id": 6}, "message": {"chat": {"id": 5}}}}, "5"),
        ({"update_id": 1, "callback_query": {"from": {"id": 6}, "inline_message_id": "x"}}, "user:6"),
        ({"update_id": 1, "inline_query": {"from": {"id": 6}, "query": "x"}}, "user:6"),
        ({"update_id": 1, "my_chat_member": {"chat": {"id": 5}, "from": {"id": 6}}}, "5"),
        ({"update_id": 1, "poll_answer": {"poll_id": "ours", "user": {"id": 6}}}, "-9"),
        ({"update_id": 1, "poll": {"id": "strange"}}, "poll:strange"),
        ({"update_id": 1}, "other"),
    ],
)
def test_an_update_waits_in_the_queue_of_its_chat(update: dict[str, Any], queue: str) -> None:
    assert queue_of(update, {"ours": -9}.get) == queue
