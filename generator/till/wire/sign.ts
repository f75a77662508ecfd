import { createHmac } from "node:crypto";

/** Signs a body: base64 of HMAC-SHA256 over its bytes, keyed with the base64-decoded secret. */
export const sign = (body: Uint8Array, secret: string): string =>
  createHmac("sha256", decodeSecret(secret)).update(body).digest("base64");

/** The key that a secret stands for. */
export const decodeSecret = (secret: string): Uint8Array => Buffer.from(secret, "base64");
