import {
  type ExampleModel,
  type FlowModel,
  type FlowStepModel,
  isForAllElse,
  listFlowEdges,
} from "../../generator/contract/model/flow-model.js";
import type { Model, PropertyPath } from "../../generator/contract/model/model.js";
import {
  contains,
  findPaths,
  listTrue,
  type ValuePath,
  readPath,
} from "../../generator/contract/read/values.js";
import type { BodyPart } from "../../generator/contract/read/dialect.js";
import { joinPointer, splitPointer } from "../../generator/contract/read/pointer.js";

export const findFaults = (flow: FlowModel, model: Model): readonly string[] => [
  ...flow.steps.flatMap((step) => findUnshown(step)),
  ...findNotSetUp(flow, model),
];

function findUnshown(step: FlowStepModel): readonly string[] {
  const shown = step.next.filter(({ example }) => example !== undefined);
  const answers = shown.map(({ answer }) => JSON.stringify(answer));
  return [
    ...(shown.length > 0 ? [] : [`no example shows the step ${step.id}`]),
    ...step.next
      .filter(({ answer }) => answer !== undefined && !answers.includes(JSON.stringify(answer)))
      .map(({ to }) => `no example shows the answer that leads from ${step.id} to ${to}`),
    ...step.next.flatMap((_, index) => findMismatch(step, index)),
  ];
}

function findMismatch(step: FlowStepModel, index: number): readonly string[] {
  const edge = step.next[index];
  if (!edge?.example) return [];
  const { path, event, request, response, errorRequest } = edge.example;
  const isTaken = step.next.some(
    (other, i) =>
      other.answer &&
      contains(response, other.answer) &&
      (isForAllElse(edge) || (i < index && other.till === undefined && edge.till === undefined)),
  );
  return listTrue({
    "is of another event": event !== step.event,
    "reports no fault of an answer": step.isReport && errorRequest === undefined,
    "has no request": !step.isReport && request === undefined,
    "has a request without what `with` says":
      !step.isReport && step.with !== undefined && !contains(request, step.with),
    "has an answer without what `answer` says": edge.answer !== undefined && !contains(response, edge.answer),
    "has the answer of another edge": isTaken,
  }).map((fault) => `${path} ${fault}`);
}

/** The set-up must list every event of the steps, and poll where the flow polls. */
function findNotSetUp({ setUp, steps }: FlowModel, { polling, events }: Model): readonly string[] {
  const isOptional = (name: string) => events.some((event) => event.name === name && event.pollingOptional);
  const read = (body: unknown, at: PropertyPath | undefined) =>
    at && readPath(body, [at.object, at.property]);
  const isPolled = ({ with: request, next }: FlowStepModel): boolean =>
    read(request, polling?.asks) === true ||
    next.some(({ answer }) => typeof read(answer, polling?.ends) === "boolean");
  return steps.flatMap((step) => {
    const entry = setUp.find(({ event }) => event === step.event);
    const mayPoll = entry?.polling === true || (entry?.polling === "unknown" && isOptional(step.event));
    return listTrue({
      [`${step.event} is not set up`]: entry === undefined,
      [`${step.event} is not set to poll`]: isPolled(step) && !mayPoll,
    });
  });
}

/** The links between the samples of a flow. Pointers have `*` for each item of a list. */
const rules = {
  rises: ["/event/eventCounter", "/event/eventTimestamp"],
  blocking: "/event/eventBlocking",
  polling: "/event/eventPolling",
  refers: [
    {
      body: "response",
      at: "/externalPayment/externalPaymentId",
      to: "/externalPayment/externalPaymentId",
    },
    { body: "response", at: "/lineChanges/*/lineId", to: "/session/lines/*/lineId" },
    { body: "response", at: "/lineDeletions/*/lineId", to: "/session/lines/*/lineId" },
    {
      body: "request",
      at: "/session/lines/*/externalDiscount/discountId",
      to: "/lineChanges/*/externalDiscount/discountId",
    },
    { body: "request", at: "/dialog/selectedDialogOptionIds/*", to: "/dialog/dialogOptions/*/optionId" },
    { body: "request", at: "/form/id", to: "/form/id" },
    { body: "request", at: "/form/fields/*/id", to: "/form/fields/*/id" },
  ],
} as const;

/** Values in a flow's samples that break the story: one sale, forward in time. */
export function findStrays(flow: FlowModel, story: BodyPart, { events }: Model): readonly string[] {
  const shown = listShown(flow, story);
  return shown.flatMap((sample, index) => {
    const { event } = sample.step;
    const set = flow.setUp.find((entry) => entry.event === event);
    const isBlocking =
      set?.blocking === true || events.some(({ name, alwaysBlocking }) => name === event && alwaysBlocking);
    const wanted: Leaf[] = [
      ...listLeaves(story),
      [splitPointer(rules.blocking), isBlocking],
      [splitPointer(rules.polling), set?.polling === true],
    ];
    return [
      ...wanted.flatMap(([path, value]) => {
        const found = readPath(sample.request, path) ?? false;
        return found === value ? [] : [`${joinPointer("", ...path)} is ${JSON.stringify(value)}`];
      }),
      ...rules.rises
        .filter((pointer) => goesBack(sample, shown, splitPointer(pointer)))
        .map((pointer) => `${pointer} is lower than in a sample that is shown before it: raise it`),
      ...rules.refers.flatMap((reference) => findUnknown(sample, shown.slice(0, index), reference)),
    ].map((rule) => `${sample.path}: ${rule}`);
  });
}

type Leaf = readonly [path: ValuePath, value: unknown];

const listLeaves = (part: BodyPart, above: ValuePath = []): Leaf[] =>
  Object.entries(part).flatMap(([name, value]): Leaf[] =>
    typeof value === "object" && value !== null
      ? listLeaves(value as BodyPart, [...above, name])
      : [[[...above, name], value]],
  );

/** A report repeats its request. Alternative answers to a request share it. */
function goesBack(sample: Shown, shown: readonly Shown[], path: ValuePath): boolean {
  const at = (each: Shown): number => toNumber(readPath(each.request, path));
  if (sample.step.isReport) return false;
  return shown.some((each, index) =>
    each.step === sample.step
      ? each.loops && !sample.loops && at(each) > at(sample)
      : index < shown.indexOf(sample) && !(at(each) < at(sample)),
  );
}

const toNumber = (value: unknown): number => (typeof value === "string" ? Date.parse(value) : Number(value));

/** Ids that refer to nothing. In an invalid answer, they are the error. */
function findUnknown(
  sample: Shown,
  before: readonly Shown[],
  { body, at, to }: (typeof rules.refers)[number],
): readonly string[] {
  if (body === "response" && sample.isAtFault) return [];
  const listAt = (each: unknown, pointer: string): unknown[] =>
    findPaths(each, splitPointer(pointer)).map((path) => readPath(each, path));
  const meant = body === "response" ? [sample.request] : before.map(({ response }) => response);
  const known = meant.flatMap((each) => listAt(each, to));
  const strays = listAt(sample[body], at).filter((value) => !known.includes(value));
  return strays.map((value) => `${JSON.stringify(value)} at ${at} of its ${body} is one of ${to}`);
}

type Shown = ReturnType<typeof listShown>[number];

/** `isAtFault` if the POS reports an error in the answer. */
const listShown = (flow: FlowModel, story: BodyPart) =>
  listFlowEdges(flow).flatMap(({ from: step, edge: { example, to } }) => {
    if (!example) return [];
    const { path, response } = example;
    const isAtFault = flow.steps.some(({ id, isReport }) => isReport && id === to);
    return [{ path, step, request: findRequest(example, story), response, isAtFault, loops: to === step.id }];
  });

function findRequest({ request, errorRequest }: ExampleModel, story: BodyPart): unknown {
  const hasAll = (part: unknown) => Object.keys(story).every((key) => readPath(part, [key]) !== undefined);
  return request ?? Object.values(errorRequest ?? {}).find(hasAll);
}
