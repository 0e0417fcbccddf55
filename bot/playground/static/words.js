// The words of the page in the language of now. They come from the server: texts/<language>.toml.

let all = {};
let current = "en";

export const LANGUAGES = ["en", "it"];

export async function loadWords() {
  all = await (await fetch("texts")).json();
  const wanted = [localStorage.getItem("language"), ...navigator.languages.map((each) => each.slice(0, 2))];
  current = wanted.find((each) => LANGUAGES.includes(each)) ?? "en";
}

export const language = () => current;

export function setLanguage(code) {
  current = code;
  localStorage.setItem("language", code);
}

// t("page.title", {name: "x"}): the words under that key, {name} filled in; lists come as they are.
export function t(key, values = {}) {
  const found = key.split(".").reduce((part, name) => part?.[name], all[current]);
  if (typeof found !== "string") return found ?? key;
  return found.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

// "key_0", "key_1" or "key" by the number.
export function count(key, number) {
  return t(number > 1 ? key : `${key}_${number}`, { count: number });
}

export function translatePage() {
  document.documentElement.lang = current;
  document.title = t("page.title");
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", t(node.dataset.label));
  for (const node of document.querySelectorAll("button[data-label]")) node.title = t(node.dataset.label);
  for (const node of document.querySelectorAll("[data-placeholder]")) node.placeholder = t(node.dataset.placeholder);
  for (const node of document.querySelectorAll("[data-language]")) {
    node.setAttribute("aria-pressed", String(node.dataset.language === current));
  }
}

const LOCALES = { en: "en-GB", it: "it-IT" };
export const time = (seconds) => new Intl.DateTimeFormat(LOCALES[current], { hour: "2-digit", minute: "2-digit" }).format(seconds * 1000);
export const day = (seconds) => new Intl.DateTimeFormat(LOCALES[current], { day: "numeric", month: "long" }).format(seconds * 1000);
