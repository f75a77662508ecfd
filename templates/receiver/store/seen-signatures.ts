/** The events that the latest bodies of a subscription were accepted for, by the signatures of the bodies. */
export interface SeenSignatures {
  /**
   * Returns the event that this signature was claimed for before; otherwise claims it for this event.
   * @param signature In base64.
   */
  claim(signature: string, event: string): string;
}

/** How many signatures are remembered, in sets of {@link ways}, each of which forgets its oldest. */
const size = 4096;
const ways = 8;

/**
 * Remembers about the latest 4096 signatures in 57 kB, as a set-associative cache. A Map would cost more than everything
 * else that is done for a small request, because its entries live too long to be collected cheaply.
 */
export function createSeenSignatures(events: readonly string[]): SeenSignatures {
  const numbers = new Map(events.map((event, index) => [event, index + 1]));
  // Made when needed: many shops of a long list may never call this process.
  let table: Table | undefined;
  return {
    claim(signature, event) {
      table ??= createTable();
      const { heads, tails, numbers: known, turns } = table;
      const [head, tail] = [toNumber(signature, 0, 8), toNumber(signature, 8, 13)];
      const set = head % turns.length;
      const start = set * ways;
      for (let slot = start; slot < start + ways; slot += 1) {
        if (heads[slot] === head && tails[slot] === tail) return events[(known[slot] ?? 0) - 1] ?? event;
      }
      const turn = turns[set] ?? 0;
      turns[set] = (turn + 1) % ways;
      const slot = start + turn;
      heads[slot] = head;
      tails[slot] = tail;
      known[slot] = numbers.get(event) ?? 0;
      return event;
    },
  };
}

/** 78 bits of each signature, which nobody can choose without the secret, and the number of its event. */
interface Table {
  readonly heads: Float64Array;
  readonly tails: Uint32Array;
  readonly numbers: Uint16Array;
  /** For each set, which of its slots is written next. */
  readonly turns: Uint8Array;
}

const createTable = (): Table => ({
  heads: new Float64Array(size),
  tails: new Uint32Array(size),
  numbers: new Uint16Array(size),
  turns: new Uint8Array(size / ways),
});

/** Reads some characters of a signature as a number, six bits a character. */
function toNumber(signature: string, from: number, to: number): number {
  let number = 0;
  for (let index = from; index < to; index += 1) {
    number = number * 64 + (sextets[signature.charCodeAt(index)] ?? 0);
  }
  return number;
}

/** The values of the characters of base64, by their character codes. */
const sextets = new Uint8Array(128);
const characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
for (let value = 0; value < characters.length; value += 1) sextets[characters.charCodeAt(value)] = value;
