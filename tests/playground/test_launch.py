"""`python -m bot.playground` starts server and bot, and stops both."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from bot.playground.launch import address_of, bind
from bot.playground.world import World

pytestmark = pytest.mark.process
STAND_IN = """
import os, signal, sys, time, urllib.request
call = f"{os.environ['TELEGRAM_API_URL']}/bot{os.environ['TELEGRAM_BOT_TOKEN']}/getMe"
urllib.request.urlopen(call).read()
signal.signal(signal.SIGTERM, lambda *_: (print("stopped", flush=True), sys.exit(0)))
print("ADMIN_IDS", os.environ["ADMIN_IDS"], os.getpid(), flush=True)
while True:
    time.sleep(60)
"""
"""Stands for the bot's process: calls its API, says who its administrator is, and waits to be stopped."""
START = """
import sys
from bot.playground import run
sys.exit(run(sys.argv[1], exactly=sys.argv[2] == "exactly", command=[sys.executable, "-c", sys.argv[3]]))
"""


@asynccontextmanager
async def started(listen: str, how: str = "") -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", START, listen, how, STAND_IN,
        cwd=Path(__file__).parents[2], stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    yield process
    if process.returncode is None:
        process.kill()
        await process.communicate()


async def line(process: asyncio.subprocess.Process) -> str:
    assert process.stdout
    return (await process.stdout.readline()).decode()


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
async def test_ctrl_c_stops_the_server_and_the_bot(end: signal.Signals) -> None:
    async with started("127.0.0.1:0") as process:
        address = next(word for word in (await line(process)).split() if word.startswith("http"))
        said = await line(process)
        assert said.startswith(f"ADMIN_IDS {World().administrator} ")
        async with httpx.AsyncClient() as http:
            assert "<!doctype html>" in (await http.get(address)).text
        process.send_signal(end)
        rest, errors = await process.communicate()
        assert "stopped" in rest.decode()
        assert (process.returncode, errors) == (0, b"")
        async with httpx.AsyncClient() as http:
            with pytest.raises(httpx.ConnectError):
                await http.get(address)


async def test_the_page_can_start_the_bot_again() -> None:
    async with started("127.0.0.1:0") as process:
        address = next(word for word in (await line(process)).split() if word.startswith("http"))
        first = (await line(process)).split()
        async with httpx.AsyncClient(base_url=address, headers={"Origin": address}, timeout=30) as page:
            assert (await page.post("/do/restart_bot", json={})).is_success
            assert await line(process) == "stopped\n"
            second = (await line(process)).split()
            assert first[1] == second[1], "the same administrator"
            assert first[2] != second[2], "another process"
            assert (await page.post("/do/start_over", json={})).is_success
            assert await line(process) == "stopped\n"
            assert (await line(process)).split()[1] != second[1], "everybody is new"
        process.send_signal(signal.SIGHUP)
        await process.communicate()
        assert process.returncode == 0


async def test_a_taken_port_that_was_asked_for_is_an_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        async with started(f"127.0.0.1:{taken.getsockname()[1]}", "exactly") as process:
            _, errors = await process.communicate()
    assert process.returncode == 1
    assert b"in use" in errors


def test_the_next_port_is_taken_where_the_wanted_one_is() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with bind("127.0.0.1", port, exactly=False) as listening:
            assert port < listening.getsockname()[1] <= port + 20


@pytest.mark.parametrize(
    ("host", "name"), [("0.0.0.0", "127.0.0.1"), ("127.0.0.1", "127.0.0.1"), ("::1", "[::1]")]
)
def test_the_address_is_one_to_open_on_this_machine(host: str, name: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert address_of(host, taken) == f"http://{name}:{taken.getsockname()[1]}"
