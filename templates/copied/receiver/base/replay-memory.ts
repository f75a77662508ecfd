import { createRanking } from "./ranking.js";

/** In bodies of one subscription: the most that are remembered, and how many are remembered in any case. */
const most = 4096;
const least = 256;

/** In bytes, for all subscriptions. */
const memoryLimit = 64 * 1024 * 1024;

/** Remembers which event each of a subscription's latest bodies was first received as. */
export interface SeenBodies {
  /** Returns the event of a body that was seen before; otherwise remembers this one and returns undefined. */
  claim(signature: string, event: string): string | undefined;
  /** Replaces the event of a body, because another process received it first. */
  correct(signature: string, event: string): void;
}

/**
 * Creates the memory of all subscriptions. If it is full, the subscription that uses the most forgets its older half.
 * @param limit In bytes.
 */
export function createReplayMemory(limit = memoryLimit) {
  const events: string[] = [];
  const ranking = createRanking<Ring>();
  let used = 0;

  function resize(ring: Ring, capacity: number): void {
    ranking.move(ring, toRank(ring.capacity), toRank(capacity));
    used += toBytes(capacity) - toBytes(ring.capacity);
    copyLatest(ring, capacity);
  }

  /** Doubles a full ring if there is memory. Otherwise its next body replaces its oldest. */
  function grow(ring: Ring): void {
    const capacity = ring.capacity === 0 ? firstCapacity : 2 * ring.capacity;
    if (capacity > most) return;
    while (used + toBytes(capacity) - toBytes(ring.capacity) > limit) {
      const largest = ranking.getLargest();
      if (largest && largest.capacity > Math.max(capacity, least)) resize(largest, largest.capacity / 2);
      else if (capacity > least) return;
      else break;
    }
    resize(ring, capacity);
  }

  function toNumber(event: string): number {
    const number = events.indexOf(event);
    return number === -1 ? events.push(event) - 1 : number;
  }

  function add(ring: Ring, [first, second]: Key, event: string): void {
    if (ring.next > ring.capacity) grow(ring);
    // Numbers the bodies anew.
    if (ring.next === maxNumber) resize(ring, ring.capacity);
    write(ring, first, second, toNumber(event));
  }

  return {
    /** Opens the memory of one subscription. */
    open(): SeenBodies {
      const ring: Ring = { capacity: 0, next: 1, words: new Uint32Array() };
      return {
        claim(signature, event) {
          const key = toKey(signature);
          const place = find(ring, key);
          if (place !== undefined) return events[read(ring, place + 2)];
          add(ring, key, event);
          return undefined;
        },
        correct(signature, event) {
          const key = toKey(signature);
          const place = find(ring, key);
          if (place === undefined) add(ring, key, event);
          else ring.words[place + 2] = toNumber(event);
        },
      };
    },
  };
}

/** Two words from 72 bits of a signature, which cannot be chosen without the secret. */
type Key = readonly [first: number, second: number];

const toKey = (signature: string): Key => [toWord(signature, 0), toWord(signature, 6)];

/** Hashes six digits of base64. */
function toWord(signature: string, start: number): number {
  let word = 0;
  for (let index = start; index < start + 6; index += 1)
    word = Math.imul(word, 0x01000193) ^ signature.charCodeAt(index);
  return word >>> 0;
}

/**
 * The latest bodies, numbered from 1. Body `n` has four words at `4 * (n % capacity)`: its key, its event, and the number
 * of an earlier body of the same bucket. After all bodies, each bucket has the number of its latest body. The bucket
 * is `first % capacity`. Nothing is deleted: a number that is too old is the end of its bucket.
 */
interface Ring {
  words: Uint32Array;
  /** In bodies: 0 or a power of two, so that `n & (capacity - 1)` is the remainder. */
  capacity: number;
  next: number;
}

/** In bodies. Many subscriptions send few events. */
const firstCapacity = 64;

/** The largest number that fits into a word. */
const maxNumber = 2 ** 32 - 1;

const toRank = (capacity: number): number => (capacity === 0 ? 0 : Math.log2(capacity));

const toWords = (capacity: number): number => 5 * capacity;
const toBytes = (capacity: number): number => 4 * toWords(capacity);

const read = ({ words }: Ring, place: number): number => words[place] ?? 0;

/** Returns the place of a body's words. */
function find(ring: Ring, [first, second]: Key): number | undefined {
  const { capacity, next } = ring;
  let number = read(ring, 4 * capacity + (first & (capacity - 1)));
  while (number > 0 && number >= next - capacity) {
    const place = 4 * (number & (capacity - 1));
    if (read(ring, place) === first && read(ring, place + 1) === second) return place;
    number = read(ring, place + 3);
  }
  return undefined;
}

function write(ring: Ring, first: number, second: number, event: number): void {
  const { words, capacity, next } = ring;
  const bucket = 4 * capacity + (first & (capacity - 1));
  const place = 4 * (next & (capacity - 1));
  words[place] = first;
  words[place + 1] = second;
  words[place + 2] = event;
  words[place + 3] = read(ring, bucket);
  words[bucket] = next;
  ring.next += 1;
}

function copyLatest(ring: Ring, capacity: number): void {
  const former = { ...ring };
  const count = Math.min(former.next - 1, former.capacity, capacity);
  ring.words = new Uint32Array(toWords(capacity));
  ring.capacity = capacity;
  ring.next = 1;
  for (let number = former.next - count; number < former.next; number += 1) {
    const place = 4 * (number & (former.capacity - 1));
    write(ring, read(former, place), read(former, place + 1), read(former, place + 2));
  }
}
