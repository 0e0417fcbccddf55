"""What is fun to be asked and how hard it is: weights and difficulties by kind and topic."""

from __future__ import annotations

from knowledge.quiz.records import Difficulty

EASY_KINDS = frozenset({"winner", "score", "scorer", "opponent", "coach", "hat_trick", "trophy"})
HARD_KINDS = frozenset({"minute", "order", "date", "season", "formation", "part", "list", "number"})

WEIGHTS: dict[str, float] = {
    "scorer": 8,
    "assist": 8,
    "hat_trick": 8,
    "missed": 8,
    "saved": 6,
    "penalty": 8,
    "error": 6,
    "both": 8,
    "disallowed": 6,
    "injury": 5,
    "foul": 4,
    "first_goal": 5,
    "score": 5,
    "half_time": 3,
    "substitute": 2,
    "who_said": 4,
    "odd_one_out": 3,
    "order": 2.5,
    "finish": 3,
    "opponent": 2.5,
    "venue": 2,
    "coach": 1.5,
    "goalkeeper": 2,
    "minute": 2,
    "formation": 3,
    "winner": 1.5,
    "words": 1.3,
    "number": 0.8,
    "list": 1.5,
    "season": 0.4,
    "competition": 0.4,
    "date": 0.6,
}
"""How often a kind is drawn against the others; what is not listed has 1.5. Set by reading quizzes aloud:
a match has few goals and an article many sentences, so that goals need the larger weight to come up."""

FUN = frozenset(
    {
        "falling_out",
        "statement",
        "training",
        "trophy",
        "final",
        "nickname",
        "result",
        "player_description",
        "goals_tally",
        "streak",
        "philosophy",
        "book",
        "legacy",
        "stadium",
        "award",
    }
)
DULL = frozenset({"publication", "photographer", "related", "author", "population"})
"""Topics that only a librarian enjoys; they stay in the pool, rare and hard."""

AS_ARTICLE = 0.2
"""Factor for a question about what an article says rather than about football."""


def weight(kind: str, topic: str = "", bookish: bool = False) -> float:
    """Return how often a question is drawn, against others."""
    base = WEIGHTS.get(kind, 1.5)
    if topic in DULL:
        return 0.1
    if topic in FUN:
        base *= 1.3
    return base * (AS_ARTICLE if bookish else 1.0)


def difficulty(kind: str, topic: str = "", named: int = 0) -> Difficulty:
    """Return how hard a question is; `named` counts how often its answer is told of in the base.

    A name told of in more than 25 rows (a club of the headline, the coach of the article) is what a fan
    would try first, so it is one step easier.
    """
    if topic in DULL or kind in HARD_KINDS:
        return "hard"
    if kind in EASY_KINDS or named > 25:
        return "easy"
    return "medium"
