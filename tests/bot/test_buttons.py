"""Buttons: each press is answered, and what comes back is not trusted."""

from __future__ import annotations

import pytest

from bot.buttons import match_digest, short, under_answer
from knowledge import Answer, Suggestion
from tests.bot.conftest import Running
from tests.bot.standin import StandIn

QUESTION = "who scored in bergamo in december 2025?"


def test_callback_data_fits_64_bytes_whatever_is_asked() -> None:
    suggestions = tuple(Suggestion("perché? " * 40, "perché? " * 40) for _ in range(5))
    answer = Answer("answer", "text", "it", suggestions=suggestions)
    markup = under_answer(answer, 10**17, private=True)
    assert markup is not None
    data = [str(b.callback_data) for row in markup.inline_keyboard for b in row]
    assert len(data) == 7
    assert all(len(d.encode()) <= 64 for d in data)
    assert len(match_digest("a" * 200)) == 10
    assert len(short("x" * 200)) == 60


async def test_a_suggestion_is_asked_for_whoever_presses_it(api: StandIn, running: Running) -> None:
    async with running():
        await api.say(11, QUESTION)
        await api.until(lambda: api.sent(11))
        button = next(b for b in api.sent(11)[0].buttons if b["callback_data"].startswith("s:"))
        await api.press(api.sent(11)[0], button["callback_data"])
        await api.until(lambda: len(api.sent(11)) == 2)
    assert api.sent(11)[1].text.startswith("<b>")
    assert len(api.of("answerCallbackQuery")) == 1


async def test_a_match_of_the_list_opens_its_summary(api: StandIn, running: Running) -> None:
    async with running():
        await api.say(11, "/matches")
        await api.until(lambda: api.sent(11))
        listed = api.sent(11)[0]
        assert "Atalanta 0-1 Inter, 28 December 2025" in [b["text"] for b in listed.buttons]
        await api.press(listed, listed.buttons[0]["callback_data"])
        await api.until(lambda: api.photos(11))
    assert "Inter beat Atalanta 1-0" in api.photos(11)[0].caption


async def test_a_thumb_down_puts_the_question_among_the_missed_ones(api: StandIn, running: Running) -> None:
    async with running() as service:
        await api.say(11, QUESTION)
        await api.until(lambda: api.sent(11))
        down = api.sent(11)[0].buttons[-1]["callback_data"]
        await api.press(api.sent(11)[0], down)
        await api.press(api.sent(11)[0], down)
        await api.until(lambda: len(api.of("answerCallbackQuery")) == 2)
        await service.queues.empty()
        missed = list(service.store.db.query("SELECT question, reason FROM missed"))
        votes = list(service.store.db.query("SELECT vote FROM feedback"))
    assert missed == [{"question": QUESTION, "reason": "thumbs_down"}]
    assert votes == [{"vote": -1}]


@pytest.mark.parametrize(
    "forged",
    [
        "s:1:0",
        "s:x:y",
        "s:99999999999999999999:0",
        "v:1:u",
        "m:0000000000",
        "p:n:0000000000",
        "p:c:0000000000:1111111111",
        "p:x:0000000000",
        "p:n",
        "p:",
        "l:en:12",
        "f:y:12",
        "old",
        "'; --",
    ],
)
async def test_an_old_or_forged_button_explains_itself(api: StandIn, running: Running, forged: str) -> None:
    async with running():
        await api.say(11, "/help")
        await api.until(lambda: api.sent(11))
        await api.press(api.sent(11)[0], forged)
        await api.until(lambda: api.of("answerCallbackQuery"))
    (press,) = api.of("answerCallbackQuery")
    assert press.text
    assert press.params["show_alert"] == "true"
    assert len(api.sent(11)) == 1


async def test_a_button_of_another_chat_does_nothing(api: StandIn, running: Running) -> None:
    async with running():
        await api.say(11, "who was the referee in 2023?")
        await api.say(12, "/help")
        await api.until(lambda: api.sent(11) and api.sent(12))
        await api.press(api.sent(12)[0], api.sent(11)[0].buttons[0]["callback_data"])
        await api.until(lambda: api.of("answerCallbackQuery"))
    assert api.of("answerCallbackQuery")[0].text
    assert len(api.sent(12)) == 1
