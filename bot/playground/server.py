"""The HTTP server: the Bot API for the bot, the page and its events for the people."""

from __future__ import annotations

from pathlib import Path

from tornado import web
from tornado.httpserver import HTTPServer

from .bot_http import BotHandler, FileHandler
from .handler import Playground
from .media import MAX_UPLOAD
from .page_http import DeedHandler, EventsHandler, MediaHandler, PageHandler, TextsHandler

MAX_BODY = MAX_UPLOAD + 1024 * 1024


def application(playground: Playground) -> web.Application:
    """Return the server's routes."""
    shared = {"playground": playground}
    static = {"path": str(Path(__file__).parent / "static"), "default_filename": "index.html"}
    return web.Application(
        [
            (r"/bot([^/]+)/(\w+)", BotHandler, shared),
            (r"/file/bot([^/]+)/documents/([\w-]+)", FileHandler, shared),
            (r"/media/([\w-]+)", MediaHandler, shared),
            (r"/do/(\w+)", DeedHandler, shared),
            (r"/events", EventsHandler, shared),
            (r"/texts", TextsHandler, shared),
            (r"/(.*)", PageHandler, static),
        ],
        playground=playground,
        log_function=lambda handler: None,  # the paths of calls hold the token
    )


def http_server(playground: Playground) -> HTTPServer:
    """Return the server, which listens nowhere yet."""
    return HTTPServer(application(playground), max_buffer_size=MAX_BODY, max_body_size=MAX_BODY)
