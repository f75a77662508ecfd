import { fromBase64 } from "../values/base64.js";

/** The keys of a subscription, decoded: the first one signs, all of them verify. */
export type Keys = readonly [Uint8Array, ...Uint8Array[]];

/** Shorter keys are refused, because they can be guessed. */
const minimumKeyBytes = 16;

/**
 * Decodes a secret or a list of them.
 * @throws Error that names the rule that a secret breaks, and never the secret.
 */
export function decodeSecrets(secret: string | readonly string[]): Keys {
  const secrets: readonly unknown[] = Array.isArray(secret) ? secret : [secret];
  const [first, ...others] = secrets.map((each, index) =>
    decodeSecret(each, secrets.length === 1 ? "the secret" : `secret ${index + 1} of ${secrets.length}`),
  );
  if (first === undefined) throw new Error("the list of secrets is empty");
  return [first, ...others];
}

function decodeSecret(secret: unknown, name: string): Uint8Array {
  if (typeof secret !== "string") throw new Error(`${name} is missing: it must be a string`);
  if (secret === "") throw new Error(`${name} is empty`);
  if (/\s/.test(secret)) throw new Error(`${name} has white space in or around it`);
  const key = fromBase64(secret);
  if (key === undefined) {
    throw new Error(`${name} is not canonical base64 (A-Z a-z 0-9 + / and = at the end)`);
  }
  if (key.length < minimumKeyBytes) {
    throw new Error(`${name} decodes to ${key.length} bytes; at least ${minimumKeyBytes} are needed`);
  }
  return key;
}
