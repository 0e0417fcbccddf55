"""A playground on a free port, a scripted bot in it, and Chromium where it is found."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import expect
from tornado.testing import bind_unused_port

from bot.playground.handler import Playground
from bot.playground.server import http_server
from bot.playground.world import World
from tests.playground.scripted_bot import ScriptedBot

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
expect.set_options(timeout=60_000)  # a busy machine is no mistake of the page


@dataclass
class Served:
    """A playground that listens: its address, its state, and a client that is the page's."""

    address: str
    playground: Playground
    page: httpx.AsyncClient

    @property
    def world(self) -> World:
        return self.playground.world

    async def act(self, deed: str, person: int, **about: object) -> httpx.Response:
        return await self.page.post(f"/do/{deed}", json={"person": person, **about})


@asynccontextmanager
async def serving() -> AsyncIterator[Served]:
    """Serve a new playground on a free port."""
    playground = Playground(World())
    server = http_server(playground)
    socket, port = bind_unused_port()
    server.add_socket(socket)
    address = f"http://127.0.0.1:{port}"
    async with httpx.AsyncClient(base_url=address, headers={"Origin": address}) as page:
        yield Served(address, playground, page)
    playground.world.stop()
    server.stop()
    await server.close_all_connections()


@pytest_asyncio.fixture
async def served() -> AsyncIterator[Served]:
    async with serving() as each:
        yield each


@pytest_asyncio.fixture
async def bot(served: Served) -> AsyncIterator[ScriptedBot]:
    async with ScriptedBot(served.address) as each:
        yield each


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of Chromium; skip where there is none, unless REQUIRE_BROWSER=1."""
    found = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    if found is None and os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail("REQUIRE_BROWSER=1, but there is no Chromium: apt-get install chromium")
    if found is None:
        pytest.skip("no Chromium found: apt-get install chromium")
    return found
