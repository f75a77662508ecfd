import { toVisibleLine } from "../../text/quote.js";
import type { StepResult } from "../play/result.js";

/** In characters: as much of an answer as helps to see what it is. */
const longest = 200;

/** What was answered in a step, for one that failed; undefined if nothing was, or if that is said already. */
export function describeAnswer({ exchanges }: Pick<StepResult, "exchanges">): string | undefined {
  const last = exchanges.at(-1);
  if (!last?.reply) return undefined;
  const { event, reply, verdict } = last;
  const isSaid = verdict.kind === "failed" && verdict.error !== undefined;
  if (isSaid && exchanges.length === 1) return undefined;
  const request = exchanges.length === 1 ? event : `the last of ${exchanges.length} requests, ${event}`;
  return `The answer to ${request}${describeBody(reply.body)}`;
}

function describeBody(body: string): string {
  if (body.trim() === "") return " has no body.";
  const text = body.trim();
  return `: ${toVisibleLine(text.slice(0, longest))}${text.length > longest ? "…" : ""}`;
}
