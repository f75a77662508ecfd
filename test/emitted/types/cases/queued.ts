import { preamble } from "./exact-answers.js";
import type { TypeGroup } from "./type-group.js";

const sentence = (event: string): string =>
  `A queued handler of ${event} must return nothing: it runs after the answer.`;

const ofScanCode = [
  "scanCode: () => ({})",
  "scanCode: ({ request }) => answerAfter(request)",
  "scanCode: answerAll",
  "scanCode: () => later",
  "scanCode: () => (isKnown ? {} : undefined)",
  "scanCode() { if (isKnown) return; return { message: [] }; }",
];

const ofCompleteSession = [
  "completeSession() { return { message: [] }; }",
  "completeSession: async ({ request }) => request.event.eventCounter",
  "scanCode: () => undefined, completeSession: () => right",
];

const silent: readonly string[] = [
  "completeSession() {}",
  "completeSession: () => Promise.resolve()",
  'completeSession: () => { throw new Error(""); }',
  "scanCode: ({ request, log, attempt }) => log.info({ attempt }, request.scanCode.scannedCode)",
  "scanCode: async ({ request, transaction }) => { await transaction?.query(request.scanCode.scannedCode); }",
  "async scanCode({ request, signal }) { if (isKnown) return; signal.throwIfAborted(); rows.push(request.scanCode.scannedCode); }",
  "scanCode: quiet",
];

const given = (code: string): string => `router({ subscriptions, handlers: {}, queued: { ${code} } });`;
const defined = (code: string): string => `export const queued = defineQueued({ ${code} });`;
const inClass = "class Later { #count = 0; scanCode() { this.#count += 1; return { message: [] }; } }";

const both = (code: string): string[] => [given(code), defined(code)];

const preambleOfQueued = `${preamble}
import { createHandleStored, defineQueued } from "./express/index.js";
import type { Inbox, MplusQueuedContext, MplusQueuedHandlers } from "./express/index.js";
import { MplusModule } from "./nest/index.js";
export declare const isKnown: boolean;
export declare const inbox: Inbox;
export const quiet = (): void => undefined;
export const answerAfter = <T>(value: T) => (isKnown ? { value } : undefined);
export type UsedHere = [Inbox, MplusQueuedContext<"scanCode">, MplusQueuedHandlers]; export const usedHere = [createHandleStored, defineQueued, MplusModule];
`;

export const queuedGroup: TypeGroup = {
  title: "a queued handler returns nothing",
  isConclusion: true,
  output: "48..",
  preamble: preambleOfQueued,
  refused: {
    [sentence("completeSession")]: ofCompleteSession.flatMap(both),
    [sentence("scanCode")]: [
      ...ofScanCode.flatMap(both),
      `${inClass} router({ subscriptions, handlers: {}, queued: new Later() });`,
      `${inClass} export const queued = defineQueued(new Later());`,
      "class Hooks {} MplusModule.register({ subscriptions, handlers: Hooks, queued: { scanCode: () => ({}) } });",
      "createHandleStored({ subscriptions, handlers: {}, queued: { scanCode: () => ({}) } });",
    ],
    "There is no event scanCod.": [given("scanCod() {}, scanCode() {}")],
    scanCod: [given("scanCod() {}"), defined("scanCod() {}, scanCode() {}")],
  },
  accepted: [
    ...silent.flatMap(both),
    "const queued = defineQueued({ scanCode() {} }); const options = { subscriptions, handlers: {}, queued, inbox }; router(options); createHandleStored(options);",
    "const options: MplusOptions = { subscriptions, handlers: {}, queued: { scanCode: async ({ request }) => { rows.push(request.scanCode.scannedCode); } }, inbox }; router(options); createHandleStored(options);",
    'class Later { #count = 0; scanCode({ request }: MplusQueuedContext<"scanCode">) { this.#count += request.scanCode.scannedCode.length; this.write(); } private write() { return this.#count; } } router({ subscriptions, handlers: {}, queued: new Later() });',
    "class Hooks {} MplusModule.register({ subscriptions, handlers: Hooks, queued: { scanCode: ({ request }) => void request.scanCode.scannedCode }, inbox });",
    "const queued: MplusQueuedHandlers = { scanCode: async () => {} }; router({ subscriptions, handlers: {}, queued });",
  ],
};
