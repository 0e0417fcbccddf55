"""Photos and documents: kept in memory, sent again by id, fetched by the bot and by the page."""

from __future__ import annotations

import io
import mimetypes
import re
from pathlib import PurePath

from PIL import Image

from .errors import Json, bad_request
from .messages import caption_of, change, deliver, own_message
from .schema import Upload
from .world import StoredFile, World

MAX_DOWNLOAD = 20 * 1024 * 1024
MAX_UPLOAD = 50 * 1024 * 1024
MAX_KEPT = 400 * 1024 * 1024
MAX_PHOTO = 10 * 1024 * 1024
PICTURES = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "WEBP": "image/webp"}


def store(world: World, name: str, mime: str, data: bytes) -> StoredFile:
    """Keep a file and return it. Raises ApiError (400, as Telegram's) if it is empty or too big."""
    if not data:
        raise bad_request("file must be non-empty")
    if len(data) > MAX_UPLOAD:
        raise bad_request("file is too big")
    name = PurePath(re.sub(r"[\x00-\x1f\x7f]", "", name)).name[:200] or "file"
    mime = mime or mimetypes.guess_type(name)[0] or "application/octet-stream"
    kept = StoredFile("FILE" + world.new_name(), world.new_name()[:12], name, mime, data, picture_size(data))
    world.files[kept.id] = kept
    while sum(len(each.data) for each in world.files.values()) > MAX_KEPT:
        del world.files[next(iter(world.files))]
    return kept


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Return (width, height) of a picture, None if the bytes are none that a browser is to show."""
    try:
        with Image.open(io.BytesIO(data), formats=tuple(PICTURES)) as picture:
            return picture.size
    except Exception:  # Pillow raises what its many readers raise
        return None


def picture_type(data: bytes) -> str | None:
    """Return the media type of a picture by its bytes, None for anything else."""
    try:
        with Image.open(io.BytesIO(data), formats=tuple(PICTURES)) as picture:
            return PICTURES[str(picture.format)]
    except Exception:
        return None


def _file(world: World, given: Upload | str) -> StoredFile:
    if isinstance(given, Upload):
        return store(world, given.name, given.mime, given.data)
    if given.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content: the playground fetches nothing")
    try:
        return world.files[given]
    except KeyError:
        raise bad_request("wrong file identifier/HTTP URL specified") from None


def photo_of(world: World, given: Upload | str) -> Json:
    """Return {"photo"}: one size of the picture. Raises ApiError (400) if it is not one, or too big."""
    kept = _file(world, given)
    if kept.size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = kept.size
    if len(kept.data) > MAX_PHOTO:
        raise bad_request("file is too big")
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return {"photo": [_ids(kept) | {"width": width, "height": height, "file_size": len(kept.data)}]}


def document_of(world: World, given: Upload | str) -> Json:
    """Return {"document"}: the file with its name."""
    kept = _file(world, given)
    about = {"file_name": kept.name, "mime_type": kept.mime, "file_size": len(kept.data)}
    return {"document": _ids(kept) | about}


def _ids(kept: StoredFile) -> Json:
    return {"file_id": kept.id, "file_unique_id": kept.unique}


def send_photo(world: World, params: Json) -> Json:
    """Answer sendPhoto: the message."""
    world.open_chat(params["chat_id"])
    return deliver(world, params, **photo_of(world, params["photo"]), **caption_of(params))


def send_document(world: World, params: Json) -> Json:
    """Answer sendDocument: the message."""
    world.open_chat(params["chat_id"])
    return deliver(world, params, **document_of(world, params["document"]), **caption_of(params))


def edit_media(world: World, params: Json) -> Json:
    """Answer editMessageMedia: the message, its photo or document replaced by a photo or document."""
    chat, message = own_message(world, params)
    if "poll" in message:
        raise bad_request("message can't be edited")
    media = params["media"]
    if media["type"] == "photo":
        content: Json = photo_of(world, media["media"]) | {"document": None}
    elif media["type"] == "document":
        content = document_of(world, media["media"]) | {"photo": None}
    else:
        raise bad_request(f"the playground shows photos and documents only, not {media['type']!r}")
    content |= {"text": None, "entities": None, **caption_of(media)}
    return change(world, chat, message, content, params.get("reply_markup"))


def get_file(world: World, params: Json) -> Json:
    """Answer getFile: the ids, the size and the path under /file/bot<token>/."""
    kept = world.files.get(params["file_id"])
    if kept is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(kept.data) > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return _ids(kept) | {"file_size": len(kept.data), "file_path": f"documents/{kept.id}"}
