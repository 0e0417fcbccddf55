"""Taps on buttons and inline queries: what the bot answers to them."""

from __future__ import annotations

from .errors import Json, bad_request
from .media import photo_of
from .messages import caption_of, check_markup, text_of
from .world import Query, World

TAP_LIVES = 150
INLINE_LIVES = 30
"""Seconds after which Telegram no longer takes an answer (as its server does, undocumented)."""
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def _open(world: World, query_id: str, lives: int) -> Query:
    query = world.queries.get(query_id)
    if query is None or query.answered or world.clock() - query.at > lives:
        raise bad_request(_TOO_OLD)
    return query


def answer_callback(world: World, params: Json) -> bool:
    """Answer answerCallbackQuery: true. The page shows the notice to who tapped."""
    query = _open(world, params["callback_query_id"], TAP_LIVES)
    query.answered = True
    world.publish(
        "tapped",
        query=params["callback_query_id"],
        person=query.person,
        text=params.get("text", ""),
        alert=params.get("show_alert", False),
    )
    return True


def answer_inline(world: World, params: Json) -> bool:
    """Answer answerInlineQuery: true. Raises ApiError (400) for results that Telegram refuses."""
    query = _open(world, params["inline_query_id"], INLINE_LIVES)
    ids = [each["id"] for each in params["results"]]
    if len(set(ids)) != len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    query.results = [_result(world, each, query) for each in params["results"]]
    query.answered = True
    shown = [{k: r.get(k) for k in ("id", "type", "title", "description")} for r in query.results]
    world.publish(
        "inline",
        query=params["inline_query_id"],
        person=query.person,
        results=shown,
        next_offset=params.get("next_offset", ""),
        button=params.get("button"),
    )
    return True


def _result(world: World, result: Json, query: Query) -> Json:
    """Return the result with the content of the message that it becomes."""
    check_markup(world.chats[query.chat], result.get("reply_markup"))
    if result["type"] == "photo" and "photo_file_id" in result:
        return result | {"content": photo_of(world, result["photo_file_id"]) | caption_of(result)}
    if result["type"] != "article":
        raise bad_request(f"the playground shows articles and stored photos only, not {result['type']!r}")
    if not result.get("title") or "input_message_content" not in result:
        raise bad_request("an article needs a title and input_message_content")
    content = result["input_message_content"]
    return result | {"content": text_of({**content, "text": content["message_text"]})}
