"""The HTTP client, `python -m bot check`, and polls that fall silent."""

from __future__ import annotations

import asyncio
import io
import logging
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from telegram import Bot, InputFile
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter, TimedOut

from bot.checking import check
from bot.transport import Transport
from tests.bot.conftest import Running, make_settings
from tests.bot.standin import TOKEN, Fault, StandIn


def make_bot(url: str, token: str = TOKEN, **options: Any) -> Bot:
    return Bot(token, base_url=f"{url}/bot", request=Transport(**options), get_updates_request=Transport())


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault(400), BadRequest), (Fault(403), Forbidden), (Fault(409), Conflict), (Fault(500), NetworkError),
        (Fault(429, retry_after=3), RetryAfter), (Fault(drop="before"), NetworkError),
    ],
)  # fmt: skip
async def test_every_refusal_is_the_library_s_error(
    api: StandIn, fault: Fault, error: type[Exception]
) -> None:
    async with make_bot(api.url) as bot:
        api.fault = lambda method, params: fault if method == "sendMessage" else None
        with pytest.raises(error) as caught:
            await bot.send_message(1, "x")
    assert TOKEN not in repr(caught.value)
    assert TOKEN not in repr(caught.value.__cause__)


async def test_nobody_there_is_a_network_error_without_the_address(unused_tcp_port: int) -> None:
    with pytest.raises(NetworkError) as caught:
        async with make_bot(f"http://127.0.0.1:{unused_tcp_port}"):
            pass
    assert TOKEN not in str(caught.value)


async def test_an_answer_that_does_not_come_times_out(api: StandIn) -> None:
    transport = Transport(read_timeout=0.05)
    await transport.initialize()
    with pytest.raises(TimedOut):
        await transport.retrieve(f"{api.url}/bot{TOKEN}/getUpdates?timeout=20")
    await transport.shutdown()


async def test_files_are_uploaded_with_their_fields(api: StandIn) -> None:
    async with make_bot(api.url) as bot:
        photo = InputFile(b"PNG", filename="card.png", attach=False)
        await bot.send_photo(5, photo, caption="à la carte")
    (call,) = api.of("sendPhoto")
    assert call.params["caption"] == "à la carte"
    assert call.params["photo"].filename == "card.png"


async def test_a_poll_that_falls_silent_is_dropped_and_begun_again(
    api: StandIn, running: Running, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.intake.SILENCE", 0.05)
    monkeypatch.setattr("bot.intake.PAUSES", (0.0,))
    async with running():
        polls = api.polls
        await api.until(lambda: api.polls > polls + 3)
        await api.say(11, "/help")
        await api.until(lambda: api.sent(11))
    assert any("no updates" in record.getMessage() for record in caplog.records)


async def test_check_tells_what_is_reachable(api: StandIn, data: Path) -> None:
    out = io.StringIO()
    assert await check(make_settings(api.url, data), Console(file=out, width=120))
    assert "@test_bot" in out.getvalue()
    assert TOKEN not in out.getvalue()


async def test_check_tells_what_is_wrong(api: StandIn, data: Path) -> None:
    api.token = "2:other"
    (data / "amendments.toml").write_text("[[fact]")
    out = io.StringIO()
    assert not await check(make_settings(api.url, data), Console(file=out, width=120))
    assert "refuses TELEGRAM_BOT_TOKEN" in out.getvalue()
    assert "amendments.toml" in out.getvalue()


async def test_a_wrong_token_is_told_apart_from_an_outage(api: StandIn) -> None:
    with pytest.raises(InvalidToken):
        async with make_bot(api.url, "3:" + "y" * 30):
            pass


async def test_neither_token_nor_words_are_logged_at_the_most_talkative_level(
    api: StandIn, running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="bot"):
        async with running():
            await api.say(11, "a very private question")
            await api.until(lambda: api.sent(11))
            await asyncio.sleep(0)
    ours = [r for r in caplog.records if r.name.startswith("bot")]
    assert ours
    assert not any(TOKEN in str(vars(r)) or "private" in str(vars(r)) for r in ours)
