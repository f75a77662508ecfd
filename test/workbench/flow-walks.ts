import { back, type FlowEnd } from "../../generator/contract/read/dialect.js";
import { defined } from "../../generator/contract/read/values.js";
import {
  findEdgeTarget,
  type FlowEdgeModel,
  type FlowModel,
  type FlowStepModel,
} from "../../generator/contract/model/flow-model.js";

export interface Walk {
  readonly steps: readonly WalkStep[];
  readonly end: FlowEnd;
}

export interface WalkStep {
  readonly step: FlowStepModel;
  readonly edge: FlowEdgeModel;
  /** An event or error report of the POS. */
  readonly request: unknown;
  readonly answer: unknown;
}

/**
 * Paths through a flow that take every edge at least once, with the flow's examples. They take each loop once, and
 * each optional step once after every step that it may follow.
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

interface State {
  readonly step: FlowStepModel;
  /** The step after the optional steps. */
  readonly pending?: FlowStepModel;
}

interface Move {
  readonly from: FlowStepModel;
  readonly edge: FlowEdgeModel;
  readonly to: State | { readonly end: FlowEnd };
  /** The edges and steps that the move covers. */
  readonly keys: readonly string[];
}

const isLast = ({ to }: Move): boolean => "end" in to;

/** Optional steps, which may follow a step at any time. */
const listBetween = ({ steps }: FlowModel, { id }: FlowStepModel): FlowStepModel[] =>
  steps.filter(({ between }) => between.includes(id));

/** Moves along each edge of the step, and to each optional step. */
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

function listKeys(flow: FlowModel, start: State): Set<string> {
  const keys = explore(flow, start).flatMap((path) => getLast(path).keys);
  return new Set(keys);
}

const findPath = (flow: FlowModel, start: State, isWanted: (move: Move) => boolean): readonly Move[] =>
  defined(
    explore(flow, start).find((path) => isWanted(getLast(path))),
    "lint rejects a flow with an unreachable part or without an end",
  );

function explore(flow: FlowModel, start: State): (readonly Move[])[] {
  const seen = new Set([describe(start)]);
  const paths: (readonly Move[])[] = listMoves(flow, start).map((move) => [move]);
  // The loop also visits items that it adds.
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

/**
 * An edge without an example uses the bodies of another edge with the same answer. The default edge uses an empty
 * answer.
 */
function toWalkStep({ from: step, edge }: Move): WalkStep {
  const shown = step.next.filter(({ example }) => example !== undefined);
  const same = shown.find(({ answer }) => JSON.stringify(answer) === JSON.stringify(edge.answer));
  const example = defined(
    (edge.example ? edge : (same ?? shown[0]))?.example,
    "a test rejects a step that no sample shows",
  );
  const isShown = edge.example !== undefined || edge.answer !== undefined || edge.till !== undefined;
  return {
    step,
    edge,
    request: step.isReport ? example.errorRequest : example.request,
    answer: isShown ? (example.response ?? {}) : {},
  };
}
