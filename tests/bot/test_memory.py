"""The C library is told to be thrifty where it listens, and nothing grows with the number of chats."""

from __future__ import annotations

import ctypes

import pytest

from bot import memory
from tests.bot.conftest import Running
from tests.bot.standin import StandIn


def test_telling_it_twice_is_no_mistake() -> None:
    memory.spare()
    memory.spare()


def test_another_c_library_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda name: object())
    memory.spare()


async def test_the_library_keeps_no_list_of_everybody_who_ever_wrote(api: StandIn, running: Running) -> None:
    async with running() as service:
        for chat in range(11, 16):
            await api.say(chat, "hello")
        await api.until(lambda: all(api.sent(chat) for chat in range(11, 16)))
        await service.queues.empty()
        assert not service.app._chat_ids_to_be_updated_in_persistence
        assert not service.app._user_ids_to_be_updated_in_persistence
