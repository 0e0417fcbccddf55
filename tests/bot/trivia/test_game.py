"""A game in a group, from the command to the final table."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from bot.playground import people
from bot.playground.world import BOT_ID
from bot.state.votes import Votes
from bot.trivia.rules import Pace
from tests.bot.trivia.arena import Arena, table
from tests.bot.trivia.conftest import FAST, Playing


def names(arena: Arena) -> list[str]:
    return [str(arena.world.users[person]["first_name"]) for person in arena.players]


async def test_one_command_plays_a_game_of_quiz_polls_to_the_final_table(
    arena: Arena, playing: Playing
) -> None:
    anna, bob, cara = arena.players
    async with playing(arena):
        arena.say(anna, "/trivia 3")
        for number in (1, 2, 3):
            poll = await arena.poll(number)
            arena.right(bob, poll)
            arena.right(anna, poll)
            arena.wrong(cara, poll)
            if number == 1:
                arena.close(poll)
        final = await arena.text("Final table")
    shown = names(arena)
    assert table(final) == [(shown[1], 41), (shown[0], 38), (shown[2], 0)]
    assert final.index("🥇") < final.index("🥈")
    assert arena.refusals == []
    rules = [text for text in arena.texts() if "🏆" in text]
    assert len(rules) == 1
    assert "\n" not in rules[0]
    for call in arena.sent("sendPoll"):
        assert call.params["type"] == "quiz"
        assert call.params["is_anonymous"] is False
        assert call.params["protect_content"] is True
        assert call.params["open_period"] == 20
        assert call.params["explanation"].endswith(")")


async def test_the_next_question_comes_when_all_who_voted_lately_have_voted(
    arena: Arena, playing: Playing
) -> None:
    anna, bob, cara = arena.players
    async with playing(arena):
        arena.say(anna, "/trivia 5")
        first = await arena.poll(1)
        arena.right(anna, first)
        arena.right(bob, first)
        arena.close(first)
        second = await arena.poll(2)
        arena.right(cara, second)
        arena.right(anna, second)
        await arena.heard()
        assert not arena.sent("stopPoll")
        arena.right(bob, second)
        third = await arena.poll(3)
        assert len(arena.sent("stopPoll")) == 1
        for person in (anna, bob, cara):
            arena.right(person, third)
        await arena.poll(4)


async def test_the_first_vote_counts_and_late_ones_do_not(arena: Arena, playing: Playing) -> None:
    anna, bob, cara = arena.players
    async with playing(arena) as service:
        arena.say(anna, "/trivia 1")
        poll = await arena.poll(1)
        arena.right(anna, poll)
        arena.repeat()
        forged: dict[str, Any] = {"poll_id": poll.poll["id"], "user": arena.world.users[anna]}
        arena.world.updates.add("poll_answer", {**forged, "option_ids": [], "option_persistent_ids": []})
        arena.wrong(bob, poll)
        right = poll.poll["correct_option_ids"]
        again = {**forged, "user": arena.world.users[bob], "option_ids": right}
        arena.world.updates.add("poll_answer", {**again, "option_persistent_ids": ["0"]})
        arena.close(poll)
        late = {**forged, "user": arena.world.users[cara], "option_ids": right}
        arena.world.updates.add("poll_answer", {**late, "option_persistent_ids": ["0"]})
        final = await arena.text("Final table")
        await service.queues.empty()
        assert table(final) == [(names(arena)[0], 13), (names(arena)[1], 0)]
        assert [s.points for s in service.store.votes.of_chat(arena.group)] == [13, 0]


async def test_no_question_comes_twice_in_a_chat(arena: Arena, playing: Playing) -> None:
    anna = arena.players[0]
    async with playing(arena) as service:
        service.limiter._count = lambda chat, now: None  # type: ignore[method-assign]  # many polls, no minutes
        for game in range(3):
            arena.say(anna, "/trivia 7 atalanta liverpool 2024")
            for number in range(7):
                poll = await arena.poll(7 * game + number + 1)
                arena.right(anna, poll)
                arena.close(poll)
            await arena.until(lambda game=game: sum("Final" in t for t in arena.texts()) == game + 1)  # type: ignore[misc]
        keys = [
            str(row["key"]) for row in service.store.db.query("SELECT key FROM trivia_rounds ORDER BY id")
        ]
    assert len(set(keys[:14])) == 14
    assert len(set(keys)) == 16  # all that there are of this match: only then they come again


async def test_one_game_at_a_time_also_between_rounds(arena: Arena, playing: Playing) -> None:
    anna, bob, _ = arena.players
    async with playing(arena, Pace(first=0.0, reveal=60.0)):
        arena.say(anna, "/trivia 3")
        poll = await arena.poll(1)
        arena.say(bob, "/trivia 5")
        await arena.text("question 1 of 3")
        arena.right(bob, poll)
        arena.close(poll)
        await arena.text("Question 1 of 3")
        arena.say(bob, "/trivia")
        await arena.text("question 2 of 3")
        arena.say(anna, "/skip")
        await arena.text("No question is open")
        arena.say(anna, "/stop")
        assert table(await arena.text("Final table")) == [(names(arena)[1], 13)]
    assert len(arena.polls_in()) == 1


async def test_two_silent_rounds_end_the_game_with_its_table(arena: Arena, playing: Playing) -> None:
    anna = arena.players[0]
    async with playing(arena):
        arena.say(anna, "/trivia 9")
        for number in (1, 2, 3):
            poll = await arena.poll(number)
            if number == 1:
                arena.right(anna, poll)
            arena.close(poll)
        final = await arena.text("Two questions without an answer")
        assert table(final) == [(names(arena)[0], 13)]
        arena.say(anna, "/trivia 1")
        await arena.poll(4)


async def test_losing_the_right_to_send_polls_ends_the_game_and_not_the_bot(
    arena: Arena, playing: Playing
) -> None:
    anna = arena.players[0]
    async with playing(arena) as service:
        arena.say(anna, "/trivia 9")
        poll = await arena.poll(1)
        arena.fault = lambda method, params: (
            "not enough rights to send polls to the chat" if method == "sendPoll" else None
        )
        arena.right(anna, poll)
        arena.close(poll)
        assert table(await arena.text("I may not ask questions here")) == [(names(arena)[0], 13)]
        assert service.store.chats.is_active(arena.group)
        arena.fault = lambda method, params: None
        arena.say(anna, "/trivia 1")
        await arena.poll(2)


async def test_a_group_that_puts_the_bot_out_can_play_again_when_it_is_back(
    arena: Arena, playing: Playing
) -> None:
    anna = arena.players[0]
    async with playing(arena) as service:
        arena.say(anna, "/trivia 9")
        poll = await arena.poll(1)
        arena.world.chats[arena.group].members.remove(BOT_ID)
        arena.close(poll)
        await arena.until(lambda: any(refusal.startswith("sendPoll") for refusal in arena.refusals))
        await service.queues.empty()
        people.invite(arena.world, anna, {"chat": arena.group})
        arena.say(anna, "/trivia 1")
        second = await arena.poll(2)
        arena.right(anna, second)
        arena.close(second)
        await arena.text("Final table")
    assert len(arena.polls_in()) == 2


async def test_only_who_started_and_administrators_stop_a_game(arena: Arena, playing: Playing) -> None:
    anna, bob, cara = arena.players
    async with playing(arena):
        arena.say(bob, "/trivia 9")
        poll = await arena.poll(1)
        arena.say(cara, "/stop")
        await arena.text("for whoever started the game")
        group = {"id": arena.group, "type": "supergroup", "title": "C"}
        stand_in = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
        message = {
            "message_id": 9_000_000, "date": 1, "chat": group, "from": stand_in, "sender_chat": group,
            "text": "/stop", "entities": [{"type": "bot_command", "offset": 0, "length": 5}],
        }  # fmt: skip
        arena.world.chats[arena.group].messages[9_000_000] = message
        arena.world.updates.add("message", message)
        await arena.text("writing as the group")
        arena.right(cara, poll)
        arena.say(bob, "/stop")
        final = await arena.text("The game was stopped")
    assert table(final) == []  # the open question does not count
    assert poll.poll["is_closed"]
    assert anna


async def test_a_skipped_question_does_not_count_and_another_one_comes(
    arena: Arena, playing: Playing
) -> None:
    anna, bob, _ = arena.players
    async with playing(arena):
        arena.say(anna, "/trivia 2")
        first = await arena.poll(1)
        arena.right(bob, first)
        arena.say(anna, "/skip")
        await arena.text("does not count")
        for number in (2, 3):
            poll = await arena.poll(number)
            assert poll.poll["question"].startswith(f"{number - 1}/2. ")
            arena.right(anna, poll)
            arena.close(poll)
        assert table(await arena.text("Final table")) == [(names(arena)[0], 26)]


async def test_a_poll_that_nobody_knows_to_have_arrived_is_void_and_said_to_be(
    arena: Arena, playing: Playing
) -> None:
    anna, bob, _ = arena.players
    faults = ["after"]
    arena.fault = lambda method, params: faults.pop() if method == "sendPoll" and faults else None
    async with playing(arena):
        arena.say(anna, "/trivia 2")
        lost = await arena.poll(1)
        arena.right(bob, lost)
        await arena.text("Question 1 does not count")
        for number in (2, 3):
            poll = await arena.poll(number)
            arena.right(anna, poll)
            arena.close(poll)
        assert table(await arena.text("Final table")) == [(names(arena)[0], 26)]


async def test_a_poll_that_ends_before_its_sending_is_answered_is_tallied_all_the_same(
    arena: Arena, playing: Playing
) -> None:
    anna, bob, _ = arena.players
    arena.fault = lambda method, params: "late" if method == "sendPoll" else None
    async with playing(arena, replace(FAST, grace=600.0)):
        arena.say(anna, "/trivia 1")
        poll = await arena.poll(1)
        arena.right(bob, poll)
        arena.right(anna, poll)
        arena.close(poll)
        await arena.heard()
        arena.answer.set()
        final = await arena.text("Final table")
    assert [points for _, points in table(final)] == [13, 12]


async def test_floods_and_refused_calls_delay_a_game_and_change_nothing(
    arena: Arena, playing: Playing
) -> None:
    anna, bob, _ = arena.players
    faults = {"sendPoll": ["after", "429"], "editMessageText": ["before"], "getChatMember": ["before"]}
    arena.fault = lambda method, params: faults[method].pop() if faults.get(method) else None
    async with playing(arena):
        arena.say(anna, "/trivia 2")
        for number in (1, 2, 3):  # the first one is lost
            poll = await arena.poll(number)
            arena.right(bob, poll)
            arena.right(anna, poll)
            arena.close(poll)
        final = await arena.text("Final table")
        assert [points for _, points in table(final)] == [26, 24]


async def test_a_restart_counts_the_votes_of_meanwhile_but_not_who_was_first(
    arena: Arena, playing: Playing
) -> None:
    anna, bob, cara = arena.players
    async with playing(arena):
        arena.say(anna, "/trivia 2")
        poll = await arena.poll(1)
        arena.right(anna, poll)
        await arena.heard()
    arena.right(bob, poll)
    arena.wrong(cara, poll)
    arena.close(poll)
    async with playing(arena):
        second = await arena.poll(2)
        assert "I was restarted" in await arena.text("Question 1 of 2")
        arena.right(bob, second)
        arena.close(second)
        final = await arena.text("Final table")
    assert table(final) == [(names(arena)[1], 23), (names(arena)[0], 10), (names(arena)[2], 0)]


async def test_a_bot_that_was_away_for_long_ends_the_game_with_all_votes(
    arena: Arena, playing: Playing
) -> None:
    anna = arena.players[0]
    async with playing(arena):
        arena.say(anna, "/trivia 9")
        poll = await arena.poll(1)
    arena.right(anna, poll)
    arena.close(poll)
    async with playing(arena, Pace(away=-60.0, reveal=0.0)):
        assert table(await arena.text("I was away")) == [(names(arena)[0], 10)]
    assert len(arena.polls_in()) == 1


async def test_a_poll_whose_end_is_never_told_is_tallied_all_the_same(arena: Arena, playing: Playing) -> None:
    anna = arena.players[0]
    async with playing(arena, Pace(first=0.0, reveal=0.0, grace=-30.0, closing=0.2, closing_most=0.4)):
        add = arena.world.updates.add
        arena.world.updates.add = lambda kind, content: None if kind == "poll" else add(kind, content)  # type: ignore[method-assign]
        arena.say(anna, "/trivia 1")
        poll = await arena.poll(1)
        arena.right(anna, poll)
        assert "Final table" in await arena.text("Final table")
    assert poll.poll["is_closed"]


async def test_a_round_has_one_message_beside_its_poll_and_the_table_stays_in_place(
    arena: Arena, playing: Playing
) -> None:
    anna, bob, _ = arena.players
    async with playing(arena):
        arena.say(anna, "/trivia 4")
        for number in range(1, 5):
            poll = await arena.poll(number)
            arena.right(anna, poll)
            if number > 1:
                arena.right(bob, poll)
            arena.close(poll)
        await arena.text("Final table")
    messages = [json.loads(json.dumps(call.params)) for call in arena.sent("sendMessage")]
    assert len(messages) == 3  # the rules, the table, the final table
    assert len(arena.sent("editMessageText")) == 2
    assert len(arena.sent("deleteMessage")) == 1
    assert [m.get("disable_notification") for m in messages[1:]] == [True, True]
    assert [c.params["disable_notification"] for c in arena.sent("sendPoll")] == [False, True, True, True]


async def test_in_private_each_vote_brings_the_next_question(arena: Arena, playing: Playing) -> None:
    anna = arena.players[0]
    async with playing(arena):
        arena.say(anna, "/trivia 3 facile", chat=anna)
        for number in (1, 2, 3):
            arena.right(anna, await arena.poll(number, anna))
        final = await arena.text("Final table", anna)
    assert table(final) == [(names(arena)[0], 41)]


async def test_who_is_no_member_does_not_score(arena: Arena, playing: Playing) -> None:
    anna = arena.players[0]
    stranger = arena.add_person(8_500_000, "Stranger")
    async with playing(arena):
        arena.say(anna, "/trivia 1")
        poll = await arena.poll(1)
        arena.right(stranger, poll)
        arena.right(anna, poll)
        arena.close(poll)
        final = await arena.text("Final table")
    assert table(final) == [(names(arena)[0], 13)]


async def test_a_bad_question_is_put_before_administrators_once(arena: Arena, playing: Playing) -> None:
    anna = arena.players[0]
    async with playing(arena) as service:
        arena.say(anna, "/trivia 1")
        poll = await arena.poll(1)
        buttons = arena.world.chats[arena.group].messages[poll.message]["reply_markup"]["inline_keyboard"]
        for _ in range(2):
            arena.press(anna, poll.message, buttons[0][0]["callback_data"])
        await arena.until(lambda: sum(call.method == "answerCallbackQuery" for call in arena.calls) == 2)
        await service.queues.empty()
        missed = service.store.db.query("SELECT * FROM missed")
        reported = [row for row in missed if row["reason"] == "wrong_question"]
    assert len(reported) == 1
    assert poll.poll["question"].split(". ", 1)[1] in reported[0]["question"]


async def test_a_group_that_chose_italian_plays_in_italian(arena: Arena, playing: Playing) -> None:
    anna = arena.players[0]
    async with playing(arena) as service:
        service.store.chats.choose_language(arena.group, "it")
        arena.say(anna, "/trivia 1 difficile")
        poll = await arena.poll(1)
        arena.right(anna, poll)
        arena.close(poll)
        await arena.text("Classifica finale")
        row = next(iter(service.store.db.query("SELECT language, difficulty FROM trivia_games")))
        assert row == {"language": "it", "difficulty": "hard"}


async def test_what_nothing_is_known_about_is_said(arena: Arena, playing: Playing) -> None:
    async with playing(arena):
        arena.say(arena.players[0], "/trivia 5 xyzzy")
        await arena.text("no questions about “xyzzy”")
        arena.say(arena.players[0], "/trivia 50 scamacca")
        rules = await arena.text("🏆")
    assert "Gianluca Scamacca" in rules
    assert "50" not in rules


@pytest.mark.parametrize("command", ["/stop", "/skip"])
async def test_without_a_game_there_is_nothing_to_end(arena: Arena, playing: Playing, command: str) -> None:
    async with playing(arena):
        arena.say(arena.players[0], command)
        await arena.text("No game is running")


async def test_a_supergroup_keeps_the_table_of_its_group(arena: Arena, playing: Playing) -> None:
    anna = arena.players[0]
    async with playing(arena) as service:
        arena.say(anna, "/trivia 1")
        poll = await arena.poll(1)
        arena.right(anna, poll)
        arena.close(poll)
        await arena.text("Final table")
        await service.queues.empty()
        service.store.chats.migrate(arena.group, -1_002_999_999_999)
        votes: Votes = service.store.votes
        assert [score.points for score in votes.of_chat(-1_002_999_999_999)] == [13]
        assert votes.of_chat(arena.group) == []


@pytest.mark.parametrize("told", [True, False], ids=["told by Telegram", "found out by a refused call"])
async def test_a_group_may_become_a_supergroup_in_the_middle_of_a_game(
    arena: Arena, playing: Playing, told: bool
) -> None:
    anna, bob, _ = arena.players
    new = -1_002_999_999_999
    async with playing(arena) as service:
        arena.say(anna, "/trivia 2")
        first = await arena.poll(1)
        arena.right(anna, first)
        await arena.heard()
        old = arena.group
        arena.migrate(new, told=told)
        arena.right(bob, first)
        arena.close(first)
        second = await arena.poll(1, new)
        arena.right(bob, second)
        arena.close(second)
        final = await arena.text("Final table", new)
        await service.queues.empty()
        assert service.store.games.running(new, 0) is None
        arena.say(bob, "/trivia 1", chat=new)
        await arena.poll(2, new)
    assert table(final) == [(names(arena)[1], 25), (names(arena)[0], 13)]
    assert len(arena.polls_in(old)) == 1
    assert all("upgraded" in refusal for refusal in arena.refusals)


async def test_each_topic_of_a_forum_has_a_game_of_its_own(arena: Arena, playing: Playing) -> None:
    anna, bob, _ = arena.players
    arena.world.chats[arena.group].topics = frozenset({5, 6})
    async with playing(arena):
        arena.say_in_topic(5, anna, "/trivia 1")
        arena.say_in_topic(6, bob, "/trivia 2")
        await arena.until(lambda: len(arena.polls_in()) == 2)
        polls = {arena.topic_of(poll): poll for poll in arena.polls_in()}
        arena.say(bob, "/stop")
        await arena.text("No game is running")
        arena.say_in_topic(6, bob, "/stop")
        await arena.text("The game was stopped")
        arena.right(anna, polls[5])
        arena.close(polls[5])
        final = await arena.until(
            lambda: [m for m in arena.in_topic(5) if "Final table" in m.get("text", "")]
        )
    assert polls[6].poll["is_closed"]
    assert table(final[0]["text"]) == [(names(arena)[0], 13)]
    assert "The game was stopped" in json.dumps(arena.in_topic(6))
    assert "The game was stopped" not in json.dumps(arena.in_topic(5))
    assert arena.refusals == []
