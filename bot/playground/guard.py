"""Who may talk to the playground: this machine, and in a browser only its own page.

A page of another site can make a browser send requests here, even under a name of its own that it points at
127.0.0.1 (DNS rebinding). So the Host must be a name of this machine, what a browser sends must come from the
page itself, and the page may load nothing from elsewhere.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from tornado.httputil import HTTPHeaders, HTTPServerRequest

LOCAL_NAMES = ("127.0.0.1", "localhost", "::1")
PAGE_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
        " base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script';"
        " trusted-types 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}


def local_host(request: HTTPServerRequest, listen: str) -> bool:
    """Tell whether the Host is a name of this machine, or the address `listen` that was asked for."""
    try:
        host = urlsplit(f"//{request.host}").hostname
    except ValueError:
        return False
    return host in LOCAL_NAMES or (host == listen and bool(listen))


def own_page(request: HTTPServerRequest) -> bool:
    """Tell whether a request that changes something comes from the playground's own page."""
    headers = request.headers
    return headers.get("Origin") == f"http://{request.host}" and _same_site(headers)


def own_reader(request: HTTPServerRequest) -> bool:
    """Tell whether a request that only reads comes from the page or from outside a browser."""
    origin = request.headers.get("Origin")
    return origin in (None, f"http://{request.host}") and _same_site(request.headers)


def no_browser(request: HTTPServerRequest) -> bool:
    """Tell whether a request comes from a program rather than a page: the Bot API is for programs."""
    return not any(name in request.headers for name in ("Origin", "Sec-Fetch-Site", "Sec-Fetch-Mode"))


def _same_site(headers: HTTPHeaders) -> bool:
    return headers.get("Sec-Fetch-Site", "same-origin") in ("same-origin", "none")
