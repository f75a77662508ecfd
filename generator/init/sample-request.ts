import type { ExampleModel } from "../model/model.js";
import { isInFleet, type Fleet } from "../time/fleet.js";

/** The request of an event in the spec's examples that comes nearest to what this fleet sends: the newest of its own. */
export function sampleRequest(event: string, fleet: Fleet, examples: readonly ExampleModel[]): unknown {
  const rank = ({ release }: ExampleModel): number =>
    release > fleet.max ? 0 - release : isInFleet(release, fleet) ? release + aboveAll : release;
  return examples
    .filter((example) => example.event === event && example.request !== undefined)
    .reduce<ExampleModel | undefined>(
      (best, next) => (best && rank(best) >= rank(next) ? best : next),
      undefined,
    )?.request;
}

/** More than any release. */
const aboveAll = 10 ** 13;
