import { isDeepStrictEqual } from "node:util";
import { otherSecret, secret, signatureOf } from "../../conformance/signature.js";
import type { Exchange, Outcome } from "./pair.js";

/** The parts of two outcomes that differ, except for what is inherent; undefined if none does. */
export function findDifference(ts: Outcome, php: Outcome, exchange: Exchange) {
  const [want, got] = [toComparable(ts), toComparable(php)];
  const parts = Object.keys(want) as (keyof typeof want)[];
  const differing = parts.filter((part) => !isDeepStrictEqual(want[part], got[part]));
  // Both sign with the key that the request was signed with.
  const isForged = findKey(php) !== findKey(ts) || findKey(php) === "none";
  if (differing.length === 0 && !isForged) return undefined;
  return {
    name: exchange.name,
    isForged,
    parts: Object.fromEntries(
      differing.map((part) => [part, { ts: show(want[part]), php: show(got[part]) }]),
    ),
  };
}

/** The key that signed an answer; `none` if no key of the shop did. */
function findKey({ headers, body }: Outcome): string | undefined {
  const signature = headers["X-Mplus-Signature"];
  if (signature === undefined) return undefined;
  return [secret, otherSecret].find((key) => signatureOf(body, key) === signature) ?? "none";
}

const show = (part: unknown): string => {
  const text = JSON.stringify(part);
  return text.length > 1500 ? `${text.slice(0, 1500)}… (${text.length})` : text;
};

function toComparable({ status, headers, body, log, request, context, unknown }: Outcome) {
  const { "X-Mplus-Signature": signature, ...others } = headers;
  return {
    status,
    headers: others,
    isSigned: signature !== undefined,
    body: readJson(body),
    // Only PHP waits for the answers that no till waits for.
    log: toWritable(log.filter(([, message]) => !message.includes("may not be read"))),
    request: request === null ? null : readJson(request),
    context,
    unknown: toWritable(unknown),
  };
}

/** Both read the same number from `1.0e+25` and `1e+25`. */
const readJson = (text: string): unknown => toWritable(JSON.parse(text));

/** The names of numbers that JSON cannot write. */
const toJavaScript = (text: string): string =>
  text.replace(/\bINF(?= cannot be written as JSON)/g, "Infinity").replace(/\bNAN(?= cannot)/g, "NaN");

/** Without halves of characters. */
const toWhole = (text: string): string => Buffer.from(text).toString();

/** PHP has no halves of characters: they become U+FFFD. And it has no order of names that are numbers. */
function toWritable(value: unknown): unknown {
  if (typeof value === "string") return toJavaScript(toWhole(value));
  if (Array.isArray(value)) return value.map(toWritable);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [toWhole(name), toWritable(part)]));
  return value === 0 ? 0 : value;
}
