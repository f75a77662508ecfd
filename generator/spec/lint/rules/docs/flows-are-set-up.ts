import { report } from "../../../../problem/catalogue.js";
import type { Problem } from "../../../../problem/problem.js";
import { contains } from "../../../contains.js";
import type { EnvelopeFile } from "../../../dialect.js";
import type { FlowFile } from "../../../flow-file.js";
import type { LinkedSpec } from "../../../link/link-spec.js";
import { eventPath } from "../../../object-lists.js";
import { splitPointer } from "../../../pointer.js";
import { flowPath, stepPlace } from "./visit-flows.js";

/** The set-up of a flow has every event of its steps, and lets those poll that it polls. */
export function flowsAreSetUp({ flows, envelope, events }: LinkedSpec): Problem[] {
  return [...flows].flatMap(([name, flow]) => {
    const file = flowPath(name);
    const listed = new Map(flow.setUp.map((entry) => [entry.event, entry]));
    const isSetToPoll = (event: string): boolean => {
      const entry = listed.get(event);
      if (!entry) return true; // That is told already.
      const { polling } = entry;
      return polling === true || (polling === "unknown" && events.get(event)?.polling === "optional");
    };
    return [
      ...flow.steps.flatMap(({ event }, index) =>
        listed.has(event) ? [] : [report("not-set-up", { event }, stepPlace(file, index, "event"))],
      ),
      ...listPolled(flow, envelope?.polling)
        .filter((event) => !isSetToPoll(event))
        .map((event) => {
          const index = flow.setUp.findIndex((entry) => entry.event === event);
          return report("not-set-to-poll", { event }, { file, pointer: `/setUp/${index}` });
        }),
    ];
  });
}

/** The events whose requests ask for polling, or whose answers say whether it ends. */
function listPolled(flow: FlowFile, polling: EnvelopeFile["polling"]): string[] {
  if (!polling) return [];
  const asking = asPart(polling.asks, true);
  const telling = [true, false].map((ends) => asPart(polling.ends, ends));
  const polled = flow.steps.filter(
    (step) =>
      contains(step.with, asking) ||
      step.next.some(({ answer }) => telling.some((part) => contains(answer, part))),
  );
  return [...new Set(polled.map(({ event }) => event))];
}

const asPart = (pointer: string, value: boolean): unknown =>
  splitPointer(pointer).reduceRight<unknown>((part, name) => ({ [name]: part }), value);

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
