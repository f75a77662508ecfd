import type { Sequence, SequenceMessage, SequenceStep } from "../../blocks/block.js";
import {
  findTarget,
  type FlowEdgeModel,
  type FlowModel,
  type FlowStepModel,
  isForAllElse,
  isForAnyAnswer,
  isOpenEvent,
  listArrows,
  listBefore,
  listBetween,
} from "../../model/flow-model.js";
import { groupBy } from "../../spec/values.js";
import { listWords } from "../../text/words.js";
import type { EventView, ObjectView } from "../../view/view.js";
import type { PageData } from "../page-data.js";
import { addressName, listConditions } from "../prose/flow-text.js";

/** The request and the answers of an event, and the answers that make the POS send it again. */
export function eventSequence(event: EventView, data: PageData): Sequence {
  const { name, request, response } = event;
  const listNames = ({ properties }: ObjectView, wanted: ReadonlySet<string>): string[] =>
    properties.flatMap((property) => (wanted.has(property.name) ? property.name : []));
  return {
    title: `How ${name} goes`,
    steps: [
      { kind: "request", text: withNames(`POST /${name}`, listNames(request, data.own.carried)) },
      {
        kind: "answer",
        text: withNames("200", [...listNames(response, data.own.answers), "common answers, or nothing"]),
      },
      ...listRepeats(event, data.model.flows),
    ],
  };
}

/** The flows that an event takes part in: those that show it, and those that go the same with it as with what they show. */
export const listFlows = ({ name, response }: EventView, flows: readonly FlowModel[]): FlowModel[] =>
  flows.filter(
    (flow) =>
      isShownIn(flow, name) || (flow.anyEvent && isOpenEvent(name, flows) && takesAll(response, flow)),
  );

/** Whether a step of a flow is of an event. */
export const isShownIn = ({ steps }: FlowModel, event: string): boolean =>
  steps.some((step) => step.event === event);

const takesAll = ({ properties }: ObjectView, flow: FlowModel): boolean =>
  listArrows(flow)
    .flatMap(({ edge }) => Object.keys(edge.answer ?? {}))
    .every((answer) => properties.some(({ name }) => name === answer));

/** What makes the POS send the event again, each way once. */
function listRepeats(event: EventView, flows: readonly FlowModel[]): SequenceStep[] {
  const repeats = listFlows(event, flows).flatMap((flow) => listRepeatsIn(flow, event.name));
  return [...new Map(repeats.map((repeat) => [JSON.stringify(repeat), repeat])).values()];
}

function listRepeatsIn({ steps, anyEvent }: FlowModel, event: string): SequenceStep[] {
  const own = steps.filter((step) => !step.isReport && (anyEvent || step.event === event));
  return own.flatMap((from) => [
    ...(from.next.some((edge) => edge.to === from.id && isRepeat(edge, from))
      ? [drawRepeat("loop", loopName(from), { ...from, event })]
      : []),
    ...from.next.flatMap((edge) =>
      own
        .filter((to) => to !== from && edge.to === to.id && isRepeat(edge, to))
        .map((to) => drawRepeat("opt", listOutcome(from, edge), { ...to, event })),
    ),
  ]);
}

/** What happens at the till makes a new event, unless the event brings the outcome of an answer. */
const isRepeat = ({ till }: FlowEdgeModel, to: FlowStepModel): boolean =>
  till === undefined || to.with !== undefined;

const listOutcome = (from: FlowStepModel, edge: FlowEdgeModel): string =>
  `after ${answerName(edge, from)}${edge.till === undefined ? "" : `: ${edge.till}`}`;

const drawRepeat = (kind: "loop" | "opt", text: string, to: FlowStepModel): SequenceStep => ({
  kind,
  text,
  steps: [
    { kind: "request", text: requestName(to).replace(/^\S+ \S+/, "$& again") },
    { kind: "answer", text: "200" },
  ],
});

/** The graph of a flow: each step once, repeats as loops, what may come between as options. */
export const flowSequence = (flow: FlowModel, { shared }: PageData): Sequence => ({
  title: flow.title,
  steps: drawStep(flow.steps[0], { flow, drawn: new Set(), shared: listRequired(shared.request) }),
});

/** The names of the properties that a body has to have. */
export const listRequired = ({ properties }: PageData["shared"]["request"]): ReadonlySet<string> =>
  new Set(properties.filter(({ required }) => required).map(({ name }) => name));

interface Drawing {
  readonly flow: FlowModel;
  /** The steps that are in the drawing already. */
  readonly drawn: Set<string>;
  /** What every request carries, and no arrow need tell. */
  readonly shared: ReadonlySet<string>;
}

/** A step, with all that follows it and is not drawn yet. */
function drawStep(step: FlowStepModel, drawing: Drawing): SequenceStep[] {
  const { flow, drawn } = drawing;
  drawn.add(step.id);
  const repeats = step.next.filter(({ to }) => to === step.id);
  const exits = step.next.filter(({ to }) => to !== step.id);
  const following = flow.steps.filter(({ id }) => !drawn.has(id) && exits.some(({ to }) => to === id));
  // What several exits lead to is drawn where each is taken; what only one does, below.
  const isForked = following.length > (step.between.length > 0 && exits.length > 1 ? 0 : 1);
  const below = isForked ? [] : following;
  const between = drawBetween(step, below, drawing);
  const comesBefore = isForked || repeats.length > 0;
  // Where one edge leads to what is drawn below, what happens at the till comes after all that may come between.
  const down = exits.filter(({ to }) => below.some(({ id }) => id === to));
  const last = !comesBefore && between.length > 0 && down.length === 1 ? down[0] : undefined;
  const request = requestArrow(step, drawing);
  const loop = [request, ...drawExits(step, repeats, () => [])];
  return [
    ...(repeats.length > 0 ? [{ kind: "loop", text: loopName(step), steps: loop } as const] : []),
    ...(comesBefore ? between : []),
    ...drawCall(step),
    request,
    ...drawExits(step, exits, (edge) => drawTarget(edge, isForked, drawing), last),
    ...(comesBefore ? [] : between),
    ...(last ? tillNote(last) : []),
    ...below.flatMap((next) => drawStep(next, drawing)),
  ];
}

/** The steps that may come after a step at any time, but for those that are drawn below it. */
function drawBetween(step: FlowStepModel, below: readonly FlowStepModel[], drawing: Drawing): SequenceStep[] {
  const { flow, drawn } = drawing;
  // Their place is taken, so that no frame draws them.
  below.forEach(({ id }) => drawn.add(id));
  const frames = listBetween(flow, step).flatMap((other): SequenceStep[] => {
    const before = listBefore(flow, other);
    if (drawn.has(other.id) || before.at(-1) !== step) return [];
    const text = `at any time after ${listWords(before.map(requestName), "or")}`;
    return [{ kind: "opt", text, steps: drawStep(other, drawing) }];
  });
  below.forEach(({ id }) => drawn.delete(id));
  return frames;
}

type DrawEdge = (edge: FlowEdgeModel) => SequenceStep[];

/**
 * The answers that lead on from a step, and what each leads to.
 * @param last The edge whose note of the till is drawn later.
 */
function drawExits(
  step: FlowStepModel,
  exits: readonly FlowEdgeModel[],
  target: DrawEdge,
  last?: FlowEdgeModel,
): SequenceStep[] {
  const drawTills = (edges: readonly FlowEdgeModel[]): SequenceStep[] => {
    const [edge] = edges;
    if (edge && edges.length === 1) return [...(edge === last ? [] : tillNote(edge)), ...target(edge)];
    return [{ kind: "alt", branches: edges.map((each) => ({ text: atTheTill(each), steps: target(each) })) }];
  };
  const groups = [...groupBy(exits, (edge) => answerName(edge, step))];
  if (groups.length > 1) {
    const branches = groups.map(([answer, edges]) => {
      const text = edges.map(listAnswered).find((names) => names !== "") ?? "anything else, or nothing";
      return {
        text: answerText(answer, edges),
        steps: [{ kind: "answer", text }, ...drawTills(edges)] as const,
      };
    });
    return [{ kind: "alt", branches }];
  }
  return groups.flatMap(([answer, edges]) => {
    const sample = listAnswered(edges[0]);
    const isAny = edges.every((edge) => isForAnyAnswer(edge, step)) && sample !== "";
    const text = answerText(isAny ? `any answer, such as ${sample}` : answer, edges);
    return [{ kind: "answer", text }, ...drawTills(edges)] as const;
  });
}

const tillNote = (edge: FlowEdgeModel): SequenceStep[] =>
  edge.till === undefined ? [] : [{ kind: "note", text: atTheTill(edge) }];

const atTheTill = (edge: FlowEdgeModel): string => `At the till: ${edge.till ?? ""}${formatKinds([edge])}`;

/** An answer, and how it is known what it leads to by itself. */
const answerText = (answer: string, edges: readonly FlowEdgeModel[]): string =>
  answer + formatKinds(edges.filter(({ till }) => till === undefined));

/** How what no source documents is known: ` (inferred)`. */
function formatKinds(edges: readonly FlowEdgeModel[]): string {
  const kinds = edges.flatMap(({ provenance }) => provenance?.kind ?? []);
  const told = new Set(kinds.filter((kind) => kind !== "documented"));
  return told.size === 0 ? "" : ` (${[...told].join(", ")})`;
}

/** Where an edge leads; nothing if that is drawn next. */
function drawTarget(edge: FlowEdgeModel, isForked: boolean, drawing: Drawing): SequenceStep[] {
  const target = findTarget(drawing.flow, edge);
  switch (target.kind) {
    case "back":
      return [{ kind: "note", text: "The flow continues where it was" }];
    case "end":
      return [{ kind: "note", text: `End: ${target.end.text}` }];
    case "step":
      if (drawing.drawn.has(target.step.id))
        return [{ kind: "note", text: `Next: ${requestName(target.step)}` }];
      return isForked ? drawStep(target.step, drawing) : [];
  }
}

function drawCall({ call }: FlowStepModel): SequenceStep[] {
  if (!call) return [];
  const address = addressName(call);
  const text = `the request has ${address}, and ${call.when}`;
  return [{ kind: "opt", text, steps: [{ kind: "call", text: `a call of ${address}` }] }];
}

/** The request of a step, with the objects that its first sample carries. */
function requestArrow(step: FlowStepModel, { shared }: Drawing): SequenceMessage {
  const [example] = step.next.flatMap((edge) => edge.example ?? []);
  const body = step.isReport ? example?.errorRequest : example?.request;
  return {
    kind: "request",
    text: withNames(
      requestName(step),
      listKeys(body).filter((key) => !shared.has(key)),
    ),
  };
}

/** The answers that the sample of an edge combines. */
const listAnswered = ({ example }: FlowEdgeModel): string => listKeys(example?.response).join(", ");

const listKeys = (body: unknown): string[] =>
  typeof body === "object" && body !== null ? Object.keys(body) : [];

/** The request of a step: `POST /addSessionLine with dialog`. No two steps of a flow have the same. */
export const requestName = ({ event, with: part, isReport }: Omit<FlowStepModel, "next">): string =>
  `POST /${event}${part ? ` with ${conditionsName(part)}` : ""}${isReport ? " as a report" : ""}`;

/** What has to be answered for an edge to be taken. */
export function answerName(edge: FlowEdgeModel, step: Pick<FlowStepModel, "next">): string {
  if (edge.answer) return conditionsName(edge.answer);
  return isForAnyAnswer(edge, step) ? "any answer, or none" : "any other answer";
}

const conditionsName = (part: object): string => listConditions(part).join(" and ");

/** How long a step repeats itself. */
function loopName({ id, next }: FlowStepModel): string {
  const repeats = next.filter(({ to }) => to === id);
  if (repeats.some(isForAllElse)) {
    const ends = next
      .filter((edge) => !repeats.includes(edge) && edge.till === undefined)
      .flatMap(({ answer }) => (answer ? [conditionsName(answer)] : []));
    return ends.length > 0 ? `until ${ends.join(", or ")}` : "again after every answer";
  }
  const tills = repeats.flatMap(({ till }) => till ?? []);
  if (tills.length > 0) return `each time: ${[...new Set(tills)].join(" ")}`;
  return `again after ${repeats.map((edge) => answerName(edge, { next })).join(", or ")}`;
}

/** What an arrow says, and the objects that it carries. */
const withNames = (text: string, names: readonly string[]): string =>
  names.length === 0 ? text : `${text}: ${names.join(", ")}`;
