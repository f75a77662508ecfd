import type { MplusOptions } from "../../generated/receiver/index.js";
import { createMemoryInbox, type MemoryInbox } from "../workbench/memory-inbox.js";

/** Only the parts that the suite uses. Most cases send scans. */
export interface Context {
  readonly request: {
    readonly event: { readonly eventCounter: number };
    readonly scanCode: { readonly scannedCode: string };
  } & Readonly<Record<string, unknown>>;
  readonly eventName: string;
  readonly subscriptionId: string;
  readonly signal: AbortSignal;
  readonly ask: { dialog(dialog: object): Promise<unknown> };
}

/** Untyped, because a case may return an invalid answer. */
export type Handler = (context: Context) => unknown;

export interface Stage {
  handler: Handler | undefined;
  /** The events stored, answered and handled, if the set-up records them. */
  readonly notes: string[];
  readonly inbox: MemoryInbox;
  readonly lines: LogLine[];
}

export interface LogLine {
  readonly level: "debug" | "info" | "warn" | "error";
  readonly fields: unknown;
  readonly message: string;
}

export function createStage(): Stage {
  const notes: string[] = [];
  const inbox = createMemoryInbox();
  const add: MemoryInbox["add"] = async (event) => {
    const before = inbox.events.length;
    await inbox.add(event);
    if (inbox.events.length > before) notes.push(`stored ${event.event}`);
  };
  return { handler: undefined, notes, inbox: { ...inbox, add }, lines: [] };
}

export function createLog({ lines }: Stage): NonNullable<MplusOptions["log"]> {
  const write = (level: LogLine["level"]) => (fields: unknown, message: string) =>
    void lines.push({ level, fields, message });
  return { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
}
