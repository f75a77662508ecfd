import type { Misspelling } from "./exact-answers.js";

const sentence = (event: string): string =>
  `A queued handler of ${event} returns nothing: the POS has its answer by then.`;

const answers: readonly (readonly [event: string, code: string])[] = [
  ["scanCode", "scanCode: () => ({})"],
  ["scanCode", "scanCode: () => ({ scanCode: { recognized: true } })"],
  ["scanCode", "scanCode: async () => ({ scanCode: { recognized: true } })"],
  ["completeSession", "completeSession() { return { message: [] }; }"],
  ["completeSession", "completeSession: async ({ request }) => request.event.eventCounter"],
  ["scanCode", "scanCode: ({ request }) => answerAfter(request)"],
  ["scanCode", "scanCode: async ({ request }) => await answerAfter(request)"],
  ["scanCode", "scanCode: answerAll"],
  ["scanCode", "scanCode: () => later"],
  ["scanCode", "scanCode: () => (isKnown ? {} : undefined)"],
  ["scanCode", "scanCode: async () => (isKnown ? right : undefined)"],
  ["scanCode", "scanCode() { if (isKnown) return; return { message: [] }; }"],
  ["completeSession", "scanCode: () => undefined, completeSession: () => right"],
];

const silent: readonly string[] = [
  "completeSession() {}",
  "completeSession: () => undefined",
  "completeSession: undefined",
  "async completeSession() {}",
  "completeSession: () => Promise.resolve()",
  "completeSession: () => Promise.reject(new Error())",
  'completeSession: () => { throw new Error(""); }',
  "scanCode: ({ request, log, attempt }) => log.info({ attempt }, request.scanCode.scannedCode)",
  "scanCode: async ({ request, transaction }) => { await transaction?.query(request.scanCode.scannedCode); }",
  "async scanCode({ request, signal }) { if (isKnown) return; signal.throwIfAborted(); rows.push(request.scanCode.scannedCode); }",
  "scanCode: quiet",
];

const given = (code: string): string => `router({ subscriptions, handlers: {}, queued: { ${code} } });`;
const defined = (code: string): string => `export const queued = defineQueued({ ${code} });`;
const inClass = "class Later { #count = 0; scanCode() { this.#count += 1; return { message: [] }; } }";

/** Queued handlers that answer, in every style that they are written in, or that have no event. */
export const answering: readonly Misspelling[] = [
  ...answers.map(([event, code]) => ({ style: "queued", property: sentence(event), code: given(code) })),
  ...answers.map(([event, code]) => ({
    style: "defineQueued",
    property: sentence(event),
    code: defined(code),
  })),
  {
    style: "a class",
    property: sentence("scanCode"),
    code: `${inClass} router({ subscriptions, handlers: {}, queued: new Later() });`,
  },
  {
    style: "a class, defineQueued",
    property: sentence("scanCode"),
    code: `${inClass} export const queued = defineQueued(new Later());`,
  },
  {
    style: "a module of Nest",
    property: sentence("scanCode"),
    code: "class Hooks {} MplusModule.register({ subscriptions, handlers: Hooks, queued: { scanCode: () => ({}) } });",
  },
  {
    style: "createHandleStored",
    property: sentence("scanCode"),
    code: "createHandleStored({ subscriptions, handlers: {}, queued: { scanCode: () => ({}) } });",
  },
  { style: "no event", property: "There is no event scanCod.", code: given("scanCod() {}, scanCode() {}") },
  { style: "no event, alone", property: "scanCod", code: given("scanCod() {}") },
  { style: "no event, defineQueued", property: "scanCod", code: defined("scanCod() {}, scanCode() {}") },
];

/** Queued handlers that return nothing, and what may be done with them. */
export const silentlyQueued: readonly string[] = [
  ...silent.map(given),
  ...silent.map(defined),
  "const queued = defineQueued({ scanCode() {} }); const options = { subscriptions, handlers: {}, queued, inbox }; router(options); createHandleStored(options);",
  "const options: MplusOptions = { subscriptions, handlers: {}, queued: { scanCode: async ({ request }) => { rows.push(request.scanCode.scannedCode); } }, inbox }; router(options); createHandleStored(options);",
  'class Later { #count = 0; scanCode({ request }: MplusQueuedContext<"scanCode">) { this.#count += request.scanCode.scannedCode.length; this.write(); } private write() { return this.#count; } } router({ subscriptions, handlers: {}, queued: new Later() });',
  "class Hooks {} MplusModule.register({ subscriptions, handlers: Hooks, queued: { scanCode: ({ request }) => void request.scanCode.scannedCode }, inbox });",
  "const queued: MplusQueuedHandlers = { scanCode: async () => {} }; router({ subscriptions, handlers: {}, queued });",
];

/** What the code of a case may use, besides what exact answers may. */
export const queuedPreamble = `
import { createHandleStored, defineQueued } from "./generated/express/index.js";
import type { Inbox, MplusQueuedContext, MplusQueuedHandlers } from "./generated/express/index.js";
import { MplusModule } from "./generated/nest/index.js";
export declare const isKnown: boolean;
export declare const inbox: Inbox;
export const quiet = (): void => undefined;
export const answerAfter = <T>(value: T) => (isKnown ? { value } : undefined);
export type UsedHere = [Inbox, MplusQueuedContext<"scanCode">, MplusQueuedHandlers]; export const usedHere = [createHandleStored, defineQueued, MplusModule];
`;
