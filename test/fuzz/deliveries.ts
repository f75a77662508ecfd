import type { RawRequest } from "../../generated/receiver/index.js";
import { otherSecret, secret, signatureOf } from "../conformance/signature.js";

export interface Shop {
  readonly id: string;
  readonly secret: string;
}

export const shops = [
  { id: "shop-12", secret },
  { id: "shop-13", secret: otherSecret },
] as const satisfies readonly Shop[];

export const strangersSecret = Buffer.alloc(32, "stranger").toString("base64");

/** A request that may deviate from a POS's requests. */
export interface Delivery {
  readonly event: string;
  /** Text is sent unchanged, and an object as JSON. */
  readonly body: object | string;
  readonly shop?: Shop;
  readonly method?: string;
  /** By lower-case name. Undefined removes a header. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Receives work that continues after the answer. Null if the platform has no such function. */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | null;
}

/** Makes a request for a receiver without a server, signed by its shop. */
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
