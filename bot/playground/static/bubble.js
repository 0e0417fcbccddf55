// One message: a bubble with its parts, its buttons and its menu.

import { $, el, icon, avatar, crest, bytes } from "./dom.js";
import { t, time } from "./words.js";
import { state, person, chat, isBot } from "./store.js";
import { act } from "./server.js";
import { richText, safeUrl } from "./richtext.js";
import { pollView } from "./poll.js";
import { ask, complain, menu, toast } from "./notices.js";

const PATIENCE = 15000; // a tap without an answer stops waiting

export function bubble(message, place, on) {
  if (message.new_chat_members || message.left_chat_member) return service(message);
  const own = message.from.id === person().id;
  const label = t("message.said", { name: own ? t("message.own") : message.from.first_name, time: time(message.date) });
  return el("li", { class: `msg ${own ? "own" : "other"} ${isBot(message.from) ? "bot" : ""}`, id: `m${message.message_id}`, "data-from": message.from.id },
    isBot(message.from) ? crest(34) : avatar(message.from.first_name, message.from.id),
    el("article", { class: "card", "aria-label": label },
      el("div", { class: `bubble ${message.photo ? "with-photo" : ""}`, ondblclick: () => on.reply(message) },
        el("p", { class: `sender hue${message.from.id % 6}` }, message.from.first_name, message.via_bot ? el("span", { class: "via" }, ` ${t("message.via", { bot: message.via_bot.username })}`) : null),
        message.forward_origin ? el("p", { class: "forwarded" }, t("message.forwarded", { name: message.forward_origin.sender_user.first_name })) : null,
        quote(message.reply_to_message),
        photo(message), file(message), words(message, on),
        message.poll ? pollView(message, place.id, on) : null,
        el("p", { class: "meta" }, message.edit_date ? `${t("message.edited")} ` : "", el("time", {}, time(message.date)), own ? icon("check") : null),
        actions(message, own, on)),
      reaction(place.reactions[message.message_id]),
      keyboard(message, place, on)));
}

function service(message) {
  const who = message.new_chat_members?.[0].first_name;
  const words = who ? t("message.added", { name: message.from.first_name, who }) : t("message.left", { name: message.left_chat_member.first_name });
  return el("li", { class: "service", id: `m${message.message_id}` }, el("span", {}, words));
}

function quote(original) {
  if (!original) return null;
  const go = () => {
    const node = $(`m${original.message_id}`);
    node?.scrollIntoView({ block: "center", behavior: "smooth" });
    node?.classList.add("flash");
    setTimeout(() => node?.classList.remove("flash"), 1200);
  };
  return el("button", { type: "button", class: `quote hue${original.from.id % 6}`, onclick: go },
    el("strong", {}, original.from.first_name), el("span", {}, summary(original)));
}

export function summary(message) {
  return message.text ?? message.caption ?? message.poll?.question ?? message.document?.file_name ?? (message.photo ? t("message.photo") : "");
}

function photo(message) {
  const size = message.photo?.at(-1);
  if (!size) return null;
  const image = el("img", { src: `media/${size.file_id}`, width: size.width, height: size.height, alt: message.caption ?? t("message.photo") });
  return el("a", { class: "photo", href: `media/${size.file_id}`, target: "_blank", rel: "noopener", "aria-label": t("message.photo_open") }, image);
}

function file(message) {
  const sent = message.document;
  if (!sent) return null;
  const about = { name: sent.file_name, size: bytes(sent.file_size) };
  return el("a", { class: "file", href: `media/${sent.file_id}?save`, download: sent.file_name, "aria-label": t("message.download", about) },
    el("span", { class: "file-icon" }, icon("file")), el("span", {}, el("strong", {}, about.name), el("span", { class: "unseen" }, ", "), el("small", {}, about.size)));
}

function words(message, on) {
  const text = message.text ?? message.caption;
  return text ? el("div", { class: "text", dir: "auto" }, richText(text, message.entities ?? message.caption_entities, on)) : null;
}

function reaction(emoji) {
  return emoji ? el("span", { class: "reaction", role: "img", "aria-label": t("message.reaction", { name: state.bot.first_name, emoji }) }, emoji) : null;
}

function actions(message, own, on) {
  const button = el("button", { type: "button", class: "icon more", "aria-label": t("message.actions"), "aria-haspopup": "menu", "data-key": "more" }, icon("more"));
  const text = message.text ?? message.caption;
  button.addEventListener("click", () => menu(button, [
    [icon("reply"), t("message.reply"), () => on.reply(message)],
    ...(text ? [[icon("clip"), t("message.copy"), () => navigator.clipboard?.writeText(text).then(() => toast(t("message.copied")))]] : []),
    ...(own && message.text && !message.via_bot ? [[icon("pencil"), t("message.edit"), () => on.edit(message)]] : []),
    ...(own ? [[icon("close"), t("message.delete"), () => act("delete", { chat: chat().id, message: message.message_id }).catch(complain)]] : []),
  ]));
  return button;
}

// Inline buttons

const waiting = new Map(); // query id -> button
const early = new Set(); // queries answered before the page knew their id

export function answered(event) {
  const button = waiting.get(event.query);
  if (!waiting.delete(event.query)) early.add(event.query);
  button?.classList.remove("waiting");
  if (!event.text || event.person !== person().id) return;
  if (event.alert) ask(event.text, { no: null });
  else toast(event.text);
}

function keyboard(message, place, on) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return el("div", { class: "buttons" }, rows.map((row, r) => el("div", {}, row.map((button, c) => {
    const style = button.style ?? "";
    const key = { "data-key": `button-${r}-${c}`, class: `key ${style}` };
    if (button.url && safeUrl(button.url)) {
      return el("a", { ...key, href: button.url, target: "_blank", rel: "noopener noreferrer", "aria-label": t("message.opens", { label: button.text }), onclick: (event) => on.link(button.url, event) }, button.text, icon("out"));
    }
    const node = el("button", { type: "button", ...key }, button.text);
    node.addEventListener("click", () => press(node, button, message, place, r, c, on));
    return node;
  }))));
}

async function press(node, button, message, place, row, column, on) {
  if (button.copy_text) return navigator.clipboard?.writeText(button.copy_text.text).then(() => toast(t("message.copied")));
  const inline = button.switch_inline_query_current_chat ?? button.switch_inline_query;
  if (inline !== undefined) return on.fill(`@${state.bot.username} ${inline}`);
  node.classList.add("waiting");
  try {
    const { query } = await act("tap", { chat: place.id, message: message.message_id, row, column });
    if (early.delete(query)) return node.classList.remove("waiting");
    waiting.set(query, node);
    setTimeout(() => {
      if (waiting.has(query) && node.isConnected) toast(t("message.no_answer"));
      waiting.delete(query);
      node.classList.remove("waiting");
    }, PATIENCE);
  } catch (error) {
    node.classList.remove("waiting");
    complain(error);
  }
  return null;
}
