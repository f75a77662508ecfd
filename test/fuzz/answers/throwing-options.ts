import { inspect } from "node:util";
import { createMemoryStore, type MplusOptions } from "../../../generated/receiver/index.js";
import { secret } from "../../conformance/signature.js";
import type { Stage } from "../../conformance/stage.js";
import type { Odd } from "./odd-values.js";

/** Where something may be thrown that is no handler. */
export type Door = (typeof doors)[number];

export const doors = [
  "subscriptions",
  "onReceived",
  "onAnswered",
  "onUnknown",
  "onError",
  "dedupe.add",
  "dedupe.set",
  "dedupe.delete",
  "conversations.add",
  "conversations.set",
  "conversations.delete",
  "log",
] as const;

/** Opens one door at a time. */
export interface Trap {
  door: Door | undefined;
  make: Odd;
  /** Rejects in its place. */
  isLater: boolean;
}

/** Options of which every function falls through where its door is open. */
export function createTrapdoors(stage: Stage, trap: Trap, isDeduped: boolean): Partial<MplusOptions> {
  const pass = (door: Door): unknown => {
    if (trap.door !== door) return undefined;
    if (trap.isLater) return Promise.resolve().then(() => fall(trap.make));
    return fall(trap.make);
  };
  const write = (level: "debug" | "info" | "warn" | "error") => (fields: unknown, message: string) => {
    // The servers write lines of their own to the lower levels.
    const passed = level === "error" ? pass("log") : undefined;
    if (passed !== undefined) return passed;
    // As loggers do, it looks into all that it is given.
    stage.lines.push({ level, fields: inspect(fields), message });
    return undefined;
  };
  const createStore = (name: "dedupe" | "conversations") => {
    const store = createMemoryStore();
    return {
      add: async (...given: Parameters<typeof store.add>) => {
        await pass(`${name}.add`);
        return store.add(...given);
      },
      set: async (...given: Parameters<typeof store.set>) => {
        await pass(`${name}.set`);
        await store.set(...given);
      },
      delete: async (key: string) => {
        await pass(`${name}.delete`);
        await store.delete(key);
      },
    };
  };
  return {
    subscriptions: async () => {
      await pass("subscriptions");
      return { secret };
    },
    onReceived: () => pass("onReceived"),
    onAnswered: () => pass("onAnswered"),
    onUnknown: () => pass("onUnknown"),
    onError: () => pass("onError"),
    dedupe: isDeduped ? { store: createStore("dedupe") } : undefined,
    conversations: { store: createStore("conversations") },
    log: { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") },
  };
}

/** Throws what is made. */
export function fall(make: Odd): never {
  throw make();
}
