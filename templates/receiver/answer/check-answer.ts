import type { Problem, Result } from "../../validators/results.js";
import { findRequestProperty } from "../auth/reflection.js";
import { refusals, type Outcome, type Reply } from "../http/refusal.js";
import type { VerifiedEvent } from "../settings/delivery.js";
import type { Settings } from "../settings/settings.js";
import { describeProblems } from "../values/describe-problems.js";
import { copyPlainData } from "../values/plain-data.js";
import { completeAnswer } from "./complete-answer.js";

/** Completes a handler's answer and checks it for the shop's release. An invalid answer is never sent in part. */
export function checkAnswer(settings: Settings, delivery: VerifiedEvent, answer: unknown): Outcome<Reply> {
  const checked = validateAnswer(settings, delivery, answer);
  if (!checked.ok) return refuseAnswer(settings, delivery, checked.problems);
  if (checked.omitted !== undefined) logOmissions(settings, delivery, checked.omitted);
  return { value: createReply(settings, delivery.event, checked.value as object) };
}

/** Returns the answer that would be sent, or why the shop cannot be sent it. */
export function validateAnswer(
  settings: Settings,
  delivery: VerifiedEvent,
  answer: unknown,
): Result<unknown> {
  const { contract } = settings;
  const { event, subscription } = delivery;
  const copied = copyPlainData(answer, contract.json !== undefined);
  if (!copied.isPlain) return toInvalid(copied.path, "not-plain-data", copied.message);
  const complete = completeAnswer(settings, delivery, copied.value);
  const result = validateFor(subscription.version, settings, event, complete);
  const property = result.ok ? findRequestProperty(result.value as object) : undefined;
  return property === undefined
    ? result
    : toInvalid(`/${property}`, "like-a-request", "only requests may have this");
}

/** If the shop's release does not have the event it sent, it runs another: the answer is checked for the first with it. */
function validateFor(
  version: string | undefined,
  { contract, unsupported }: Settings,
  event: string,
  answer: unknown,
): Result<unknown> {
  const result = contract.validateResponse(event, answer, { version, unsupported });
  const [problem] = result.ok ? [] : result.problems;
  if (problem?.code !== "unsupported-event") return result;
  // In a fleet that is a list of releases, it is not known which one the shop runs.
  const first = contract.fleet.spans.length > 1 ? undefined : problem.addedIn;
  return contract.validateResponse(event, answer, { version: first, unsupported });
}

const toInvalid = (path: string, code: string, message: string): Result<never> => ({
  ok: false,
  problems: [{ path, code, message }],
});

function refuseAnswer(
  { log }: Settings,
  { event, subscription }: VerifiedEvent,
  problems: readonly Problem[],
): Outcome<Reply> {
  log.error(
    { eventName: event, subscriptionId: subscription.id, problems },
    `the handler of ${event} gave an invalid answer: ${describeProblems(problems)}`,
  );
  return { refusal: refusals.handlerFailed };
}

/** How many parts are logged one by one. */
const mostLogged = 100;

/** Logs what was left out because the shop's release does not support it. */
function logOmissions(
  { log }: Settings,
  { event, subscription }: VerifiedEvent,
  omitted: readonly Problem[],
): void {
  const fields = { eventName: event, subscriptionId: subscription.id };
  for (const { path, message } of omitted.slice(0, mostLogged)) {
    log.warn({ ...fields, path }, `${event}: left out of the answer: ${message}`);
  }
  const others = omitted.length - mostLogged;
  if (others > 0) log.warn(fields, `${event}: left out of the answer: ${others} more parts`);
}

/** Writes only what was checked. */
function createReply({ contract }: Settings, event: string, body: object): Reply {
  const text = contract.json === undefined ? JSON.stringify(body) : contract.json.stringify(body, event);
  const error = Object.hasOwn(body, "error")
    ? (body as { readonly error?: { readonly code: string } }).error
    : undefined;
  return { status: error === undefined ? 200 : 400, text, code: error?.code };
}
