// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

/** A value, now or later. */
export type Awaitable<T> = T | Promise<T>;

/** A JSON object whose properties are not known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object or an array. */
export const isContainer = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Whether a value is an object, and neither null nor an array. */
export const isObject = (value: unknown): value is JsonObject => isContainer(value) && !Array.isArray(value);

/** Whether `await` would wait for this value. */
export const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  isContainer(value) && "then" in value && typeof value.then === "function";

/** An own property: a request may have a property called `constructor`, which every object inherits. */
export const getOwn = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** Checks an option that counts something. @throws Error if it is not a whole number from `min` to `max`. */
export function checkCount(name: string, value: number, max = Number.MAX_SAFE_INTEGER, min = 1): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  const range = max === Number.MAX_SAFE_INTEGER ? `of ${min} or more` : `from ${min} to ${max}`;
  throw new Error(`${name} must be a whole number ${range}.`);
}

const controls = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A stranger's text without control characters, cut to so many UTF-16 units. */
export const toPrintable = (text: string, maxLength: number): string =>
  (text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text).replace(controls, "?");

/** A text whose control characters, line breaks included, are escapes: `\u{1b}`. */
export const escapeControls = (text: string): string =>
  text.replace(controls, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);

export const cut = (text: string, maxLength = 1000): string =>
  text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;

/** The start of a property's name, which somebody may have made up. */
export const cutName = (name: string): string => cut(name, 200);

// JavaScript can throw anything, even an error whose getters throw, or a revoked proxy. The functions below never throw.

/** The result of a function; undefined if it throws. */
export function tryToRead<T>(get: () => T): T | undefined {
  try {
    return get();
  } catch {
    return undefined;
  }
}

/** Whether a thrown value is an Error, of this realm or another (a test runner's). */
export const isError = (thrown: unknown): thrown is Error =>
  tryToRead(() => thrown instanceof Error || Object.prototype.toString.call(thrown) === "[object Error]") ===
  true;

export const getCause = (error: Error): unknown => tryToRead(() => error.cause);

export const getCode = (error: Error): unknown =>
  tryToRead(() => (error as { readonly code?: unknown }).code);

// A proxy, or an array whose length was set, could make an answer endless.
export const maxParts = 1_000_000;

/** Catches the promises in a value that nobody uses: a rejection that nobody handles ends the process. Calls no getter. */
export function ignoreRejections(value: unknown): void {
  const found = new Set([value]);
  // The loop also comes to what it adds.
  for (const each of found)
    for (const part of tryToRead(() => listParts(each)) ?? []) if (found.size < maxParts) found.add(part);
}

/** The own parts of an object or a function, hidden ones too. Bytes have none, as there may be millions. */
function listParts(value: unknown): unknown[] {
  // Only real promises: calling the `then` of a library's own kind may begin its work.
  if (value instanceof Promise) void Promise.prototype.then.call(value, undefined, () => undefined);
  if ((!isContainer(value) && typeof value !== "function") || ArrayBuffer.isView(value)) return [];
  const items = value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : [];
  return items.concat(
    Reflect.ownKeys(value).map((key) => Reflect.getOwnPropertyDescriptor(value, key)?.value as unknown),
  );
}

/** The message of a thrown value, cut to 1000 characters. */
export function toReason(thrown: unknown): string {
  const message = tryToRead(() => (thrown as { readonly message?: unknown }).message);
  if (isError(thrown))
    return typeof message === "string" ? cut(message) : "what was thrown has a message that cannot be read";
  const text = typeof thrown === "string" ? thrown : message;
  return `what was thrown is not an Error${typeof text === "string" ? `: ${cut(text)}` : ""}`;
}

/** The keys of a subscription, decoded: the first one signs, all of them verify. */
export type Keys = readonly [Uint8Array, ...Uint8Array[]];

/** Shorter keys can be guessed. */
const minKeyBytes = 16;

/** A secret that is empty or absent, as environment variables are in a build. */
export class MissingSecret extends Error {}

/** Decodes a secret or a list of them. @throws Error that names the rule that a secret breaks, and never the secret. */
export function decodeSecrets(secret: string | readonly string[]): Keys {
  const secrets: readonly unknown[] = Array.isArray(secret) ? secret : [secret];
  const [first, ...others] = secrets.map((each, index) =>
    decodeSecret(each, secrets.length === 1 ? "the secret" : `secret ${index + 1} of ${secrets.length}`),
  );
  if (first === undefined) throw new MissingSecret("the list of secrets is empty");
  return [first, ...others];
}

function decodeSecret(secret: unknown, name: string): Uint8Array {
  if (secret === undefined || secret === null)
    throw new MissingSecret(`${name} is missing: it must be a string`);
  if (typeof secret !== "string") throw new Error(`${name} must be a string`);
  if (secret === "") throw new MissingSecret(`${name} is empty: is its environment variable set?`);
  if (/\s/.test(secret)) throw new Error(`${name} has white space in or around it`);
  const key = fromBase64(secret);
  if (key === undefined)
    throw new Error(`${name} is not canonical base64 (A-Z a-z 0-9 + / and = at the end)`);
  if (key.length < minKeyBytes)
    throw new Error(`${name} decodes to ${key.length} bytes; at least ${minKeyBytes} are needed`);
  return key;
}

export const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

/** Decodes canonical base64; undefined for other texts. */
export function fromBase64(text: string): Uint8Array | undefined {
  const bytes = tryToRead(() => Uint8Array.from(atob(text), (char) => char.charCodeAt(0)));
  // Decoders ignore white space, missing padding and stray bits: encoding again shows whether anything was lost.
  return bytes && toBase64(bytes) === text ? bytes : undefined;
}
