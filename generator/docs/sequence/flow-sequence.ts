import { findTarget, isForAnyAnswer, listBefore, listBetween } from "../../model/flow-model.js";
import type { FlowEdgeModel, FlowModel, FlowStepModel } from "../../model/flow-model.js";
import { listWords } from "../../text/words.js";
import type { Sequence, SequenceMessage, SequenceStep } from "../blocks/sequence.js";
import type { Survey } from "../survey/survey.js";
import { answerName, loopName, requestName, withNames } from "./flow-words.js";

/** The graph of a flow: each step once, repeats as loops, what may come between as options. */
export function flowSequence(flow: FlowModel, survey: Survey): Sequence {
  const drawing: Drawing = { flow, drawn: new Set(), shared: listShared(survey) };
  return { title: flow.title, steps: drawStep(flow.steps[0], drawing) };
}

interface Drawing {
  readonly flow: FlowModel;
  /** The steps that are in the drawing already. */
  readonly drawn: Set<string>;
  /** What every request carries, and no arrow need tell. */
  readonly shared: ReadonlySet<string>;
}

/** A step, with all that follows it and is not drawn yet. */
function drawStep(step: FlowStepModel, drawing: Drawing): SequenceStep[] {
  drawing.drawn.add(step.id);
  const repeats = step.next.filter(({ to }) => to === step.id);
  const exits = step.next.filter(({ to }) => to !== step.id);
  const following = listUndrawn(exits, drawing);
  // What several exits lead to is drawn where each is taken; what only one does, below.
  const isForked = following.length > (step.between.length > 0 && exits.length > 1 ? 0 : 1);
  const below = isForked ? [] : following;
  const comesBefore = isForked || repeats.length > 0;
  const request = requestArrow(step, drawing);
  const start = [
    ...(repeats.length > 0 ? [drawLoop(step, repeats, request)] : []),
    ...(comesBefore ? drawBetween(step, below, drawing) : []),
    ...drawCall(step),
    request,
  ];
  const between = comesBefore ? [] : drawBetween(step, below, drawing);
  const last = between.length > 0 ? findLast(exits, below) : undefined;
  const draw: DrawEdge = {
    till: (edge) => (edge === last ? [] : tillNote(edge)),
    target: (edge) => drawTarget(edge, isForked, drawing),
  };
  return [
    ...start,
    ...drawExits(step, exits, draw),
    ...between,
    ...(last ? tillNote(last) : []),
    ...below.flatMap((next) => drawStep(next, drawing)),
  ];
}

/** The one edge that leads to what is drawn below: what happens at the till then comes after all that may come between. */
function findLast(
  exits: readonly FlowEdgeModel[],
  below: readonly FlowStepModel[],
): FlowEdgeModel | undefined {
  const [edge, ...others] = exits.filter(({ to }) => below.some(({ id }) => id === to));
  return others.length === 0 ? edge : undefined;
}

const listUndrawn = (exits: readonly FlowEdgeModel[], { flow, drawn }: Drawing): FlowStepModel[] =>
  flow.steps.filter(({ id }) => !drawn.has(id) && exits.some(({ to }) => to === id));

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

const drawLoop = (
  step: FlowStepModel,
  repeats: readonly FlowEdgeModel[],
  request: SequenceStep,
): SequenceStep => ({
  kind: "loop",
  text: loopName(step),
  steps: [request, ...drawExits(step, repeats, { till: tillNote, target: () => [] })],
});

/** Draws what comes of an edge. */
interface DrawEdge {
  /** What happens at the till, if that is to be told with the answer. */
  readonly till: (edge: FlowEdgeModel) => SequenceStep[];
  readonly target: (edge: FlowEdgeModel) => SequenceStep[];
}

/** The answers that lead on from a step, and what each leads to. */
function drawExits(step: FlowStepModel, exits: readonly FlowEdgeModel[], draw: DrawEdge): SequenceStep[] {
  const groups = groupByAnswer(step, exits);
  const [first, ...others] = groups;
  if (!first) return [];
  if (others.length > 0) {
    const branches = groups.map(({ answer, edges }) => ({
      text: answerText(answer, edges),
      steps: [
        {
          kind: "answer",
          text: edges.map(listAnswered).find((names) => names !== "") ?? "anything else, or nothing",
        },
        ...drawTills(edges, draw),
      ] as const,
    }));
    return [{ kind: "alt", branches }];
  }
  const [sample = ""] = first.edges.map(listAnswered);
  const isAny = first.edges.every((edge) => isForAnyAnswer(edge, step)) && sample !== "";
  const answer = answerText(isAny ? `any answer, such as ${sample}` : first.answer, first.edges);
  return [{ kind: "answer", text: answer }, ...drawTills(first.edges, draw)];
}

/** What one answer leads to, by what happens at the till. */
function drawTills(edges: readonly FlowEdgeModel[], draw: DrawEdge): SequenceStep[] {
  const [edge] = edges;
  if (edge && edges.length === 1) return [...draw.till(edge), ...draw.target(edge)];
  const branches = edges.map((each) => ({ text: atTheTill(each), steps: draw.target(each) }));
  return [{ kind: "alt", branches }];
}

const tillNote = (edge: FlowEdgeModel): SequenceStep[] =>
  edge.till === undefined ? [] : [{ kind: "note", text: atTheTill(edge) }];

const atTheTill = (edge: FlowEdgeModel): string => `At the till: ${edge.till ?? ""}${mark([edge])}`;

/** How what no source documents is known: ` (inferred)`. */
function mark(edges: readonly FlowEdgeModel[]): string {
  const kinds = edges.flatMap(({ provenance }) =>
    provenance && provenance.kind !== "documented" ? provenance.kind : [],
  );
  return kinds.length === 0 ? "" : ` (${[...new Set(kinds)].join(", ")})`;
}

/** An answer, and how it is known what it leads to by itself. */
const answerText = (answer: string, edges: readonly FlowEdgeModel[]): string =>
  answer + mark(edges.filter(({ till }) => till === undefined));

interface AnswerGroup {
  readonly answer: string;
  readonly edges: readonly FlowEdgeModel[];
}

function groupByAnswer(step: FlowStepModel, exits: readonly FlowEdgeModel[]): AnswerGroup[] {
  const answers = [...new Set(exits.map((edge) => answerName(edge, step)))];
  return answers.map((answer) => ({
    answer,
    edges: exits.filter((edge) => answerName(edge, step) === answer),
  }));
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
      if (drawing.drawn.has(target.step.id)) return [goOn(target.step)];
      return isForked ? drawStep(target.step, drawing) : [];
  }
}

const goOn = (step: FlowStepModel): SequenceMessage => ({ kind: "note", text: `Next: ${requestName(step)}` });

function drawCall({ call }: FlowStepModel): SequenceStep[] {
  if (!call) return [];
  const address = call.address.slice(1).replaceAll("/", ".");
  return [
    {
      kind: "opt",
      text: `the request has ${address}, and ${call.when}`,
      steps: [{ kind: "call", text: `a call of ${address}` }],
    },
  ];
}

/** The request of a step, with the objects that its first sample carries. */
function requestArrow(step: FlowStepModel, { shared }: Drawing): SequenceMessage {
  const [example] = step.next.flatMap((edge) => edge.example ?? []);
  const body = step.isReport ? example?.errorRequest : example?.request;
  const carried = listKeys(body).filter((key) => !shared.has(key));
  return { kind: "request", text: withNames(requestName(step), carried) };
}

/** The answers that the sample of an edge combines. */
const listAnswered = ({ example }: FlowEdgeModel): string => listKeys(example?.response).join(", ");

const listKeys = (body: unknown): string[] =>
  typeof body === "object" && body !== null ? Object.keys(body) : [];

const listShared = ({ view }: Survey): ReadonlySet<string> =>
  new Set(view.commonRequest.properties.filter(({ required }) => required).map(({ name }) => name));
