// What the page knows: the server's snapshot kept up to date, and what this view looks at.

export const state = {
  bot: null, texts: {}, status: "starting", people: [], administrator: 0, group: 0, menus: {}, votes: {},
  chats: new Map(), // id -> {id, type, title, members, pinned, reactions, keyboard, messages: Map, unread, typing}
  who: Number(sessionStorage.getItem("who") ?? 1), // which of the people writes
  place: sessionStorage.getItem("place") ?? "private", // or "group"
  connected: true,
};

export const person = () => state.people[state.who] ?? state.people[0];
export const chatId = () => (state.place === "group" ? state.group : person().id);
export const chat = () => state.chats.get(chatId());
export const isBot = (user) => user.id === state.bot.id;
export const nameOf = (id) => (id === state.bot.id ? state.bot : state.people.find((each) => each.id === id))?.first_name ?? "";

export function look(change) {
  Object.assign(state, change);
  sessionStorage.setItem("who", state.who);
  sessionStorage.setItem("place", state.place);
  if (chat()) chat().unread = 0;
}

// Take an event of the server in; see World.publish and snapshot in the server.
export function take(event) {
  const place = state.chats.get(event.chat);
  switch (event.kind) {
    case "snapshot": return takeSnapshot(event);
    case "message":
      if (!place.messages.has(event.message.message_id) && event.chat !== chatId()) place.unread += 1;
      place.messages.set(event.message.message_id, event.message);
      break;
    case "gone": event.messages.forEach((id) => place.messages.delete(id)); break;
    case "poll": {
      state.votes[event.poll.id] = event.votes;
      const message = place.messages.get(event.message);
      if (message) message.poll = event.poll;
      break;
    }
    case "typing": place.typing = event.action ? { action: event.action, until: Date.now() + 5500 } : null; break;
    case "reactions": place.reactions = event.reactions; break;
    case "keyboard": place.keyboard = event.markup.keyboard ? event.markup : null; break;
    case "pinned": place.pinned = event.message; break;
    case "members": place.members = event.members; break;
    case "menus": state.menus = event.menus; break;
    case "people": state.people = event.people; break;
    case "bot": state.bot = event.bot; state.texts = event.texts; break;
    case "status": state.status = event.status; break;
  }
}

function takeSnapshot(event) {
  const { bot, texts, status, people, administrator, group, menus, votes } = event;
  Object.assign(state, { bot, texts, status, people, administrator, group, menus, votes });
  state.chats = new Map(event.chats.map((each) => [each.id, {
    ...each, unread: 0, typing: null, messages: new Map(each.messages.map((message) => [message.message_id, message])),
  }]));
}
