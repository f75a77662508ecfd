import { report } from "../../../problem/catalogue.js";
import type { Problem } from "../../../problem/problem.js";
import { formatRelease } from "../../../time/release.js";
import type { CheckedSpec } from "../../checked-spec.js";
import { eventPath } from "../../files.js";
import { placeIn } from "../../pointer.js";
import { productsNameAll } from "./references.js";
import { replacementsExist } from "./replacements.js";
import { newPartsAreShown } from "./shown.js";

/** What a contract without errors still has to say: only `lint` asks for it, as all else works without. */
export const checkCompleteness = (spec: CheckedSpec): Problem[] => [
  ...productsNameAll(spec),
  ...flowsHaveAll(spec),
  ...beyondLiesAhead(spec),
  ...replacementsExist(spec),
  ...newPartsAreShown(spec),
];

/** Every event is a step of a flow, or says why it is not. A spec may do without flows. */
function flowsHaveAll({ events, flows }: CheckedSpec): Problem[] {
  const steps = new Set([...flows.values()].flatMap((flow) => flow.steps.map(({ event }) => event)));
  return [...events].flatMap(([event, { freeStanding }]) => {
    const isStep = steps.has(event);
    if (flows.size === 0 || isStep === (freeStanding === undefined)) return [];
    const detail = "an event that is a step of a flow needs no reason to be in none";
    return isStep
      ? report("contradicting-keywords", { detail }, placeIn(eventPath(event), "freeStanding"))
      : report("flow-missing", { event }, placeIn(eventPath(event)));
  });
}

/** What no source describes comes after all that the spec knows. */
function beyondLiesAhead({ beyond, releases }: CheckedSpec): Problem[] {
  const latest = releases.at(-1)?.release;
  if (!beyond || latest === undefined || beyond.from > latest) return [];
  const params = {
    from: formatRelease(beyond.from),
    latest: formatRelease(latest),
    isOver: beyond.to <= latest,
  };
  return [report("beyond-overtaken", params, placeIn("sources.json", "seenBeyond", "from"))];
}
