import { toFetchHandler } from "../../generated/fetch/index.js";
import { createReceiver, type MplusOptions } from "../../generated/receiver/index.js";
import { formatRelease } from "../../generator/base/time/release.js";
import { getAt, type JsonObject } from "../../generator/base/json.js";
import { defined } from "../../generator/contract/read/values.js";
import { startTill } from "../../generator/till/engine/start-till.js";
import type { Till, TillOptions } from "../../generator/till/engine/till-types.js";
import type { NewTillOptions } from "../../generator/till/scenario/open-scenario.js";
import { playAtNewTill } from "../../generator/till/scenario/play-at-new-till.js";
import type { Scenario, ScenarioResult } from "../../generator/till/scenario/scenario.js";
import { secret, signatureOf } from "../conformance/signature.js";
import { need } from "../workbench/need.js";
import { http } from "./doctor/servers/serve.js";
import { getOwnTill, ownContract } from "./own-spec.js";

export { secret };
export const reader = () => getOwnTill().getReader();

export const newestRelease = formatRelease(
  defined(ownContract().model.releases.at(-1), "a contract has releases").release,
);

/** A till whose requests need `fetch`, or a server at this address. */
export const atShop = {
  url: "http://shop.example/mplus",
  subscription: "shop-12",
  secret,
  clock: "virtual",
  seed: 1,
} as const;

/** Answers an event. The till's error reports do not get here. */
export type Answerer = (event: string, request: JsonObject) => JsonObject | Raw | Promise<JsonObject | Raw>;

export interface Raw {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text: string;
  readonly isUnsigned?: true;
}

export interface Got {
  readonly event: string;
  readonly request: JsonObject;
}

export interface Desk {
  readonly till: Till;
  readonly got: readonly Got[];
  readonly reports: readonly Got[];
}

/** A till at a receiver in this process, which signs its answers. */
export function openDesk(answer: Answerer, options: Partial<TillOptions> = {}): Desk {
  const got: Got[] = [];
  const reports: Got[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const sent = new Request(input, init);
    const request = (await sent.json()) as JsonObject;
    const event = sent.url.split("/").at(-1) ?? "";
    (request["error"] ? reports : got).push({ event, request });
    const answered = request["error"] ? {} : await answer(event, request);
    const raw: Raw = isRaw(answered) ? answered : { text: JSON.stringify(answered) };
    const { status = 200, headers, text, isUnsigned } = raw;
    const signature = !isUnsigned && { "X-Mplus-Signature": signatureOf(text) };
    const all = { "Content-Type": "application/json", ...signature, ...headers };
    return new Response(text, { status, headers: all });
  };
  const till = startTill(ownContract(), { ...atShop, fetch, ...options });
  return { till, got, reports };
}

const isRaw = (answer: JsonObject | Raw): answer is Raw => typeof (answer as Raw).text === "string";

/** Answers about the external payment of the request. */
export const answerPayment =
  (answer: (event: string) => JsonObject): Answerer =>
  (event, request) => ({
    externalPayment: {
      externalPaymentId: getAt(request, ["externalPayment", "externalPaymentId"]) ?? "",
      ...answer(event),
    },
  });

export function readOne(text: string): Scenario {
  const [scenario, ...others] = need(reader().readText({ file: "café.yaml", text }));
  if (!scenario || others.length > 0) throw new Error(`${others.length} scenarios beside the first`);
  return scenario;
}

export const play = (text: string, options: Partial<NewTillOptions> = {}): Promise<ScenarioResult> =>
  playAtNewTill(readOne(text), { ...atShop, url: "http://café.example/mplus", ...options }, getOwnTill());

export type Handlers = MplusOptions["handlers"];

const fail = () => Promise.reject(new Error("no lines"));
/** Fails in five ways, after which an exploration ends. So a test of it needs no time limit. */
export const failing: Handlers = {
  startPayment: ({ request: { session } }) => ((session.lines ?? []).length > 0 ? {} : fail()),
  cancelPayment: fail,
  completeSession: fail,
  pauseSession: fail,
  printBill: fail,
};

/** A small café. It asks for a size, knows a card, waits for an approval, and says thanks. */
export function createCafe(): Handlers {
  let polls = 0;
  return {
    addSessionLine: ({ request: { addSessionLine, dialog: chosen } }) => {
      const { lineId } = addSessionLine.line;
      if (!chosen) {
        const dialogOptions = ["Small", "Large"].map((optionName, optionId) => ({ optionId, optionName }));
        const dialog = { dialogTitle: "Which size?", dialogOptions };
        return { dialog: { ...dialog, required: true, allowMultipleOptions: false } };
      }
      if (chosen.selectedDialogOptionIds[0] !== 1) return {};
      const discountId = "0b6c3b0e-94c3-4d4e-8cb7-3a3a1f0f7a10";
      const externalDiscount = { discountId, discountAmount: 0.5, discountDescription: "Large" };
      return { lineChanges: [{ lineId, externalDiscount }] };
    },
    scanCode: ({ request: { scanCode } }) =>
      scanCode.scannedCode === "2900004815168"
        ? { scanCode: { recognized: true, relationNumber: 12 } }
        : { scanCode: { recognized: false } },
    startPayment: ({ request: { event } }) => {
      polls = event.eventPolling === true ? polls + 1 : 0;
      return { polling: { finished: polls > 300 } };
    },
    completeSession: () => ({ receiptFooter: { textBefore: "Thank you" } }),
  };
}

const hush = (): undefined => undefined;
export const quiet = { debug: hush, info: hush, warn: hush, error: hush };

export function carryTo(handlers: Handlers, options: Partial<MplusOptions> = {}): typeof fetch {
  const receiver = createReceiver({ subscriptions: { "shop-12": { secret } }, handlers, ...options });
  const handle = toFetchHandler(receiver, "/mplus");
  return (input, init) => handle(new Request(input, init));
}

/** Lets a receiver listen on a port while `use` runs. */
export async function withReceiver(handle: typeof fetch, use: (url: string) => Promise<void>): Promise<void> {
  const { host, close } = await http(async ({ method, path, headers, body }) => {
    const known = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
    const sent = method === "GET" ? {} : { body: new Uint8Array(body) };
    const reply = await handle(`http://${host}${path}`, { method, headers: known, ...sent });
    const bytes = new Uint8Array(await reply.arrayBuffer());
    return { status: reply.status, headers: Object.fromEntries(reply.headers), body: bytes };
  })();
  await use(`http://${host}/mplus`).finally(close);
}

export const withShop = (handlers: Handlers, use: (url: string) => Promise<void>): Promise<void> =>
  withReceiver(carryTo(handlers), use);

/** A receiver that gives every request the same answer. The signature is correct, unless `headers` replace it. */
export const answerWith =
  (body: string, headers: Readonly<Record<string, string>> = {}): typeof fetch =>
  () => {
    const signature = { "X-Mplus-Signature": signatureOf(body) };
    const all = { "Content-Type": "application/json", ...signature, ...headers };
    return Promise.resolve(new Response(body, { headers: all }));
  };
