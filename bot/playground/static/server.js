// Talking to the playground's server: deeds go out by POST, events come in as a stream.

import { person } from "./store.js";

async function post(path, options) {
  const answer = await fetch(path, { method: "POST", ...options });
  const body = await answer.json();
  if (!body.ok) throw new Error(body.description);
  return body.result;
}

// Do something as the person of now; see people.py for the names and what they take.
export function act(deed, about = {}) {
  return post(`do/${deed}`, {
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ person: person().id, ...about }),
  });
}

export function sendFile(file, about) {
  const form = new FormData();
  form.append("about", JSON.stringify({ person: person().id, ...about }));
  form.append("file", file, file.name);
  return post("do/attach", { body: form });
}

export function listen(onEvent, onConnection) {
  const stream = new EventSource("events");
  stream.onmessage = (message) => onEvent(JSON.parse(message.data));
  stream.onopen = () => onConnection(true);
  stream.onerror = () => onConnection(false);
  addEventListener("pagehide", () => stream.close());
}
