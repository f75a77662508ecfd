import { createHmac, timingSafeEqual } from "node:crypto";

/** Signs a body: base64 of HMAC-SHA256 over its bytes, keyed with the base64-decoded secret. */
export const sign = (body: Uint8Array, secret: string): string =>
  createHmac("sha256", decodeSecret(secret)).update(body).digest("base64");

/** Whether a signature is that of a body. */
export function matchesSignature(body: Uint8Array, given: string, secret: string): boolean {
  const [wanted, got] = [Buffer.from(sign(body, secret)), Buffer.from(given)];
  return wanted.length === got.length && timingSafeEqual(wanted, got);
}

/** The key that a secret stands for. */
export const decodeSecret = (secret: string): Uint8Array => Buffer.from(secret, "base64");

/** Something that goes into a signature, and the mistake that it is, in words that follow "the signature is made"; empty: none. */
type Part<T> = readonly [mistake: string, part: T];

/** How a signature was made. */
export interface RecognizedSignature {
  /** What is wrong with the key; empty: nothing. */
  readonly key: string;
  /** All that is wrong, in words that follow "the signature is made"; empty: nothing. */
  readonly mistakes: string;
}

/**
 * Finds out how a signature was made by making it in every way that people make it; undefined if none gives this signature:
 * then another secret was used. `body` came with the signature, and answers `request`.
 */
export function recognizeSignature(
  signature: string,
  { secret, body, request }: Readonly<Record<"body" | "request", Uint8Array> & { secret: string }>,
): RecognizedSignature | undefined {
  const messages = listMessages(body, request);
  for (const [algorithm, name] of algorithms)
    for (const [key, bytes] of listSigningKeys(secret))
      for (const [message, text] of messages) {
        const spelling = findSpelling(createHmac(name, bytes).update(text).digest(), signature);
        if (spelling === undefined) continue;
        const mistakes = [key, message, algorithm, spelling].filter((mistake) => mistake !== "");
        return { key, mistakes: mistakes.join(", and ") };
      }
  return undefined;
}

/** The right way comes first in each table. */
const algorithms: readonly Part<string>[] = [
  ["", "sha256"],
  ["with SHA-1 in place of SHA-256", "sha1"],
  ["with SHA-512 in place of SHA-256", "sha512"],
];

const listSigningKeys = (secret: string): readonly Part<Uint8Array>[] => [
  ["", decodeSecret(secret)],
  // The most frequent mistake of all.
  ["with the text of the secret as the key, which has to be base64-decoded first", Buffer.from(secret)],
];

const listMessages = (body: Uint8Array, request: Uint8Array): readonly Part<Uint8Array>[] => [
  ["", body],
  ["over the body of the request in place of that of the answer", request],
  ["over an empty body", new Uint8Array()],
  ...(body.length > maxRewritten ? [] : rewritings).flatMap(([how, rewrite]): Part<Uint8Array>[] => {
    const text = rewrite(body);
    return text ? [[`over other bytes than are sent: ${how}`, text]] : [];
  }),
];

/** To write a longer body again in every way takes seconds. In bytes. */
const maxRewritten = 2 ** 20;

function findSpelling(made: Buffer, signature: string): string | undefined {
  const [spelling] = spellings.find(([, spell]) => spell(made) === signature) ?? [];
  if (spelling !== undefined) return spelling;
  const whole = made.toString("base64");
  return signature.length >= minCut && whole.startsWith(signature)
    ? `in base64, and cut off after ${signature.length} of ${whole.length} characters`
    : undefined;
}

/** Of a shorter one the beginning may be right by accident. */
const minCut = 8;

const spellings: readonly Part<(made: Buffer) => string>[] = [
  ["", (made) => made.toString("base64")],
  ["in hex in place of base64", (made) => made.toString("hex")],
  ["in hex in place of base64", (made) => made.toString("hex").toUpperCase()],
  ["in base64 of the hex digits", (made) => Buffer.from(made.toString("hex")).toString("base64")],
  ["in base64url in place of base64", (made) => made.toString("base64url")],
  ["in base64 without the = at its end", (made) => made.toString("base64").replaceAll("=", "")],
  ["with `sha256=` before it", (made) => `sha256=${made.toString("hex")}`],
  ["with `sha256=` before it", (made) => `sha256=${made.toString("base64")}`],
];

/** What JSON writers make of a value where nobody tells them otherwise. */
const writers: readonly Part<(value: unknown) => string>[] = [
  ["without spaces", toCompact],
  ["indented", (value) => JSON.stringify(value, null, 2)],
  ["indented", (value) => JSON.stringify(value, null, 4)],
  ["as Python's json.dumps does", (value) => escapeRest(writeSpaced(value))],
  ["with a space after `:` and `,`", writeSpaced],
  ["as PHP's json_encode does", (value) => escapeRest(toCompact(value)).replaceAll("/", "\\/")],
  ["without characters beyond ASCII", (value) => escapeRest(toCompact(value))],
];

/** What a body becomes in the hands of those who do not keep it as it is; undefined where it has to be JSON for that, and is not. */
export const rewritings: readonly Part<(body: Uint8Array) => Uint8Array | undefined>[] = [
  ["the body without the white space around it", (body) => Buffer.from(toUtf8Text(body).trim())],
  ["the body with a line break after it", (body) => Buffer.from(`${toUtf8Text(body)}\n`)],
  ...writers.map(([how, write]) => {
    const writeAgain = (body: Uint8Array): Uint8Array | undefined => {
      try {
        return Buffer.from(write(JSON.parse(toUtf8Text(body))));
      } catch {
        // It is no JSON, or nests more deeply than a writer goes.
        return undefined;
      }
    };
    return [`JSON that was written again, ${how}`, writeAgain] as const;
  }),
];

const toUtf8Text = (body: Uint8Array): string => Buffer.from(body).toString("utf8");

function toCompact(value: unknown): string {
  return JSON.stringify(value);
}

function writeSpaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeSpaced).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, part]) => `${toCompact(name)}: ${writeSpaced(part)}`);
  return `{${members.join(", ")}}`;
}

const escapeRest = (text: string): string =>
  text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
