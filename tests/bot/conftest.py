"""The bot in this process, on real files and a real loopback Bot API."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.facts import Facts, inputs_digest
from bot.serve import Service
from bot.settings import Settings
from bot.state import Store
from tests.bot.standin import TOKEN, StandIn

Running = Callable[..., AbstractAsyncContextManager[Service]]


@pytest.fixture(scope="session")
def shared_facts(tmp_path_factory: pytest.TempPathFactory, shipped_base: Path) -> Facts:
    """Return the shipped facts, open; for tests that do not reload them. The data folder is as a build leaves it."""
    facts = Facts(tmp_path_factory.mktemp("facts"))
    shutil.copyfile(shipped_base, facts.path)
    (facts.folder / "facts.inputs").write_text(inputs_digest(facts.folder))
    facts.open()
    return facts


@pytest.fixture
def data(shared_facts: Facts, tmp_path: Path) -> Path:
    """Return a fresh data folder with built facts and nothing else."""
    folder = tmp_path / "data"
    shutil.copytree(shared_facts.folder, folder)
    return folder


@pytest.fixture
async def api() -> AsyncIterator[StandIn]:
    """Serve a Bot API on loopback."""
    async with StandIn() as standin:
        yield standin


@pytest.fixture
def running(api: StandIn, data: Path, shared_facts: Facts) -> Running:
    """Give what starts the whole bot against `api`, with settings of the test."""

    @asynccontextmanager
    async def start(*, facts: Facts = shared_facts, **given: Any) -> AsyncIterator[Service]:
        settings = make_settings(api.url, data, **given)
        store = Store(settings.state_path)
        service = Service(settings, store, facts)
        polls = api.polls
        task = asyncio.create_task(service.run())
        try:
            if not settings.webhook_url:
                await api.until(lambda: api.polls > polls)
            yield service
        finally:
            service.stop()
            await task
            store.close()

    return start


def make_settings(url: str, data: Path, **given: Any) -> Settings:
    """Return settings as the environment would give them."""
    values: dict[str, Any] = {"telegram_bot_token": TOKEN, "telegram_api_url": url, "data_dir": data}
    return Settings(_env_file=None, **(values | given))  # type: ignore[call-arg]
