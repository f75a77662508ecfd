import { formatRelease } from "../../base/time/release.js";
import type { JsonObject } from "../../base/json.js";
import { misuse } from "../engine/till-error.js";
import { formatDuration } from "../scenario/scenario.js";
import { formatScenario } from "../scenario/write-scenario.js";
import type { TillRun, TillRunOptions } from "./till-run.js";

/** Adds a step to those of the current sale. `before` is the number of exchanges before the step. */
export function recordStep(run: TillRun, step: JsonObject, before: number): void {
  const { session, transcript } = run.till;
  const earlier = run.done.filter((each) => each.session.sessionId === session.sessionId);
  run.done = [...earlier, { step, exchanges: transcript.slice(before), session }];
}

/** Records what the till sent by itself, as a wait of so many milliseconds. */
export const recordWait = (run: TillRun, duration: number, before: number): void =>
  recordStep(run, { wait: formatDuration(Math.ceil(duration)) }, before);

/** False before the first step, and while the page plays a scenario, which is a file already. */
export const canSaveSale = ({ done, player }: TillRun): boolean => done.length > 0 && !player;

/**
 * Formats the user's steps in the current sale as a scenario.
 * @throws TillError if there is no step
 */
export function formatSale(run: TillRun, { till }: TillRunOptions): string {
  if (!canSaveSale(run)) throw misuse("There is nothing to save yet.");
  const { product, release, model } = run.setUp;
  const { answerDeadline: _, ...settings } = till.settings ?? {};
  return formatScenario(
    {
      name: "A sale at the till",
      release: formatRelease(release),
      product: product.id === model.products[0]?.id ? undefined : product.id,
      events: till.events,
      settings,
    },
    run.done,
  );
}
