// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/* eslint-disable */
// @ts-nocheck Nobody edits this file: the tests of mplus-codegen hold what it does.
import type { Quota, Store } from "../receiver/store.js";
import { measure, toLimits } from "./limits.js";
import { getOwner } from "./owner.js";
import { redisScripts } from "./redis-scripts.js";

/** Sends one command to Redis: its words, the first of which is its name. */
export type SendToRedis = (command: readonly string[]) => Promise<unknown>;

/** What a store in Redis can be told. */
export interface RedisStoreOptions extends Quota {
  /** What its keys begin with. Default: `mplus:`. */
  readonly prefix?: string | undefined;
}

/**
 * A store that all processes with the same Redis share. Each subscription has a quota, exactly. A text that is larger than
 * the whole quota is not kept: `add` and `set` reject with a RangeError. No text may have half of a pair of surrogates; the
 * receiver's have none.
 * @throws Error if an option is invalid.
 */
export function createRedisStore(send: SendToRedis, options: RedisStoreOptions = {}): Store {
  const limits = toLimits(options);
  const prefix = options.prefix ?? "mplus:";
  const run = (script: string, key: string, values: readonly (string | number)[] = []): Promise<unknown> =>
    send(["EVAL", script, "3", ...listKeys(prefix, key), ...values.map(String)]);
  const write = async (script: string, key: string, text: string, milliseconds: number): Promise<unknown> => {
    const size = measure(key, text, limits);
    return run(script, key, [text, size, milliseconds, limits.entries, limits.bytes]);
  };
  return {
    async add(key, text, milliseconds) {
      const known = await write(redisScripts.add, key, text, milliseconds);
      return typeof known === "string" ? known : undefined;
    },
    set: (key, text, milliseconds) => write(redisScripts.set, key, text, milliseconds),
    delete: (key) => run(redisScripts.delete, key),
  };
}

/** The keys in Redis of an entry, of the order of its owner's entries and of their sizes: see the scripts. */
function listKeys(prefix: string, key: string): readonly string[] {
  const owner = getOwner(key);
  const start = `${prefix}{${owner}}`;
  return [`${start}${key.slice(owner.length)}`, `${start}:order`, `${start}:sizes`];
}
