"""Only this machine's programs and the playground's own page can talk to it."""

from __future__ import annotations

import ast
from pathlib import Path

import httpx
import pytest

import bot.playground
from bot.playground.world import TOKEN
from tests.playground.conftest import Served

PATHS = ["/", "/texts", "/events", "/main.js", f"/bot{TOKEN}/getMe", "/media/x"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "127.0.0.1@evil.example:80"])
async def test_a_foreign_name_for_this_machine_is_refused(served: Served, path: str, host: str) -> None:
    async with httpx.AsyncClient() as http:
        answer = await http.get(served.address + path, headers={"Host": host})
    assert answer.status_code in (400, 403)


@pytest.mark.parametrize("origin", [None, "null", "https://evil.example", "http://127.0.0.1:1"])
async def test_a_deed_needs_the_pages_own_origin(served: Served, origin: str | None) -> None:
    person = served.world.administrator
    headers = {} if origin is None else {"Origin": origin}
    async with httpx.AsyncClient() as http:
        body = {"person": person, "chat": person, "text": "x"}
        answer = await http.post(f"{served.address}/do/write", json=body, headers=headers)
    assert answer.status_code == 403
    assert not served.world.chats[person].messages


async def test_a_deed_must_be_json(served: Served) -> None:
    answer = await served.page.post(
        "/do/write", content=b'{"person": 1}', headers={"Content-Type": "text/plain"}
    )
    assert answer.status_code == 400


@pytest.mark.parametrize("header", [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}])
async def test_no_page_can_call_the_bot_api(served: Served, header: dict[str, str]) -> None:
    async with httpx.AsyncClient() as http:
        answer = await http.get(f"{served.address}/bot{TOKEN}/getMe", headers=header)
    assert answer.status_code == 403


async def test_another_site_cannot_listen(served: Served) -> None:
    async with httpx.AsyncClient() as http:
        answer = await http.get(f"{served.address}/events", headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403


@pytest.mark.parametrize("path", ["/", "/main.js", "/texts"])
async def test_the_page_may_load_nothing_from_elsewhere(served: Served, path: str) -> None:
    policy = (await served.page.get(path)).headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


async def test_what_was_sent_is_never_served_as_a_page(served: Served) -> None:
    kept = bot.playground.media.store(served.world, "a.html", "text/html", b"<script>1</script>")
    answer = await served.page.get(f"/media/{kept.id}")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["/../server.py", "/%2e%2e/server.py", "/..%2fserver.py"])
async def test_only_the_pages_own_files_are_served(served: Served, path: str) -> None:
    assert (await served.page.get(path)).status_code in (403, 404)


def test_the_playground_uses_nothing_of_the_bot_but_its_settings() -> None:
    folder = Path(bot.playground.__file__).parent
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [f"{node.module}.{a.name}" for a in node.names]
            for name in names:
                assert name.split(".")[0] != "telegram", path
                assert name.split(".")[0] != "knowledge", path
                assert name.split(".")[0] != "bot" or name.startswith("bot.settings"), path


def test_the_page_names_no_other_machine() -> None:
    folder = Path(bot.playground.__file__).parent / "static"
    for path in folder.iterdir():
        text = path.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "innerHTML" not in text
        assert "://" not in text.replace('"http://", "https://"', ""), path
