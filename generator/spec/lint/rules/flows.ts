import { report } from "../../../problem/catalogue.js";
import type { Place, Problem } from "../../../problem/problem.js";
import { back, type EnvelopeFile, type FlowFile, type FlowStepFile } from "../../dialect.js";
import { eventPath, examplePath, flowPath } from "../../files.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { placeIn, splitPointer } from "../../pointer.js";
import { contains, listTrue, reach, readPath } from "../../values.js";
import { findRepeated } from "../check-names.js";
import type { VisitedSpec } from "../visit.js";

/** Flows lead from their first step to an end, show what they need, and have the events of their steps set up. */
export function checkFlows(spec: VisitedSpec): Problem[] {
  const isWhole = spec.broken.size === 0;
  return [...spec.flows].flatMap(([name, flow]) => {
    const at: FindPlace = (...tokens) => placeIn(flowPath(name), ...tokens);
    const same = findSame(flow, at);
    // Where names lead nowhere, that is reported alone.
    const isClear = same.length === 0 && !spec.astray.has(flowPath(name));
    return [
      ...(isWhole ? same : []),
      ...(isWhole && isClear ? findAstray(flow, at) : []),
      ...(isWhole ? findUnshown(flow, at, spec) : []),
      ...findNotSetUp(flow, at, spec),
    ];
  });
}

/** The place of a part of a flow. */
type FindPlace = (...tokens: readonly (string | number)[]) => Place;

/** Steps of one event whose requests nothing tells apart. */
const findSame = ({ steps }: FlowFile, at: FindPlace): Problem[] =>
  findRepeated(
    steps.map((step, index) => ({ ...step, index })),
    ({ event, with: part, report: isReport = false }) => JSON.stringify([event, part, isReport]),
  ).map(([{ event, index }, { id: other }]) =>
    report("same-step", { event, other }, at("steps", index, "event")),
  );

/** Steps and ends that nothing leads to, and steps from which no end can be reached. */
function findAstray({ steps, ends }: FlowFile, at: FindPlace): Problem[] {
  const edges = steps.flatMap(({ id, next }) => next.map(({ to }): Edge => [id, to]));
  const detours = steps.flatMap(({ id, between = [] }) => between.map((before): Edge => [before, id]));
  // A step that leads back goes on as those do that it came between.
  const goesBack = (id: string): boolean => edges.some(([from, to]) => from === id && to === back);
  const backwards = [
    ...edges.map(([from, to]): Edge => [to, from]),
    ...detours.filter(([, id]) => goesBack(id)),
  ];
  const reachFrom = (starts: readonly { readonly id: string }[], all: readonly Edge[]) =>
    reach(
      starts.map(({ id }) => id),
      (id) => all.flatMap(([from, to]) => (from === id ? to : [])),
    );
  const reached = reachFrom(steps.slice(0, 1), [...edges, ...detours]);
  const ending = reachFrom(ends, backwards);
  return [
    ...steps.flatMap(({ id }, index) => [
      ...(reached.has(id) ? [] : [report("unreached-step", { id }, at("steps", index, "id"))]),
      ...(ending.has(id) ? [] : [report("endless-step", { id }, at("steps", index, "next"))]),
    ]),
    ...ends.flatMap(({ id }, index) =>
      reached.has(id) ? [] : [report("unreached-step", { id }, at("ends", index, "id"))],
    ),
  ];
}

type Edge = readonly [from: string, to: string];

/** Steps and answers that no example shows, and examples that do not show what they stand for. */
const findUnshown = ({ steps }: FlowFile, at: FindPlace, { examples }: LinkedSpec): Problem[] =>
  steps.flatMap((step, index) => {
    const { id, next } = step;
    const shown = next.filter(({ example }) => example !== undefined);
    const answers = shown.map(({ answer }) => JSON.stringify(answer));
    const edges = next.flatMap(({ answer, example: name }, edge) => {
      if (name === undefined && answer !== undefined && !answers.includes(JSON.stringify(answer)))
        return [report("unshown-answer", {}, at("steps", index, "next", edge, "answer"))];
      const found = examples.find(({ path }) => name !== undefined && path === examplePath(name));
      const detail = found && findMismatch(found, step, edge);
      const place = at("steps", index, "next", edge, "example");
      return detail === undefined ? [] : [report("example-astray", { detail }, place)];
    });
    return [
      ...(shown.length > 0 ? [] : [report("unshown-step", { id }, at("steps", index, "next"))]),
      ...edges,
    ];
  });

/** What an example lacks to be of a step at all, or what leads it elsewhere than its edge does. */
function findMismatch(
  { event, example }: LinkedSpec["examples"][number],
  step: FlowStepFile,
  index: number,
): string | undefined {
  const { request, response, errorRequest } = example;
  const { answer, till } = step.next[index] ?? {};
  const isForAllElse = answer === undefined && till === undefined;
  const isTaken = step.next.some(
    (other, i) =>
      other.answer &&
      contains(response, other.answer) &&
      (isForAllElse || (i < index && other.till === undefined && till === undefined)),
  );
  const isReport = step.report === true;
  return listTrue({
    "it is of another event": event !== step.event,
    "it reports no fault of an answer": isReport && errorRequest === undefined,
    "it has no request": !isReport && request === undefined,
    "its request has not what `with` says":
      !isReport && step.with !== undefined && !contains(request, step.with),
    "its answer has not what `answer` says": answer !== undefined && !contains(response, answer),
    "its answer is that of another edge": isTaken,
  })[0];
}

/** The set-up of a flow has every event of its steps, and lets those poll that it polls. */
function findNotSetUp(
  { setUp, steps }: FlowFile,
  at: FindPlace,
  { envelope, events }: LinkedSpec,
): Problem[] {
  const listed = new Set(setUp.map(({ event }) => event));
  const polled = new Set(steps.filter((step) => isPolled(step, envelope?.polling)).map(({ event }) => event));
  return [
    ...steps.flatMap(({ event }, index) =>
      listed.has(event) ? [] : [report("not-set-up", { event }, at("steps", index, "event"))],
    ),
    ...setUp.flatMap(({ event, polling }, index) => {
      const isSetToPoll =
        polling === true || (polling === "unknown" && events.get(event)?.polling === "optional");
      return isSetToPoll || !polled.has(event)
        ? []
        : [report("not-set-to-poll", { event }, at("setUp", index))];
    }),
  ];
}

/** Whether the request of a step asks for polling, or one of its answers says whether it ends. */
function isPolled({ with: request, next }: FlowStepFile, polling: EnvelopeFile["polling"]): boolean {
  if (!polling) return false;
  const ends = splitPointer(polling.ends);
  return (
    readPath(request, splitPointer(polling.asks)) === true ||
    next.some(({ answer }) => typeof readPath(answer, ends) === "boolean")
  );
}

/** If a spec has flows, every event is in one, or says why it is in none. */
export function eventsAreInFlows({ events, flows, broken }: LinkedSpec): Problem[] {
  if (flows.size === 0 || broken.size > 0) return [];
  const shown = new Set([...flows.values()].flatMap(({ steps }) => steps.map(({ event }) => event)));
  return [...events].flatMap(([event, { freeStanding }]) => {
    if (shown.has(event) === (freeStanding === undefined)) return [];
    return shown.has(event)
      ? [report("free-standing-in-flow", { event }, placeIn(eventPath(event), "freeStanding"))]
      : [report("event-in-no-flow", { event }, placeIn(eventPath(event)))];
  });
}
