import type { Place, Problem } from "../../../../problem/problem.js";
import { report } from "../../../../problem/catalogue.js";
import { back, type FlowFile, type FlowStepFile } from "../../../flow-file.js";
import type { LinkedSpec } from "../../../link/link-spec.js";
import { splitPointer } from "../../../pointer.js";
import { objectPath } from "../../../object-lists.js";
import { reportUnknown } from "../../report-unknown.js";
import { edgePlace, flowPath, listTargets, stepPlace, visitEdges } from "./visit-flows.js";

/** What a flow names is there; each step can be told from the others, is led to, and leads to an end. */
export function flowsLead(spec: LinkedSpec): Problem[] {
  // A broken file may be the one that they refer to.
  if (spec.broken.size > 0) return [];
  return [...spec.flows].flatMap(([name, flow]) => {
    const file = flowPath(name);
    const unknown = [
      ...findUnknown(file, flow, spec),
      ...flow.steps.flatMap((step, index) =>
        checkCall(step, stepPlace(file, index, "call", "address"), spec),
      ),
      ...findTwice(file, flow),
    ];
    return unknown.length > 0 ? unknown : findAstray(file, flow);
  });
}

function findUnknown(file: string, flow: FlowFile, spec: LinkedSpec): Problem[] {
  const events = [...spec.events.keys()];
  const examples = spec.examples.map(({ path }) => path.replace(/^examples\/|\.json$/g, ""));
  const steps = flow.steps.map(({ id }) => id);
  return [
    ...flow.setUp.flatMap(({ event }, index) =>
      reportUnknown("event", event, events, { file, pointer: `/setUp/${index}/event` }),
    ),
    ...flow.steps.flatMap(({ event, between = [] }, index) => [
      ...reportUnknown("event", event, events, stepPlace(file, index, "event")),
      ...between.flatMap((id, i) => reportUnknown("step", id, steps, stepPlace(file, index, "between", i))),
    ]),
    ...visitEdges(flow).flatMap(({ step, edge, at }) => [
      ...reportUnknown("step or end", edge.to, listTargets(flow, step), edgePlace(file, at, "to")),
      ...(edge.example === undefined
        ? []
        : reportUnknown("example", edge.example, examples, edgePlace(file, at, "example"))),
    ]),
  ];
}

/** What a step calls is a property of an object that its event carries. */
function checkCall({ call, event }: FlowStepFile, place: Place, spec: LinkedSpec): Problem[] {
  if (!call) return [];
  const [object = "", property = ""] = splitPointer(call.address);
  const isCarried = [spec.events.get(event)?.carries, spec.envelope?.carries].some(
    (carried) => carried && Object.hasOwn(carried, object),
  );
  const properties = Object.keys(spec.shapes.get(objectPath("carries", object))?.properties ?? {});
  return isCarried && properties.includes(property)
    ? []
    : reportUnknown("part of this event", call.address, [], place);
}

/** Steps and ends have ids of their own, and steps of one event requests that differ. */
function findTwice(file: string, { steps, ends }: FlowFile): Problem[] {
  const ids = [
    ...steps.map(({ id }, index) => ({ id, place: stepPlace(file, index, "id") })),
    ...ends.map(({ id }, index) => ({ id, place: { file, pointer: `/ends/${index}/id` } })),
  ];
  const request = ({ event, with: part, report: isReport = false }: FlowStepFile): string =>
    JSON.stringify([event, part, isReport]);
  return [
    ...ids
      .filter(({ id }, index) => ids.findIndex((other) => other.id === id) < index)
      .map(({ id, place }) =>
        report("duplicate-name", { name: id, other: "another step or end of this flow" }, place),
      ),
    ...steps.flatMap((step, index) => {
      const first = steps.findIndex((other) => request(other) === request(step));
      const { id: other = "" } = steps[first] ?? {};
      return first < index
        ? [report("same-step", { event: step.event, other }, stepPlace(file, index, "event"))]
        : [];
    }),
  ];
}

/** Steps and ends that nothing leads to, and steps from which no end can be reached. */
function findAstray(file: string, flow: FlowFile): Problem[] {
  const { steps, ends } = flow;
  const reached = closure(
    steps.slice(0, 1).map(({ id }) => id),
    (id) => listFollowing(flow, id),
  );
  const ending = closure(
    ends.map(({ id }) => id),
    (id) => listPreceding(flow, id),
  );
  return [
    ...steps.flatMap(({ id }, index) => [
      ...(reached.has(id) ? [] : [report("unreached-step", { id }, stepPlace(file, index, "id"))]),
      ...(ending.has(id) ? [] : [report("endless-step", { id }, stepPlace(file, index, "next"))]),
    ]),
    ...ends.flatMap(({ id }, index) =>
      reached.has(id) ? [] : [report("unreached-step", { id }, { file, pointer: `/ends/${index}/id` })],
    ),
  ];
}

const listFollowing = ({ steps }: FlowFile, id: string): string[] => [
  ...steps.filter((step) => step.id === id).flatMap(({ next }) => next.map(({ to }) => to)),
  ...steps.filter(({ between = [] }) => between.includes(id)).map((step) => step.id),
];

/** A step that leads back goes on as those do that it came between. */
const listPreceding = ({ steps }: FlowFile, id: string): string[] =>
  steps
    .filter(
      ({ next, between = [] }) =>
        next.some(({ to }) => to === id) || (between.includes(id) && next.some(({ to }) => to === back)),
    )
    .map((step) => step.id);

/** All that can be reached from some ids. */
function closure(
  start: readonly string[],
  following: (id: string) => readonly string[],
): ReadonlySet<string> {
  const seen = new Set(start);
  // A set that grows while it is walked is walked to its end.
  for (const id of seen) following(id).forEach((each) => seen.add(each));
  return seen;
}
