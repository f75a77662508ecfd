import { report } from "../../../problem/catalogue.js";
import type { Place, Problem } from "../../../problem/problem.js";
import {
  back,
  type EnvelopeFile,
  type ExampleFile,
  type FlowFile,
  type FlowStepFile,
} from "../../dialect.js";
import { eventPath } from "../../files.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import type { VisitedSpec } from "../visit.js";
import { joinPointer, placeInside, splitPointer } from "../../pointer.js";
import { contains } from "../../values.js";

/** Every answer that a flow needs is shown by an example, and every example shows what it stands for. */
export function flowsShow(spec: LinkedSpec): Problem[] {
  if (spec.broken.size > 0) return [];
  const examples = new Map(
    spec.examples.map(({ path, example }) => [path.replace(/^examples\/|\.json$/g, ""), example]),
  );
  return [...spec.flows].flatMap(([name, { steps }]) =>
    steps.flatMap((step, index) => {
      const isShown = step.next.some(({ example }) => example !== undefined);
      const place = stepPlace(flowPath(name), index, "next");
      const faults = step.next.flatMap((_, edge) =>
        checkEdge(step, edge, examples).map(({ part, detail }) => {
          const code = part === "answer" ? "unshown-answer" : "example-astray";
          return report(code, { detail }, placeInside(place, edge, part));
        }),
      );
      return [...(isShown ? [] : [report("unshown-step", { id: step.id }, place)]), ...faults];
    }),
  );
}

interface Fault {
  readonly part: "answer" | "example";
  readonly detail: string;
}

function checkEdge(step: FlowStepFile, edge: number, examples: ReadonlyMap<string, ExampleFile>): Fault[] {
  const { answer, example: name } = step.next[edge] ?? {};
  if (name === undefined) {
    const isShown = step.next.some(
      (other) => other.example !== undefined && JSON.stringify(other.answer) === JSON.stringify(answer),
    );
    return answer === undefined || isShown ? [] : [{ part: "answer", detail: "" }];
  }
  const example = examples.get(name);
  // Another rule reports a name that leads nowhere.
  if (!example) return [];
  const detail = findMismatch(name, example, step) ?? findOtherAnswer(example, step, edge);
  return detail === undefined ? [] : [{ part: "example", detail }];
}

/** What an example lacks to be of a step at all. */
function findMismatch(name: string, example: ExampleFile, step: FlowStepFile): string | undefined {
  if (!name.startsWith(`${step.event}/`)) return "it is of another event";
  if (step.report === true)
    return example.errorRequest === undefined ? "it reports no fault of an answer" : undefined;
  if (example.request === undefined) return "it has no request";
  if (step.with && !contains(example.request, step.with)) return "its request has not what `with` says";
  return undefined;
}

/** What leads an example elsewhere than its edge does. */
function findOtherAnswer(
  { response }: ExampleFile,
  { next }: FlowStepFile,
  index: number,
): string | undefined {
  const { answer, till } = next[index] ?? {};
  if (answer && !contains(response, answer)) return "its answer has not what `answer` says";
  const isForAllElse = answer === undefined && till === undefined;
  const isTaken = next.some(
    (other, i) =>
      other.answer &&
      contains(response, other.answer) &&
      (isForAllElse || (i < index && other.till === undefined && till === undefined)),
  );
  return isTaken ? "its answer is that of another edge" : undefined;
}

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

/** Each step can be told from the others, is led to, and leads to an end. Where names lead nowhere, that is reported alone. */
export function flowsLead(spec: VisitedSpec): Problem[] {
  if (spec.broken.size > 0) return [];
  return [...spec.flows].flatMap(([name, flow]) => {
    const file = flowPath(name);
    const same = findSame(file, flow);
    return same.length > 0 || spec.astray.has(file) ? same : findAstray(file, flow);
  });
}

/** Steps of one event whose requests nothing tells apart. */
function findSame(file: string, { steps }: FlowFile): Problem[] {
  const firsts = new Map<string, string>();
  return steps.flatMap(({ id, event, with: part, report: isReport = false }, index) => {
    const key = JSON.stringify([event, part, isReport]);
    const other = firsts.get(key);
    if (other !== undefined) return [report("same-step", { event, other }, stepPlace(file, index, "event"))];
    firsts.set(key, id);
    return [];
  });
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

/** The file of a flow. */
export const flowPath = (name: string): string => `flows/${name}.json`;

/** The place of a part of a step. */
const stepPlace = (file: string, step: number, part: string): Place => ({
  file,
  pointer: joinPointer("", "steps", step, part),
});
