import type { Inbox, MplusOptions } from "../../generated/receiver/index.js";
import { loadRealModel } from "../workbench/real-spec.js";
import { secret } from "./signature.js";
import { createLog, type Context, type Stage } from "./stage.js";

export type SetupName = keyof typeof setups;

const brokenInbox: Inbox = { add: () => Promise.reject(new Error("the database is away")) };

/** Differences from `standard`. */
export const setups = {
  standard: () => ({}),
  "looked up": () => ({ subscriptions: lookUp }),
  "up to 4 kB": () => ({ bodyLimit: 4096 }),
  "up to 3 MB": () => ({ bodyLimit: 3 * 1024 * 1024 }),
  "short body timeout": () => ({ bodyTimeout: 50 }),
  closed: () => ({}),
  healthy: () => ({ healthCheck: "health" }),
  "with an inbox": (stage) => ({ ...createQueued(stage), inbox: stage.inbox }),
  "with an inbox, waiting": (stage) => ({ ...createQueued(stage), inbox: stage.inbox, nonBlocking: "wait" }),
  "with a broken inbox": (stage) => ({ ...createQueued(stage), inbox: brokenInbox }),
} satisfies Record<string, (stage: Stage) => Partial<MplusOptions>>;

const eventNames = loadRealModel().events.map(({ name }) => name);

export function createOptions(stage: Stage, changes: Partial<MplusOptions>): MplusOptions {
  // Each event has a function of its own, which reads the handler late, because each case sets another.
  const createHandler = () => (context: Context) => (stage.handler ?? answerByEvent)(context);
  return {
    subscriptions: { "shop-12": { secret } },
    handlers: Object.fromEntries(eventNames.map((name) => [name, createHandler()])),
    onError: (context) => stage.handler?.(context as unknown as Context),
    log: createLog(stage),
    ...changes,
  };
}

const answerByEvent = ({ eventName }: Context): object | undefined =>
  eventName === "scanCode" ? { scanCode: { recognized: true } } : undefined;

async function lookUp(id: string): Promise<{ secret: string } | undefined> {
  await Promise.resolve();
  if (id === "shop-broken") throw new Error("the database is away");
  return id === "shop-12" ? { secret } : undefined;
}

/** Two events have queued handlers, one of them beside another handler; a third has none. All record what they do. */
function createQueued({ notes }: Stage): Pick<MplusOptions, "handlers" | "queued"> {
  return {
    handlers: {
      scanCode({ eventName }) {
        notes.push(`answered ${eventName}`);
        return { scanCode: { recognized: true } };
      },
      startSession({ eventName }) {
        notes.push(`answered ${eventName}`);
        return { message: [{ message: "Hello" }] };
      },
    },
    queued: {
      scanCode: ({ eventName }) => void notes.push(`handled ${eventName}`),
      completeSession: async ({ eventName, subscriptionId, attempt }) => {
        await Promise.resolve();
        notes.push(`handled ${eventName} of ${subscriptionId}, attempt ${attempt}`);
      },
    },
  };
}
