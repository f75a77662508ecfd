import { createSmallSpec, object } from "../../../workbench/small-spec.js";
import type { TypeGroup } from "./type-group.js";

/** `ping` may be answered with `{}`, `ask` may not. */
export const requiredSpec = createSmallSpec({
  files: {
    "events/ask.json": {
      description: "A question.",
      carries: { ping: { required: true } },
      answers: { verdict: { required: true } },
    },
    "responses/verdict.json": object("Verdict", { allowed: { type: "boolean" } }, ["allowed"]),
  },
});

const refused: readonly string[] = [
  "create({ subscriptions, handlers: {}, queued: { async ask() {} } });",
  "create({ subscriptions, handlers: { ping: () => ({}) }, queued: { async ask() {} } });",
  "create({ subscriptions, handlers: { ask: undefined }, queued: { async ask() {} } });",
  "create({ subscriptions, handlers: new Pings(), queued: new Later() });",
  "createHandleStored({ subscriptions, handlers: {}, queued: { async ask() {} } });",
  "startWorker(inbox, { subscriptions, handlers: {}, queued: { async ask() {} } });",
];

const accepted: readonly string[] = [
  "create({ subscriptions, handlers: {}, queued: { async ping() {} } });",
  "create({ subscriptions, handlers: { ask: () => ({ verdict: { allowed: true } }) }, queued: { async ask() {} } });",
  "const queued = defineQueued({ async ask({ request }) { rows.push(request.ping); } }); create({ subscriptions, handlers, queued });",
  "create({ subscriptions, handlers: new Shop(), queued: new Later() });",
  "create({ subscriptions, handlers: loose, queued: { async ask() {} } });",
  "const options: MplusOptions = { subscriptions, handlers: {}, queued: { ping() {} } }; create(options); router(options);",
  "startWorker(inbox, { subscriptions, handlers, queued: { async ask() {} } });",
];

const preamble = `
import { createHandleStored, createReceiver as create, defineHandlers, defineQueued } from "./receiver/index.js";
import type { MplusHandlers, MplusOptions, MplusQueuedHandlers } from "./receiver/index.js";
import { createMplusRouter as router } from "./express/index.js";
import { startWorker, type DurableInbox } from "./inbox/index.js";
export const subscriptions = {};
export declare const inbox: DurableInbox;
export declare const rows: unknown[];
export declare const loose: MplusHandlers;
export const handlers = defineHandlers({ ask: () => ({ verdict: { allowed: true } }) });
export class Pings { ping() { return {}; } }
export class Shop { ask() { return { verdict: { allowed: true } }; } }
export class Later { async ask() {} }
export type Used = MplusOptions; export const used = [create, createHandleStored, defineQueued, router, startWorker];
`;

const sentence = "ask must be answered, so it also needs a handler in handlers.";

export const requiredGroup: TypeGroup = {
  title: "an event that must be answered is not only queued",
  output: "required",
  preamble,
  refused: { [sentence]: refused },
  accepted,
};
