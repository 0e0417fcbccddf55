"""Pace: what leaves, and when. Time is a number here, so nothing waits."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot import sending
from bot.context import CURRENT, Turn
from bot.sending import GROUP_EASY, GROUP_MESSAGES, Limiter
from bot.state import Store, Timer

GROUP, PERSON = -100, 100


class World:
    """A clock that sleeping moves on, and a Telegram that notes when calls arrive."""

    def __init__(self, store: Store, *, eager: bool = False) -> None:
        self.now = 1000.0
        self.arrived: list[tuple[int, float]] = []
        self.errors: list[TelegramError] = []
        self.limiter = Limiter(store, eager=eager, monotonic=lambda: self.now)

    async def sleep(self, seconds: float) -> None:
        self.now += seconds

    async def call(self, chat: int, endpoint: str = "sendMessage") -> Any:
        data = {"chat_id": chat}

        async def arrive() -> bool:
            if self.errors:
                raise self.errors.pop(0)
            self.arrived.append((data["chat_id"], self.now))
            return True

        return await self.limiter.process_request(arrive, (), {}, endpoint, data, None)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "state.sqlite")
    yield store
    store.close()


@pytest.fixture
def world(store: Store, monkeypatch: pytest.MonkeyPatch) -> World:
    world = World(store)
    monkeypatch.setattr(sending.asyncio, "sleep", world.sleep)
    return world


def most_within(times: list[float], seconds: float) -> int:
    return max(len([t for t in times if start <= t < start + seconds]) for start in times)


@pytest.mark.parametrize("eager", [False, True])
async def test_a_group_gets_at_most_twenty_messages_in_any_minute(world: World, eager: bool) -> None:
    world.limiter._eager = eager
    for number in range(65):
        await world.call(GROUP, "editMessageText" if number % 3 == 0 else "sendMessage")
    assert most_within([at for _, at in world.arrived], 60) == GROUP_MESSAGES


async def test_what_the_bot_sends_by_itself_leaves_room_for_answers(world: World) -> None:
    own = CURRENT.set(Turn(0, patient=True))
    for _ in range(60):
        await world.call(GROUP)
    CURRENT.reset(own)
    times = [at for _, at in world.arrived]
    assert most_within(times, 60) <= GROUP_MESSAGES
    pauses = [later - earlier for earlier, later in pairwise(times)]
    assert max(pauses) <= 10, "no game is kept waiting for the rest of a minute"
    before = world.now
    answer = CURRENT.set(Turn(77))
    await world.call(GROUP)
    CURRENT.reset(answer)
    assert world.now == before
    assert world.limiter.room(GROUP) < GROUP_MESSAGES - GROUP_EASY


async def test_the_minute_of_a_group_survives_a_restart(world: World, store: Store) -> None:
    for _ in range(GROUP_MESSAGES):
        await world.call(GROUP)
    again = World(store)
    await again.limiter.initialize()
    assert again.limiter._due(GROUP, again.now) > again.now + 30


async def test_groups_that_have_been_silent_are_forgotten_and_no_busy_one(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "MOST_CHATS", 10)
    for number in range(40):
        await world.call(GROUP - number)
        world.now += 5
    assert len(world.limiter._groups) < 20
    assert world.limiter.room(GROUP) == GROUP_MESSAGES
    assert world.limiter.room(GROUP - 39) == GROUP_MESSAGES - 1


async def test_a_private_chat_gets_a_short_burst_then_one_a_second(world: World) -> None:
    for _ in range(8):
        await world.call(PERSON)
    times = [at - 1000 for _, at in world.arrived]
    assert times == pytest.approx([0, 0, 0, 1, 2, 3, 4, 5])


async def test_all_chats_together_get_thirty_messages_a_second(world: World) -> None:
    for chat in range(1, 100):
        await world.call(chat)
    assert most_within([at for _, at in world.arrived], 0.999) == 30


async def test_a_flood_error_is_obeyed_and_concerns_one_chat(world: World) -> None:
    world.errors = [RetryAfter(7)]
    await world.call(PERSON)
    assert world.arrived == [(PERSON, 1007.0)]
    world.limiter._paused[PERSON] = world.now + 500
    await world.call(PERSON + 1)
    assert world.now == 1007.0


async def test_on_this_machine_private_messages_are_paced_only_after_a_flood_error(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World(store, eager=True)
    monkeypatch.setattr(sending.asyncio, "sleep", world.sleep)
    for _ in range(50):
        await world.call(PERSON)
    assert world.now == 1000.0
    world.errors = [RetryAfter(1)]
    for _ in range(5):
        await world.call(PERSON)
    assert world.now > 1002.0


async def test_network_errors_are_retried_and_come_to_an_end(world: World) -> None:
    world.errors = [NetworkError("x")] * 3
    await world.call(PERSON)
    assert len(world.arrived) == 1
    world.errors = [NetworkError("x")] * 50
    with pytest.raises(NetworkError):
        await world.call(PERSON)
    assert world.now < 1060


@pytest.mark.parametrize(
    "error",
    [Forbidden("bot was kicked"), BadRequest("Not enough rights to send text messages to the chat"),
     BadRequest("Chat not found")],
)  # fmt: skip
async def test_a_lost_chat_is_marked_and_its_timers_are_cancelled(
    world: World, store: Store, error: TelegramError
) -> None:
    store.chats.saw(GROUP, "group")
    store.timers.set(Timer("round", "trivia", 5.0, GROUP))
    world.errors = [error]
    with pytest.raises(Forbidden):
        await world.call(GROUP)
    assert not store.chats.is_active(GROUP)
    assert store.timers.due(10.0) == []


async def test_an_edit_without_a_change_is_no_error(world: World) -> None:
    world.errors = [BadRequest("Bad Request: message is not modified: specified new message content")]
    assert await world.call(PERSON, "editMessageText") is True


async def test_other_refusals_reach_the_caller(world: World) -> None:
    world.errors = [BadRequest("Bad Request: can't parse entities")]
    with pytest.raises(BadRequest):
        await world.call(PERSON)


async def test_two_chats_do_not_wait_for_each_other(store: Store) -> None:
    world = World(store)
    world.limiter._paused[PERSON] = world.now + 3600
    waiting = asyncio.create_task(world.call(PERSON))
    await world.call(PERSON + 1)
    assert world.arrived == [(PERSON + 1, 1000.0)]
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
