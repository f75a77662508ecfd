import {
  createReceiver,
  type MplusOptions,
  type RawResponse,
  type Receiver,
} from "../../../generated/receiver/index.js";
import { canary } from "../../conformance/requests.js";
import { signatureOf } from "../../conformance/signature.js";
import type { Draw } from "../../workbench/draw.js";
import { isProved, maxBytes, type Attempt } from "./attempts.js";
import { shops, type Shop } from "../deliveries.js";
import { eventNames, latest } from "../examples.js";
import type { CreateReceiver } from "../load-receiver.js";
import { createRandomHandlers } from "../random-handlers.js";

export interface OverheardAnswer {
  readonly text: string;
  readonly shop: Shop;
  readonly signature: string | undefined;
}

/** One shop runs the latest release. The other's release is unknown. */
const subscriptions = {
  "shop-12": { secret: shops[0].secret, version: latest },
  "shop-13": { secret: shops[1].secret },
};

const say = (): void => undefined;
export const silentLog = { debug: say, info: say, warn: say, error: say };

export function openAnsweringReceivers(draw: Draw, createGated: CreateReceiver): readonly Receiver[] {
  const modes: readonly Partial<MplusOptions>[] = [
    {},
    { dedupe: {} },
    { dedupe: { keepErrors: true }, invalidRequests: "report", nonBlocking: "wait" },
    { invalidRequests: "report", unsupported: "omit", onUnknown: () => undefined },
    { dedupe: {}, unsupported: "omit", onError: () => undefined },
    { subscriptions: (id) => new Map(Object.entries(subscriptions)).get(id), handlerTimeout: 1000 },
    { onError: () => Promise.reject(new Error(canary)), onAnswered: () => undefined },
  ];
  return modes.map((mode, index) =>
    (index % 2 === 0 ? createReceiver : createGated)({
      subscriptions,
      handlers: createRandomHandlers(draw),
      bodyLimit: maxBytes,
      log: silentLog,
      ...mode,
    }),
  );
}

export function findFault(attempt: Attempt, answer: RawResponse): string | undefined {
  const { status, headers, body } = answer;
  const signature = headers["X-Mplus-Signature"];
  if (!isProved(attempt)) {
    if (signature !== undefined) return "signed for a stranger";
    if (status < 400) return "taken from a stranger";
    return JSON.stringify(answer).includes(canary) ? "told a stranger's own word" : undefined;
  }
  if (signature !== signatureOf(body, attempt.shop.secret)) return "not signed for its shop";
  const { event, original } = JSON.parse(body) as { readonly event?: unknown; readonly original?: unknown };
  return event === undefined && original === undefined ? undefined : "it looks like a request";
}

type Mode = NonNullable<MplusOptions["invalidRequests"]>;

export const modes: readonly Mode[] = ["refuse", "report"];

/**
 * Creates a receiver for texts that are posted back. It knows all shops and events, and counts the calls of
 * handlers and `onError`.
 */
export function createMirror(invalidRequests: Mode) {
  let runs = 0;
  const run = (): void => void (runs += 1);
  return {
    options: {
      subscriptions,
      handlers: Object.fromEntries(eventNames.map((name) => [name, run])),
      onError: run,
      invalidRequests,
      log: silentLog,
    } satisfies MplusOptions as MplusOptions,
    countRuns: () => runs,
  };
}

/** Signatures that an eavesdropper can send when posting a text back. */
export function listSignatures(
  { text, signature }: OverheardAnswer,
  others: readonly OverheardAnswer[],
): (string | undefined)[] {
  if (signature !== undefined) return [signature];
  return [undefined, signatureOf(text, shops[1].secret), others[text.length % others.length]?.signature];
}
