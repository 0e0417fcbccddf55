"""Quiz polls and plain polls: the rules for sending one, votes, and the end by time or by the bot.

Lengths and rules: https://core.telegram.org/bots/api#sendpoll.
"""

from __future__ import annotations

import asyncio

from .errors import Json, bad_request
from .markup import parse_html, read_text
from .messages import check_markup, deliver, own_message, plain
from .world import Poll, World

MAX_QUESTION = 300
MAX_OPTION = 100
MAX_EXPLANATION = 200
MAX_EXPLANATION_LINES = 3
MAX_DESCRIPTION = 1024


def send_poll(world: World, params: Json) -> Json:
    """Answer sendPoll: the message with the poll. Raises ApiError (400) for what breaks a rule."""
    poll = _poll(world, params)
    message = deliver(world, params, poll=poll)
    chat = world.chat_of(params["chat_id"])
    kept = world.polls[poll["id"]] = Poll(poll, chat.id, message["message_id"])
    if "close_date" in poll and not poll["is_closed"]:
        loop = asyncio.get_running_loop()
        kept.timer = loop.call_later(max(poll["close_date"] - world.clock(), 0), close, world, kept)
    return message


def _poll(world: World, params: Json) -> Json:
    kind = params.get("type", "regular")
    if kind not in ("regular", "quiz"):
        raise bad_request("unsupported poll type")
    question = _words(params["question"], params.get("question_parse_mode"), MAX_QUESTION, "question")
    options = [_words(o["text"], o.get("text_parse_mode"), MAX_OPTION, "option") for o in params["options"]]
    poll: Json = {
        "id": str(world.next_id()) + world.new_name()[:8],
        "question": question,
        "options": [{"persistent_id": str(n), "text": o, "voter_count": 0} for n, o in enumerate(options)],
        "total_voter_count": 0,
        "is_closed": params.get("is_closed", False),
        "is_anonymous": params.get("is_anonymous", True),
        "type": kind,
        "allows_multiple_answers": params.get("allows_multiple_answers", False),
        "allows_revoting": params.get("allows_revoting", kind != "quiz"),
        "members_only": params.get("members_only", False),
    }
    if text := params.get("description"):
        parse_mode = params.get("description_parse_mode")
        poll["description"] = _words(text, parse_mode, MAX_DESCRIPTION, "description")
    return poll | _quiz(params, kind, len(options)) | _times(world, params)


def _words(text: str, parse_mode: str | None, longest: int, what: str) -> str:
    words = plain(parse_html(text)[0] if parse_mode else text)
    if not words:
        raise bad_request(f"poll {what} must be non-empty")
    if len(words) > longest:
        raise bad_request(f"poll {what} length must not exceed {longest}")
    return words


def _quiz(params: Json, kind: str, options: int) -> Json:
    """Return what only a quiz has. Both names of the right answer are read: one id, or several."""
    right = params.get("correct_option_ids")
    if "correct_option_id" in params:
        right = right or [params["correct_option_id"]]
    if kind != "quiz":
        if right or params.get("explanation"):
            raise bad_request("only a quiz has right options and an explanation")
        return {}
    if params.get("allow_adding_options"):
        raise bad_request("options can't be added to a quiz")
    if not right:
        raise bad_request("quiz must have at least one correct option")
    if right != sorted(set(right)) or not 0 <= right[0] <= right[-1] < options:
        raise bad_request("wrong correct option ID specified")
    if len(right) > 1 and not params.get("allows_multiple_answers"):
        raise bad_request("a quiz with several correct options must allow multiple answers")
    given = params.get("explanation", "")
    text, marks = read_text(given, params.get("explanation_parse_mode"), params.get("explanation_entities"))
    if len(text) > MAX_EXPLANATION or len(text.split("\n")) > MAX_EXPLANATION_LINES:
        raise bad_request("poll explanation is too long: 200 characters and 2 line feeds at most")
    found: Json = {"correct_option_ids": right}
    if len(right) == 1:
        found["correct_option_id"] = right[0]
    if text:
        found |= {"explanation": text, "explanation_entities": marks}
    return found


def _times(world: World, params: Json) -> Json:
    if "open_period" in params and "close_date" in params:
        raise bad_request("only one of open_period and close_date can be specified")
    if "open_period" in params:
        return {"open_period": params["open_period"], "close_date": world.now() + params["open_period"]}
    if "close_date" in params:
        if not 5 <= params["close_date"] - world.now() <= 2_628_000:
            raise bad_request("close_date must be 5 to 2628000 seconds in the future")
        return {"close_date": params["close_date"]}
    return {}


def vote(world: World, person: int, poll_id: str, options: list[int]) -> None:
    """Take a person's vote; an empty list takes it back. Raises ApiError (400) where the app would not."""
    kept = world.polls.get(poll_id)
    if kept is None or kept.poll["is_closed"]:
        raise bad_request("the poll is closed")
    poll = kept.poll
    if person in kept.votes and not poll["allows_revoting"]:
        raise bad_request("the vote stands")
    wrong = any(not 0 <= n < len(poll["options"]) for n in options)
    too_many = len(options) > 1 and not poll["allows_multiple_answers"]
    if wrong or too_many or len(set(options)) != len(options):
        raise bad_request("no such vote")
    kept.votes.pop(person, None)
    if options:
        kept.votes[person] = sorted(options)
    _count(kept)
    _tell(world, kept)
    if not poll["is_anonymous"]:
        answer = {"poll_id": poll_id, "user": world.users[person], "option_ids": sorted(options)}
        answer["option_persistent_ids"] = [str(n) for n in sorted(options)]
        world.updates.add("poll_answer", answer)
    world.updates.add("poll", poll)


def _count(kept: Poll) -> None:
    for n, option in enumerate(kept.poll["options"]):
        option["voter_count"] = sum(n in chosen for chosen in kept.votes.values())
    kept.poll["total_voter_count"] = len(kept.votes)


def _tell(world: World, kept: Poll) -> None:
    chat = world.chats[kept.chat]
    message = chat.messages.get(kept.message)
    if message is not None:
        message["poll"] = kept.poll
    world.publish("poll", chat=kept.chat, message=kept.message, poll=kept.poll, votes=votes_of(kept))


def votes_of(kept: Poll) -> dict[str, list[int]]:
    """Return who voted for what, as JSON: the person's id as text, the options' numbers."""
    return {str(person): options for person, options in kept.votes.items()}


def close(world: World, kept: Poll) -> None:
    """Close a poll, and tell the bot and the pages."""
    if kept.timer:
        kept.timer.cancel()
    kept.poll["is_closed"] = True
    _tell(world, kept)
    world.updates.add("poll", kept.poll)


def stop_poll(world: World, params: Json) -> Json:
    """Answer stopPoll: the poll as it ended."""
    chat, message = own_message(world, params)
    if "poll" not in message:
        raise bad_request("message with poll to stop not found")
    kept = world.polls[message["poll"]["id"]]
    if kept.poll["is_closed"]:
        raise bad_request("poll has already been closed")
    markup = check_markup(chat, params.get("reply_markup"))
    message.pop("reply_markup", None)
    if markup:
        message["reply_markup"] = markup
    close(world, kept)
    world.show(chat, message)
    return kept.poll
