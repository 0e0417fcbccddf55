"""What the playground's Bot API answers instead of a result."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
"""An object of the Bot API, as it travels."""


class ApiError(Exception):
    """A refusal: `code` is the HTTP status, `description` opens as Telegram's do ("Bad Request: ...")."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(description)
        self.code = code
        self.description = description


def bad_request(reason: str) -> ApiError:
    """Return the refusal 400 with `reason` (what follows "Bad Request: ")."""
    return ApiError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> ApiError:
    """Return the refusal 403 with `reason` (what follows "Forbidden: ")."""
    return ApiError(403, f"Forbidden: {reason}")
