"""Structured logs, as text or JSON lines: never the token, never what people wrote."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime

from telegram.error import TelegramError

_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
# These libraries write addresses or parameters of calls, and with them the token or people's words.
_TALKATIVE = ("telegram", "aiohttp", "httpx", "httpcore", "tornado", "asyncio")


def set_up(level: str, style: str, token: str) -> None:
    """Send all logs to standard error, in a style ("text" or "json"), from a level on, without the token."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Formatter(style, token))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(logging.getLevelName(level), logging.WARNING))


class Formatter(logging.Formatter):
    """One line a record: time, level, logger, event, and what came in `extra`."""

    def __init__(self, style: str, token: str) -> None:
        super().__init__()
        self._json = style == "json"
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record, with where an error arose."""
        fields = {name: value for name, value in vars(record).items() if name not in _STANDARD}
        if record.exc_info and record.exc_info[1]:
            fields["trace"] = describe(record.exc_info[1])
        head = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
        }
        if self._json:
            line = json.dumps(head | fields, default=str, ensure_ascii=False)
        else:
            line = f"{head['time']} {head['level']:<7} {head['logger']}: {head['event']}"
            line += "".join(f" {name}={value}" for name, value in fields.items())
        return line.replace(self._token, "<token>") if self._token else line


def describe(error: BaseException) -> str:
    """Return an error's type and the places it came through, without its message, which may quote people.

    Telegram's own errors keep their message: it is Telegram's sentence.
    """
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    places = " < ".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in reversed(frames))
    message = f" ({error.message[:200]})" if isinstance(error, TelegramError) else ""
    return f"{type(error).__name__}{message} at {places}"
