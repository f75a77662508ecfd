import type { Inbox, MplusOptions } from "../../generated/receiver/index.js";
import type { Stage } from "./stage.js";

/** Two events have queued handlers, one of them beside another handler; a third has none. All record what they do. */
export function createQueued(stage: Stage): Pick<MplusOptions, "handlers" | "queued"> {
  const note = (text: string): void => void stage.notes.push(text);
  return {
    handlers: {
      scanCode({ eventName }) {
        note(`answered ${eventName}`);
        return { scanCode: { recognized: true } };
      },
      startSession({ eventName }) {
        note(`answered ${eventName}`);
        return { message: [{ message: "Hello" }] };
      },
    },
    queued: {
      scanCode({ eventName }) {
        note(`handled ${eventName}`);
      },
      completeSession: async ({ eventName, subscriptionId, attempt }) => {
        await Promise.resolve();
        note(`handled ${eventName} of ${subscriptionId}, attempt ${attempt}`);
      },
    },
  };
}

export const brokenInbox: Inbox = { add: () => Promise.reject(new Error("the database is away")) };
