import { getOwner, toEntry, toLimits } from "../receiver/base/store.js";
import type { Quota, Store } from "../receiver/base/options.js";
import { isTrimDue } from "./quota.js";

/** Sends a command to Redis, given as its words. The first one is the command's name. */
export type SendToRedis = (command: string[]) => PromiseLike<unknown>;

export interface RedisStoreOptions extends Quota {
  /** Prefix of the keys. Default: `mplus:`. */
  readonly prefix?: string | undefined;
}

/**
 * Creates a store that all processes with the same Redis share. A subscription may exceed its quota by about a
 * sixteenth. `add` and `set` reject a text larger than the quota with a RangeError. A text must not contain half of a
 * surrogate pair; the receiver's texts never do.
 * @throws Error if an option is invalid.
 */
export function createRedisStore(send: SendToRedis, options: RedisStoreOptions = {}): Store {
  const limits = toLimits(options);
  const { prefix = "mplus:" } = options;
  const run = (script: string, key: string, values: readonly (string | number)[] = []) => {
    const owner = getOwner(key);
    // In a cluster, the braces put all keys of an owner in one slot.
    const start = `${prefix}{${owner}}`;
    const keys = [`${start}${key.slice(owner.length)}`, `${start}:order`];
    return send(["EVAL", script, "2", ...keys, ...values.map(String)]);
  };
  const write = (given: Parameters<Store["set"]>, ...conditions: string[]): PromiseLike<unknown> => {
    const entry = toEntry(limits, ...given);
    const script = isTrimDue(entry, limits) ? `${scripts.write}${scripts.trim}` : scripts.write;
    const values = [entry.text, entry.milliseconds, limits.entries, limits.bytes, ...conditions];
    return run(script, entry.key, values);
  };
  return {
    async add(...given) {
      const known = await write(given, "NX", "GET");
      return typeof known === "string" ? known : undefined;
    },
    set: async (...given) => write(given),
    delete: (key) => run(scripts.delete, key),
  };
}

/** Scripts are atomic. KEYS: the entry, and a sorted set of its owner's entries by time of writing. */
const scripts = {
  /**
   * ARGV: the text, its lifetime in milliseconds, the quota's entries and bytes, conditions of SET. Returns an
   * existing text. The sorted set expires with its last entry.
   */
  write: `
local known = redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], unpack(ARGV, 5))
if type(known) == 'string' then return known end
local now = redis.call('TIME')
redis.call('ZADD', KEYS[2], now[1] * 1000000 + now[2], KEYS[1])
redis.call('PEXPIRE', KEYS[2], ARGV[2], 'NX')
redis.call('PEXPIRE', KEYS[2], ARGV[2], 'GT')
`,
  /** Removes the oldest entries over the quota. Keeps the newest, because Redis counts non-ASCII characters as larger. */
  trim: `
local entries, bytes = tonumber(ARGV[3]), tonumber(ARGV[4])
for place, key in ipairs(redis.call('ZRANGE', KEYS[2], 0, -1, 'REV')) do
  bytes = bytes - 2 * (#key + redis.call('STRLEN', key)) - 200
  if place > entries or bytes < 0 and place > 1 then
    redis.call('DEL', key)
    redis.call('ZREM', KEYS[2], key)
  end
end
`,
  delete: `
redis.call('DEL', KEYS[1])
redis.call('ZREM', KEYS[2], KEYS[1])
`,
} as const;
