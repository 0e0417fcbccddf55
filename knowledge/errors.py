"""What can go wrong in `knowledge`, each error named after the situation."""

from __future__ import annotations

from .models import Report


class KnowledgeError(Exception):
    """The root of all errors that this package raises on purpose."""


class BaseUnreadable(KnowledgeError):
    """The SQLite file is missing, is no fact base, or was written by another version of the program."""


class BuildFailed(KnowledgeError):
    """The inputs hold mistakes; `report` lists each with file, place and remedy. Nothing was written."""

    def __init__(self, report: Report) -> None:
        super().__init__(f"{sum(not m.warning for m in report.mistakes)} mistakes in the inputs")
        self.report = report
