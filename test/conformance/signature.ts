import { createHmac } from "node:crypto";

/** From the vendor's sample. */
export const secret = "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=";

export const otherSecret = Buffer.alloc(32, "other").toString("base64");

/** Computed without the tested code. */
export function signatureOf(body: string | Uint8Array, key = secret): string {
  return createHmac("sha256", Buffer.from(key, "base64")).update(body).digest("base64");
}
