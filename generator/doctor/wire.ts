import { sign } from "../till/wire/sign.js";
import type { Wire } from "./watch.js";

/** The body as text. */
export const toText = ({ body }: Wire): string => Buffer.from(body).toString("utf8");

/** The same request with another body, signed for it. */
export function withBody(wire: Wire, text: string | Uint8Array, secret: string): Wire {
  const body = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return withSignature({ ...wire, body }, sign(body, secret));
}

/** The same request with another signature. */
export const withSignature = (wire: Wire, signature: string): Wire => ({
  ...wire,
  headers: { ...wire.headers, "x-mplus-signature": signature },
});

/** The same request without one of its headers. */
export const withoutHeader = ({ headers, ...wire }: Wire, name: string): Wire => ({
  ...wire,
  headers: Object.fromEntries(Object.entries(headers).filter(([other]) => other !== name)),
});
