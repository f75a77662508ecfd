/** Which event the latest bodies of a subscription came for. */
export interface ClaimedBodies {
  /**
   * The event that this signature came for before; else it is noted for this one.
   * @param signature In base64: it stands for its bytes.
   */
  claim(signature: string, event: string): string;
}

/** So many bodies are remembered, in sets of {@link ways}, each of which forgets its oldest. */
const size = 4096;
const ways = 8;

/**
 * Remembers about the latest 4096 bodies in 57 kB. Not a Map: its entries would outlive what is collected cheaply, and cost
 * more than all else that is done with a small request.
 */
export function createClaimedBodies(events: readonly string[]): ClaimedBodies {
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
      for (let way = start; way < start + ways; way += 1) {
        if (heads[way] === head && tails[way] === tail) return events[(known[way] ?? 0) - 1] ?? event;
      }
      const turn = turns[set] ?? 0;
      turns[set] = (turn + 1) % ways;
      const place = start + turn;
      heads[place] = head;
      tails[place] = tail;
      known[place] = numbers.get(event) ?? 0;
      return event;
    },
  };
}

/** 78 bits of each signature, which nobody can choose who has not its secret, and the number of its event. */
interface Table {
  readonly heads: Float64Array;
  readonly tails: Uint32Array;
  readonly numbers: Uint16Array;
  /** Of each set, which of its places is the next to be written. */
  readonly turns: Uint8Array;
}

const createTable = (): Table => ({
  heads: new Float64Array(size),
  tails: new Uint32Array(size),
  numbers: new Uint16Array(size),
  turns: new Uint8Array(size / ways),
});

/** What a part of a signature counts, six bits a letter. */
function toNumber(signature: string, from: number, to: number): number {
  let number = 0;
  for (let index = from; index < to; index += 1) {
    number = number * 64 + (sextets[signature.charCodeAt(index)] ?? 0);
  }
  return number;
}

/** The values of the letters of base64, by their codes. */
const sextets = new Uint8Array(128);
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
for (let value = 0; value < letters.length; value += 1) sextets[letters.charCodeAt(value)] = value;
