// A poll in a message: options to choose while it is open, bars and marks afterwards, the countdown.

import { el, svg, icon, avatar } from "./dom.js";
import { t, count } from "./words.js";
import { state, person, nameOf } from "./store.js";
import { act } from "./server.js";
import { richText } from "./richtext.js";
import { complain } from "./notices.js";

const ROUND = 2 * Math.PI * 9;

export function pollView(message, chat, on) {
  const poll = message.poll;
  const votes = state.votes[poll.id] ?? {};
  const mine = votes[person().id];
  const done = poll.is_closed || mine !== undefined;
  const title = `poll-${message.message_id}`;
  return el("div", { class: `poll ${done ? "done" : ""}`, role: "group", "aria-labelledby": title },
    el("p", { class: "poll-question", id: title }, poll.question),
    poll.description ? el("p", { class: "poll-kind" }, poll.description) : null,
    el("div", { class: "poll-kind" }, el("span", {}, kindOf(poll)), ring(poll)),
    done ? results(poll, votes, mine) : choices(poll, message, chat),
    explanation(poll, mine, done, on),
    foot(poll, message, chat, mine));
}

function kindOf(poll) {
  if (poll.is_closed) return t("poll.closed");
  return t(`poll.${poll.is_anonymous ? "anonymous_" : ""}${poll.type === "quiz" ? "quiz" : "poll"}`);
}

function vote(message, chat, options) {
  act("vote", { chat, message: message.message_id, options }).catch(complain);
}

function choices(poll, message, chat) {
  const many = poll.allows_multiple_answers;
  const rows = poll.options.map((option, n) => {
    const row = el("button", {
      type: "button", class: "poll-option", "data-key": `option-${n}`, role: many ? "checkbox" : null, "aria-checked": many ? "false" : null,
    }, el("span", { class: many ? "tick box" : "tick" }), el("span", { class: "poll-text" }, option.text));
    row.addEventListener("click", () => {
      if (!many) return vote(message, chat, [n]);
      return row.setAttribute("aria-checked", String(row.getAttribute("aria-checked") !== "true"));
    });
    return row;
  });
  const send = () => vote(message, chat, rows.flatMap((row, n) => (row.getAttribute("aria-checked") === "true" ? [n] : [])));
  return el("div", { class: "poll-options" }, rows, many ? el("button", { type: "button", class: "poll-vote", onclick: send }, t("poll.vote")) : null);
}

function results(poll, votes, mine) {
  const all = Math.max(poll.total_voter_count, 1);
  return el("ul", { class: "poll-options" }, poll.options.map((option, n) => {
    const percent = Math.round((100 * option.voter_count) / all);
    const right = poll.correct_option_ids?.includes(n);
    const chosen = mine?.includes(n);
    const mark = poll.type !== "quiz" ? (chosen ? "chosen" : "") : right ? "right" : chosen ? "wrong" : "";
    const said = [t("poll.share", { percent }), mark && mark !== "chosen" ? t(`poll.${mark}`) : "", chosen ? t("poll.chosen") : ""];
    const bar = el("span", { class: "bar" }, el("i"));
    bar.firstChild.style.setProperty("--share", `${percent}%`);
    const voters = Object.entries(votes).filter(([, options]) => options.includes(n)).map(([id]) => Number(id));
    return el("li", { class: `poll-option ${mark}` },
      el("span", { class: "percent", "aria-hidden": "true" }, `${percent}%`),
      el("span", { class: "poll-text" }, option.text, el("span", { class: "unseen" }, ` (${said.filter(Boolean).join(", ")})`)),
      el("span", { class: "voters", "aria-hidden": "true" }, poll.is_anonymous ? [] : voters.map((id) => avatar(nameOf(id), id, "tiny"))),
      el("span", { class: "mark", "aria-hidden": "true" }, mark ? icon(mark === "wrong" ? "close" : "check") : []),
      bar);
  }));
}

function explanation(poll, mine, done, on) {
  if (!done || !poll.explanation || (mine === undefined && !poll.is_closed)) return null;
  return el("div", { class: "poll-why" }, icon("bulb"),
    el("p", {}, el("span", { class: "unseen" }, `${t("poll.explanation")}: `), richText(poll.explanation, poll.explanation_entities, on)));
}

function foot(poll, message, chat, mine) {
  const words = count(poll.type === "quiz" ? "poll.answers" : "poll.votes", poll.total_voter_count);
  const retract = mine !== undefined && poll.allows_revoting && !poll.is_closed;
  return el("p", { class: "poll-foot" }, words,
    retract ? el("button", { type: "button", class: "inline", onclick: () => vote(message, chat, []) }, t("poll.retract")) : null);
}

// The countdown: a ring that empties, and the seconds. main.js ticks all rings of the page.
function ring(poll) {
  if (poll.is_closed || !poll.close_date) return null;
  const node = el("span", { class: "ring", role: "timer", "data-until": poll.close_date, "data-all": poll.open_period ?? poll.close_date - Date.now() / 1000 },
    svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, svg("circle", { cx: 12, cy: 12, r: 9 }), svg("circle", { cx: 12, cy: 12, r: 9, class: "left", "stroke-dasharray": ROUND })),
    el("span", {}));
  tick(node);
  return node;
}

function tick(node) {
  const left = Math.max(0, Number(node.dataset.until) - Date.now() / 1000);
  const whole = Math.ceil(left);
  const clock = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  node.querySelector(".left").style.strokeDashoffset = ROUND * (1 - Math.min(1, left / Number(node.dataset.all)));
  node.lastChild.textContent = clock;
  node.setAttribute("aria-label", t("poll.left", { time: clock }));
  node.classList.toggle("soon", left <= 5);
}

export const tickAll = () => document.querySelectorAll(".ring").forEach(tick);
