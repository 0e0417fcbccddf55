"""One person cannot use up what all share; and nobody who asks as people do ever notices."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.allowance import BURST, PER_SECOND, Allowance
from bot.sending import TOTAL_MESSAGES
from bot.texts import Texts
from tests.bot.conftest import Running
from tests.bot.standin import StandIn

GROUPS = tuple(-1001234567890 - number for number in range(5))
TEXTS = Texts()


@given(pauses=st.lists(st.floats(0, 30), max_size=200))
@settings(max_examples=50)
def test_nobody_gets_more_than_the_allowance_however_they_space_their_requests(pauses: list[float]) -> None:
    now = [0.0]
    allowance, served = Allowance(monotonic=lambda: now[0]), 0
    for pause in pauses:
        now[0] += pause
        served += allowance.take(1) == "fine"
    assert served <= BURST + now[0] * PER_SECOND + 1e-6
    assert PER_SECOND * 30 < TOTAL_MESSAGES


def test_the_first_request_too_many_is_told_and_the_next_ones_are_not() -> None:
    now = [0.0]
    allowance = Allowance(monotonic=lambda: now[0])
    assert {allowance.take(1) for _ in range(int(BURST))} == {"fine"}
    assert [allowance.take(1) for _ in range(3)] == ["first", "over", "over"]
    assert allowance.take(2) == "fine"
    now[0] += BURST / PER_SECOND
    assert allowance.take(1) == "fine"


def test_people_who_are_quiet_again_are_forgotten() -> None:
    now = [0.0]
    allowance = Allowance(monotonic=lambda: now[0])
    for user in range(10_000):
        allowance.take(user)
    now[0] += 1000
    allowance.take(-1)
    assert len(allowance._used) == 1


async def test_a_flood_from_one_person_leaves_the_bot_free_for_everybody_else(
    api: StandIn, running: Running
) -> None:
    def said() -> int:
        return sum(len(api.sent(group)) for group in GROUPS)

    async with running() as service:
        for number in range(40):
            await api.say(GROUPS[number % 5], "/help@test_bot", user=11)
        await api.until(lambda: said() == BURST + 1)
        await api.say(GROUPS[0], "/help@test_bot", user=12)
        await api.until(lambda: said() == BURST + 2)
        await service.queues.empty()
    texts = [call.text for group in GROUPS for call in api.sent(group)]
    over = TEXTS("en", "allowance.over")
    assert texts.count(over) == 1
    assert len(texts) == BURST + 2


async def test_presses_over_the_allowance_are_answered_and_do_nothing(api: StandIn, running: Running) -> None:
    async with running() as service:
        service.services.allowance = Allowance(burst=1, per_second=0)
        await api.say(GROUPS[0], "/matches@test_bot", user=11)
        await api.until(lambda: api.sent(GROUPS[0]))
        listed = api.sent(GROUPS[0])[0]
        await api.press(listed, listed.buttons[0]["callback_data"], user=11)
        await api.until(lambda: api.of("answerCallbackQuery"))
        await service.queues.empty()
    assert api.of("answerCallbackQuery")[0].text == TEXTS.plain("en", "allowance.over")
    assert len(api.sent(GROUPS[0])) == 1


async def test_what_is_not_meant_for_the_bot_and_what_is_private_count_for_nothing(
    api: StandIn, running: Running
) -> None:
    async with running() as service:
        service.services.allowance = Allowance(burst=1, per_second=0)
        for _ in range(5):
            await api.say(GROUPS[0], "che partita!", user=11)
            await api.say(11, "/help")
        await api.say(GROUPS[0], "@test_bot who scored in bergamo in december 2025?", user=11)
        await api.until(lambda: len(api.sent(11)) == 5 and api.sent(GROUPS[0]))
    assert "Lautaro" in api.sent(GROUPS[0])[0].text
    assert json.loads(api.sent(GROUPS[0])[0].params["reply_parameters"])
