import { decodeSecrets, fromBase64, toBase64, type Awaitable, type Keys } from "./values.js";

/**
 * Signs a body: base64 of HMAC-SHA256 over its bytes, keyed with the base64-decoded secret. A string is
 * signed as UTF-8. Rejects if the secret is not canonical base64 of at least 16 bytes.
 */
export async function sign(body: string | Uint8Array, secret: string): Promise<string> {
  return signWith(decodeSecrets(secret)[0], body);
}

/**
 * Whether a signature belongs to the bytes of a body, compared in constant time. Base64 decoders take many spellings;
 * only the one that {@link sign} writes is accepted. An invalid signature never makes it reject.
 * Rejects if a secret is not canonical base64 of at least 16 bytes, or the list is empty.
 */
export async function verify(
  body: string | Uint8Array,
  signature: string,
  secrets: string | readonly string[],
): Promise<boolean> {
  return (await findSigner(decodeSecrets(secrets), toBytes(body), signature)) !== -1;
}

/** Signs with a decoded key. */
export async function signWith(key: Uint8Array, body: string | Uint8Array): Promise<string> {
  const signature = await crypto.subtle.sign("HMAC", await importKey(key), toSource(toBytes(body)));
  return toBase64(new Uint8Array(signature));
}

/** The index of the key that made the signature, or -1. All keys are tried. */
export function findSigner(keys: Keys, body: Uint8Array, signature: string): Awaitable<number> {
  const given = fromBase64(signature);
  return given === undefined ? -1 : indexOfSigner(keys, toSource(body), toSource(given));
}

async function indexOfSigner(keys: Keys, body: Source, signature: Source): Promise<number> {
  // `verify` compares in constant time.
  const verifyWith = async (key: Uint8Array) =>
    crypto.subtle.verify("HMAC", await importKey(key), signature, body);
  return (await Promise.all(keys.map(verifyWith))).indexOf(true);
}

type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/**
 * Importing a key takes longer than signing with it. Promises are not kept, because Cloudflare Workers bind them to one
 * request.
 */
const imported = new WeakMap<Uint8Array, Key>();

async function importKey(bytes: Uint8Array): Promise<Key> {
  const known = imported.get(bytes);
  if (known) return known;
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", toSource(bytes), algorithm, false, ["sign", "verify"]);
  imported.set(bytes, key);
  return key;
}

/** Bytes as web crypto takes them: not in shared memory. */
type Source = Uint8Array<ArrayBuffer>;

function toSource(bytes: Uint8Array): Source {
  return bytes.buffer instanceof ArrayBuffer ? (bytes as Source) : new Uint8Array(bytes);
}

function toBytes(body: string | Uint8Array): Uint8Array {
  // A parsed body, say.
  if (typeof body !== "string" && !ArrayBuffer.isView(body)) throw new TypeError("a body is a text or bytes");
  return typeof body === "string" ? new TextEncoder().encode(body) : body;
}
