// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import { getOwner, toEntry, toLimits, type Quota, type Store } from "../receiver/store.js";

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
  const { prefix = "mplus:" } = options;
  const run = (script: string, key: string, values: readonly (string | number)[] = []) => {
    const owner = getOwner(key);
    // The entry, the order of its owner's entries and their sizes: see the scripts.
    const start = `${prefix}{${owner}}`;
    const keys = [`${start}${key.slice(owner.length)}`, `${start}:order`, `${start}:sizes`];
    return send(["EVAL", script, "3", ...keys, ...values.map(String)]);
  };
  const write = (script: string, ...given: Parameters<Store["set"]>): Promise<unknown> => {
    const { key, text, size, milliseconds } = toEntry(limits, ...given);
    return run(script, key, [text, size, milliseconds, limits.entries, limits.bytes]);
  };
  return {
    async add(...given) {
      const known = await write(scripts.add, ...given);
      return typeof known === "string" ? known : undefined;
    },
    set: async (...given) => write(scripts.set, ...given),
    delete: (key) => run(scripts.delete, key),
  };
}

/**
 * What a script begins with. It runs on its own: nothing else runs in between. KEYS: the entry; the order of its owner's entries, a sorted set; their
 * sizes, a hash, whose field "" is the sum. All have the same hash tag, and so have the entries that are forgotten: in a
 * cluster they are in one place.
 */
const forget = `
local entry, order, sizes = KEYS[1], KEYS[2], KEYS[3]
local function forget(key)
  local size = redis.call('HGET', sizes, key)
  if size then
    redis.call('HDEL', sizes, key)
    redis.call('HINCRBY', sizes, '', -size)
  end
end
`;

/** The entry's text, its size, its milliseconds; the quota's entries and bytes. */
const write = `${forget}
local text, size, ms, entries, bytes = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5])
`;

/** Sets the entry as the newest. What the owner had stays until the last entry has expired, and no longer. */
const keep = `
forget(entry)
redis.call('SET', entry, text, 'PX', ms)
local now = redis.call('TIME')
redis.call('ZADD', order, now[1] * 1000000 + now[2], entry)
redis.call('HSET', sizes, entry, size)
local sum = redis.call('HINCRBY', sizes, '', size)
local count = redis.call('ZCARD', order)
while count > entries or sum > bytes do
  local oldest = redis.call('ZPOPMIN', order)[1]
  redis.call('DEL', oldest)
  sum = sum - (redis.call('HGET', sizes, oldest) or 0)
  forget(oldest)
  count = count - 1
end
local left = redis.call('PTTL', order)
if left < tonumber(ms) then
  redis.call('PEXPIRE', order, ms)
  redis.call('PEXPIRE', sizes, ms)
end
return false
`;

/** The scripts of a store. Each gives the text that was there, or nothing. */
const scripts = {
  add: `${write}
local known = redis.call('GET', entry)
if known then return known end
${keep}`,
  set: `${write}${keep}`,
  delete: `${forget}
redis.call('DEL', entry)
redis.call('ZREM', order, entry)
forget(entry)
return false
`,
} as const;
