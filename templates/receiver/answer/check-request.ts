import type { Problem, Result } from "../../validators/results.js";
import { isEvent } from "../auth/reflection.js";
import { refusals, refuseBody, type Outcome } from "../http/refusal.js";
import type { Settings } from "../settings/settings.js";
import type { JsonObject } from "../values/json-object.js";

/** A body as handlers get it. */
export interface CheckedRequest {
  readonly request: unknown;
  readonly requestProblems: readonly Problem[];
  readonly result: Result<unknown>;
}

/** Holds a verified body against the type of its event. */
export function checkRequest(
  { contract, invalidRequests }: Settings,
  event: string,
  body: JsonObject,
): Outcome<CheckedRequest> {
  const result = contract.validateRequest(event, body);
  const required = contract.requiredObjects[event] ?? [];
  const mayBeInvalid = invalidRequests === "report" && required.every((name) => Object.hasOwn(body, name));
  if (!result.ok && !mayBeInvalid) return { refusal: refuseBody(result.problems, required) };
  // Also with `report`: one of our answers that somebody posts back has no event.
  if (!isEvent(body)) return { refusal: refusals.noEvent };
  return result.ok
    ? { value: { request: result.value, requestProblems: noProblems, result } }
    : { value: { request: body, requestProblems: result.problems, result } };
}

const noProblems: readonly Problem[] = [];
