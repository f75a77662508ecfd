import type { RawRequest } from "../../generated/receiver/index.js";
import { otherSecret, secret, signatureOf } from "../conformance/signature.js";

/** A shop, with what it signs with. */
export interface Shop {
  readonly id: string;
  readonly secret: string;
}

/** The two shops of these campaigns. */
export const shops = [
  { id: "shop-12", secret },
  { id: "shop-13", secret: otherSecret },
] as const satisfies readonly Shop[];

/** Knows no subscription: whatever signs with it is a stranger. */
export const strangersSecret = Buffer.alloc(32, "stranger").toString("base64");

/** What is sent, and what differs of it from what a POS sends. */
export interface Delivery {
  readonly event: string;
  /** A text or bytes as they are; an object as JSON. */
  readonly body: object | string;
  readonly shop?: Shop;
  readonly method?: string;
  /** By name in lower case; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** What is told of work that goes on; null where a platform has no way to. */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | null;
}

/** Hands a delivery to a receiver without a server, signed by its shop. */
export function deliver(delivery: Delivery): RawRequest & { readonly body: Uint8Array } {
  const { event, body, shop = shops[0], method = "POST", waitUntil = ignore } = delivery;
  const bytes =
    body instanceof Uint8Array ? body : Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
  const headers: Readonly<Record<string, string | undefined>> = {
    "x-mplus-subscription-id": shop.id,
    "x-mplus-signature": signatureOf(bytes, shop.secret),
    "content-type": "application/json",
    ...delivery.headers,
  };
  const request = { method, event, header: (name: string) => headers[name], body: bytes };
  return waitUntil === null ? request : { ...request, waitUntil };
}

const ignore = (): void => undefined;
