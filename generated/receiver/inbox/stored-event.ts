// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { StoredEvent } from "../api/inbox.js";
import { readText } from "../http/json-body.js";
import { getIdentity, getSessionId, getTill } from "../store/event-identity.js";
import { createKey, digest, type KeyOwner } from "../store/key.js";
import type { JsonObject } from "../values/json-object.js";
import { toPrintable } from "../values/printable.js";
import { seal } from "./seal.js";

/** A verified event that is to be stored. */
export interface EventToStore extends KeyOwner {
  readonly event: string;
  readonly body: JsonObject;
  /** The body as it came: JSON in UTF-8. */
  readonly bytes: Uint8Array;
}

/** What is known of all events. */
export interface EventFacts {
  /** The names of each event's own objects. */
  readonly ownObjects: Readonly<Record<string, readonly string[]>>;
  /** Events that the POS sends again and again by design. */
  readonly repeated: readonly string[];
}

/** Makes what an inbox keeps of an event. */
export async function createStoredEvent(given: EventToStore, facts: EventFacts): Promise<StoredEvent> {
  const { event, body, bytes, subscription } = given;
  const place = findPlace(body);
  const unsealed = {
    id: await createId(given, facts),
    key: await createKey(given, ["inbox", ...place]),
    event,
    subscriptionId: subscription.id,
    about: toPrintable(describePlace(place), longestText),
    body: readText(bytes),
  };
  return { ...unsealed, seal: await seal(subscription, unsealed) };
}

/** In UTF-16 units. */
const longestText = 100;

/** The same for the same event; a new one for an event that cannot be recognised, or is sent repeatedly by design. */
async function createId(
  { event, body, subscription }: EventToStore,
  { ownObjects, repeated }: EventFacts,
): Promise<string> {
  const identity = repeated.includes(event) ? undefined : getIdentity(event, body, ownObjects[event] ?? []);
  return identity === undefined
    ? crypto.randomUUID()
    : toUuid(await digest(subscription, ["inbox id", ...identity]));
}

/** A UUID of version 8, as RFC 9562 has it, from a digest in base64. */
function toUuid(digested: string): string {
  const bytes = Array.from(atob(digested), (char) => char.charCodeAt(0));
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const variant = "89ab"[(bytes[8] ?? 0) % 4];
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
  ];
  return [...parts, hex.slice(20, 32)].join("-");
}

type Place = readonly ["session" | "till", ...parts: readonly unknown[]];

/** What an event's order counts in: its session, whichever till sends it, or else its till. */
function findPlace(body: JsonObject): Place {
  const session = getSessionId(body);
  return session === undefined ? ["till", ...getTill(body)] : ["session", session];
}

function describePlace([kind, ...parts]: Place): string {
  const words = parts.map((part) => (typeof part === "string" || typeof part === "number" ? `${part}` : "?"));
  return `${kind} ${words.length > 0 ? words.join("/") : "?"}`;
}
