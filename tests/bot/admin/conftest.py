"""The whole bot against the strict Bot API of the playground, on a small fact base that builds in no time."""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.facts import Facts
from bot.playground.people import attach, post, tap, write
from bot.playground.schema import Upload
from bot.playground.world import BOT_ID, TOKEN, World
from bot.serve import Service
from bot.settings import Settings
from bot.state import Store
from bot.texts import Texts
from knowledge import Language
from tests.knowledge.base.world import ARTICLE, NAMES
from tests.playground.conftest import serving

multiprocessing.set_forkserver_preload(["tests.bot.admin.warm"])
TEXTS = Texts()
Json = dict[str, Any]
REPORT = """Bologna 2-1 Fiorentina: Orsolini decides the derby

By Jane Example, 14 September 2025

Bologna beat Fiorentina 2-1 at the Stadio Dall'Ara on Saturday in Serie A. Riccardo Orsolini gave the hosts \
the lead in the 23rd minute with a low shot. Moise Kean equalised for Fiorentina in the 58th minute.

Santiago Castro scored the winner for Bologna in the 81st minute. Vincenzo Italiano said that his team had \
suffered but never stopped running.
"""
PERSON = {"is_bot": False, "first_name": "<b>Eve</b>", "language_code": "en"}


@dataclass
class Desk:
    """What people do in the playground, each deed ending when the bot has nothing left to do."""

    world: World
    service: Service
    accepted: asyncio.Condition = field(default_factory=asyncio.Condition)
    heard: int = 0

    def __post_init__(self) -> None:
        self.heard = self.world.updates.last
        accept, loop = self.service.intake.accept, asyncio.get_running_loop()

        def take(updates: list[Json]) -> None:
            accept(updates)
            self.heard = max(u["update_id"] for u in updates)
            loop.create_task(self._stir())

        self.service.intake.accept = take  # type: ignore[method-assign]

    async def _stir(self) -> None:
        async with self.accepted:
            self.accepted.notify_all()

    @property
    def admin(self) -> int:
        return self.world.administrator

    @property
    def second(self) -> int:
        return list(self.world.users)[1]

    @property
    def stranger(self) -> int:
        return list(self.world.users)[2]

    def speak(self, language: Language) -> None:
        """Change the language of everybody's app."""
        for user in self.world.users.values():
            user["language_code"] = language

    async def done(self) -> None:
        """Wait until the bot has heard all and done all."""
        async with asyncio.timeout(60), self.accepted:
            await self.accepted.wait_for(lambda: self.heard >= self.world.updates.last)
        await self.service.queues.empty()
        telling = [task for task in self.service._tasks if "announce" in repr(task.get_coro())]
        await asyncio.gather(*telling)

    def seen(self, person: int) -> list[str]:
        """Return the bot's messages in a person's chat, as they stand now."""
        return [
            json.dumps(m) for m in self.world.chats[person].messages.values() if m["from"]["id"] == BOT_ID
        ]

    def read(self, person: int) -> str:
        """Return the texts of the bot's messages in a person's chat."""
        return text_of([json.loads(message) for message in self.seen(person)])

    async def _new(self, person: int, deed: Callable[[], object]) -> list[Json]:
        before = set(self.seen(person))
        deed()
        await self.done()
        return [json.loads(text) for text in self.seen(person) if text not in before]

    async def say(self, text: str, person: int | None = None) -> list[Json]:
        """Write; return the bot's messages that are new or changed."""
        who = person or self.admin
        return await self._new(who, lambda: write(self.world, who, {"chat": who, "text": text}))

    async def say_at_once(self, *texts: str) -> list[Json]:
        """Write several messages as the administrator before the bot hears the first."""
        who = self.admin
        return await self._new(
            who, lambda: [write(self.world, who, {"chat": who, "text": text}) for text in texts]
        )

    async def send(
        self, name: str, raw: bytes, person: int | None = None, size: int | None = None
    ) -> list[Json]:
        """Send a file as a document; `size` makes Telegram tell another size than it has."""
        who = person or self.admin

        def deed() -> None:
            attach(self.world, who, {"chat": who}, Upload(name, "application/octet-stream", raw))
            if size is not None:
                self.world.updates.waiting[-1]["message"]["document"]["file_size"] = size

        return await self._new(who, deed)

    async def forward(self, **content: Any) -> list[Json]:
        """Forward a channel's post to the bot."""
        channel = {"id": -100999, "type": "channel", "title": "News"}
        origin = {"type": "channel", "date": 1, "chat": channel, "message_id": 5}
        chat = self.world.chats[self.admin]
        return await self._new(
            self.admin, lambda: post(self.world, chat, self.admin, forward_origin=origin, **content)
        )

    def find(self, what: str, person: int | None = None) -> tuple[Json, int, int]:
        """Return the newest message with a button whose label or data holds `what`, and its place."""
        for message in reversed(list(self.world.chats[person or self.admin].messages.values())):
            for row, buttons in enumerate(message.get("reply_markup", {}).get("inline_keyboard", [])):
                for column, button in enumerate(buttons):
                    if what in button["text"] or what in button["callback_data"]:
                        return message, row, column
        raise AssertionError(f"no button {what!r}")

    async def tap(self, what: str, person: int | None = None) -> list[Json]:
        """Tap the newest button whose label or data holds `what`."""
        who = person or self.admin
        message, row, column = self.find(what, who)
        place = {"chat": who, "message": message["message_id"], "row": row, "column": column}
        return await self._new(who, lambda: tap(self.world, who, place))

    def data(self, what: str) -> str:
        """Return the callback data of the newest button whose label or data holds `what`."""
        message, row, column = self.find(what)
        return str(message["reply_markup"]["inline_keyboard"][row][column]["callback_data"])

    async def forge(self, data: str, person: int, chat: int | None = None) -> list[Json]:
        """Press a button that was never shown to a person: data made up or copied from somebody else."""
        place = self.world.chats[chat or person]
        place.started = True
        message = {"message_id": 1, "date": 1, "chat": self.world.public_chat(place), "text": "x"}
        query = {"id": str(self.world.next_id()), "from": self.world.users[person], "chat_instance": "1",
                 "data": data, "message": message}  # fmt: skip
        return await self._new(person, lambda: self.world.updates.add("callback_query", query))

    async def push(self, kind: str, content: Json) -> None:
        """Send an update as it is."""
        self.world.updates.add(kind, content)
        await self.done()

    def inputs(self) -> dict[str, str]:
        """Return the data folder's input files."""
        folder = (
            self.service.facts_folder
            if hasattr(self.service, "facts_folder")
            else self.service.settings.data_dir
        )
        return {p.relative_to(folder).as_posix(): p.read_text() for p in folder.rglob("*.toml")}

    def stored(self, what: str = "changes") -> list[Json]:
        """Return the rows of a table of the state."""
        return list(self.service.store.db.query(f"SELECT * FROM [{what}]"))


Desks = Callable[..., AbstractAsyncContextManager[Desk]]


@pytest.fixture(autouse=True)
def quick_children(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fork children from a process that has imported everything: real ones, without the wait for imports."""
    monkeypatch.setattr("bot.facts.START", "forkserver")


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with shipped files of one article, and a data folder with its built base."""
    root = tmp_path_factory.mktemp("small")
    for part, text in (("names", NAMES), ("articles", ARTICLE)):
        (root / "shipped" / part).mkdir(parents=True)
        (root / "shipped" / part / "all.toml").write_text(text)
    Facts(root / "data", root / "shipped").open()
    return root


@pytest.fixture
def data(small: Path, tmp_path: Path) -> Path:
    """Return a fresh data folder."""
    shutil.copytree(small / "data", tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
async def desks(small: Path, data: Path) -> AsyncIterator[Desks]:
    """Give what starts the bot in one world; started again, it finds the same state and the same chats."""
    async with serving() as served:

        @asynccontextmanager
        async def start(clock: Callable[[], float] | None = None) -> AsyncIterator[Desk]:
            facts = Facts(data, small / "shipped")
            facts.open()
            world = served.world
            people = list(world.users)
            values: Json = {"telegram_bot_token": TOKEN, "telegram_api_url": served.address, "data_dir": data}
            settings = Settings(_env_file=None, admin_ids=set(people[:2]), **values)  # type: ignore[call-arg]
            store = Store(settings.state_path, clock) if clock else Store(settings.state_path)
            service = Service(settings, store, facts)
            desk = Desk(world, service)
            task = asyncio.create_task(service.run())
            try:
                yield desk
            finally:
                service.stop()
                await task
                store.close()

        yield start


def text_of(messages: list[Json]) -> str:
    """Return the texts and captions of messages, one after another."""
    return "\n".join(str(m.get("text", m.get("caption", ""))) for m in messages)


def says(key: str, language: Language = "en") -> str:
    """Return the beginning of a sentence of the bot's, up to what is filled in, without markup."""
    plain = TEXTS.plain(language, key).partition("{")[0] if "{" not in TEXTS._texts[language][key] else ""
    plain = plain or TEXTS._texts[language][key].partition("{")[0]
    for tag in ("<b>", "</b>", "<i>", "</i>", "<code>", "</code>"):
        plain = plain.replace(tag, "")
    return plain.strip()
