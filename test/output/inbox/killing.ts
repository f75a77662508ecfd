import { setTimeout as sleep } from "node:timers/promises";
import type { Draw } from "../../workbench/draw.js";
import type { Health, Supervised } from "./processes.js";

/** Kills each of these processes again and again, until told to stop, each time after `least` to `most` more answers. */
export interface Killing {
  readonly processes: readonly Supervised[];
  readonly draw: Draw;
  readonly least: number;
  readonly most: number;
  readonly countAnswers: () => number;
  readonly isEnough: () => boolean;
}

/** Resolves with how many kills there were, when the last one is over. */
export async function killAtRandom(killing: Killing): Promise<number> {
  const { processes, draw, least, most, countAnswers, isEnough } = killing;
  let kills = 0;
  const killOne = async (one: Supervised): Promise<void> => {
    for (;;) {
      const next = countAnswers() + least + draw.below(most - least);
      while (countAnswers() < next && !isEnough()) await sleep(5);
      if (isEnough()) return;
      kills += 1;
      await one.kill();
    }
  };
  await Promise.all(processes.map(killOne));
  return kills;
}

/** In milliseconds: far longer than the events of a killed process, or those that failed again and again, wait. */
const longestStandstill = 600_000;

/** Resolves when nothing waits any more; or when nothing moves any more, as what is then lost shows better than a hang. */
export async function untilHandled(one: Supervised): Promise<Health> {
  let last = await one.ask();
  let since = performance.now();
  while (last.database === "down" || (last.waiting > 0 && performance.now() - since < longestStandstill)) {
    await sleep(200);
    const next = await one.ask();
    if (next.waiting !== last.waiting) since = performance.now();
    last = next;
  }
  return last;
}
