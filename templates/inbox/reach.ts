import type { Log } from "../receiver/log.js";
import { toReason } from "../receiver/values.js";

/** Runs what needs the database. Rejects as that does. */
export type Reach = <T>(who: object, run: () => Promise<T>) => Promise<T>;

/** Logs once that a database is away, whoever notices first, and once that all reach it again. */
export function createReach(log: Log, [away, back]: readonly [away: string, back: string]): Reach {
  const failing = new Set<object>();
  return async (who, run) => {
    try {
      const result = await run();
      if (failing.delete(who) && failing.size === 0) log.warn({}, back);
      return result;
    } catch (error) {
      if (failing.size === 0) log.error({ reason: toReason(error) }, away);
      failing.add(who);
      throw error;
    }
  };
}
