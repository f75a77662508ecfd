// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/* eslint-disable */
// @ts-nocheck Nobody edits this file: the tests of mplus-codegen hold what it does.
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
export const redisScripts = {
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
