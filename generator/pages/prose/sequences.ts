import { isDeepStrictEqual } from "node:util";
import type { Sequence, SequenceFrame, SequenceStep } from "../blocks/block.js";
import {
  findEdgeTarget,
  type FlowEdgeModel,
  type FlowModel,
  type FlowStepModel,
  isForAnyAnswer,
  isOpenEvent,
  listFlowEdges,
  listStepsBefore,
} from "../../contract/model/flow-model.js";
import { groupBy } from "../../contract/read/values.js";
import { listWords } from "../../base/text/words.js";
import type { EventView, ObjectView } from "../../contract/view/view.js";
import type { PageData } from "../page-data.js";
import { addressName, listConditions } from "./flow-text.js";

/** Includes the answers after which the POS repeats the request. */
export function eventSequence(event: EventView, data: PageData): Sequence {
  const { name, request, response } = event;
  const listNames = ({ properties }: ObjectView, wanted: ReadonlySet<string>): string[] =>
    properties.flatMap((property) => (wanted.has(property.name) ? property.name : []));
  return {
    title: `How ${name} works`,
    steps: [
      { kind: "request", text: withNames(`POST /${name}`, listNames(request, data.ownNames.carried)) },
      {
        kind: "answer",
        text: withNames("200", [...listNames(response, data.ownNames.answers), "common answers, or nothing"]),
      },
      ...listRepeats(event, data.model.flows),
    ],
  };
}

/** Includes flows that work the same way with any event. */
export const listFlows = ({ name, response }: EventView, flows: readonly FlowModel[]): FlowModel[] =>
  flows.filter(
    (flow) =>
      isShownIn(flow, name) || (flow.anyEvent && isOpenEvent(name, flows) && takesAll(response, flow)),
  );

export const isShownIn = ({ steps }: FlowModel, event: string): boolean =>
  steps.some((step) => step.event === event);

const takesAll = ({ properties }: ObjectView, flow: FlowModel): boolean =>
  listFlowEdges(flow)
    .flatMap(({ edge }) => Object.keys(edge.answer ?? {}))
    .every((answer) => properties.some(({ name }) => name === answer));

function listRepeats(event: EventView, flows: readonly FlowModel[]): SequenceStep[] {
  const repeats = listFlows(event, flows).flatMap((flow) => listRepeatsIn(flow, event.name));
  const frames = groupBy(repeats, ({ condition, after, name }) => JSON.stringify([condition || after, name]));
  return [...frames.values()].map((group) => {
    const [{ condition, name }] = group;
    const afters = [...new Set(group.map(({ after }) => after))];
    return option(`${condition}after ${listWords(afters, "or")}`, [
      { kind: "request", text: name.replace(/^\S+ \S+/, "$& again") },
      { kind: "answer", text: "200" },
    ]);
  });
}

function listRepeatsIn({ steps, anyEvent }: FlowModel, event: string) {
  const own = steps.filter((step) => !step.isReport && (anyEvent || step.event === event));
  return own.flatMap((from) =>
    from.next.flatMap((edge) =>
      own
        .filter((to) => edge.to === to.id && isRepeat(edge, to))
        .map((to) => toRepeat(from, edge, { ...to, event })),
    ),
  );
}

/** An act at the till makes a new event, unless the event reports the result of an answer. */
const isRepeat = ({ till }: FlowEdgeModel, to: FlowStepModel): boolean =>
  till === undefined || to.with !== undefined;

/**
 * The condition has the properties that both requests have, such as `event.eventPolling`, but not those that the
 * answer causes, such as `dialog`.
 */
function toRepeat(from: FlowStepModel, edge: FlowEdgeModel, to: FlowStepModel) {
  const isBrought = Object.keys(to.with ?? {}).some((name) => name in (edge.answer ?? {}));
  const shared = !isBrought && isDeepStrictEqual(from.with, to.with) ? from.with : undefined;
  return {
    condition: shared ? `if ${conditionsName(shared)}, ` : "",
    after: `${answerName(edge, from)}${edge.till === undefined ? "" : `: ${edge.till}`}`,
    name: shared ? `POST /${to.event}` : requestName(to),
  };
}

const option = (text: string, steps: readonly SequenceStep[]): SequenceStep => ({
  kind: "opt",
  branches: [{ text, steps }],
});

/** Draws each step once, in order. A frame has the steps that do not follow the step above. */
export function flowSequence(flow: FlowModel, { shared }: PageData): Sequence {
  const names = listRequiredNames(shared.request);
  const path = flow.steps.reduce<readonly FlowStepModel[]>((path, step) => {
    const follows = step.between.length === 0 && path.at(-1)?.next.some(({ to }) => to === step.id);
    return path.length === 0 || follows ? [...path, step] : path;
  }, []);
  const steps = flow.steps.flatMap((step): SequenceStep[] => {
    const index = path.indexOf(step);
    if (index >= 0) return toSequenceSteps(flow, step, names, path[index + 1]);
    return [option(whenText(flow, step), toSequenceSteps(flow, step, names))];
  });
  return { title: flow.title, steps: mergeOptions(steps) };
}

/** Merges adjacent options with the same condition into one frame. */
function mergeOptions(steps: readonly SequenceStep[]): SequenceStep[] {
  const merged: SequenceStep[] = [];
  for (const step of steps) {
    const last = merged.at(-1);
    if (!isOption(step) || !isOption(last) || step.branches[0]?.text !== last.branches[0]?.text)
      merged.push(step);
    else
      merged[merged.length - 1] = {
        kind: "opt",
        branches: [...last.branches, ...step.branches.map(({ steps }) => ({ text: "", steps }))],
      };
  }
  return merged;
}

const isOption = (step: SequenceStep | undefined): step is SequenceFrame => step?.kind === "opt";

export const listRequiredNames = ({ properties }: PageData["shared"]["request"]): ReadonlySet<string> =>
  new Set(properties.filter(({ required }) => required).map(({ name }) => name));

function whenText(flow: FlowModel, step: FlowStepModel): string {
  const before = listStepsBefore(flow, step);
  const from = listFlowEdges(flow).flatMap((arrow) => (arrow.edge.to === step.id ? arrow.from : []));
  const names = new Set((before.length > 0 ? before : from).map(requestName));
  return `${before.length > 0 ? "at any time " : ""}after ${listWords([...names], "or")}`;
}

/**
 * Draws the call of a step, its request, and each answer with its result.
 * @param below The step that is drawn below it: nothing says that it is next.
 */
function toSequenceSteps(
  flow: FlowModel,
  step: FlowStepModel,
  shared: ReadonlySet<string>,
  below?: FlowStepModel,
): SequenceStep[] {
  const request = { kind: "request", text: requestText(step, shared) } as const;
  const lead = (edge: FlowEdgeModel) => listTargets(flow, edge, below).map(toNote);
  const go = (edge: FlowEdgeModel) => [...listTillNotes(edge).map(toNote), ...lead(edge)];
  /** Several results of one answer are told apart by the acts at the till. */
  const follow = (edges: readonly FlowEdgeModel[]): SequenceStep[] =>
    edges.length === 1
      ? edges.flatMap(go)
      : [{ kind: "alt", branches: edges.map((edge) => ({ text: tillCondition(edge), steps: lead(edge) })) }];
  const names = new Set(step.next.map((edge) => answerName(edge, step)));
  if (step.next.length === 1 || (names.size === 1 && step.next.every(({ till }) => till !== undefined))) {
    const shown = step.next.slice(0, 1).map((edge) => toOnlyAnswer(edge, step));
    return [...toCallSteps(step), request, ...shown, ...follow(step.next)];
  }
  // An answer with several results is drawn once, with an inner frame for the acts at the till.
  const byAnswer = groupBy(step.next, (edge) => `${answerName(edge, step)}${answerKind(edge)}`);
  const branches = Array.from(byAnswer, ([text, edges]) => {
    const answer = { kind: "answer", text: answerNamesText(edges[0]) } as const;
    return { text, steps: [answer, ...follow(edges)] };
  });
  return [...toCallSteps(step), request, { kind: "alt", branches }];
}

/** For a step whose edges all have the same answer. */
function toOnlyAnswer(edge: FlowEdgeModel, step: FlowStepModel): SequenceStep {
  const names = listPropertyNames(edge.example?.response).join(", ");
  const isAny = isForAnyAnswer(edge, step) && names !== "";
  const text = isAny ? `any answer, such as ${names}` : answerName(edge, step);
  return { kind: "answer", text: `${text}${answerKind(edge)}` };
}

const answerNamesText = ({ answer, example }: FlowEdgeModel): string =>
  listPropertyNames(example?.response ?? answer).join(", ") || "anything else, or nothing";

const toNote = (text: string) => ({ kind: "note", text }) as const;

const listTillNotes = (edge: FlowEdgeModel): string[] =>
  edge.till === undefined ? [] : [`At the POS: ${edge.till}${formatProvenance(edge)}`];

const tillCondition = (edge: FlowEdgeModel): string =>
  edge.till === undefined
    ? "otherwise"
    : `at the POS: ${edge.till.replace(/\.$/, "")}${formatProvenance(edge)}`;

/** Gives ` (inferred)`, or nothing if a source documents the edge. */
const formatProvenance = ({ provenance }: FlowEdgeModel): string =>
  !provenance || provenance.kind === "documented" ? "" : ` (${provenance.kind})`;

/** An act at the till has its own provenance. */
const answerKind = (edge: FlowEdgeModel): string => (edge.till === undefined ? formatProvenance(edge) : "");

/** Empty if the next step is drawn below. */
function listTargets(flow: FlowModel, edge: FlowEdgeModel, below?: FlowStepModel): string[] {
  const target = findEdgeTarget(flow, edge);
  if (target.kind === "back") return ["The flow continues where it was"];
  if (target.kind === "end") return [`End: ${target.end.text}`];
  return target.step === below ? [] : [`Next: ${requestName(target.step)}`];
}

function toCallSteps({ call }: FlowStepModel): SequenceStep[] {
  if (!call) return [];
  const address = addressName(call);
  const text = `the request has ${address}, and ${call.when}`;
  return [option(text, [{ kind: "call", text: `a call of ${address}` }])];
}

/** With the objects in its first sample. */
function requestText(step: FlowStepModel, shared: ReadonlySet<string>): string {
  const [example] = step.next.flatMap((edge) => edge.example ?? []);
  const names = listPropertyNames(step.isReport ? example?.errorRequest : example?.request);
  return withNames(
    requestName(step),
    names.filter((name) => !shared.has(name)),
  );
}

const listPropertyNames = (body: unknown): string[] =>
  typeof body === "object" && body !== null ? Object.keys(body) : [];

/** For example `POST /addSessionLine with dialog`. Unique among the steps of a flow. */
const requestName = ({ event, with: part, isReport }: Omit<FlowStepModel, "next">): string =>
  `POST /${event}${part ? ` with ${conditionsName(part)}` : ""}${isReport ? " as a report" : ""}`;

function answerName(edge: FlowEdgeModel, step: Pick<FlowStepModel, "next">): string {
  if (edge.answer) return conditionsName(edge.answer);
  return isForAnyAnswer(edge, step) ? "any answer, or none" : "any other answer";
}

const conditionsName = (part: object): string => listConditions(part).join(" and ");

const withNames = (text: string, names: readonly string[]): string =>
  names.length === 0 ? text : `${text}: ${names.join(", ")}`;
