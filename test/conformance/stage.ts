import type { MplusOptions } from "../../generated/receiver/index.js";

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
  return { handler: undefined, lines: [] };
}

/** Creates a log that adds its lines to the stage. */
export function createLog({ lines }: Stage): NonNullable<MplusOptions["log"]> {
  const write = (level: LogLine["level"]) => (fields: unknown, message: string) =>
    void lines.push({ level, fields, message });
  return { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
}
