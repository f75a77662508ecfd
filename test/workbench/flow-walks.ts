import { back, type FlowEnd } from "../../generator/contract/read/dialect.js";
import { defined } from "../../generator/contract/read/values.js";
import {
  findEdgeTarget,
  type FlowEdgeModel,
  type FlowModel,
  type FlowStepModel,
} from "../../generator/contract/model/flow-model.js";

/** One way through a flow, from its first step to an end. */
export interface Walk {
  readonly steps: readonly WalkStep[];
  readonly end: FlowEnd;
}

export interface WalkStep {
  readonly step: FlowStepModel;
  readonly edge: FlowEdgeModel;
  /** What the POS sends: an event, or the report of a fault. */
  readonly request: unknown;
  /** An answer that leads on by the edge. */
  readonly answer: unknown;
}

/**
 * Ways through a flow, made of its examples, which take every edge at least once: loops once, and what may come between
 * once after each step that it may come after.
 */
export function listWalks(flow: FlowModel): Walk[] {
  const start: State = { step: flow.steps[0] };
  const left = listKeys(flow, start);
  const walks: Walk[] = [];
  for (const key of left) {
    const there = findPath(flow, start, (move) => move.keys.includes(key));
    const { to } = getLast(there);
    const path = "step" in to ? [...there, ...findPath(flow, to, isLast)] : there;
    path.forEach((move) => move.keys.forEach((each) => left.delete(each)));
    walks.push(toWalk(path));
  }
  return walks;
}

/** Where a walk is. */
interface State {
  readonly step: FlowStepModel;
  /** What comes once the steps are done that came between. */
  readonly pending?: FlowStepModel;
}

/** An answer, and what it brings. */
interface Move {
  readonly from: FlowStepModel;
  readonly edge: FlowEdgeModel;
  readonly to: State | { readonly end: FlowEnd };
  /** What of the graph it covers. */
  readonly keys: readonly string[];
}

const isLast = ({ to }: Move): boolean => "end" in to;

/** The steps that may come after a step at any time. */
const listBetween = ({ steps }: FlowModel, { id }: FlowStepModel): FlowStepModel[] =>
  steps.filter(({ between }) => between.includes(id));

/** The moves from a state: along each edge of its step, and instead to each step that may come between. */
function listMoves(flow: FlowModel, { step, pending }: State): Move[] {
  return step.next.flatMap((edge, index): Move[] => {
    const target = findEdgeTarget(flow, edge);
    const keys = [`${step.id} ${index}`];
    if (target.kind === "end") return [{ from: step, edge, to: { end: target.end }, keys }];
    const next = target.kind === "step" ? target.step : defined(pending, `lint lets ${back} only between`);
    const isDone = target.kind === "back" || next === pending;
    const rest = isDone || !pending ? {} : { pending };
    return [
      { from: step, edge, to: { step: next, ...rest }, keys },
      ...listBetween(flow, step).map((other) => ({
        from: step,
        edge,
        to: { step: other, pending: next },
        keys: [`${step.id} > ${other.id}`],
      })),
    ];
  });
}

/** What there is to cover. */
function listKeys(flow: FlowModel, start: State): Set<string> {
  const keys = explore(flow, start).flatMap((path) => getLast(path).keys);
  return new Set(keys);
}

/** The shortest way from a state that ends with a move of some kind. */
const findPath = (flow: FlowModel, start: State, isWanted: (move: Move) => boolean): readonly Move[] =>
  defined(
    explore(flow, start).find((path) => isWanted(getLast(path))),
    "lint lets no flow pass in which something cannot be reached, or no end",
  );

/** A shortest way to each move that can be made from a state on, the shortest first. */
function explore(flow: FlowModel, start: State): (readonly Move[])[] {
  const seen = new Set([describe(start)]);
  const paths: (readonly Move[])[] = listMoves(flow, start).map((move) => [move]);
  // A list that grows while it is walked is walked to its end.
  for (const path of paths) {
    const { to } = getLast(path);
    if ("end" in to || seen.has(describe(to))) continue;
    seen.add(describe(to));
    paths.push(...listMoves(flow, to).map((move) => [...path, move]));
  }
  return paths;
}

const getLast = (path: readonly Move[]): Move => defined(path.at(-1), "no path is empty");

const describe = ({ step, pending }: State): string => `${step.id} ${pending?.id ?? ""}`;

function toWalk(path: readonly Move[]): Walk {
  const { to } = getLast(path);
  const end = defined("end" in to ? to.end : undefined, "a walk goes on to an end");
  return { steps: path.map(toWalkStep), end };
}

/** An edge without an example has the bodies of another one with its answer; what is for all else, an empty answer. */
function toWalkStep({ from: step, edge }: Move): WalkStep {
  const shown = step.next.filter(({ example }) => example !== undefined);
  const same = shown.find(({ answer }) => JSON.stringify(answer) === JSON.stringify(edge.answer));
  const example = defined(
    (edge.example ? edge : (same ?? shown[0]))?.example,
    "a test lets no step pass unshown",
  );
  const isShown = edge.example !== undefined || edge.answer !== undefined || edge.till !== undefined;
  return {
    step,
    edge,
    request: step.isReport ? example.errorRequest : example.request,
    answer: isShown ? (example.response ?? {}) : {},
  };
}
