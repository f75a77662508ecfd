// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { createHmac, timingSafeEqual } from "node:crypto";
import { decodeSecrets, type Keys } from "./secret.js";

/**
 * Signs a body: base64 of HMAC-SHA256 over its bytes, keyed with the base64-decoded secret. A string is
 * signed as UTF-8.
 * @throws Error when the secret is not canonical base64 of at least 16 bytes.
 */
export function sign(body: string | Uint8Array, secret: string): string {
  return signWith(decodeSecrets(secret)[0], body);
}

/**
 * Tells whether a signature belongs to the bytes of a body, in constant time. Of the many spellings that
 * base64 decoders take, only the one that {@link sign} writes is accepted; no signature makes it throw.
 * @throws Error when a secret is not canonical base64 of at least 16 bytes, or the list is empty.
 */
export function verify(body: Uint8Array, signature: string, secrets: string | readonly string[]): boolean {
  return findSigner(decodeSecrets(secrets), body, signature) !== -1;
}

/** Signs with a key that is already decoded. */
export function signWith(key: Uint8Array, body: string | Uint8Array): string {
  return createHmac("sha256", key).update(body).digest("base64");
}

/** The index of the key that made the signature, or -1. Every key is tried, whichever one fits. */
export function findSigner(keys: Keys, body: Uint8Array, signature: string): number {
  const given = decodeSignature(signature);
  if (given === undefined) return -1;
  return keys.map((key) => timingSafeEqual(digest(key, body), given)).indexOf(true);
}

/** A digest to text and back is faster than one to a Buffer. */
function digest(key: Uint8Array, body: Uint8Array): Uint8Array {
  return Buffer.from(createHmac("sha256", key).update(body).digest("binary"), "binary");
}

/** The last character holds four bits, so only sixteen of them are canonical. */
const canonical = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;

function decodeSignature(signature: unknown): Uint8Array | undefined {
  return typeof signature === "string" && canonical.test(signature)
    ? Buffer.from(signature, "base64")
    : undefined;
}
