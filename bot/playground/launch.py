"""Starts the playground: the server, and the bot as a process of its own beside it; stops both."""

from __future__ import annotations

import asyncio
import errno
import logging
import signal
import socket
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from bot.settings import child_environment, split_listen

from .handler import Playground
from .memory import keep, recall
from .server import http_server
from .words import page_texts
from .world import TOKEN, World

log = logging.getLogger(__name__)
PORTS_TRIED = 20
"""How many ports are tried, from the wanted one up, before the playground gives up."""
PATIENCE = 10
"""Seconds that the bot has to stop by itself."""
BOT = (sys.executable, "-m", "bot")


class Companion:
    """The bot's process. `address` is the server's, which it takes for Telegram's."""

    def __init__(self, command: Sequence[str], address: str) -> None:
        self._command = command
        self._address = address
        self._process: asyncio.subprocess.Process | None = None
        self._watch: asyncio.Task[None] | None = None

    async def start(self, world: World) -> None:
        """Start the bot, after stopping the one that runs; its administrator is the world's."""
        await self.stop()
        environment = child_environment(
            TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=self._address, ADMIN_IDS=str(world.administrator)
        )
        self._process = await asyncio.create_subprocess_exec(
            *self._command, env=environment, stdin=asyncio.subprocess.DEVNULL, start_new_session=True
        )
        self._watch = asyncio.create_task(self._notice(self._process, world))

    async def _notice(self, process: asyncio.subprocess.Process, world: World) -> None:
        code = await process.wait()
        log.error("the bot stopped with status %d", code)
        world.set_status("stopped")

    async def stop(self) -> None:
        """Ask the bot to stop, and end it if it does not within PATIENCE seconds."""
        if self._watch:
            self._watch.cancel()
        process = self._process
        if process is None or process.returncode is not None:
            return
        process.terminate()
        try:
            await asyncio.wait_for(process.wait(), PATIENCE)
        except TimeoutError:
            process.kill()
            await process.wait()


def bind(host: str, port: int, *, exactly: bool) -> socket.socket:
    """Return a listening socket at `port`, or at the next free one unless `exactly` this is wanted.

    Raises OSError if there is none.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    last = port if exactly or port == 0 else min(port + PORTS_TRIED, 65535)
    while True:
        try:
            listening = socket.create_server((host, port), family=family)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or port >= last:
                raise
            port += 1
        else:
            listening.setblocking(False)
            return listening


def address_of(host: str, listening: socket.socket) -> str:
    """Return the address that a browser on this machine opens."""
    everywhere = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "[::1]"}
    name = everywhere.get(host) or (f"[{host}]" if ":" in host else host)
    return f"http://{name}:{listening.getsockname()[1]}"


async def serve(listen: str, *, exactly: bool, command: Sequence[str] | None, memory: Path | None) -> None:
    """Run until the process is asked to stop (SIGINT, SIGTERM, SIGHUP). Raises OSError if no port is free."""
    host, port = split_listen(listen)
    listening = bind(host, port, exactly=exactly)
    address = address_of(host, listening)
    companion = Companion(command, address) if command else None
    playground = Playground(World(), host, companion.start if companion else None)
    if memory:
        recall(playground.world, memory)
        playground.world.keep = partial(keep, path=memory)
    server = http_server(playground)
    server.add_socket(listening)
    stop = asyncio.Event()
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(each, stop.set)
    _say(page_texts()["en"]["terminal"]["open"], address)
    try:
        if companion:
            await companion.start(playground.world)
        await stop.wait()
    finally:
        _say(page_texts()["en"]["terminal"]["stopping"], address)
        if companion:
            await companion.stop()
        playground.world.stop()
        server.stop()
        await server.close_all_connections()


def _say(text: str, address: str) -> None:
    sys.stdout.write(text.format(address=address) + "\n")
    sys.stdout.flush()


def run(
    listen: str = "127.0.0.1:8080",
    *,
    exactly: bool = False,
    command: Sequence[str] | None = BOT,
    memory: Path | None = None,
) -> int:
    """Run the playground at `listen` ("host:port") until it is stopped, and return the exit status.

    `exactly`: fail rather than take the next port where the wanted one is taken. `command` starts the bot;
    None starts none. `memory` is the file that keeps what the bot has published, None keeps nothing.
    """
    try:
        asyncio.run(serve(listen, exactly=exactly, command=command, memory=memory))
    except OSError as error:
        sys.stderr.write(f"{listen}: {error.strerror or error}\n")
        return 1
    return 0
