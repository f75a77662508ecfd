// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { createHmac, timingSafeEqual } from "node:crypto";
import type { Awaitable } from "../values/awaitable.js";
import { decodeSecrets, type Keys } from "./secret.js";

/**
 * Signs a body: base64 of HMAC-SHA256 over its bytes, keyed with the base64-decoded secret. A string is
 * signed as UTF-8.
 * @throws Error if the secret is not canonical base64 of at least 16 bytes.
 */
export function sign(body: string | Uint8Array, secret: string): string {
  return createSignature(decodeSecrets(secret)[0], body);
}

/**
 * Whether a signature belongs to the bytes of a body, compared in constant time. Base64 decoders take many spellings;
 * only the one that {@link sign} writes is accepted. An invalid signature never throws.
 * @throws Error if a secret is not canonical base64 of at least 16 bytes, or the list is empty.
 */
export function verify(
  body: string | Uint8Array,
  signature: string,
  secrets: string | readonly string[],
): boolean {
  return indexOfSigner(decodeSecrets(secrets), body, signature) !== -1;
}

/** Signs with a decoded key: at once here, later with web crypto. */
export const signWith: (key: Uint8Array, body: string | Uint8Array) => Awaitable<string> = createSignature;

/**
 * The index of the key that made the signature, or -1. All keys are tried, so that the time taken does not tell which
 * one matched. At once here, later with web crypto.
 */
export const findSigner: (keys: Keys, body: Uint8Array, signature: string) => Awaitable<number> =
  indexOfSigner;

function createSignature(key: Uint8Array, body: string | Uint8Array): string {
  return createHmac("sha256", key).update(body).digest("base64");
}

function indexOfSigner(keys: Keys, body: string | Uint8Array, signature: unknown): number {
  if (typeof signature !== "string" || signature.length !== size || given.write(signature) !== size)
    return -1;
  return keys.map((key) => isGiven(createSignature(key, body))).indexOf(true);
}

function isGiven(signature: string): boolean {
  made.write(signature);
  return timingSafeEqual(made, given);
}

/** The length of a signature: 32 bytes in base64. */
const size = 44;

/**
 * Base64 texts are compared, so that a signature has one spelling. Nothing else runs between writing and comparing, so
 * one pair of buffers is enough for all requests.
 */
const [given, made] = [Buffer.alloc(size), Buffer.alloc(size)];
