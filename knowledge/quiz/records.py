"""The records of the quiz: a question as a chat sees it, and what it is made from."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Literal

Difficulty = Literal["easy", "medium", "hard"]
DIFFICULTIES: tuple[Difficulty, ...] = ("easy", "medium", "hard")

QUESTION_LIMIT = 300
OPTION_LIMIT = 100
EXPLANATION_LIMIT = 200
"""Characters of a poll's question, of an option and of an explanation (Telegram Bot API, sendPoll)."""


@dataclass(frozen=True, slots=True)
class QuizQuestion:
    """One question of a quiz, ready to be sent as a poll or typed for.

    `key` is the pair asked, "<row id>:<field>": a chat that was asked it passes it back as excluded.
    `options` hold one right answer, at index `right`; a true/false question has two, any other three or four.
    `answers` are what counts as right when it is typed, empty where a question only works with options;
    `hint` is the text that hints uncover.
    """

    key: str
    row: str
    asked: str
    kind: str
    language: str
    question: str
    options: tuple[str, ...]
    right: int
    explanation: str
    difficulty: Difficulty
    match: str | None
    answers: tuple[str, ...]
    hint: str

    def to_json(self) -> str:
        """Return the question as JSON, for whoever keeps it while it is open."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> QuizQuestion:
        """Return the question that `to_json` wrote. Raises ValueError or TypeError for anything else."""
        given = json.loads(text)
        return cls(**given | {"options": tuple(given["options"]), "answers": tuple(given["answers"])})


@dataclass(frozen=True, slots=True)
class Form:
    """One way to ask for a field of a row, before options are drawn and shuffled.

    `questions` say the same in other words. `wrong` are at least two wrong answers, the most plausible first
    (one for a statement). `value` is what answers, as stored (an id, a figure, words): two forms with one
    value in one match would give each other away. `answers` are what may be typed. `said` are sentences that
    can be called true (the first) or false (all others); empty where there are none.
    """

    row: str
    asked: str
    kind: str
    questions: tuple[str, ...]
    right: str
    wrong: tuple[str, ...]
    sentence: str
    source: str
    match: str | None
    value: str
    names: frozenset[str] = frozenset()
    topic: str = ""
    weight: float = 1.0
    difficulty: Difficulty = "medium"
    answers: tuple[str, ...] = ()
    said: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The pair that is asked."""
        return f"{self.row}:{self.asked}"

    @property
    def judged(self) -> bool:
        """Whether it is a statement to be called true or false."""
        return self.kind == "true_false"
