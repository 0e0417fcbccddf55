"""What somebody types after /trivia: a number, a difficulty, "buzz", and what the quiz shall be about."""

from __future__ import annotations

from dataclasses import dataclass

from bot.texts import Texts
from bot.trivia.rules import LONGEST_GAME
from knowledge import DIFFICULTIES, LANGUAGES, Difficulty

WORDS = {
    "easy": "trivia.word_easy", "medium": "trivia.word_medium", "hard": "trivia.word_hard",
    "buzz": "trivia.word_buzz",
}  # fmt: skip
FIRST_YEAR = 1000
"""Numbers from here on are years, and belong to what the quiz is about."""
LONGEST_TOPIC = 100


@dataclass(frozen=True, slots=True)
class Request:
    """A request, read; what was not said is None or empty."""

    length: int | None = None
    difficulty: Difficulty | None = None
    buzz: bool = False
    topic: str = ""


def read(text: str, texts: Texts) -> Request:
    """Read the words after the command, in any order and in either language."""
    meaning = {
        word: name
        for name, key in WORDS.items()
        for lang in LANGUAGES
        for word in texts.plain(lang, key).split()
    }
    length: int | None = None
    difficulty: Difficulty | None = None
    buzz = False
    rest: list[str] = []
    for word in text.split():
        name = meaning.get(word.lower().strip(".,"))
        if name == "buzz":
            buzz = True
        elif name and difficulty is None:
            difficulty = next(level for level in DIFFICULTIES if level == name)
        elif length is None and word.isdecimal() and 0 < int(word) < FIRST_YEAR:
            length = min(int(word), LONGEST_GAME)
        else:
            rest.append(word)
    return Request(length, difficulty, buzz, " ".join(rest)[:LONGEST_TOPIC])
