import type { MplusOptions } from "../../generated/receiver/index.js";

/** What a handler of the suite sees of an event; cases send scans, mostly. */
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

/** A handler that any event may have: what it answers is the case's business, be it wrong. */
export type Handler = (context: Context) => unknown;

/** Where a case plays: the receiver asks its handler, and writes its lines here. */
export interface Stage {
  handler: Handler | undefined;
  readonly lines: LogLine[];
}

/** A line as it was logged, with the case's name before it. */
export interface LogLine {
  readonly level: "debug" | "info" | "warn" | "error";
  readonly fields: unknown;
  readonly message: string;
}

/** Starts with no handler and no lines. */
export function createStage(): Stage {
  return { handler: undefined, lines: [] };
}

/** A log that leaves its lines on the stage. */
export function createLog({ lines }: Stage): NonNullable<MplusOptions["log"]> {
  const write = (level: LogLine["level"]) => (fields: unknown, message: string) =>
    void lines.push({ level, fields, message });
  return { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
}
