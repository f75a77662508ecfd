import { report } from "../../../../problem/catalogue.js";
import type { Problem } from "../../../../problem/problem.js";
import { contains } from "../../../contains.js";
import type { FlowFile } from "../../../flow-file.js";
import type { LinkedSpec } from "../../../link/link-spec.js";
import { eventPath } from "../../../object-lists.js";
import { splitPointer } from "../../../pointer.js";
import { flowPath, stepPlace, visitEdges } from "./visit-flows.js";

/** The set-up of a flow has every event of its steps, and lets those poll that it polls. */
export function flowsAreSetUp(spec: LinkedSpec): Problem[] {
  const ends = spec.envelope?.polling?.ends;
  return [...spec.flows].flatMap(([name, flow]) => {
    const file = flowPath(name);
    const listed = new Map(flow.setUp.map((entry) => [entry.event, entry]));
    return [
      ...flow.steps.flatMap(({ event }, index) =>
        listed.has(event) ? [] : [report("not-set-up", { event }, stepPlace(file, index, "event"))],
      ),
      ...(ends === undefined ? [] : listPolled(flow, ends))
        .filter((event) => listed.has(event) && listed.get(event)?.polling !== true)
        .map((event) => {
          const index = flow.setUp.findIndex((entry) => entry.event === event);
          return report("not-set-to-poll", { event }, { file, pointer: `/setUp/${index}` });
        }),
    ];
  });
}

/** The events that a flow repeats because of an answer that does not end the polling. */
function listPolled(flow: FlowFile, ends: string): string[] {
  const [object = "", property = ""] = splitPointer(ends);
  const goOn = { [object]: { [property]: false } };
  const polled = visitEdges(flow).filter(
    ({ step, edge }) => edge.to === step.id && contains(edge.answer, goOn),
  );
  return [...new Set(polled.map(({ step }) => step.event))];
}

/** If a spec has flows, every event is in one, or says why it is in none. */
export function eventsAreInFlows({ events, flows, broken }: LinkedSpec): Problem[] {
  if (flows.size === 0 || broken.size > 0) return [];
  const shown = new Set([...flows.values()].flatMap(({ steps }) => steps.map(({ event }) => event)));
  return [...events].flatMap(([event, { freeStanding }]) => {
    if (shown.has(event) === (freeStanding === undefined)) return [];
    return shown.has(event)
      ? [report("free-standing-in-flow", { event }, { file: eventPath(event), pointer: "/freeStanding" })]
      : [report("event-in-no-flow", { event }, { file: eventPath(event), pointer: "" })];
  });
}
