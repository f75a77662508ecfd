import { decodeSecrets, fromBase64, toBase64, type Keys } from "./values.js";

/**
 * Signs a body: base64 of HMAC-SHA256 over its bytes (a string as UTF-8), keyed with the base64-decoded secret. Rejects
 * if the secret is not canonical base64 of at least 16 bytes.
 */
export const sign = async (body: string | Uint8Array, secret: string): Promise<string> =>
  signWith(decodeSecrets(secret)[0], body);

/**
 * True if a signature matches a body. Compares in constant time, and accepts only the spelling that {@link sign}
 * writes. Rejects if a secret is not canonical base64 of at least 16 bytes, never because of the signature.
 */
export const verify = async (
  body: string | Uint8Array,
  signature: string,
  secrets: string | readonly string[],
): Promise<boolean> => (await findSigner(decodeSecrets(secrets), body, signature)) !== -1;

export async function signWith(key: Uint8Array, body: string | Uint8Array): Promise<string> {
  return toBase64(new Uint8Array(await crypto.subtle.sign("HMAC", await importKey(key), toSource(body))));
}

/** Index of the key that made the signature, or -1. Tries all keys, so that timing does not reveal the matching one. */
export async function findSigner(keys: Keys, body: string | Uint8Array, signature: string): Promise<number> {
  const given = fromBase64(signature);
  if (given === undefined) return -1;
  // `verify` compares in constant time.
  const matches = keys.map(async (key) =>
    crypto.subtle.verify("HMAC", await importKey(key), toSource(given), toSource(body)),
  );
  return (await Promise.all(matches)).indexOf(true);
}

function importKey(key: Uint8Array) {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  return crypto.subtle.importKey("raw", toSource(key), algorithm, false, ["sign", "verify"]);
}

/** Copies bytes, because Web Crypto accepts no shared memory. */
function toSource(body: string | Uint8Array): Uint8Array<ArrayBuffer> {
  if (typeof body === "string") return new TextEncoder().encode(body);
  // JavaScript callers may pass a parsed body.
  if (!ArrayBuffer.isView(body)) throw new TypeError("a body must be a string or bytes");
  return new Uint8Array(body);
}
