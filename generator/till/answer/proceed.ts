import { carryOver, follow, listSteps, type Next, type Turn } from "./course.js";
import { getAt, type JsonObject } from "../../json.js";
import { isBlocking, whyNotSent, type Order, type TillSetUp } from "../request/request.js";
import type { Pending, Plans } from "./plans.js";

/** How far the till is in every flow, and what it will send by itself, after an answer that it took. */
export function proceed(state: Plans, turn: Turn, setUp: TillSetUp, now: number): Plans {
  const { event } = turn;
  const at = now + setUp.settings.pollEvery;
  const flows = listSteps(setUp.model.flows, event, state.courses).map(({ flow, step, course }) => ({
    name: flow.name,
    progress: follow(flow, step, turn, course),
  }));
  const touched = flows.filter(({ progress }) => progress.next !== "same").map(({ name }) => name);
  const nexts = flows.flatMap(({ progress: { next } }) =>
    next === undefined || next === "same" ? [] : toPending(next, turn, setUp, at),
  );
  const again = pollsOn(turn, setUp) ? [repeat(turn, at)] : [];
  const left = state.pending.filter(({ key }) => !touched.includes(key) && key !== event.name);
  return {
    courses: [
      ...state.courses.filter(({ flow }) => !flows.some(({ name }) => name === flow.name)),
      ...flows.flatMap(({ progress: { course } }) => course ?? []),
    ],
    pending: [...left, ...eachEventOnce([...nexts, ...again])],
  };
}

function toPending(
  { flow, event: name, canEnd }: Next,
  turn: Turn,
  setUp: TillSetUp,
  at: number,
): readonly Pending[] {
  const event = setUp.model.events.find((each) => each.name === name);
  // What a till of this release or product does not send, it does not go on with.
  if (!event || whyNotSent(event, setUp) !== undefined) return [];
  const isAgain = event === turn.event;
  const carried = carryOver(turn.request, event);
  return [{ key: flow.name, order: { event, parts: {}, carried, isAgain }, at, canEnd }];
}

/** Whether the request says that the event polls, and the answer does not say that it is over. */
function pollsOn({ event, request, answer }: Turn, setUp: TillSetUp): boolean {
  const { polling } = setUp.model;
  if (!polling || event.pollingOptional || !isBlocking(event, setUp)) return false;
  const asks = getAt(request, [polling.asks.object, polling.asks.property]) === true;
  return asks && getAt(answer, [polling.ends.object, polling.ends.property]) !== true;
}

const repeat = ({ event, request }: Turn, at: number): Pending => ({
  key: event.name,
  order: repeatOrder(event, request),
  at,
  canEnd: true,
});

/** The same event once more, with all that it carried. */
export const repeatOrder = (event: Order["event"], request: JsonObject, parts: JsonObject = {}): Order => ({
  event,
  parts,
  carried: carryOver(request, event),
  isAgain: true,
});

/** Several flows may go on with the same event: it is one request. */
const eachEventOnce = (pending: readonly Pending[]): readonly Pending[] =>
  pending.filter(
    ({ order }, index) => pending.findIndex((other) => other.order.event === order.event) === index,
  );
