import type { MplusOptions } from "../../generated/receiver/index.js";
import { createMemoryInbox, type MemoryInbox } from "../workbench/memory-inbox.js";

/** The part of a handler's context that the suite uses; most cases send scans. */
export interface Context {
  readonly request: {
    readonly event: { readonly eventCounter: number };
    readonly sender: Readonly<Record<string, unknown>>;
    readonly scanCode: { readonly scannedCode: string };
  } & Readonly<Record<string, unknown>>;
  readonly eventName: string;
  readonly subscriptionId: string;
  readonly version: string | undefined;
  readonly signal: AbortSignal;
  readonly ask: { dialog(dialog: object): Promise<unknown> };
}

/** A handler for any event, without checked types: a case may answer something invalid. */
export type Handler = (context: Context) => unknown;

/** The handler of the current case, and what the receiver has logged. */
export interface Stage {
  handler: Handler | undefined;
  /** What was stored, answered and handled, as far as the set-up notes it. */
  readonly notes: string[];
  /** For set-ups with an inbox. */
  readonly inbox: MemoryInbox;
  readonly lines: LogLine[];
}

/** A line of the log. */
export interface LogLine {
  readonly level: "debug" | "info" | "warn" | "error";
  readonly fields: unknown;
  readonly message: string;
}

/** Creates a stage without a handler or lines. */
export function createStage(): Stage {
  const notes: string[] = [];
  return { handler: undefined, notes, inbox: createInbox(notes), lines: [] };
}

/** An inbox that notes what it stores; what it has already it does not store again. */
function createInbox(notes: string[]): MemoryInbox {
  const inbox = createMemoryInbox();
  return {
    ...inbox,
    async add(event) {
      const before = inbox.events.length;
      await inbox.add(event);
      if (inbox.events.length > before) notes.push(`stored ${event.event}`);
    },
  };
}

/** Creates a log that adds its lines to the stage. */
export function createLog({ lines }: Stage): NonNullable<MplusOptions["log"]> {
  const write = (level: LogLine["level"]) => (fields: unknown, message: string) =>
    void lines.push({ level, fields, message });
  return { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
}
