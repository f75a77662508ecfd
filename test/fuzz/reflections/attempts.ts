import { canary } from "../../conformance/requests.js";
import { signatureOf } from "../../conformance/signature.js";
import { happens, listOf, oneOf, type Draw } from "../../workbench/draw.js";
import { edits } from "../../emitted/validators/edits.js";
import { listPaths, update } from "../../workbench/json-paths.js";
import { drawBody } from "../bodies/bodies.js";
import { shops, strangersSecret, type Delivery, type Shop } from "../deliveries.js";
import { eventNames, examples, reports } from "../examples.js";
import { drawSignature, mutate } from "../signatures/signatures.js";

/** A request from a correct or faulty POS, or from anyone else. The sender's words are canaries. */
export interface Attempt extends Delivery {
  readonly body: string;
  readonly shop: Shop;
  readonly method: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** The receivers' limit for a body, in bytes. */
export const maxBytes = 50_000;

/** Draws an attempt. The shop signs two in three, some of them incorrectly. */
export function drawAttempt(draw: Draw): Attempt {
  const { event } = oneOf(draw, examples);
  const shop = oneOf(draw, shops);
  const body = drawText(draw, event);
  const headers = {
    "x-mplus-subscription-id": shop.id,
    "x-mplus-signature": signatureOf(body, shop.secret),
    "content-type": happens(draw, 3) ? oneOf(draw, ["", "text/plain", canary]) : "application/json",
    "x-mplus-extra": canary,
  };
  const good: Attempt = { event, body, shop, method: "POST", headers, waitUntil: ignore };
  const spoilt = happens(draw, 30) ? oneOf(draw, ways)(draw, good) : good;
  return happens(draw, 20) ? { ...spoilt, waitUntil: null } : spoilt;
}

const ignore = (): void => undefined;

/** True if a receiver that checks the proof would see that an attempt comes from its shop. */
export function isProved({ event, body, method, headers }: Attempt): boolean {
  const shop = shops.find(({ id }) => id === headers["x-mplus-subscription-id"]);
  return (
    method === "POST" &&
    eventNames.includes(event) &&
    Buffer.byteLength(body) <= maxBytes &&
    !(Number(headers["content-length"]) > maxBytes) &&
    headers["content-encoding"] === undefined &&
    shop !== undefined &&
    headers["x-mplus-signature"] === signatureOf(body, shop.secret)
  );
}

/** Ways to turn a valid request into a stranger's. */
const ways: readonly ((draw: Draw, good: Attempt) => Attempt)[] = [
  ...[
    (draw: Draw, { body, shop }: Attempt) => {
      const given = drawSignature(draw, signatureOf(body, shop.secret));
      return { "x-mplus-signature": typeof given === "string" ? given : undefined };
    },
    (_: Draw, { body }: Attempt) => ({ "x-mplus-signature": signatureOf(body, strangersSecret) }),
    (draw: Draw) => ({ "x-mplus-signature": oneOf(draw, [canary, null]) ?? undefined }),
    (_: Draw, { shop }: Attempt) => ({
      "x-mplus-subscription-id": shops.find((other) => other !== shop)?.id,
    }),
    (draw: Draw) => ({
      "x-mplus-subscription-id": oneOf(draw, [canary, "__proto__", "", null]) ?? undefined,
    }),
    () => ({ "content-encoding": canary }),
    () => ({ "content-length": "99999999" }),
  ].map((change) => (draw: Draw, good: Attempt) => ({
    ...good,
    headers: { ...good.headers, ...change(draw, good) },
  })),
  (draw, good) => ({ ...good, method: oneOf(draw, ["GET", "PUT", "DELETE", canary]) }),
  (draw, good) => ({ ...good, event: oneOf(draw, [canary, `${good.event}/${canary}`, "", "__proto__"]) }),
  (_, good) => ({ ...good, body: good.body + canary.repeat(maxBytes / canary.length) }),
  // The signature belongs to another text.
  (draw, good) => ({ ...good, body: mutate(draw, good.body) }),
];

/** Draws a body, mostly an example of the event with one or two changes. */
function drawText(draw: Draw, event: string): string {
  const kinds: readonly (() => string)[] = [
    () => toText(drawExample(draw, event)),
    () => toText(drawExample(draw, event)),
    () => toText(edit(draw, drawExample(draw, event))),
    () => toText(edit(draw, edit(draw, drawExample(draw, event)))),
    () => toText(drawExample(draw, oneOf(draw, eventNames))),
    () => toText(oneOf(draw, reports)),
    () => toText(edit(draw, oneOf(draw, reports))),
    () => toText({ error: { code: "X", message: canary }, original: drawExample(draw, event) }),
    () => Buffer.from(drawBody(draw)).toString(),
  ];
  return oneOf(draw, kinds)();
}

const toText = (document: unknown): string => JSON.stringify(document ?? null);

function drawExample(draw: Draw, event: string): object {
  const { requests } = examples.find((each) => each.event === event) ?? oneOf(draw, examples);
  const request = oneOf(draw, requests) as { readonly event: object };
  const eventCounter = draw.below(oneOf(draw, [1_000_000, 1_000_000, 5]));
  const eventBlocking = happens(draw, 80);
  const numbered = { ...request, event: { ...request.event, eventCounter, eventBlocking } };
  return happens(draw, 30) ? { ...numbered, [canary]: { [canary]: canary } } : numbered;
}

function edit(draw: Draw, document: unknown): unknown {
  const path = oneOf(draw, listPaths(document));
  if (happens(draw, 20)) return update(document, path, () => listOf(draw, 0, 3, () => canary));
  const change = oneOf(draw, Object.values(edits));
  return change(document, path);
}
