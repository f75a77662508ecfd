import { createHmac } from "node:crypto";
import { decodeSecret } from "./sign.js";

/** What is known about who signs what. */
export interface Signing {
  readonly secret: string;
  /** The bytes that came with the signature. */
  readonly body: Uint8Array;
  /** The bytes of the request that they answer. */
  readonly request: Uint8Array;
}

/** How a signature was made: every way but the first of each table is a mistake, in words that follow "the signature is made". */
export interface Recognized {
  readonly key: string;
  readonly message: string;
  readonly algorithm: string;
  readonly spelling: string;
}

/**
 * Finds out how a signature was made by making it in every way that people make it; undefined if none gives this signature:
 * then another secret was used. Empty words: as it should be.
 */
export function recognizeSignature(signature: string, signing: Signing): Recognized | undefined {
  const messages = listMessages(signing);
  for (const [name, algorithm] of Object.entries(algorithms))
    for (const [key, bytes] of listKeys(signing.secret))
      for (const [message, text] of messages) {
        const spelling = findSpelling(createHmac(name, bytes).update(text).digest(), signature);
        if (spelling !== undefined) return { key, message, algorithm, spelling };
      }
  return undefined;
}

/** The right way comes first in each table. */
const algorithms: Readonly<Record<string, string>> = {
  sha256: "",
  sha1: "with SHA-1 in place of SHA-256",
  sha512: "with SHA-512 in place of SHA-256",
};

const listKeys = (secret: string): readonly (readonly [string, Uint8Array])[] => [
  ["", decodeSecret(secret)],
  // The most frequent mistake of all.
  ["with the text of the secret as the key, which has to be base64-decoded first", Buffer.from(secret)],
];

function listMessages({ body, request }: Signing): readonly (readonly [string, Uint8Array])[] {
  const rewritten = (body.length > maxRewritten ? [] : rewritings).flatMap(([how, rewrite]) => {
    const text = rewrite(body);
    return text ? [[`over other bytes than are sent: ${how}`, text] as const] : [];
  });
  return [
    ["", body],
    ["over the body of the request in place of that of the answer", request],
    ["over an empty body", new Uint8Array()],
    ...rewritten,
  ];
}

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

const spellings: readonly (readonly [string, (made: Buffer) => string])[] = [
  ["", (made) => made.toString("base64")],
  ["in hex in place of base64", (made) => made.toString("hex")],
  ["in hex in place of base64", (made) => made.toString("hex").toUpperCase()],
  ["in base64 of the hex digits", (made) => Buffer.from(made.toString("hex")).toString("base64")],
  ["in base64url in place of base64", (made) => made.toString("base64url")],
  ["in base64 without the = at its end", (made) => made.toString("base64").replaceAll("=", "")],
  ["with `sha256=` before it", (made) => `sha256=${made.toString("hex")}`],
  ["with `sha256=` before it", (made) => `sha256=${made.toString("base64")}`],
];

/** A way to write a body again, in words; undefined where it has to be JSON for that, and is not. */
export type Rewriting = readonly [how: string, rewrite: (body: Uint8Array) => Uint8Array | undefined];

/** What JSON writers make of a value where nobody tells them otherwise. */
const writers: readonly (readonly [string, (value: unknown) => string])[] = [
  ["without spaces", toCompact],
  ["indented", (value) => JSON.stringify(value, null, 2)],
  ["indented", (value) => JSON.stringify(value, null, 4)],
  ["as Python's json.dumps does", (value) => escapeRest(writeSpaced(value))],
  ["with a space after `:` and `,`", writeSpaced],
  ["as PHP's json_encode does", (value) => escapeRest(toCompact(value)).replaceAll("/", "\\/")],
  ["without characters beyond ASCII", (value) => escapeRest(toCompact(value))],
];

/** What a body becomes in the hands of those who do not keep it as it is. */
export const rewritings: readonly Rewriting[] = [
  ["the body without the white space around it", (body) => Buffer.from(toText(body).trim())],
  ["the body with a line break after it", (body) => Buffer.from(`${toText(body)}\n`)],
  ...writers.map(([how, write]): Rewriting => {
    return [`JSON that was written again, ${how}`, (body) => writeAgain(toText(body), write)];
  }),
];

const toText = (body: Uint8Array): string => Buffer.from(body).toString("utf8");

/** Undefined where it is not JSON, or is nested more deeply than a writer goes. */
function writeAgain(text: string, write: (value: unknown) => string): Uint8Array | undefined {
  try {
    return Buffer.from(write(JSON.parse(text)));
  } catch {
    return undefined;
  }
}

function toCompact(value: unknown): string {
  return JSON.stringify(value);
}

function writeSpaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeSpaced).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, part]) => `${JSON.stringify(name)}: ${writeSpaced(part)}`,
  );
  return `{${members.join(", ")}}`;
}

const escapeRest = (text: string): string =>
  text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
