import { createHmac } from "node:crypto";

/** The secret of every shop, unless a case says otherwise. It is the vendor's own sample. */
export const secret = "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=";

/** The secret of a second shop. */
export const otherSecret = Buffer.alloc(32, "other").toString("base64");

/** The secret that replaces the first one while keys rotate. */
export const nextSecret = Buffer.alloc(32, "next").toString("base64");

/** The protocol's signature, worked out without the code under test. */
export function signatureOf(body: string | Uint8Array, key = secret): string {
  return createHmac("sha256", Buffer.from(key, "base64")).update(body).digest("base64");
}
