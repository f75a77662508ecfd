import type { RawRequest, Subscriptions } from "../base/options.js";
import { refusals, type Refusal } from "../base/refusals.js";
import { isObject, toPrintable } from "../base/values.js";
import { readHeader, readSubscriptionId } from "./request.js";

/** Describes what a rejected request had, for the log. Returns undefined if there is nothing to say. */
export type DescribeReceived = (refusal: Refusal, request: RawRequest) => string | undefined;

/**
 * A sender that confuses its settings may send its secret in any place. So the description has no text of the sender,
 * except for short plain words, which no secret consists of.
 */
export function createDescribeReceived(
  subscriptions: Subscriptions,
  events: ReadonlySet<string>,
): DescribeReceived {
  const findNearIds = createNearIds(subscriptions);
  const known = new Set([...events].map((event) => event.toLowerCase()));
  return (refusal, request) => {
    if (refusal === refusals.unknownSubscription) return describeId(readSubscriptionId(request), findNearIds);
    const part = parts.get(refusal);
    if (part === undefined) return undefined;
    const text = part.read(request);
    if (isPlain(text, known)) return `the ${part.name} is ${JSON.stringify(text)}`;
    const tail = text.slice(-maxPlain).toLowerCase();
    const end = [...events].find((event) => tail.endsWith(`/${event.toLowerCase()}`));
    const length = describeLength(part.name, text);
    return end === undefined ? length : `${length} and ends in ${JSON.stringify(text.slice(-end.length))}`;
  };
}

interface Part {
  readonly name: string;
  readonly read: (request: RawRequest) => string;
}

const parts: ReadonlyMap<Refusal, Part> = new Map([
  [refusals.methodNotAllowed, { name: "method", read: ({ method }) => method }],
  [refusals.unknownEvent, { name: "path", read: readPath }],
  [
    refusals.bodyEncoded,
    { name: "content encoding", read: (request) => readHeader(request, "content-encoding") },
  ],
  [
    refusals.wrongContentType,
    // A parameter can be any text.
    { name: "content type", read: (request) => readHeader(request, "content-type").replace(/;[^,]*/g, "") },
  ],
]);

/** Without the query, which can be any text, and without the host. */
function readPath({ path, event }: RawRequest): string {
  return (path ?? event)
    .replace(/^https?:\/\/[^/?#]*/i, "")
    .split(/[?#]/, 1)
    .join("");
}

const describeLength = (name: string, { length }: string): string =>
  `the ${name} has ${length === 1 ? "1 character" : `${length} characters`}`;

/** In characters. */
const maxPlain = 100;

/** Between words. A plus sign is also a digit of base64. */
const separators = /, |[/.,_-]|\+(?=(?:json|xml)$)/;

/** `mplus`, `scanCode`, `POST` or `v1`; hardly any piece of a secret looks like this. */
const plainWord = /^(?:[A-Za-z]?[a-z]+(?:[A-Z][a-z]+){0,4}|[A-Z]{1,16}|v?\d{1,3})?$/;

/** The shortest secret, of 16 bytes in base64 without padding. */
const likeSecret = /[A-Za-z0-9+/=]{22}/;

/** @param known Events in lower case. */
function isPlain(text: string, known: ReadonlySet<string>): boolean {
  if (text.length > maxPlain) return false;
  const words = text.split(separators);
  // Known words are no secret, however long.
  const unknown = text.split("/").map((word) => (known.has(word.toLowerCase()) ? " " : word));
  // More may be the bytes of a secret.
  const hasFewNumbers = words.filter((word) => /\d/.test(word)).length <= 2;
  return hasFewNumbers && words.every((word) => plainWord.test(word)) && !likeSecret.test(unknown.join("/"));
}

function describeId(id: string, findNearIds: (id: string) => readonly string[]): string {
  const near = findNearIds(id).map((each) => JSON.stringify(toPrintable(each, 101)));
  if (near.length === 0) return describeLength("id", id);
  return `the id differs from ${near.join(" and ")} only in case, spaces or quotes`;
}

/** Several ids may look alike. */
const maxNear = 3;

/** Finds known ids that differ only in case, spaces or quotes. Indexed once, because anybody may send any id. */
function createNearIds(subscriptions: Subscriptions): (id: string) => readonly string[] {
  const known = new Map<string, string[]>();
  for (const id of isObject(subscriptions) ? Object.keys(subscriptions) : []) {
    const form = toNormalForm(id);
    known.set(form, [...(known.get(form) ?? []), id].slice(0, maxNear));
  }
  return (id) => (id.length > maxId ? [] : (known.get(toNormalForm(id)) ?? []));
}

/** In characters; no id that somebody types is longer. */
const maxId = 200;

const toNormalForm = (id: string): string => id.toLowerCase().replace(/[\s"'`´“”„‘’‚«»‹›]/g, "");
