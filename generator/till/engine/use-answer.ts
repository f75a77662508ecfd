import { executeAnswer } from "./effects.js";
import { advanceFlows, type AnsweredRequest, type TillPlans } from "./flows.js";
import { refuseAnswer } from "./judge-answer.js";
import type { Sale } from "./sale.js";
import type { PostResult } from "./post.js";
import type { Exchange } from "./till-types.js";
import type { TillSetUp } from "./till-set-up.js";

export type AnswerOutcome = Pick<Exchange, "verdict" | "unused" | "notes">;

/** For a request whose answer does not count. */
export const noEffect: AnswerOutcome = { verdict: { kind: "taken", answer: {} }, unused: [], notes: [] };

/** `now` is on the till's clock. */
interface TillMoment extends TillPlans {
  readonly sale: Sale;
  readonly now: number;
}

/** Returns a verdict if the till cannot do what the answer says. */
export function useAnswer({ sale, now, ...plans }: TillMoment, turn: AnsweredRequest, setUp: TillSetUp) {
  const { request, answer } = turn;
  const { settings, makeId, product } = setUp;
  const progress = advanceFlows(plans, turn, setUp, now);
  const { settles, findings } = progress;
  if (findings.length > 0) return { ...noEffect, verdict: refuseAnswer(...findings) };
  const executed = executeAnswer(sale, { request, answer, settings, makeId, settles }, product);
  if ("code" in executed) return { ...noEffect, verdict: refuseAnswer(executed) };
  return { verdict: { kind: "taken", answer } as const, ...executed, progress };
}

export function toReply(result: PostResult): Pick<Exchange, "reply"> {
  if (result.kind === "none") return {};
  const { status, headers, body } = result;
  return { reply: { status, headers, body: Buffer.from(body).toString() } };
}
