"""The local Bot API refuses what Telegram refuses."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from bot.playground.errors import ApiError
from bot.playground.markup import parse_html, read_text
from bot.playground.methods import METHODS
from bot.playground.schema import table
from bot.playground.world import TOKEN
from tests.playground.conftest import Served
from tests.playground.scripted_bot import picture

CHAT = "the chat"
"""Stands for the id of a private chat that was begun."""


def message(**params: Any) -> dict[str, Any]:
    return {"chat_id": CHAT, "text": "x"} | params


def quiz(**params: Any) -> dict[str, Any]:
    options = [{"text": "a"}, {"text": "b"}, {"text": "c"}]
    given = {
        "chat_id": CHAT,
        "question": "q",
        "options": options,
        "type": "quiz",
        "correct_option_ids": [1],
    } | params
    return {name: value for name, value in given.items() if value is not None}


def button(**params: Any) -> dict[str, Any]:
    return message(reply_markup={"inline_keyboard": [[{"text": "b", **params}]]})


REFUSED = [
    ("sendNothing", {}, 404, "no method"),
    ("sendMessage", {"text": "x"}, 400, '"chat_id" is required'),
    ("sendMessage", {"chat_id": CHAT}, 400, '"text" is required'),
    ("sendMessage", message(txt="x"), 400, 'unknown parameter "txt"'),
    ("sendMessage", message(text=5), 400, '"text" must be a string'),
    ("sendMessage", message(protect_content="perhaps"), 400, "must be true or false"),
    ("sendMessage", message(chat_id="many"), 400, "must be an integer"),
    ("sendMessage", message(chat_id=99), 400, "chat not found"),
    ("sendMessage", message(text="  \n "), 400, "text is empty"),
    ("sendMessage", message(text="x" * 4097), 400, "too long"),
    ("sendMessage", message(text="<b>x", parse_mode="HTML"), 400, "can't parse entities"),
    ("sendMessage", message(parse_mode="Wiki"), 400, "parse_mode"),
    ("sendMessage", message(entities=[{"type": "bold", "offset": 0, "length": 9}]), 400, "beyond the end"),
    (
        "sendMessage",
        message(entities=[{"type": "bold", "offset": 0}]),
        400,
        '"entities[0].length" is required',
    ),
    ("sendMessage", message(message_thread_id=1), 400, "thread not found"),
    ("sendMessage", message(reply_parameters={"message_id": 1}), 400, "to be replied not found"),
    ("sendMessage", message(reply_parameters={"message": 1}), 400, "unknown field"),
    ("sendMessage", message(reply_markup={"buttons": []}), 400, "is none of"),
    ("sendMessage", button(), 400, "text buttons are unallowed"),
    ("sendMessage", button(callback_data="è" * 33), 400, "too long: 66 of at most 64"),
    ("sendMessage", button(callback_data=""), 400, "too short"),
    ("sendMessage", button(callback_data="a", url="https://example.org"), 400, "unallowed"),
    ("sendMessage", button(url="javascript:alert(1)"), 400, "wrong HTTP URL"),
    ("sendMessage", button(callback_data="a", style="pink"), 400, "style"),
    ("sendChatAction", {"chat_id": CHAT, "action": "singing"}, 400, "wrong parameter action"),
    ("editMessageText", message(message_id=1), 400, "message to edit not found"),
    ("editMessageText", {"text": "x"}, 400, "message identifier is not specified"),
    ("deleteMessage", {"chat_id": CHAT, "message_id": 1}, 400, "message to delete not found"),
    ("deleteMessages", {"chat_id": CHAT, "message_ids": []}, 400, "too short"),
    ("setMessageReaction", {"chat_id": CHAT, "message_id": 1, "reaction": []}, 400, "not found"),
    ("sendPoll", quiz(options=[]), 400, "too short"),
    ("sendPoll", quiz(options=[{"text": "a"}] * 13), 400, "too long: 13 of at most 12"),
    ("sendPoll", quiz(options=[{"text": "a" * 101}, {"text": "b"}]), 400, "must not exceed 100"),
    ("sendPoll", quiz(options=[{"text": " "}, {"text": "b"}]), 400, "non-empty"),
    ("sendPoll", quiz(question="q" * 301), 400, "must not exceed 300"),
    ("sendPoll", quiz(correct_option_ids=None), 400, "at least one correct option"),
    ("sendPoll", quiz(correct_option_ids=[]), 400, "at least one correct option"),
    ("sendPoll", quiz(correct_option_ids=[3]), 400, "wrong correct option ID"),
    ("sendPoll", quiz(correct_option_ids=[1, 0]), 400, "wrong correct option ID"),
    ("sendPoll", quiz(correct_option_ids=[0, 1]), 400, "must allow multiple answers"),
    ("sendPoll", quiz(explanation="x" * 201), 400, "explanation is too long"),
    ("sendPoll", quiz(explanation="a\nb\nc\nd"), 400, "explanation is too long"),
    ("sendPoll", quiz(open_period=4), 400, "too short"),
    ("sendPoll", quiz(open_period=2_628_001), 400, "too long"),
    ("sendPoll", quiz(open_period=10, close_date=10), 400, "only one of"),
    ("sendPoll", quiz(close_date=10), 400, "in the future"),
    ("sendPoll", quiz(type="riddle"), 400, "unsupported poll type"),
    ("sendPoll", quiz(type="regular"), 400, "only a quiz"),
    ("stopPoll", {"chat_id": CHAT, "message_id": 1}, 400, "not found"),
    ("sendPhoto", {"chat_id": CHAT, "photo": "https://example.org/a.png"}, 400, "fetches nothing"),
    ("sendPhoto", {"chat_id": CHAT, "photo": "no-such-id"}, 400, "wrong file identifier"),
    ("sendPhoto", {"chat_id": CHAT, "photo": "attach://a"}, 400, "no attached file"),
    ("sendDocument", {"chat_id": CHAT}, 400, '"document" is required'),
    ("getFile", {"file_id": "no-such-id"}, 400, "wrong file_id"),
    ("answerCallbackQuery", {"callback_query_id": "1"}, 400, "query is too old"),
    ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, 400, "too long"),
    ("answerInlineQuery", {"inline_query_id": "1", "results": []}, 400, "query is too old"),
    ("setMyCommands", {"commands": [{"command": "Quiz", "description": "d"}]}, 400, "BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": "quiz", "description": ""}]}, 400, "too short"),
    ("setMyCommands", {"commands": [], "scope": {"type": "moon"}}, 400, "scope type"),
    ("setMyCommands", {"commands": [], "scope": {"type": "chat"}}, 400, "needs its chat_id"),
    ("setMyName", {"name": "n" * 65}, 400, "too long"),
    ("setMyDescription", {"description": "n" * 513}, 400, "too long"),
    ("getChat", {"chat_id": 1}, 400, "chat not found"),
    ("getChatMember", {"chat_id": CHAT, "user_id": 1}, 400, "user not found"),
    ("getChatAdministrators", {"chat_id": CHAT}, 400, "private chat"),
    ("getUpdates", {"limit": 101}, 400, "too long"),
    ("getUpdates", {"timeout": -1}, 400, "too short"),
    ("setWebhook", {"url": "https://example.org/hook"}, 400, "this machine only"),
    ("setWebhook", {"url": "", "secret_token": ""}, 400, "too short"),
]


async def call(served: Served, method: str, **sent: Any) -> httpx.Response:
    async with httpx.AsyncClient() as http:
        return await http.post(f"{served.address}/bot{TOKEN}/{method}", **sent)


async def begun(served: Served) -> int:
    """Return a private chat that a person has begun."""
    person = list(served.world.users)[1]
    assert (await served.act("write", person, chat=person, text="hello")).is_success
    return person


@pytest.mark.parametrize(
    ("method", "params", "code", "reason"), REFUSED, ids=lambda v: v if isinstance(v, str) else ""
)
async def test_refuses_what_telegram_refuses(
    served: Served, method: str, params: dict[str, Any], code: int, reason: str
) -> None:
    chat = await begun(served)
    answer = await call(served, method, json={k: chat if v is CHAT else v for k, v in params.items()})
    assert answer.status_code == answer.json()["error_code"] == code
    assert reason in answer.json()["description"]


def test_every_method_of_the_table_is_played() -> None:
    assert set(table()[0]) == {*METHODS, "getUpdates"}


@pytest.mark.parametrize("kind", ["json", "form", "multipart", "query"])
async def test_requests_come_in_four_forms(served: Served, kind: str) -> None:
    chat = await begun(served)
    markup = {"inline_keyboard": [[{"text": "b", "callback_data": "c"}]]}
    flat = {"chat_id": str(chat), "text": "x", "protect_content": "True", "reply_markup": json.dumps(markup)}
    sent: dict[str, Any] = {
        "json": {"json": {"chat_id": chat, "text": "x", "protect_content": True, "reply_markup": markup}},
        "form": {"data": flat},
        "multipart": {"files": {name: (None, value) for name, value in flat.items()}},
        "query": {"params": flat},
    }[kind]
    result = (await call(served, "sendMessage", **sent)).json()["result"]
    assert (result["text"], result["reply_markup"], result["has_protected_content"]) == ("x", markup, True)


async def test_a_wrong_token_is_unauthorized(served: Served) -> None:
    async with httpx.AsyncClient() as http:
        answer = await http.get(f"{served.address}/bot1:wrong/getMe")
    assert answer.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_the_bot_cannot_write_first(served: Served) -> None:
    answer = await call(served, "sendMessage", json={"chat_id": served.world.administrator, "text": "x"})
    assert answer.status_code == 403
    assert "can't initiate" in answer.json()["description"]


async def test_an_edit_that_changes_nothing_is_refused(served: Served) -> None:
    chat = await begun(served)
    sent = (await call(served, "sendMessage", json={"chat_id": chat, "text": "x"})).json()["result"]
    edit = {"chat_id": chat, "message_id": sent["message_id"], "text": "x"}
    assert (
        "message is not modified" in (await call(served, "editMessageText", json=edit)).json()["description"]
    )
    changed = (await call(served, "editMessageText", json=edit | {"text": "y"})).json()["result"]
    assert changed["text"] == "y"
    assert changed["edit_date"]


async def test_other_peoples_messages_cannot_be_edited(served: Served) -> None:
    chat = await begun(served)
    theirs = next(iter(served.world.chats[chat].messages))
    edit = {"chat_id": chat, "message_id": theirs, "text": "x"}
    assert "can't be edited" in (await call(served, "editMessageText", json=edit)).json()["description"]


async def test_a_reply_may_name_a_markup_without_a_quote(served: Served) -> None:
    chat = await begun(served)
    reply = {"message_id": next(iter(served.world.chats[chat].messages)), "quote_parse_mode": "HTML"}
    sent = await call(served, "sendMessage", json={"chat_id": chat, "text": "x", "reply_parameters": reply})
    assert sent.json()["result"]["reply_to_message"]["text"] == "hello"
    wrong = reply | {"quote": "<b>bye</b>"}
    refused = await call(
        served, "sendMessage", json={"chat_id": chat, "text": "x", "reply_parameters": wrong}
    )
    assert "the quote is not in it" in refused.json()["description"]


async def test_a_photo_must_be_a_picture(served: Served) -> None:
    chat = await begun(served)
    broken = await call(
        served, "sendPhoto", data={"chat_id": chat}, files={"photo": ("a.png", b"no picture")}
    )
    assert "IMAGE_PROCESS_FAILED" in broken.json()["description"]
    good = await call(
        served, "sendPhoto", data={"chat_id": chat}, files={"photo": ("a.png", picture(40, 30))}
    )
    assert good.json()["result"]["photo"][0]["width"] == 40


async def test_media_can_be_replaced_by_an_attached_file(served: Served) -> None:
    chat = await begun(served)
    sent = await call(served, "sendPhoto", data={"chat_id": chat}, files={"photo": ("a.png", picture())})
    media = {"type": "photo", "media": "attach://new", "caption": "second"}
    params = {"chat_id": chat, "message_id": sent.json()["result"]["message_id"], "media": json.dumps(media)}
    edited = await call(served, "editMessageMedia", data=params, files={"new": ("b.png", picture(64, 64))})
    assert edited.json()["result"]["caption"] == "second"
    assert edited.json()["result"]["photo"][0]["width"] == 64


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("è<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 2'),
        ("<span>x</span>", 'Unsupported start tag "span"'),
        ("a < b", "Unclosed start tag at byte offset 2"),
        ("<b", "Unclosed start tag at byte offset 0"),
    ],
)
def test_broken_html_is_refused(html: str, reason: str) -> None:
    with pytest.raises(ApiError) as refusal:
        parse_html(html)
    assert reason in refusal.value.description


def test_html_becomes_text_and_entities() -> None:
    text, entities = parse_html(
        '😀<b>a <i>b</i></b> &lt;i&gt; &amp;nbsp; <a href="https://x.y/?a=1&amp;b=2">c</a>'
    )
    assert text == "😀a b <i> &nbsp; c"
    assert [(e["type"], e["offset"], e["length"]) for e in entities] == [
        ("bold", 2, 3),
        ("italic", 4, 1),
        ("text_link", 17, 1),
    ]
    assert entities[2]["url"] == "https://x.y/?a=1&b=2"


def test_commands_mentions_and_links_are_marked_but_not_inside_code() -> None:
    text, entities = read_text(
        " /start@a_bot hi @dani_play https://x.y/z. #goal <code>/not</code> ", "HTML", None
    )
    assert text.startswith("/start@a_bot")
    assert [e["type"] for e in entities] == ["bot_command", "mention", "url", "hashtag", "code"]
