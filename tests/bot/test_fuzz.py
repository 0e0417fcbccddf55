"""Anything may arrive: no text, update, callback data or delivery breaks the bot or loses its state."""

from __future__ import annotations

import asyncio
import copy
import json
import tarfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from io import BytesIO
from pathlib import Path
from typing import Any, get_args

import aiohttp
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.facts import Facts
from bot.serve import Service
from bot.state import Store
from bot.state.backups import backup, restore
from knowledge import Context
from knowledge.models import Kind
from tests.bot.conftest import Running
from tests.bot.standin import StandIn

FEW = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
QUESTION = "who scored in bergamo in december 2025?"
WORDS = (
    "who", "scored", "inter", "atalanta", "lautaro", "2025", "1-0", "0-1", "chi", "ha", "segnato",
    "rigore", "?",
    "12'", "2015-16", "ripresa", "and", "in", "e", "nel", "not", "non",
    "…", "ʼ", "\u202e", "\x00", "ﬁ", "İ", "ß",
)  # fmt: skip
TEXT = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(text=TEXT, before=TEXT)
@FEW
def test_any_text_gets_an_answer_of_a_known_kind(shared_facts: Facts, text: str, before: str) -> None:
    knowledge = shared_facts.current
    context = knowledge.answer(before).context
    answer = knowledge.answer(text, context)
    assert answer.kind in get_args(Kind)
    assert answer.text
    assert Context.from_json(answer.context.to_json()) == answer.context


@pytest.fixture
async def busy(api: StandIn, running: Running) -> AsyncIterator[Service]:
    """Run the bot with no pauses between attempts."""
    async with AsyncExitStack() as stack:
        service = await stack.enter_async_context(running(admin_ids={99}))
        service.handling.pauses = (0.0,)
        yield service


async def still_answers(api: StandIn, service: Service) -> None:
    """Everything is done or put aside, the state is whole, and the next question is answered."""
    async with asyncio.timeout(60):
        await service.queues.empty()
    assert service.store.check() == "ok"
    before = len(api.sent(11))
    await api.say(11, QUESTION)
    await api.until(lambda: len(api.sent(11)) > before)
    assert service.store.inbox.waiting() == [] or await drained(service)


async def drained(service: Service) -> bool:
    await service.queues.empty()
    return service.store.inbox.waiting() == []


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the paths to all values inside a JSON value."""
    keys = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, inner in keys for found in [(*path, key), *places(inner, (*path, key))]]


def spoilt(update: dict[str, Any], drawn: st.DataObject) -> dict[str, Any]:
    """Return an update with one to three of its values replaced, or removed."""
    update = copy.deepcopy(update)
    for _ in range(drawn.draw(st.integers(1, 3))):
        *path, last = drawn.draw(st.sampled_from(places(update) or [("message",)]))
        place: Any = update
        for key in path:
            place = place[key]
        if isinstance(place, dict) and drawn.draw(st.booleans()):
            place.pop(last, None)
        else:
            place[last] = drawn.draw(JSON)
    return update


def templates(api: StandIn) -> list[dict[str, Any]]:
    """Return updates of each kind that the bot hears."""
    person = {"id": 12, "is_bot": False, "first_name": "Anna", "language_code": "it"}
    message = api.message(12, "/ask@test_bot who scored?")
    group = api.message(-1001234567890, "@test_bot chi ha segnato?", user=12)
    chat = group["chat"]
    bot = {"id": 700000001, "is_bot": True, "first_name": "Test"}
    option = {"text": "a", "voter_count": 1, "persistent_id": "x"}
    poll = {"id": "5", "question": "?", "options": [option, option], "total_voter_count": 1,
            "is_closed": True,
            "is_anonymous": False, "type": "quiz", "allows_multiple_answers": False}  # fmt: skip
    return [
        {"message": message},
        {"message": group},
        {"edited_message": message},
        {"callback_query": {"id": "1", "from": person, "chat_instance": "1", "data": "s:1:0",
                            "message": message}},
        {"inline_query": {"id": "1", "from": person, "query": "who scored", "offset": ""}},
        {"poll_answer": {"poll_id": "5", "user": person, "option_ids": [0]}},
        {"poll": poll},
        {"my_chat_member": {"chat": chat, "from": person, "date": 1,
                            "old_chat_member": {"user": bot, "status": "left"},
                            "new_chat_member": {"user": bot, "status": "member"}}},
    ]  # fmt: skip


@given(drawn=st.data())
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
def test_no_update_breaks_the_bot_or_its_state(
    drawn: st.DataObject, tmp_path_factory: Any, shared_facts: Facts
) -> None:
    from tests.bot.conftest import make_settings

    async def run() -> None:
        data = tmp_path_factory.mktemp("fuzz")
        async with StandIn() as api:
            store = Store(data / "state.sqlite")
            service = Service(make_settings(api.url, data), store, shared_facts)
            service.handling.pauses = (0.0,)
            task = asyncio.create_task(service.run())
            await api.until(lambda: api.polls)
            for template in templates(api):
                for _ in range(3):
                    await api.push(**spoilt(template, drawn))
            await still_answers(api, service)
            service.stop()
            await task
            store.close()

    asyncio.run(run())


async def test_any_callback_data_is_answered_and_changes_nothing(api: StandIn, busy: Service) -> None:
    await api.say(11, QUESTION)
    await api.until(lambda: api.sent(11))
    await busy.queues.empty()
    tables = [t for t in busy.store.db.table_names() if t not in ("inbox", "sent", "published", "chats")]
    before = {table: list(busy.store.db[table].rows) for table in tables}
    heads = ("", "s", "v", "m", "l", "f", "q", "t", "d", "i", "w", "u", "x")
    tails = (
        "",
        ":",
        ":0:0",
        ":-1:u",
        f":{'9' * 40}:0",
        ":\x00:0",
        ":é:𝟙",
        ":a:b:c:d",
        ":٣:٣",
        ":en:99",
        ":y:99",
    )
    forged = [head + tail for head in heads for tail in tails]
    for data in forged:
        await api.press(api.sent(11)[0], data, user=12)
    await api.until(lambda: len(api.of("answerCallbackQuery")) == len(forged))
    await busy.queues.empty()
    assert busy.store.inbox.parked() == []
    assert {table: list(busy.store.db[table].rows) for table in tables} == before
    assert len(api.sent(11)) == 1


async def test_any_body_sent_to_the_webhook_gets_a_status_and_leaves_the_bot_well(
    api: StandIn, running: Running, unused_tcp_port: int
) -> None:
    address = f"127.0.0.1:{unused_tcp_port}"
    given = {"webhook_url": f"http://{address}/hook", "webhook_listen": address, "webhook_secret": "right"}
    bodies = [
        b"", b"null", b"[]", b"{}", b'{"update_id": "1"}', b'{"update_id": 1e400}', b'{"update_id": true}',
        b"\xff",
        b"[" * 5000, b'{"update_id": 99999999999999999999999}', b'{"update_id": 5, "message": 7}',
        b'{"update_id": 6, "message": {"chat": null}}', b'{"update_id": 7, "poll": {}}',
        b'{"update_id": 8, "poll": 3}',
        json.dumps({"update_id": 9, "message": {"text": "x" * 100_000}}).encode(),
    ]  # fmt: skip
    async with running(**given) as service, aiohttp.ClientSession() as caller:
        service.handling.pauses = (0.0,)
        await api.until(lambda: api.of("setWebhook"))

        async def post(body: bytes) -> int:
            headers = {"X-Telegram-Bot-Api-Secret-Token": "right"}
            async with caller.post(f"http://{address}/hook", data=body, headers=headers) as response:
                return response.status

        statuses = [await post(body) for body in bodies]
        assert set(statuses) <= {200, 400}
        good = json.dumps({"update_id": 50, "message": api.message(11, QUESTION)}).encode()
        assert await post(good) == 200
        await api.until(lambda: api.sent(11))
        async with asyncio.timeout(60):
            await service.queues.empty()
        assert service.store.check() == "ok"


def test_an_archive_that_points_outside_the_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    Store(folder / "state.sqlite").close()
    archive = tmp_path / "evil.tar.gz"
    backup(folder, archive)
    with tarfile.open(archive, "w:gz") as tar:
        tar.add(folder / "state.sqlite", "state.sqlite")
        member = tarfile.TarInfo("../outside.toml")
        member.size = 1
        tar.addfile(member, BytesIO(b"x"))
    with pytest.raises(tarfile.OutsideDestinationError):
        restore(archive, folder)
    assert not (tmp_path / "outside.toml").exists()
    assert (folder / "state.sqlite").exists()
