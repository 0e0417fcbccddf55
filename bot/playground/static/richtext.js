// A text and its entities (offsets in UTF-16 units, as JavaScript counts) as nodes.

import { el } from "./dom.js";
import { t } from "./words.js";

const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote", expandable_blockquote: "blockquote" };

// `on` has what a tap does: {command(text), mention(text), link(url, event)}.
export function richText(text, entities, on) {
  return part(text, entities ?? [], 0, text.length, on);
}

function part(text, entities, from, to, on) {
  const nodes = [];
  let at = from;
  for (let n = 0; n < entities.length; n += 1) {
    const entity = entities[n];
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset < at || end <= entity.offset) continue;
    nodes.push(text.slice(at, entity.offset));
    const inner = entities.slice(n + 1).filter((each) => each.offset < end && each.offset + each.length <= end);
    nodes.push(wrap(entity, text.slice(entity.offset, end), part(text, inner, entity.offset, end, on), on));
    at = end;
  }
  nodes.push(text.slice(at, to));
  return nodes;
}

function wrap(entity, words, inner, on) {
  if (entity.type in TAGS) return el(TAGS[entity.type], {}, inner);
  switch (entity.type) {
    case "bot_command": return el("button", { type: "button", class: "inline", onclick: () => on.command(words) }, words);
    case "mention": return el("button", { type: "button", class: "inline", onclick: () => on.mention(words) }, words);
    case "text_link": return link(entity.url, inner, on);
    case "url": return link(words, inner, on);
    case "spoiler": return spoiler(inner);
    case "hashtag": case "cashtag": return el("span", { class: "tag" }, inner);
    default: return el("span", {}, inner);
  }
}

export function safeUrl(url) {
  try {
    return ["http:", "https:"].includes(new URL(url).protocol) ? url : null;
  } catch {
    return null;
  }
}

function link(url, inner, on) {
  if (!safeUrl(url)) return el("span", {}, inner);
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer", onclick: (event) => on.link(url, event) }, inner);
}

function spoiler(inner) {
  const node = el("button", { type: "button", class: "spoiler", "aria-label": t("message.spoiler") }, el("span", {}, inner));
  node.addEventListener("click", () => node.replaceWith(...node.firstChild.childNodes));
  return node;
}
