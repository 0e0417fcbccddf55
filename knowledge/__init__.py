"""Knows the facts of football articles and understands questions about them. No Telegram, no network."""

from typing import TYPE_CHECKING

from .answers.dates import day_text, month_text, number_text
from .base.build import build, check
from .base.files import SHIPPED
from .base.lookup import StoredRow, added_inputs, stored
from .comparison import Finding
from .detail_records import Club, EventDetails, Finish, Finishes, MatchDetails, Round, Run
from .details import Details
from .editing import (
    DraftFiles,
    Trial,
    article_mistakes,
    display_name,
    draft_article,
    examine,
    find_stored,
    group_alike,
    near_rows,
    nearest_of,
    resolve,
    topics,
    trial,
)
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

if TYPE_CHECKING:
    from .drafting import Draft, UnreadableTextError, decode, draft

__all__ = [
    "DIFFICULTIES", "LANGUAGES", "SHIPPED", "Answer", "BaseUnreadable", "BuildFailed", "Club", "Context",
    "Details", "Difficulty", "Draft", "DraftFiles", "EventDetails", "Finding", "Finish", "Finishes",
    "Knowledge", "KnowledgeError", "Language", "MatchDetails", "MatchSummary", "Mistake", "QuizQuestion",
    "Quizzes", "Report", "Round", "Run", "Source", "StoredRow", "Subject", "Suggestion", "Trial",
    "UnreadableTextError", "added_inputs", "article_mistakes", "build", "check", "day_text", "decode", "display_name",
    "draft", "draft_article", "examine", "find_stored", "group_alike", "hint", "judge_typed", "month_text", "near_rows",
    "nearest_of", "number_text", "resolve", "stored", "topics", "trial",
]  # fmt: skip

_DRAFTING = frozenset({"Draft", "UnreadableTextError", "decode", "draft"})


def __getattr__(name: str) -> object:
    """Import what drafts articles when it is wanted: a bot drafts in a process of its own."""
    if name in _DRAFTING:
        from . import drafting

        return getattr(drafting, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
