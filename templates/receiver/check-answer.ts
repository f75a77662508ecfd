import type { Problem, Result } from "../validators/result.js";
import { completeAnswer } from "./complete-answer.js";
import type { Delivery } from "./delivery.js";
import { findRequestMark } from "./direction.js";
import { copyPlainData } from "./plain-data.js";
import { refusals, type Reply, type Step } from "./refusal.js";
import { toSentence } from "./sentence.js";
import type { Settings } from "./settings.js";

/** Completes a handler's answer and checks it for the shop that asked: half an answer never goes out. */
export function checkAnswer(settings: Settings, delivery: Delivery, answer: unknown): Step<Reply> {
  const judged = judgeAnswer(settings, delivery, answer);
  if (!judged.ok) return refuseAnswer(settings, delivery, judged.problems);
  if (judged.omitted !== undefined) logOmissions(settings, delivery, judged.omitted);
  return { value: createReply(settings, delivery.event, judged.value as object) };
}

/** What the shop would be sent, and whether it takes that. */
export function judgeAnswer(settings: Settings, delivery: Delivery, answer: unknown): Result<unknown> {
  const { contract } = settings;
  const { event, subscription } = delivery;
  const copied = copyPlainData(answer, contract.json !== undefined);
  if (!copied.isPlain) return toInvalid(copied.path, "not-plain-data", copied.message);
  const complete = completeAnswer(settings, delivery, copied.value);
  const result = validateFor(subscription.version, settings, event, complete);
  const mark = result.ok ? findRequestMark(result.value as object) : undefined;
  return mark === undefined ? result : toInvalid(`/${mark}`, "like-a-request", "only requests may have this");
}

/** A shop that sends an event which its release does not have runs another one: the first that has it, or any. */
function validateFor(
  version: string | undefined,
  { contract, unsupported }: Settings,
  event: string,
  answer: unknown,
): Result<unknown> {
  const result = contract.validateResponse(event, answer, { version, unsupported });
  const [problem] = result.ok ? [] : result.problems;
  if (problem?.code !== "unsupported-event") return result;
  // Which release between those of a list it is, nobody knows.
  const first = contract.fleet.spans.length > 1 ? undefined : problem.addedIn;
  return contract.validateResponse(event, answer, { version: first, unsupported });
}

const toInvalid = (path: string, code: string, message: string): Result<never> => ({
  ok: false,
  problems: [{ path, code, message }],
});

function refuseAnswer(
  { log }: Settings,
  { event, subscription }: Delivery,
  problems: readonly Problem[],
): Step<Reply> {
  log.error(
    { eventName: event, subscriptionId: subscription.id, problems },
    `the handler of ${event} gave an invalid answer: ${toSentence(problems)}`,
  );
  return { refusal: refusals.handlerFailed };
}

/** So many parts are told of one by one. */
const mostTold = 100;

/** What the shop does not take is never left out in silence. */
function logOmissions(
  { log }: Settings,
  { event, subscription }: Delivery,
  omitted: readonly Problem[],
): void {
  const fields = { eventName: event, subscriptionId: subscription.id };
  for (const { path, message } of omitted.slice(0, mostTold)) {
    log.warn({ ...fields, path }, `${event}: left out of the answer: ${message}`);
  }
  const others = omitted.length - mostTold;
  if (others > 0) log.warn(fields, `${event}: left out of the answer: ${others} more parts`);
}

/** The text is made of what was checked, and of nothing else. */
function createReply({ contract }: Settings, event: string, body: object): Reply {
  const text = contract.json === undefined ? JSON.stringify(body) : contract.json.stringify(body, event);
  const error = Object.hasOwn(body, "error")
    ? (body as { readonly error?: { readonly code: string } }).error
    : undefined;
  return { status: error === undefined ? 200 : 400, text, code: error?.code };
}
