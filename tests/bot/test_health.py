"""What watchers see: /healthz and /metrics over real HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import aiohttp
import pytest

from bot import health, metrics
from bot.health import base_version
from tests.bot.conftest import Running
from tests.bot.standin import StandIn

Get = Callable[[str], Awaitable[tuple[int, str]]]


@pytest.fixture
def address(unused_tcp_port: int) -> str:
    return f"127.0.0.1:{unused_tcp_port}"


@pytest.fixture
async def get(address: str) -> AsyncIterator[Get]:
    async with aiohttp.ClientSession() as watcher:

        async def get(page: str) -> tuple[int, str]:
            async with watcher.get(f"http://{address}{page}") as response:
                return response.status, await response.text()

        yield get


async def report_of(address: str) -> tuple[int, dict[str, object]]:
    async with aiohttp.ClientSession() as watcher, watcher.get(f"http://{address}/healthz") as response:
        return response.status, await response.json()


async def test_a_healthy_bot_tells_its_ages_and_the_base_it_uses(
    api: StandIn, running: Running, address: str
) -> None:
    async with running(health_listen=address) as service:
        await api.say(11, "/help")
        await api.until(lambda: api.sent(11))
        await service.queues.empty()
        status, report = await report_of(address)
    assert status == 200
    assert report["ok"] is True
    assert report["inbox_age"] is None
    assert report["parked"] == 0
    assert report["poll_age"] is not None
    assert report["send_age"] is not None
    assert report["base_version"] == base_version(service.services.facts.path)


async def test_a_bot_that_telegram_no_longer_answers_is_unwell(
    running: Running, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "SILENT_AFTER", -1.0)
    async with running(health_listen=address):
        status, report = await report_of(address)
    assert (status, report["ok"]) == (503, False)


async def test_an_update_that_waits_too_long_makes_the_bot_unwell(running: Running, address: str) -> None:
    async with running(health_listen=address) as service:
        service.store.inbox.add([("11", {"update_id": 1})])
        service.store.db.execute("UPDATE inbox SET received_at = received_at - 3600")
        status, report = await report_of(address)
        service.store.inbox.park(service.store.inbox.waiting()[0].id, "test")
        after, _ = await report_of(address)
    assert status == 503
    assert isinstance(report["inbox_age"], float)
    assert report["inbox_age"] >= 3600
    assert after == 200


async def test_with_a_webhook_silence_is_no_illness(
    api: StandIn, running: Running, address: str, unused_tcp_port_factory: Callable[[], int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(health, "SILENT_AFTER", -1.0)
    hook = f"127.0.0.1:{unused_tcp_port_factory()}"
    given = {"webhook_url": f"http://{hook}/hook", "webhook_listen": hook, "health_listen": address}
    async with running(**given):
        await api.until(lambda: api.of("setWebhook"))
        status, _ = await report_of(address)
    assert status == 200


async def test_metrics_give_the_same_figures_and_those_of_the_process(
    running: Running, address: str, get: Get
) -> None:
    async with running(health_listen=address) as service:
        status, text = await get("/metrics")
    assert status == 200
    assert "nerazzurri_up 1.0" in text
    assert "nerazzurri_inbox_age_seconds 0.0" in text
    assert "process_resident_memory_bytes" in text
    assert f'version="{base_version(service.services.facts.path)}"' in text


async def test_without_the_extra_metrics_say_what_to_install_and_health_goes_on(
    running: Running, address: str, get: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(metrics, "AVAILABLE", False)
    async with running(health_listen=address):
        status, text = await get("/metrics")
        well, _ = await get("/healthz")
    assert (status, text.strip()) == (501, metrics.MISSING)
    assert "nerazzurri[metrics]" in text
    assert well == 200


async def test_watchers_get_nothing_but_the_two_pages(running: Running, address: str, get: Get) -> None:
    async with running(health_listen=address):
        assert [(await get(page))[0] for page in ("/", "/health", "/metrics/../state.sqlite")] == [404] * 3


def test_the_version_of_a_base_follows_its_content(tmp_path: Path) -> None:
    base = tmp_path / "facts.sqlite"
    assert base_version(base) is None
    base.write_bytes(b"one")
    first = base_version(base)
    base.write_bytes(b"another")
    assert first != base_version(base)
    (tmp_path / "copy").write_bytes(b"another")
    assert base_version(base) == base_version(tmp_path / "copy")
