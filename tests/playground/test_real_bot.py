"""From `python -m bot` without a token to right answers in the page, with the real bot behind it."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from tests.playground.conftest import FLAGS

pytestmark = [pytest.mark.browser, pytest.mark.process, pytest.mark.asyncio(loop_scope="module")]
ROOT = Path(__file__).parents[2]
READY = 120_000
"""Milliseconds that the bot has to build its facts and answer its first question."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def address(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """Start the program in an empty folder, without settings, and return the address that it prints."""
    folder = tmp_path_factory.mktemp("fresh")
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", cwd=folder, stdout=asyncio.subprocess.PIPE,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PLAYGROUND_LISTEN": "127.0.0.1:0"},
    )  # fmt: skip
    assert process.stdout
    line = (await process.stdout.readline()).decode()
    yield next(word for word in line.split() if word.startswith("http"))
    process.send_signal(signal.SIGINT)
    await process.communicate()
    assert process.returncode == 0


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    async with async_playwright() as driver:
        started = await driver.chromium.launch(executable_path=chromium, args=FLAGS)
        yield started
        await started.close()


async def visit(browser: Browser, address: str, locale: str, width: int) -> Page:
    context = await browser.new_context(locale=locale, viewport={"width": width, "height": 800})
    page = await context.new_page()
    page.set_default_timeout(READY)
    await page.goto(address)
    await expect(page.get_by_role("heading", name="Nerazzurri")).to_be_visible()
    return page


async def say(page: Page, text: str) -> None:
    await page.locator("#text").fill(text)
    await page.keyboard.press("Enter")


def answer(page: Page) -> Locator:
    """Return the newest message of the bot."""
    return page.locator(".msg.bot").last


@pytest.mark.parametrize(
    ("locale", "width", "question", "source"),
    [
        ("en-GB", 1200, "Who scored for Inter in Bergamo in December 2025?", "Source"),
        ("it-IT", 390, "Chi ha segnato per l'Inter a Bergamo nel dicembre 2025?", "Fonte"),
    ],
    ids=["english-desktop", "italian-phone"],
)
async def test_a_tap_on_the_first_question_is_answered_and_so_is_a_follow_up(
    browser: Browser, address: str, locale: str, width: int, question: str, source: str
) -> None:
    page = await visit(browser, address, locale, width)
    if locale == "it-IT":  # somebody else than in English: one person has one chat
        await page.get_by_role("button", name="Scrivi come").click()
        await page.get_by_role("menuitemradio", name="Sam").click()
    await page.get_by_role("button", name=question).click()
    await expect(answer(page)).to_contain_text("Lautaro Martínez", timeout=READY)
    await expect(answer(page)).to_contain_text(source)
    await answer(page).locator("button.key").first.click()
    await expect(page.locator(".msg.bot")).to_have_count(2)
    await page.context.close()


async def test_the_language_is_chosen_by_a_button(browser: Browser, address: str) -> None:
    page = await visit(browser, address, "en-GB", 1200)
    await page.get_by_role("button", name="Ale", exact=False).first.click()
    await say(page, "/language")
    await answer(page).get_by_role("button", name="Italiano").click(timeout=READY)
    await expect(answer(page)).to_contain_text("italiano")
    await say(page, "who scored the penalty in 2023?")
    await expect(answer(page)).to_contain_text("Calhanoglu")
    await expect(answer(page)).to_contain_text("Fonte")
    await page.context.close()


async def test_the_group_gets_an_answer_to_a_mention_only(browser: Browser, address: str) -> None:
    page = await visit(browser, address, "en-GB", 1200)
    await page.get_by_role("button", name="Curva Nerazzurra").click()
    await say(page, "who scored the penalty in 2023?")
    await page.keyboard.type("@ner")
    await page.keyboard.press("Tab")
    await page.keyboard.type("who scored the penalty in 2023?")
    await page.keyboard.press("Enter")
    await expect(answer(page)).to_contain_text("Calhanoglu", timeout=READY)
    await expect(page.locator(".msg.bot")).to_have_count(1)
    await page.context.close()


async def test_inline_mode_offers_the_answer(browser: Browser, address: str) -> None:
    page = await visit(browser, address, "en-GB", 1200)
    await page.get_by_role("button", name="Curva Nerazzurra").click()
    await page.locator("#text").fill("@nerazzurri_play_bot who scored the penalty in 2023?")
    await expect(page.get_by_role("option").first).to_contain_text("Calhanoglu", timeout=READY)
    await page.keyboard.press("Enter")
    await expect(page.locator(".msg.own").last).to_contain_text("Calhanoglu")
    await page.context.close()


async def test_what_the_menu_offers_the_bot_understands(browser: Browser, address: str) -> None:
    page = await visit(browser, address, "en-GB", 1200)
    await page.get_by_role("button", name="Sam").first.click()
    await page.locator("#text").fill("/")
    await expect(page.get_by_role("option", name="/help")).to_be_visible(timeout=READY)
    await page.get_by_role("option", name="/help").click()
    await expect(answer(page)).to_contain_text(re.compile("How to ask|Come chiedere"))
    await page.context.close()
