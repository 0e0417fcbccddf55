"""The chat page, end to end in a real browser, with a scripted bot behind it."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

from tests.playground.conftest import FLAGS, Served, serving
from tests.playground.scripted_bot import ScriptedBot

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]
PHONE = {"width": 390, "height": 800}
DESKTOP = {"width": 1200, "height": 760}
GROUNDS = {
    ".own .text": ".own .bubble",
    ".own .meta": ".own .bubble",
    ".other .text": ".other .bubble",
    ".other .meta": ".other .bubble",
    ".preview": ".chat-row[aria-current]",
    "#chat-status": ".chat-head",
    ".person small": ".side",
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    async with async_playwright() as driver:
        started = await driver.chromium.launch(executable_path=chromium, args=FLAGS)
        yield started
        await started.close()


@pytest_asyncio.fixture(loop_scope="module")
async def served() -> AsyncIterator[Served]:
    async with serving() as each:
        yield each


@pytest_asyncio.fixture(loop_scope="module")
async def bot(served: Served) -> AsyncIterator[ScriptedBot]:
    async with ScriptedBot(served.address) as each:
        yield each


@dataclass
class Visit:
    """An open page, and what went wrong in it."""

    page: Page
    wrong: list[str] = field(default_factory=list)

    async def say(self, text: str) -> None:
        await self.page.locator("#text").fill(text)
        await self.page.keyboard.press("Enter")

    async def shows(self, text: str) -> None:
        await expect(self.page.get_by_role("log").get_by_text(text).last).to_be_visible()


class Visitor:
    """Opens the page as people with different browsers would."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser = browser
        self.address = address
        self.visits: list[Visit] = []

    async def __call__(
        self, locale: str = "en-GB", viewport: dict[str, int] = DESKTOP, scheme: str = "light"
    ) -> Visit:
        context = await self.browser.new_context(locale=locale, viewport=viewport, color_scheme=scheme)
        visit = Visit(await context.new_page())
        visit.page.set_default_timeout(60_000)
        self.visits.append(visit)
        visit.page.on("pageerror", lambda error: visit.wrong.append(str(error)))
        visit.page.on("console", lambda m: visit.wrong.append(m.text) if m.type == "error" else None)
        visit.page.on(
            "request", lambda r: None if r.url.startswith(self.address) else visit.wrong.append(r.url)
        )
        await visit.page.goto(self.address)
        await expect(visit.page.get_by_role("heading", name="Nerazzurri")).to_be_visible()
        return visit


@pytest_asyncio.fixture(loop_scope="module")
async def visit(browser: Browser, served: Served, bot: ScriptedBot) -> AsyncIterator[Visitor]:
    visitor = Visitor(browser, served.address)
    yield visitor
    for each in visitor.visits:
        await each.page.context.close()
    assert [wrong for each in visitor.visits for wrong in each.wrong] == []


@pytest.mark.parametrize(
    ("locale", "question", "answer", "follow_up"),
    [
        ("en-GB", "who scored?", "Lautaro Martínez, 65'", "And the assist?"),
        ("it-IT", "chi ha segnato?", "Lautaro Martínez, al 65'", "E l'assist?"),
    ],
)
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
async def test_ask_and_press_a_button(
    visit: Visitor, locale: str, question: str, answer: str, follow_up: str, viewport: dict[str, int]
) -> None:
    here = await visit(locale, viewport)
    await here.say(question)
    await here.shows(answer)
    await here.page.get_by_role("button", name=follow_up).click()
    await here.shows("Pio Esposito.")
    await expect(here.page.get_by_role("status").get_by_text("Noted")).to_be_visible()


@pytest.mark.parametrize(
    ("locale", "title"), [("en-GB", "What can this bot do?"), ("it-IT", "Cosa sa fare questo bot?")]
)
async def test_the_first_view_offers_questions_in_the_browsers_language(
    visit: Visitor, locale: str, title: str
) -> None:
    here = await visit(locale, PHONE)
    await expect(here.page.get_by_role("heading", name=title)).to_be_visible()
    first = here.page.locator(".chips .chip").first
    question = await first.inner_text()
    await first.click()
    await here.shows(question)
    await here.shows("I do not know: ")


async def test_switching_the_language_changes_page_and_menu_and_stays(visit: Visitor) -> None:
    here = await visit("en-GB")
    await here.page.get_by_role("button", name="IT: italiano").click()
    await expect(here.page.get_by_role("textbox", name="Messaggio")).to_be_visible()
    await here.page.locator("#text").fill("/")
    await expect(here.page.get_by_role("option", name="/trivia")).to_contain_text("Un quiz sulle partite")
    await here.page.reload()
    await expect(here.page.get_by_role("heading", name="Cosa sa fare questo bot?")).to_be_visible()
    assert await here.page.locator("html").get_attribute("lang") == "it"


async def test_commands_are_offered_to_who_typed_before_the_bot_told_them(
    visit: Visitor, served: Served, bot: ScriptedBot
) -> None:
    served.world.commands.clear()
    here = await visit()
    await here.page.locator("#text").fill("/")
    await bot.call("setMyCommands", commands=[{"command": "late", "description": "Told at last"}])
    await here.page.get_by_role("option", name="/late").click()
    await here.shows("/late")


async def test_mention_the_bot_in_the_group_with_the_keyboard_alone(visit: Visitor, served: Served) -> None:
    here = await visit()
    await here.page.get_by_role("button", name="Curva Nerazzurra").click()
    await here.page.keyboard.type("@ner")
    await expect(here.page.get_by_role("option", name="@nerazzurri_play_bot")).to_be_visible()
    await here.page.keyboard.press("Tab")
    await here.page.keyboard.type("who scored?")
    await here.page.keyboard.press("Enter")
    await here.shows("Lautaro Martínez, 65'")
    assert len(served.world.chats[served.world.group].messages) == 2


async def test_inline_mode_offers_results_and_sends_one(visit: Visitor) -> None:
    here = await visit()
    await here.page.locator("#text").fill("@nerazzurri_play_bot score")
    await expect(here.page.get_by_role("option", name="Answer to score")).to_contain_text("<b>not markup</b>")
    await here.page.keyboard.press("Enter")
    await here.shows("Inter won 1-0.")
    await here.shows("via @nerazzurri_play_bot")


async def test_the_administrator_attaches_a_file_and_downloads_one(visit: Visitor, tmp_path: Path) -> None:
    article = tmp_path / "match.toml"
    article.write_text("[source]\n")
    here = await visit()
    await here.page.get_by_role("button", name="Ale").click()
    await here.page.locator("#file").set_input_files(article)
    await here.page.get_by_role("button", name="Send").click()
    await here.shows("Read match.toml")
    await here.say("/file")
    async with here.page.expect_download() as download:
        await here.page.get_by_role("link", name="Download facts.csv").click()
    await (await download.value).save_as(tmp_path / "facts.csv")
    assert (tmp_path / "facts.csv").read_bytes() == b"id,en\n"


async def test_two_people_vote_in_a_quiz_and_it_is_counted_down(
    visit: Visitor, served: Served, bot: ScriptedBot
) -> None:
    here = await visit()
    await here.page.get_by_role("button", name="Curva Nerazzurra").click()
    await here.page.get_by_role("button", name="Start a quiz").click()
    await expect(here.page.get_by_role("timer")).to_have_text(re.compile(r"[01]:\d\d"))
    await here.page.get_by_role("button", name="Marcus Thuram").click()
    await here.shows("wrong answer, chosen by you")
    await expect(here.page.locator(".msg").last).to_have_css("animation-name", "none")  # it is no new message
    await here.shows("Lautaro scored in the 65th minute.")
    await here.page.get_by_role("button", name="Sam").click()
    await here.page.get_by_role("button", name="Lautaro Martínez").click()
    await here.shows("2 answers")
    assert (await bot.wait_for("poll_answer"))["option_ids"] in ([0], [1])
    poll = next(iter(served.world.polls.values()))
    await bot.call("stopPoll", chat_id=poll.chat, message_id=poll.message)
    await here.shows("Final results")


async def test_the_chat_survives_a_reload_and_starting_over_clears_it(visit: Visitor) -> None:
    here = await visit()
    await here.say("who scored?")
    await here.shows("Lautaro Martínez, 65'")
    await here.page.reload()
    await here.shows("Lautaro Martínez, 65'")
    await here.page.get_by_role("button", name="Start over").click()
    await here.page.get_by_role("dialog").get_by_role("button", name="Start over").click()
    await expect(here.page.get_by_role("heading", name="What can this bot do?")).to_be_visible()
    await here.say("who scored?")
    await here.shows("Lautaro Martínez, 65'")


async def test_reply_edit_and_delete_by_the_menu(visit: Visitor, bot: ScriptedBot) -> None:
    here = await visit()
    await here.say("who scored?")
    await here.shows("Lautaro Martínez, 65'")
    actions = here.page.get_by_role("button", name="Actions for this message")
    await actions.last.click()
    await here.page.get_by_role("menuitem", name="Reply").click()
    await here.say("really?")
    await here.shows("I do not know: really?")
    assert "Lautaro" in (await bot.wait_for("message"))["reply_to_message"]["text"]
    await here.page.keyboard.press("ArrowUp")
    await expect(here.page.locator("#text")).to_have_value("really?")
    await here.say("are you sure?")
    await here.shows("edited")
    assert (await bot.wait_for("edited_message"))["text"] == "are you sure?"
    await actions.first.click()
    await here.page.get_by_role("menuitem", name="Delete").click()
    await expect(here.page.get_by_text("who scored?", exact=True)).to_have_count(0)


async def test_hostile_names_and_texts_stay_text(visit: Visitor) -> None:
    hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>{bot}'
    here = await visit()
    await here.page.get_by_role("button", name="Change the name").click()
    await here.page.locator("#dialog-input").fill(hostile[:64])
    await here.page.get_by_role("button", name="Save").click()
    await expect(here.page.locator(".person.mine strong")).to_have_text(hostile[:64])
    await here.page.get_by_role("button", name="Curva Nerazzurra").click()
    await here.say(f"/x {hostile}")
    await here.shows(f"I do not know: /x {hostile}")
    assert await here.page.locator("script:not([src]), img[src=x]").count() == 0
    assert await here.page.title() == "Nerazzurri · playground"


async def test_a_photo_is_shown_with_its_caption(visit: Visitor) -> None:
    here = await visit()
    await here.say("/photo")
    photo = here.page.get_by_role("img", name="A picture")
    await expect(photo).to_be_visible()
    assert await photo.evaluate("image => image.complete && image.naturalWidth") == 320


async def test_typing_shows_until_the_answer(visit: Visitor, served: Served, bot: ScriptedBot) -> None:
    here = await visit()
    await here.say("who scored?")
    await here.shows("Lautaro Martínez, 65'")
    dani = list(served.world.users)[1]
    await bot.call("sendChatAction", chat_id=dani, action="typing")
    await expect(here.page.locator("#chat-status")).to_have_text("typing ...")
    await bot.call("sendMessage", chat_id=dani, text="done")
    await expect(here.page.locator("#chat-status")).to_have_text("bot")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_words_stand_out_from_their_ground(visit: Visitor, scheme: str) -> None:
    here = await visit(scheme=scheme)
    await here.say("who scored?")
    await here.shows("Lautaro Martínez, 65'")
    for words, ground in GROUNDS.items():
        ink = await here.page.locator(words).first.evaluate("node => getComputedStyle(node).color")
        paper = await here.page.locator(ground).first.evaluate(
            "node => getComputedStyle(node).backgroundColor"
        )
        assert contrast(ink, paper) >= 4.5, (words, ink, paper)


def contrast(ink: str, paper: str) -> float:
    """Return the contrast of two CSS colours: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""

    def light(colour: str) -> float:
        parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(ink), light(paper)), reverse=True)
    return (high + 0.05) / (low + 0.05)


async def test_nothing_is_wider_than_a_phone(visit: Visitor) -> None:
    here = await visit(viewport={"width": 320, "height": 640})
    await here.say("x" * 300)
    await here.shows("I do not know")
    assert await here.page.evaluate("document.documentElement.scrollWidth") == 320
    await here.page.get_by_role("button", name="Back to the chats").click()
    await expect(here.page.get_by_role("button", name="Start over")).to_be_visible()
