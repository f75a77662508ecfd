import { isForAllElse, isForAnyAnswer } from "../../model/flow-model.js";
import type { FlowEdgeModel, FlowStepModel } from "../../model/flow-model.js";
import { listConditions } from "../prose/part-text.js";

type Edges = Pick<FlowStepModel, "next">;

/** The request of a step: `POST /addSessionLine with dialog`. No two steps of a flow have the same. */
export const requestName = ({ event, with: part, isReport }: Omit<FlowStepModel, "next">): string =>
  [
    `POST /${event}`,
    ...(part ? [`with ${conditionsName(part)}`] : []),
    ...(isReport ? ["as a report"] : []),
  ].join(" ");

/** What has to be answered for an edge to be taken. */
export function answerName(edge: FlowEdgeModel, step: Edges): string {
  if (edge.answer) return conditionsName(edge.answer);
  return isForAnyAnswer(edge, step) ? "any answer, or none" : "any other answer";
}

const conditionsName = (part: object): string => listConditions(part).join(" and ");

/** How long a step repeats itself. */
export function loopName({ id, next }: FlowStepModel): string {
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
export const withNames = (text: string, names: readonly string[]): string =>
  names.length === 0 ? text : `${text}: ${names.join(", ")}`;
