"""Dates and large numbers as the languages write them; the words are data, so no calendar library is held in memory."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

from ..data_files import read_data


@cache
def _customs(language: str) -> dict[str, Any]:
    return read_data(language, "dates")


def day_text(date: dt.date, language: str) -> str:
    """Return 28 December 2025; 28 dicembre 2025."""
    return f"{date.day} {month_text(date.year, date.month, language)}"


def month_text(year: int, month: int, language: str) -> str:
    """Return December 2025; dicembre 2025. `month` runs from 1 to 12."""
    return f"{_customs(language)['months'][month - 1]} {year}"


def number_text(number: int, language: str) -> str:
    """Return 1,181; 1.181."""
    return f"{number:,}".replace(",", _customs(language)["thousands"])
