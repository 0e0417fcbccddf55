"""Scores follow from the rows of votes alone: the queries against a plain reckoning."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from bot.state import Store
from bot.state.game_records import NewGame
from bot.trivia.rules import Score, places
from knowledge import QuizQuestion
from tests.bot.trivia.reckoning import Asked, Ballot, reckon

CHAT = -100


def question(number: int, right: int) -> QuizQuestion:
    options = ("a", "b", "c", "d")
    return QuizQuestion(
        f"row{number}:x",
        f"row{number}",
        "x",
        "person",
        "en",
        "Who?",
        options,
        right,
        "",
        "easy",
        None,
        (),
        "a",
    )


@pytest.mark.parametrize("seed", range(25))
def test_the_table_is_the_one_reckoned_from_the_votes(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    rounds, update = [], 1000
    for _ in range(rng.randint(1, 12)):
        ballots = []
        for voter in rng.sample(range(1, 9), rng.randint(0, 8)) * rng.randint(1, 2):
            update += rng.randint(1, 3)
            ballots.append(Ballot(voter, rng.randint(0, 2), update))
        closing = update - rng.randint(-2, 2)
        rounds.append(Asked(rng.randint(0, 2), rng.random() < 0.8, closing, tuple(ballots)))
    store = Store(tmp_path / "state.sqlite")
    new = NewGame(CHAT, 0, 1, "en", "polls", len(rounds), 20)
    with store.atomic():
        game = store.games.start(new, [question(n, r.right) for n, r in enumerate(rounds)], 0.0)
        for number, asked in enumerate(rounds):
            planned = store.games.planned(game)
            assert planned is not None
            for ballot in asked.ballots:
                store.votes.add(f"p{number}", ballot.voter, ballot.option, ballot.update)
            store.games.set_round(
                planned.id, state="done", poll_id=f"p{number}", closing_update=asked.closing, closed_at=5.0,
                bonus=int(asked.bonus),
            )  # fmt: skip
    table = {score.voter: score.points for score in store.votes.of_game(game)}
    store.close()
    assert table == reckon(rounds)


def test_the_first_vote_is_the_one_with_the_lowest_number_whichever_is_handled_first(tmp_path: Path) -> None:
    store = Store(tmp_path / "state.sqlite")
    for update, option in ((12, 1), (11, 0), (13, 2)):
        with store.atomic():
            store.votes.add("poll", 5, option, update)
    rows = list(store.db.query("SELECT option, update_id FROM votes"))
    store.close()
    assert rows == [{"option": 0, "update_id": 11}]


def test_ties_share_a_place_and_the_next_is_skipped() -> None:
    scores = [Score(n, "", points, 0, 0, 0) for n, points in enumerate((30, 20, 20, 10))]
    assert places(scores) == [1, 2, 2, 4]


def test_each_topic_of_a_forum_has_its_own_game(tmp_path: Path) -> None:
    store = Store(tmp_path / "state.sqlite")
    with store.atomic():
        store.games.start(NewGame(CHAT, 7, 1, "en", "polls", 1, 20), [question(1, 0)], 0.0)
    found = store.games.running(CHAT, 7), store.games.running(CHAT, 0), store.games.running(CHAT, 8)
    store.close()
    assert [game is not None for game in found] == [True, False, False]


def test_a_chat_that_was_lost_has_no_game_any_more(tmp_path: Path) -> None:
    store = Store(tmp_path / "state.sqlite")
    store.chats.saw(CHAT, "supergroup")
    with store.atomic():
        store.games.start(NewGame(CHAT, 0, 1, "en", "polls", 1, 20), [question(1, 0)], 0.0)
    store.chats.lost(CHAT)
    running = store.games.running(CHAT, 0)
    store.close()
    assert running is None
