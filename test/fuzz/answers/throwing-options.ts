import { inspect } from "node:util";
import { createMemoryStore, type MplusOptions } from "../../../generated/receiver/index.js";
import { secret } from "../../conformance/signature.js";
import type { Stage } from "../../conformance/stage.js";
import type { Odd } from "./odd-values.js";

/** User functions that may throw, other than handlers. */
export type ThrowPoint =
  | "subscriptions"
  | `on${"Received" | "Answered" | "Unknown" | "Error"}`
  | `${"dedupe" | "conversations"}.${"add" | "set" | "delete"}`
  | "log";

/** The next value to throw, and the function that throws it, if any. */
export interface Throw {
  point: ThrowPoint | undefined;
  make: Odd;
  /** True to reject a promise instead. */
  isLater: boolean;
}

export function createThrowingOptions(
  stage: Stage,
  throwing: Throw,
  isDeduped: boolean,
): Partial<MplusOptions> {
  const throwIfChosen = (point: ThrowPoint): unknown => {
    if (throwing.point !== point) return undefined;
    if (throwing.isLater) return Promise.resolve().then(() => throwMade(throwing.make));
    return throwMade(throwing.make);
  };
  const write = (level: "debug" | "info" | "warn" | "error") => (fields: unknown, message: string) => {
    // At lower levels, the servers write lines of their own.
    const passed = level === "error" ? throwIfChosen("log") : undefined;
    if (passed !== undefined) return passed;
    // Reads every field, as a logger does.
    stage.lines.push({ level, fields: inspect(fields), message });
    return undefined;
  };
  const createStore = (name: "dedupe" | "conversations"): ReturnType<typeof createMemoryStore> => {
    const store = createMemoryStore();
    const before = (call: "add" | "set" | "delete") => throwIfChosen(`${name}.${call}`);
    return {
      add: async (...given) => (await before("add"), store.add(...given)),
      set: async (...given) => (await before("set"), store.set(...given)),
      delete: async (key) => (await before("delete"), store.delete(key)),
    };
  };
  return {
    subscriptions: async () => {
      await throwIfChosen("subscriptions");
      return { secret };
    },
    onReceived: () => throwIfChosen("onReceived"),
    onAnswered: () => throwIfChosen("onAnswered"),
    onUnknown: () => throwIfChosen("onUnknown"),
    onError: () => throwIfChosen("onError"),
    dedupe: isDeduped ? { store: createStore("dedupe") } : undefined,
    conversations: { store: createStore("conversations") },
    log: { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") },
  };
}

export function throwMade(make: Odd): never {
  throw make();
}
