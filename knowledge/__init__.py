"""Knows the facts of football articles and understands questions about them. No Telegram, no network."""

from .base.build import build, check
from .detail_records import Club, EventDetails, Finish, Finishes, MatchDetails, Round, Run
from .details import Details
from .engine import Knowledge
from .errors import BaseUnreadable, BuildFailed, KnowledgeError
from .models import (
    LANGUAGES,
    Answer,
    Context,
    Language,
    MatchSummary,
    Mistake,
    Report,
    Source,
    Suggestion,
)
from .quiz.records import DIFFICULTIES, Difficulty, QuizQuestion
from .quiz.serving import Quizzes, Subject
from .quiz.typed import hint, judge_typed

__all__ = [
    "DIFFICULTIES", "LANGUAGES", "Answer", "BaseUnreadable", "BuildFailed", "Club", "Context", "Details",
    "Difficulty", "EventDetails", "Finish", "Finishes", "Knowledge", "KnowledgeError", "Language",
    "MatchDetails", "MatchSummary", "Mistake", "QuizQuestion", "Quizzes", "Report", "Round", "Run", "Source", "Subject",
    "Suggestion", "build", "check", "hint", "judge_typed",
]  # fmt: skip
