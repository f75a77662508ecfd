import { setTimeout as sleep } from "node:timers/promises";
import { eventOf, post, scan, sentBy } from "../../conformance/requests.js";
import { secret } from "../../conformance/signature.js";
import { createWireClient, type WireClient } from "../../conformance/wire.js";
import type { WireRequest } from "../../conformance/wire-message.js";

export interface LoadResult {
  /** Session and counter of each event answered with 200. */
  readonly answered: readonly string[];
  refused: number;
  broken: number;
  /** Answers that must never occur. */
  readonly odd: string[];
}

/** In each session, an event is sent once the previous event is answered. */
export interface Load {
  readonly sessions: number;
  /** True if a session has an event with this number, from 1 on. */
  readonly goesOn: (counter: number) => boolean;
  /** Ports, used in turn for each attempt. */
  readonly ports: readonly number[];
  readonly result: LoadResult & { readonly answered: string[] };
  /** When aborted, unanswered events are not sent again, and the load rejects. */
  readonly givenUp?: AbortSignal;
}

export const newResult = (): Load["result"] => ({ answered: [], refused: 0, broken: 0, odd: [] });

const shops = Array.from({ length: 5 }, (_, index) => {
  const id = `shop-${index + 1}`;
  return { id, secret: Buffer.alloc(32, id).toString("base64") };
});

/** Part of a receiver's options; `shop-12` has the events that a handler answers. */
export const subscriptions: Readonly<Record<string, { readonly secret: string }>> = Object.fromEntries([
  ["shop-12", { secret }],
  ...shops.map((shop) => [shop.id, { secret: shop.secret }] as const),
]);

/** Resolves when each event is answered. Rejected or broken requests are repeated, byte for byte. */
export async function sendLoad(load: Load): Promise<void> {
  const { sessions, goesOn, ports, result } = load;
  const clients = ports.map((port) => createWireClient(port, Math.ceil(sessions / ports.length)));
  const sendSession = async (number: number): Promise<void> => {
    const session = sessionId(number);
    for (let counter = 1; goesOn(counter); counter++) {
      await sendUntilAnswered(clients, number + counter, storedEvent(number, counter), load);
      result.answered.push(`${session} ${counter}`);
    }
  };
  await Promise.all(Array.from({ length: sessions }, (_, number) => sendSession(number)));
  for (const client of clients) client.close();
}

/** Sends an event, in its own session, that kills each process that handles it. Resolves when it is answered. */
export async function sendPoison(
  number: number,
  { ports, result }: Omit<Load, "sessions" | "goesOn">,
): Promise<void> {
  const clients = ports.map((port) => createWireClient(port, 1));
  await sendUntilAnswered(clients, number, storedEvent(number, 1, poison), { result });
  for (const client of clients) client.close();
}

const poison = "POISON";

export const sessionId = (number: number): string =>
  `5e551000-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** An event that is answered first and handled later. */
function storedEvent(number: number, eventCounter: number, scannedCode?: string): WireRequest {
  const [shop] = shops.slice(number % shops.length) as [(typeof shops)[number]];
  const session = { sessionId: sessionId(number), lines: [] };
  const scanCode = scannedCode !== undefined && { scanCode: { scannedCode, codeType: "barcode" } };
  const body = scan({ session, ...scanCode }, { eventCounter });
  return post({ body, key: shop.secret, ...sentBy(shop.id) });
}

/** An event that a handler answers. */
export const answeredEvent = (eventCounter: number): WireRequest =>
  post({
    event: "selectRelation",
    body: eventOf({ selectRelation: { relation: { relationNumber: 12 } } }, { eventCounter }),
  });

async function sendUntilAnswered(
  clients: readonly WireClient[],
  first: number,
  request: WireRequest,
  { result, givenUp }: Pick<Load, "result" | "givenUp">,
): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    givenUp?.throwIfAborted();
    const client = clients[(first + attempt) % clients.length];
    const answer = await client?.send(request).catch(() => undefined);
    if (answer?.status === 200) {
      if (answer.body !== "{}") result.odd.push(answer.body);
      return;
    }
    if (answer === undefined) result.broken += 1;
    else if (answer.status === 503) result.refused += 1;
    else result.odd.push(`${answer.status} ${answer.body}`);
    await sleep(50);
  }
}
