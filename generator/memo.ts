/**
 * What was made before in this process, to be taken again where it would come out the same. It is handed in, never kept
 * in a module. With an empty one everything is made, and comes out the same.
 */
export interface Memo {
  /** What was made of this key, or what is made of it now. The key is all that the making depends on: its text, or the very object. */
  readonly keep: <T>(kind: string, key: string | object, make: () => T) => T;
  /** What was made of this kind in this turn, or is made now: something that may come out otherwise in the next turn. */
  readonly keepForTurn: <T>(kind: string, make: () => T) => T;
  /** Ends a turn, and forgets what was not asked for in it. */
  readonly turn: () => void;
}

/** Creates an empty memo. It holds what this turn and the last have asked for, so that it does not grow. */
export function createMemo(): Memo {
  let young = new Map<string, Map<string | object, unknown>>();
  let old: typeof young = new Map();
  return {
    keep: <T>(kind: string, key: string | object, make: () => T): T => {
      const kept = young.get(kind) ?? new Map<string | object, unknown>();
      young.set(kind, kept);
      const known = kept.get(key) ?? old.get(kind)?.get(key) ?? make();
      kept.set(key, known);
      return known as T;
    },
    keepForTurn: <T>(kind: string, make: () => T): T => {
      const kept = young.get(kind) ?? new Map([["", make()]]);
      young.set(kind, kept);
      return kept.get("") as T;
    },
    turn: () => {
      old = young;
      young = new Map();
    },
  };
}

/** What is made of each of these items, where those that are not known yet are made together. */
export function keepAll<Item, T>(
  memo: Memo,
  kind: string,
  items: readonly Item[],
  makeAll: (missing: readonly Item[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const missing: Item[] = [];
  // Begins when all items have been looked up.
  const made = Promise.resolve().then(() => (missing.length > 0 ? makeAll(missing) : []));
  return Promise.all(
    items.map((item) =>
      memo.keep(kind, JSON.stringify(item), async () => {
        const index = missing.push(item) - 1;
        return (await made)[index] as T;
      }),
    ),
  );
}
