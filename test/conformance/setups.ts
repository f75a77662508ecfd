import type { MplusOptions } from "../../generated/receiver/index.js";
import { loadRealModel } from "../workbench/real-spec.js";
import { brokenInbox, createQueued } from "./queued.js";
import { nextSecret, otherSecret, secret } from "./signature.js";
import { createLog, type Context, type Handler, type Stage } from "./stage.js";

export type SetupName = keyof typeof setups;

export const setups = {
  standard: (stage) => createOptions(stage, {}),
  "without handlers": (stage) => createOptions(stage, { handlers: {}, onError: undefined }),
  "two shops": (stage) =>
    createOptions(stage, {
      subscriptions: { "shop-12": { secret }, "shop-13": { secret: otherSecret, version: "59.3" } },
    }),
  rotating: (stage) =>
    createOptions(stage, { subscriptions: { "shop-12": { secret: [nextSecret, secret] } } }),
  "looked up": (stage) => createOptions(stage, { subscriptions: lookUp }),
  "up to 4 kB": (stage) => createOptions(stage, { bodyLimit: 4096 }),
  "up to 3 MB": (stage) => createOptions(stage, { bodyLimit: 3 * 1024 * 1024 }),
  "short body timeout": (stage) => createOptions(stage, { bodyTimeout: 50 }),
  closed: (stage) => createOptions(stage, {}),
  healthy: (stage) => createOptions(stage, { healthCheck: "health" }),
  waiting: (stage) => createOptions(stage, { nonBlocking: "wait" }),
  "short handler timeout": (stage) =>
    createOptions(stage, {
      handlerTimeout: 30,
      onTimeout: { scanCode: () => ({ message: [{ message: "Later" }] }) },
    }),
  "answering once": (stage) => createOptions(stage, { dedupe: {} }),
  "shared id": (stage) =>
    createOptions(stage, {
      subscriptions: { "shop-12": [{ secret }, { secret: otherSecret, version: "59.3" }] },
    }),
  "with an inbox": (stage) => createOptions(stage, { ...createQueued(stage), inbox: stage.inbox }),
  "with an inbox, waiting": (stage) =>
    createOptions(stage, { ...createQueued(stage), inbox: stage.inbox, nonBlocking: "wait" }),
  "with a broken inbox": (stage) => createOptions(stage, { ...createQueued(stage), inbox: brokenInbox }),
  "without an inbox": (stage) => createOptions(stage, createQueued(stage)),
  "without an inbox, waiting": (stage) =>
    createOptions(stage, { ...createQueued(stage), nonBlocking: "wait" }),
  lenient: (stage) => createOptions(stage, { invalidRequests: "report" }),
} satisfies Record<string, (stage: Stage) => MplusOptions>;

const eventNames = loadRealModel().events.map(({ name }) => name);

export function createOptions(stage: Stage, changes: Partial<MplusOptions>): MplusOptions {
  const entries = eventNames.map((name) => [name, (context: Context) => callHandler(stage, context)]);
  return {
    subscriptions: { "shop-12": { secret } },
    handlers: Object.fromEntries(entries) as MplusOptions["handlers"],
    onError: (context) => stage.handler?.(context as unknown as Context),
    log: createLog(stage),
    ...changes,
  };
}

/** Reads the handler when an event arrives, because each case sets its own. */
function callHandler({ handler = answerByEvent }: Stage, context: Context): unknown {
  return handler(context);
}

const answerByEvent: Handler = ({ eventName }) =>
  eventName === "scanCode" ? { scanCode: { recognized: true } } : undefined;

async function lookUp(id: string): Promise<{ secret: string } | null | undefined> {
  await Promise.resolve();
  switch (id) {
    case "shop-12":
      return { secret };
    case "shop-null":
      return null;
    case "shop-short":
      return { secret: "c2hvcnQ=" };
    case "shop-broken":
      throw new Error("the database is away");
    default:
      return undefined;
  }
}
