import type { Direction } from "../../model/model.js";

/** What a change can mean to an integrator, gravest first. */
export const verdicts = ["breaking", "handle", "safe", "docs"] as const;
export type Verdict = (typeof verdicts)[number];

/** Whether a verdict is at least as grave as another. */
export const isAtLeast = (verdict: Verdict, limit: Verdict): boolean =>
  verdicts.indexOf(verdict) <= verdicts.indexOf(limit);

/** What a kind of change means in one direction: the verdict, and a line of advice in which `{}` is the detail. */
export type Meaning = readonly [verdict: Verdict, advice: string];

/** A kind of change; a direction that it lacks cannot have it. */
export type Kind = Readonly<Partial<Record<Direction, Meaning>>>;

/** A kind that only tells people something, in both directions. */
export const told = (advice: string): Kind => ({ request: ["docs", advice], response: ["docs", advice] });

/** A kind that means the same in both directions. */
export const alike = (verdict: Verdict, advice: string): Kind => ({
  request: [verdict, advice],
  response: [verdict, advice],
});

/** More is allowed: the integrator has to be ready for more requests, and may answer more. */
export const wider = (request: string, response: string): Kind => ({
  request: ["handle", request],
  response: ["safe", response],
});

/** Less is allowed: that breaks no reader of requests, but an answer that was valid may now be invalid. */
export const narrower = (request: string, response: string): Kind => ({
  request: ["safe", request],
  response: ["breaking", response],
});
