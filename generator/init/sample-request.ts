import type { ExampleModel } from "../model/model.js";
import type { Fleet } from "../version/fleet.js";

/** The request of an event in the spec's examples that comes nearest to what this fleet sends: the newest of its own. */
export function sampleRequest(
  event: string,
  { min, max }: Fleet,
  examples: readonly ExampleModel[],
): unknown {
  const rank = ({ release }: ExampleModel): number =>
    release > max ? 0 - release : release < min ? release : release * 2;
  return examples
    .filter((example) => example.event === event && example.request !== undefined)
    .reduce<ExampleModel | undefined>(
      (best, next) => (best && rank(best) >= rank(next) ? best : next),
      undefined,
    )?.request;
}
