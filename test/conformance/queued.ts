import type { Inbox, MplusOptions } from "../../generated/receiver/index.js";
import type { Stage } from "./stage.js";

/** Two events have queued handlers, one of them beside another handler; a third has none. All record what they do. */
export function createQueued({ notes }: Stage): Pick<MplusOptions, "handlers" | "queued"> {
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

export const brokenInbox: Inbox = { add: () => Promise.reject(new Error("the database is away")) };
