import * as crypto from "node:crypto";
import { decodeSecrets, type Awaitable, type Keys } from "./values.js";

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

function indexOfSigner(keys: Keys, body: string | Uint8Array, signature: unknown): number {
  if (typeof signature !== "string" || signature.length !== size || given.write(signature) !== size)
    return -1;
  let signer = -1;
  for (let index = keys.length - 1; index >= 0; index -= 1) {
    computed.write(createSignature(keys[index] as Uint8Array, body));
    if (crypto.timingSafeEqual(computed, given)) signer = index;
  }
  return signer;
}

/** The length of a signature: 32 bytes in base64. */
const size = 44;

/**
 * Base64 texts are compared, so that a signature has one spelling. Nothing else runs between writing and comparing, so
 * one pair of buffers is enough for all requests.
 */
const [given, computed] = [Buffer.alloc(size), Buffer.alloc(size)];

/** The length of a block of SHA-256, and of a digest, in bytes. */
const [block, digest] = [64, 32];

/** It is there from Node 20.12 on, so that it must not be imported by its name. */
const { hash } = crypto as { readonly hash?: typeof crypto.hash };

/** What is made once of a key. */
interface PreparedKey {
  /** The key for large bodies, once there is one: made of its bytes each time, it would take longer than a small body. */
  object: crypto.KeyObject | undefined;
  /** The first block of the inner hash: the key, combined with `ipad` (RFC 2104). */
  readonly inner: Uint8Array;
  /** The first block of the outer hash, combined with `opad`, and room for the digest of the inner one. */
  readonly outer: Buffer;
}

const prepared = new WeakMap<Uint8Array, PreparedKey>();

function prepare(key: Uint8Array): PreparedKey {
  const padded = Buffer.alloc(block);
  padded.set(key.length > block ? crypto.createHash("sha256").update(key).digest() : key);
  const made: PreparedKey = {
    object: undefined,
    inner: padded.map((byte) => byte ^ 0x36),
    outer: Buffer.concat([padded.map((byte) => byte ^ 0x5c), Buffer.alloc(digest)]),
  };
  prepared.set(key, made);
  return made;
}

/** In bytes: up to this, two hashes by one call each are faster than an HMAC. */
const maxOneShot = 8192;

/** A body after the inner block. Nothing else runs between writing and hashing, so that one is enough. */
const scratch = Buffer.alloc(block + maxOneShot);

/** HMAC-SHA256 in base64. */
function createSignature(key: Uint8Array, body: string | Uint8Array): string {
  const made = prepared.get(key) ?? prepare(key);
  // A UTF-16 unit takes up to three bytes. What is neither text nor bytes, such as a parsed body, is refused by `update`.
  const isShort =
    typeof body === "string"
      ? 3 * body.length <= maxOneShot
      : body instanceof Uint8Array && body.length <= maxOneShot;
  if (hash === undefined || !isShort) {
    made.object ??= crypto.createSecretKey(key);
    return crypto.createHmac("sha256", made.object).update(body).digest("base64");
  }
  const { inner, outer } = made;
  scratch.set(inner);
  const length = typeof body === "string" ? scratch.write(body, block) : body.length;
  if (typeof body !== "string") scratch.set(body, block);
  outer.write(hash("sha256", scratch.subarray(0, block + length), "binary"), block, "latin1");
  return hash("sha256", outer, "base64");
}
