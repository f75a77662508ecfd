export type JsonObject = Readonly<Record<string, unknown>>;

export const isContainer = (value: unknown): value is object => typeof value === "object" && value !== null;

/** True for objects; false for null and arrays. */
export const isObject = (value: unknown): value is JsonObject => isContainer(value) && !Array.isArray(value);

/** True if `await` would wait for this value. */
export const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  isContainer(value) && "then" in value && typeof value.then === "function";

/** In levels: of a request's body and of a handler's answer. Real ones have far fewer, and recursion can handle this many. */
export const maxNesting = 1000;

/** Resolves in a later turn of the event loop. Unlike a timer, also under the fake timers of a test. */
export const waitForTurn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    // The types of Node lack it.
    (port1 as { onmessage?: unknown }).onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

/** Returns an own property: a request may name a property `constructor`, which every object inherits. */
export const getOwn = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** @throws Error unless the value is an integer from `min` to `max`. */
export function checkCount(name: string, value: number, max = Number.MAX_SAFE_INTEGER, min = 1): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  const range = max === Number.MAX_SAFE_INTEGER ? `of ${min} or more` : `from ${min} to ${max}`;
  throw new Error(`${name} must be a whole number ${range}.`);
}

const controls = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Replaces control characters in a stranger's text and cuts it to `maxLength` UTF-16 code units. */
export const toPrintable = (text: string, maxLength: number): string =>
  (text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text).replace(controls, "?");

/** Escapes control characters, including line breaks: `\u{1b}`. */
export const escapeControls = (text: string): string =>
  text.replace(controls, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);

export const cut = (text: string, maxLength = 1000): string =>
  text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;

/** A property name may be of any length. */
export const cutName = (name: string): string => cut(name, 200);

// Any value can be thrown, even an error whose getters throw or a revoked proxy. The functions below never throw.

export function tryToRead<T>(get: () => T): T | undefined {
  try {
    return get();
  } catch {
    return undefined;
  }
}

/** True for an Error of this realm or another (a test runner's). */
export const isError = (thrown: unknown): thrown is Error =>
  tryToRead(() => thrown instanceof Error || Object.prototype.toString.call(thrown) === "[object Error]") ===
  true;

export const getCause = (error: Error): unknown => tryToRead(() => error.cause);

export const getCode = (error: Error): unknown =>
  tryToRead(() => (error as { readonly code?: unknown }).code);

// A proxy, or an array with a huge length, could make an answer endless.
export const maxParts = 1_000_000;

/** Handles the rejections of all promises in an unused value, because an unhandled one ends the process. Calls no getter. */
export function ignoreRejections(value: unknown): void {
  const found = new Set([value]);
  // The loop also visits the values that it adds.
  for (const each of found)
    for (const part of tryToRead(() => listParts(each)) ?? []) if (found.size < maxParts) found.add(part);
}

/** Own values of an object or function, including hidden ones. Returns none for typed arrays, which may have millions. */
function listParts(value: unknown): unknown[] {
  if ((!isContainer(value) && typeof value !== "function") || ArrayBuffer.isView(value)) return [];
  const tag = getTag(value);
  // Only real promises: calling `then` on a library's own kind of promise may start work.
  if (tag === "Promise")
    tryToRead(() => void Promise.prototype.then.call(value as Promise<unknown>, undefined, () => undefined));
  const items = /^(?:Map|Set)$/.test(tag) ? [...(value as Iterable<unknown>)] : [];
  return items.concat(
    Reflect.ownKeys(value).map((key) => Reflect.getOwnPropertyDescriptor(value, key)?.value as unknown),
  );
}

/** The name of a built-in class, also of another realm: `Promise` or `Object`. */
export function getTag(value: unknown): string {
  // Without strictBindCallApply, the compiler infers `any` here.
  const tag: unknown = Object.prototype.toString.call(value);
  return typeof tag === "string" ? tag.slice("[object ".length, -1) : "";
}

/** Cut to 1000 characters. */
export function toReason(thrown: unknown): string {
  const message = tryToRead(() => (thrown as { readonly message?: unknown }).message);
  if (isError(thrown))
    return typeof message === "string" ? cut(message) : "the message of the thrown error cannot be read";
  const text = typeof thrown === "string" ? thrown : message;
  return `the thrown value is not an Error${typeof text === "string" ? `: ${cut(text)}` : ""}`;
}

/** Skips a byte order mark, as RFC 8259 allows. */
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

/** @throws TypeError if the bytes are not UTF-8. */
export const readText = (bytes: Uint8Array): string => utf8.decode(bytes);

/** Decoded keys of a subscription, the newest first. An answer is signed with the key of its request. */
export type Keys = readonly [Uint8Array, ...Uint8Array[]];

/** Shorter keys can be guessed. */
const minKeyBytes = 16;

/** An empty or absent secret, as in a build without environment variables. */
export class MissingSecret extends Error {}

/** Decodes one or more secrets. @throws Error that names the broken rule, and never the secret. */
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
  if (secret === "") throw new MissingSecret(`${name} is empty; set its environment variable`);
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

/** Undefined unless the text is canonical base64. */
export function fromBase64(text: string): Uint8Array | undefined {
  const bytes = tryToRead(() => Uint8Array.from(atob(text), (char) => char.charCodeAt(0)));
  // Decoders ignore white space, missing padding and stray bits; encoding again reveals them.
  return bytes && toBase64(bytes) === text ? bytes : undefined;
}
