"""A tiny bot over HTTP that answers by a table: the playground is tested without the real one."""

from __future__ import annotations

import asyncio
import io
from typing import Any, Self

import httpx
from PIL import Image

from bot.playground.world import TOKEN

ANSWERS = {
    "who scored?": ("Lautaro Martínez, 65' (Atalanta 0-1 Inter).", ["And the assist?"]),
    "chi ha segnato?": ("Lautaro Martínez, al 65' (Atalanta-Inter 0-1).", ["E l'assist?"]),
    "And the assist?": ("Pio Esposito.", []),
    "E l'assist?": ("Pio Esposito.", []),
}


def picture(width: int = 320, height: int = 180) -> bytes:
    """Return a PNG."""
    data = io.BytesIO()
    Image.new("RGB", (width, height), "#0b5fd6").save(data, "PNG")
    return data.getvalue()


class ScriptedBot:
    """Polls for updates and answers each; `heard` keeps the updates, `calls` the answers of the API."""

    def __init__(self, address: str) -> None:
        self.http = httpx.AsyncClient(base_url=f"{address}/bot{TOKEN}/", timeout=60)
        self.heard: list[dict[str, Any]] = []
        self._arrived = asyncio.Condition()
        self._task: asyncio.Task[None] | None = None

    async def call(self, method: str, files: Any = None, **params: Any) -> Any:
        """Return the result of a call; raise AssertionError with the refusal."""
        answer = await (
            self.http.post(method, data=params, files=files) if files else self.http.post(method, json=params)
        )
        body = answer.json()
        assert body["ok"], body
        return body["result"]

    async def __aenter__(self) -> Self:
        english = [
            ("start", "What I can do"),
            ("trivia", "A quiz about the matches"),
            ("language", "English or Italian"),
        ]
        italian = [
            ("start", "Cosa so fare"),
            ("trivia", "Un quiz sulle partite"),
            ("language", "Inglese o italiano"),
        ]
        for code, commands in (("", english), ("it", italian)):
            listed = [{"command": name, "description": text} for name, text in commands]
            await self.call("setMyCommands", commands=listed, language_code=code)
        await self.call(
            "setMyCommands",
            commands=[{"command": "trivia", "description": "A quiz for the group"}],
            scope={"type": "all_group_chats"},
        )
        self._task = asyncio.create_task(self._poll())
        return self

    async def __aexit__(self, *error: object) -> None:
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        await self.http.aclose()

    async def wait_for(self, kind: str) -> Any:
        """Return the newest update of `kind`, once there is one."""
        async with self._arrived:
            await self._arrived.wait_for(lambda: any(kind in each for each in self.heard))
        return [each[kind] for each in self.heard if kind in each][-1]

    async def _poll(self) -> None:
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=30):
                offset = update["update_id"] + 1
                async with self._arrived:
                    self.heard.append(update)
                    self._arrived.notify_all()
                await self._answer(update)

    async def _answer(self, update: dict[str, Any]) -> None:
        if "message" in update:
            await self._message(update["message"])
        if query := update.get("callback_query"):
            await self.call("answerCallbackQuery", callback_query_id=query["id"], text="Noted")
            if query["data"].startswith("ask:"):
                await self._say(query["message"]["chat"]["id"], *ANSWERS[query["data"][4:]])
        if query := update.get("inline_query"):
            await self.call(
                "answerInlineQuery",
                inline_query_id=query["id"],
                results=[
                    {
                        "type": "article",
                        "id": "1",
                        "title": f"Answer to {query['query']}",
                        "description": "<b>not markup</b>",
                        "input_message_content": {
                            "message_text": "Inter won <b>1-0</b>.",
                            "parse_mode": "HTML",
                        },
                    }
                ],
            )

    async def _message(self, message: dict[str, Any]) -> None:
        chat = message["chat"]["id"]
        text = message.get("text", "")
        if "document" in message:
            await self.call("sendMessage", chat_id=chat, text=f"Read {message['document']['file_name']}")
        elif text.startswith("/trivia"):
            await self.quiz(chat)
        elif text.startswith("/photo"):
            await self.call(
                "sendPhoto", files={"photo": ("a.png", picture())}, chat_id=str(chat), caption="A picture"
            )
        elif text.startswith("/file"):
            file = ("facts.csv", b"id,en\n", "text/csv")
            await self.call("sendDocument", files={"document": file}, chat_id=str(chat))
        else:
            question = text.removeprefix("@nerazzurri_play_bot").strip()
            await self._say(chat, *ANSWERS.get(question, (f"I do not know: {question}"[:4000], [])))

    async def _say(self, chat: int, text: str, suggestions: list[str]) -> None:
        rows = [[{"text": each, "callback_data": f"ask:{each}"}] for each in suggestions]
        await self.call("sendMessage", chat_id=chat, text=text, reply_markup={"inline_keyboard": rows})

    async def quiz(self, chat: int, seconds: int = 60) -> Any:
        return await self.call(
            "sendPoll",
            chat_id=chat,
            question="Who scored for Inter in Bergamo in December 2025?",
            options=[{"text": "Marcus Thuram"}, {"text": "Lautaro Martínez"}, {"text": "Pio Esposito"}],
            type="quiz",
            correct_option_ids=[1],
            explanation="Lautaro scored in the 65th minute.",
            is_anonymous=False,
            open_period=seconds,
            protect_content=True,
        )
