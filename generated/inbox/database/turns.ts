// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/** Lets a limited number of users in at once; the others wait in line. */
export interface Turns {
  /** Resolves with what ends the turn, which may be called more than once. */
  take(): Promise<() => void>;
}

export function createTurns(count: number): Turns {
  const waiting: (() => void)[] = [];
  let free = count;
  const give = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return {
    async take() {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      let taken = true;
      return () => {
        if (taken) give();
        taken = false;
      };
    },
  };
}

/** Runs something in a turn. */
export async function inTurn<T>(turns: Turns, run: () => Promise<T>): Promise<T> {
  const end = await turns.take();
  try {
    return await run();
  } finally {
    end();
  }
}
