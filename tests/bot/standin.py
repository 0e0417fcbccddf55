"""A small Bot API on loopback: hands out updates, records calls, and fails on demand."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

TOKEN = "700000001:AAF-stand-in-token-for-tests-00000"
BOT = {
    "id": 700000001, "is_bot": True, "first_name": "Test", "username": "test_bot", "can_join_groups": True,
    "can_read_all_group_messages": False, "supports_inline_queries": True,
}  # fmt: skip


@dataclass(frozen=True)
class Fault:
    """What happens instead of an answer: a status with parameters, or a dropped connection."""

    status: int = 0
    retry_after: int = 0
    migrate_to: int = 0
    description: str = "fault"
    drop: str = ""  # "before" or "after" the call took effect


@dataclass
class Call:
    """A call that reached us; `done` tells whether it took effect, `lost` whether its answer was dropped."""

    method: str
    params: dict[str, Any]
    at: float
    done: bool = True
    lost: bool = False
    uploads: list[bytes] = field(default_factory=list)

    @property
    def chat(self) -> int:
        chat = str(self.params.get("chat_id", 0))
        return int(chat) if chat.lstrip("-").isdecimal() else 0

    @property
    def text(self) -> str:
        return str(self.params.get("text", ""))

    @property
    def caption(self) -> str:
        return str(self.params.get("caption", ""))

    @property
    def upload(self) -> bytes | None:
        """The picture that came with the call; None where only an id did."""
        return next(iter(self.uploads), None)

    @property
    def buttons(self) -> list[dict[str, Any]]:
        markup = json.loads(self.params.get("reply_markup", "{}"))
        return [button for row in markup.get("inline_keyboard", []) for button in row]


@dataclass
class StandIn:
    """The server. `fault(method, params)` may return a Fault; `members` gives who is what in groups."""

    fault: Callable[[str, dict[str, Any]], Fault | None] = lambda method, params: None
    token: str = TOKEN
    members: dict[int, str] = field(default_factory=dict)
    pending: list[dict[str, Any]] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    polls: int = 0
    url: str = ""
    deliver_twice: bool = False

    async def __aenter__(self) -> StandIn:
        self._next_update = 1000
        self._next_message = 5000
        self._changed = asyncio.Condition()
        app = web.Application()
        app.router.add_route("*", "/bot{token}/{method}", self._handle)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2, handler_cancellation=True)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    async def push(self, **body: Any) -> int:
        """Queue an update for the next poll; return its id."""
        self._next_update += 1
        self.pending.append({"update_id": self._next_update, **body})
        await self._stir()
        return self._next_update

    async def say(
        self, chat: int, text: str, user: int | None = None, language: str = "en", **more: Any
    ) -> int:
        """Let a person write; return the message's id. A negative chat is a supergroup."""
        message = self.message(chat, text, user, language, **more)
        await self.push(message=message)
        return int(message["message_id"])

    def message(
        self, chat: int, text: str, user: int | None = None, language: str = "en", **more: Any
    ) -> dict[str, Any]:
        """Return a message as Telegram sends it, with the entities of commands and mentions."""
        self._next_message += 1
        sender = {"id": user or abs(chat), "is_bot": False, "first_name": "Anna", "language_code": language}
        entities, at = [], 0
        for word in text.split(" "):
            if word.startswith("@") or (word.startswith("/") and at == 0):
                kind = "mention" if word.startswith("@") else "bot_command"
                entities.append({"type": kind, "offset": at, "length": len(word)})
            at += len(word) + 1
        body = {
            "message_id": self._next_message,
            "date": int(time.time()),
            "chat": chat_of(chat),
            "from": sender,
        }
        words = {"text": text, "entities": entities} if text else {}
        return body | words | more

    async def press(self, call: Call, data: str, user: int | None = None) -> int:
        """Let a person press a button of a message that the bot sent."""
        message = {"message_id": 1, "date": int(time.time()), "chat": chat_of(call.chat), "text": call.text}
        sender = {"id": user or abs(call.chat), "is_bot": False, "first_name": "Anna", "language_code": "en"}
        query = {"id": "77", "from": sender, "chat_instance": "1", "data": data, "message": message}
        return await self.push(callback_query=query)

    def of(self, method: str) -> list[Call]:
        """Return the calls of a method that took effect."""
        return [call for call in self.calls if call.method == method and call.done]

    def photos(self, chat: int) -> list[Call]:
        """Return the photos that a chat got."""
        return [call for call in self.of("sendPhoto") if call.chat == chat]

    def sent(self, chat: int) -> list[Call]:
        """Return the messages that a chat got."""
        return [call for call in self.of("sendMessage") if call.chat == chat]

    async def until(self, condition: Callable[[], object], seconds: float = 60.0) -> None:
        """Wait until a condition holds; it is looked at after each call. Raises TimeoutError."""
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(condition)

    async def _stir(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        params: dict[str, Any] = dict(request.query)
        if request.content_type == "application/json":
            told = json.loads(await request.read())
            params |= {name: v if isinstance(v, str) else json.dumps(v) for name, v in told.items()}
        elif request.content_type == "application/x-www-form-urlencoded":
            params |= dict(parse_qsl((await request.read()).decode()))
        elif request.content_type.startswith("multipart/"):
            params |= dict(await request.post())
        if request.match_info["token"] != self.token:
            return _refuse(401, "Unauthorized")
        files = [value for value in params.values() if isinstance(value, web.FileField)]
        call = Call(method, params, time.time(), uploads=[each.file.read() for each in files])
        fault = self.fault(method, params)
        call.done = fault is None or fault.drop == "after"
        call.lost = fault is not None and fault.drop == "after"
        self.calls.append(call)
        await self._stir()
        if fault and fault.drop and request.transport:
            request.transport.abort()
            return web.Response()
        if fault:
            more = {"retry_after": fault.retry_after, "migrate_to_chat_id": fault.migrate_to}
            return _refuse(fault.status, fault.description, {k: v for k, v in more.items() if v})
        result = await self._updates(params) if method == "getUpdates" else self._result(call)
        return web.json_response({"ok": True, "result": result})

    async def _updates(self, params: dict[str, Any]) -> list[dict[str, Any]]:
        offset = int(params.get("offset", 0))
        known = [u for u in self.pending if u["update_id"] >= offset]
        again = self.pending[:1] if self.deliver_twice and known else []
        self.polls += 1
        self.pending = known
        await self._stir()
        try:
            async with asyncio.timeout(int(params.get("timeout", 0))), self._changed:
                await self._changed.wait_for(lambda: self.pending)
        except TimeoutError:
            return []
        return [*again, *self.pending[:100]]

    def _result(self, call: Call) -> Any:
        if call.method == "getMe":
            return BOT
        if call.method == "getWebhookInfo":
            return {"url": "", "has_custom_certificate": False, "pending_update_count": len(self.pending)}
        if call.method == "getChatMember":
            user = {"id": int(call.params["user_id"]), "is_bot": False, "first_name": "Anna"}
            return {"user": user, "status": self.members.get(user["id"], "member"), "is_anonymous": False}
        if call.method.startswith(("send", "editMessage")):
            self._next_message += 1
            if call.method == "sendPhoto":
                return self._photo(call)
            return {
                "message_id": self._next_message, "date": int(time.time()), "chat": chat_of(call.chat),
                "text": call.text, "from": BOT,
            }  # fmt: skip
        return True

    def _photo(self, call: Call) -> dict[str, Any]:
        """Return a message with a photo whose id tells by which message it came."""
        size = {"width": 1280, "height": 720, "file_size": 50_000}
        ids = {"file_id": f"photo-{self._next_message}", "file_unique_id": f"u{self._next_message}"}
        return {
            "message_id": self._next_message, "date": int(time.time()), "chat": chat_of(call.chat),
            "caption": call.params.get("caption", ""), "photo": [ids | size], "from": BOT,
        }  # fmt: skip


def chat_of(chat: int) -> dict[str, Any]:
    """Return a chat as Telegram sends it."""
    if chat > 0:
        return {"id": chat, "type": "private", "first_name": "Anna"}
    return {"id": chat, "type": "supergroup" if chat < -(10**12) else "group", "title": "Group"}


def _refuse(status: int, description: str, parameters: dict[str, Any] | None = None) -> web.Response:
    body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
    if parameters:
        body["parameters"] = parameters
    return web.json_response(body, status=status)
