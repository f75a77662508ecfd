import { createHmac, timingSafeEqual } from "node:crypto";

/** Base64 of HMAC-SHA256, with the base64-decoded secret as the key. */
export const sign = (body: Uint8Array, secret: string): string =>
  createHmac("sha256", decodeSecret(secret)).update(body).digest("base64");

export function matchesSignature(body: Uint8Array, given: string, secret: string): boolean {
  const [wanted, got] = [Buffer.from(sign(body, secret)), Buffer.from(given)];
  return wanted.length === got.length && timingSafeEqual(wanted, got);
}

export const decodeSecret = (secret: string): Uint8Array => Buffer.from(secret, "base64");

/** Hides a secret in what somebody sent, also in a URL, or if a serializer escaped its slashes or plus signs. */
export function maskSecret(text: string, secret: string, mask = "[your secret]"): string {
  if (secret === "") return text;
  const spellings = ["/", "\\/", "\\\\/"].flatMap((slash) =>
    ["+", "\\u002b", "\\u002B"].map((plus) => secret.replaceAll("/", slash).replaceAll("+", plus)),
  );
  return [...spellings, encodeURIComponent(secret)].reduce((all, each) => all.replaceAll(each, mask), text);
}

/** `mistake` follows "the signature was made", and is empty if the ingredient is correct. */
type Part<T> = readonly [mistake: string, part: T];

export interface RecognizedSignature {
  /** Empty if correct. */
  readonly key: string;
  /** In words that follow "the signature was made". Empty if there are none. */
  readonly mistakes: string;
}

/**
 * Tries every common way to make a signature. Undefined if none matches, which means that another secret was used.
 * `body` came with the signature, in answer to `request`.
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
        return { key, mistakes: joinMistakes([key, message, algorithm, spelling]) };
      }
  return undefined;
}

/** The signature of a body in each spelling. */
export function spellSignature(body: Uint8Array, key: Uint8Array): readonly Part<string>[] {
  const made = createHmac("sha256", key).update(body).digest();
  return spellings.map(([mistake, spell]) => [mistake, spell(made)]);
}

/** Common wrong signatures of a body, made with the right secret. */
export function listWrongSignatures(body: Uint8Array, secret: string): readonly Part<string>[] {
  const spelled = listSigningKeys(secret).flatMap(([key, bytes]) =>
    spellSignature(body, bytes).map(([spelling, made]) => [joinMistakes([key, spelling]), made] as const),
  );
  const rewritten = rewritings.flatMap(([how, rewrite]) => {
    const text = rewrite(body);
    return text ? [[`${otherBytes}: ${how}`, sign(text, secret)] as const] : [];
  });
  const right = sign(body, secret);
  return [...spelled, ...rewritten].filter(([, signature]) => signature !== right);
}

const joinMistakes = (mistakes: readonly string[]): string =>
  mistakes.filter((mistake) => mistake !== "").join(", and ");

const otherBytes = "over bytes other than those sent";

/** The correct way comes first in each table. */
const algorithms: readonly Part<string>[] = [
  ["", "sha256"],
  ["with SHA-1 instead of SHA-256", "sha1"],
  ["with SHA-512 instead of SHA-256", "sha512"],
];

const listSigningKeys = (secret: string): readonly Part<Uint8Array>[] => [
  ["", decodeSecret(secret)],
  // The most common mistake.
  ["with the text of the secret as the key, which must be base64-decoded first", Buffer.from(secret)],
];

const listMessages = (body: Uint8Array, request: Uint8Array): readonly Part<Uint8Array>[] => [
  ["", body],
  ["over the body of the request instead of the answer", request],
  ["over an empty body", new Uint8Array()],
  ...(body.length > maxRewritten ? [] : rewritings).flatMap(([how, rewrite]): Part<Uint8Array>[] => {
    const text = rewrite(body);
    return text ? [[`${otherBytes}: ${how}`, text]] : [];
  }),
];

/** In bytes. Serializing a longer body in every way takes seconds. */
const maxRewritten = 2 ** 20;

function findSpelling(made: Buffer, signature: string): string | undefined {
  const [spelling] = spellings.find(([, spell]) => spell(made) === signature) ?? [];
  if (spelling !== undefined) return spelling;
  const whole = made.toString("base64");
  return signature.length >= minCut && whole.startsWith(signature)
    ? `in base64, but truncated to ${signature.length} of ${whole.length} characters`
    : undefined;
}

/** A shorter prefix may match by accident. */
const minCut = 8;

const spellings: readonly Part<(made: Buffer) => string>[] = [
  ["", (made) => made.toString("base64")],
  ["in hex instead of base64", (made) => made.toString("hex")],
  ["in hex instead of base64", (made) => made.toString("hex").toUpperCase()],
  ["in base64 of the hex digits", (made) => Buffer.from(made.toString("hex")).toString("base64")],
  ["in base64url instead of base64", (made) => made.toString("base64url")],
  ["in base64 without the trailing =", (made) => made.toString("base64").replaceAll("=", "")],
  ["with the prefix `sha256=`", (made) => `sha256=${made.toString("hex")}`],
  ["with the prefix `sha256=`", (made) => `sha256=${made.toString("base64")}`],
];

const writers: readonly Part<(value: unknown) => string>[] = [
  ["without spaces", toCompact],
  ["indented", (value) => JSON.stringify(value, null, 2)],
  ["indented", (value) => JSON.stringify(value, null, 4)],
  ["as Python's json.dumps does", (value) => escapeRest(writeSpaced(value))],
  ["with a space after `:` and `,`", writeSpaced],
  ["as PHP's json_encode does", (value) => escapeRest(toCompact(value)).replaceAll("/", "\\/")],
  ["with non-ASCII characters escaped", (value) => escapeRest(toCompact(value))],
];

/** Common careless changes to a body. Undefined if the change requires JSON and the body is not. */
const rewritings: readonly Part<(body: Uint8Array) => Uint8Array | undefined>[] = [
  ["the body without surrounding whitespace", (body) => Buffer.from(toUtf8Text(body).trim())],
  ["the body with a trailing line break", (body) => Buffer.from(`${toUtf8Text(body)}\n`)],
  ...writers.map(([how, write]) => {
    const writeAgain = (body: Uint8Array): Uint8Array | undefined => {
      try {
        return Buffer.from(write(JSON.parse(toUtf8Text(body))));
      } catch {
        // Not JSON, or nested too deeply for the serializer.
        return undefined;
      }
    };
    return [`JSON serialized again, ${how}`, writeAgain] as const;
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
