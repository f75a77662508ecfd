import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from "node:crypto";
import { decodeSecrets, type Keys } from "./values.js";

/**
 * Signs a body: base64 of HMAC-SHA256 over its bytes (a string as UTF-8), keyed with the base64-decoded secret.
 * @throws Error if the secret is not canonical base64 of at least 16 bytes.
 */
export const sign = (body: string | Uint8Array, secret: string): string =>
  createSignature(decodeSecrets(secret)[0], body);

/**
 * True if a signature matches a body. Compares in constant time, and accepts only the spelling that {@link sign}
 * writes. An invalid signature never throws.
 * @throws Error if a secret is not canonical base64 of at least 16 bytes, or the list is empty.
 */
export const verify = (
  body: string | Uint8Array,
  signature: string,
  secrets: string | readonly string[],
): boolean => indexOfSigner(decodeSecrets(secrets), body, signature) !== -1;

export const signWith = (key: Uint8Array, body: string | Uint8Array): Promise<string> =>
  Promise.resolve(createSignature(key, body));

/** Index of the key that made the signature, or -1. */
export const findSigner = (keys: Keys, body: Uint8Array, signature: string): Promise<number> =>
  Promise.resolve(indexOfSigner(keys, body, signature));

/** Tries all keys, so that timing does not reveal the matching one. */
function indexOfSigner(keys: Keys, body: string | Uint8Array, signature: string): number {
  // JavaScript callers may pass anything.
  const given = Buffer.from(typeof (signature as unknown) === "string" ? signature : "");
  const matches = keys.map((key) => {
    // Compares base64 rather than bytes, so that a signature has only one spelling.
    const computed = Buffer.from(createSignature(key, body));
    return given.length === computed.length && timingSafeEqual(given, computed);
  });
  return matches.indexOf(true);
}

/** Cached, because creating one takes longer than a signature. */
const keyObjects = new WeakMap<Uint8Array, KeyObject>();

function createSignature(key: Uint8Array, body: string | Uint8Array): string {
  const keyObject = keyObjects.get(key) ?? createSecretKey(key);
  keyObjects.set(key, keyObject);
  return createHmac("sha256", keyObject).update(body).digest("base64");
}
