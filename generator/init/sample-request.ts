import { isObject } from "../json.js";
import type { ExampleModel } from "../model/flow-model.js";
import { isInFleet, type Fleet } from "../time/fleet.js";

/**
 * Finds the example request that is most like what this fleet sends: of the newest release in the fleet, else of the
 * newest before its end, else of the oldest after it. One that is answered with an error is no sample.
 */
export function findSampleRequest(event: string, fleet: Fleet, examples: readonly ExampleModel[]): unknown {
  const rank = ({ release }: ExampleModel): number =>
    release > fleet.max ? 0 - release : isInFleet(release, fleet) ? release + aboveAll : release;
  return examples
    .filter((each) => each.event === event && each.request !== undefined && !isRefused(each))
    .reduce<ExampleModel | undefined>(
      (best, next) => (best && rank(best) >= rank(next) ? best : next),
      undefined,
    )?.request;
}

const isRefused = ({ response }: ExampleModel): boolean =>
  isObject(response) && Object.hasOwn(response, "error");

/** More than the number of any release. */
const aboveAll = 10 ** 13;
