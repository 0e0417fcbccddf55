"""Kill the bot at random moments of a game of many players, and compare the final table with the votes.

    python -m benchmarks.chaos_trivia [--games 10] [--players 30] [--questions 20] [--votes 5000]
        [--kills 8] [--seed 1]

Each game is a new group on the playground's strict Bot API, with the bot as a process of its own. `--votes`
updates with votes come in a game: singly, again, late, and taken back; calls are refused (429) or lost before
or after their effect. The table that the bot sends is compared with one reckoned from what the server
accepted. After each game a new one must start within a question's time. The option `--real` keeps the pace of
real games. The exit status is 1 where a table differs or a game does not start.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from bot.facts import Facts
from tests.bot.trivia.arena import Arena
from tests.bot.trivia.tournament import Tournament, as_json


async def game(number: int, given: argparse.Namespace, facts: Path) -> bool:
    """Play one game; print and return whether all was as it must be."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        shutil.copytree(facts, data)
        rng = random.Random(given.seed * 1000 + number)
        async with Arena(players=given.players) as arena:
            flags = ("--real",) if given.real else ()
            again = given.votes / given.questions / given.players
            tournament = Tournament(arena, data, rng, given.questions, given.kills, flags, again)
            began = time.monotonic()
            try:
                final = await tournament.play()
                ok = tournament.is_right(final)
                again = await tournament.starts_again()
            except (AssertionError, TimeoutError) as error:
                print(f"game {number}: {type(error).__name__}: {error}")
                print((data / "bot.log").read_text()[-2000:])
                return False
            seconds = round(time.monotonic() - began)
    verdict = "the table of the votes" if ok else "ANOTHER TABLE"
    print(f"game {number}: {verdict}; {seconds} s; the next after {again:.1f} s; {as_json(tournament)}")
    return ok


async def run(given: argparse.Namespace) -> int:
    """Play all games, one after another."""
    with tempfile.TemporaryDirectory() as folder:
        facts = Path(folder) / "facts"
        Facts(facts).open()
        results = [await game(number, given, facts) for number in range(given.games)]
    print(f"{sum(results)} of {len(results)} games ended with the table that their votes make")
    return 0 if all(results) else 1


def main() -> int:
    """Read the command line and play."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options = {"games": 10, "players": 30, "questions": 20, "votes": 5000, "kills": 8, "seed": 1}
    for name, default in options.items():
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--real", action="store_true")
    return asyncio.run(run(parser.parse_args()))


if __name__ == "__main__":
    sys.exit(main())
