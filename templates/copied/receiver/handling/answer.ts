import type { Problem, Result, Validators } from "../../validators/results.js";
import type { EventRule } from "../../validators/rules.js";
import type { Log } from "../base/handlers.js";
import { describeProblems, silentLog, toFields, type Report } from "../base/log.js";
import { refusals, type Reply } from "../base/refusals.js";
import type { VerifiedEvent } from "../base/subscriptions.js";
import { cut, cutName, getOwn, isObject, type JsonObject } from "../base/values.js";
import { isPolling } from "./identity.js";
import { writeJson } from "./plain-data.js";

type Unsupported = "reject" | "omit" | undefined;

export type Answers = ReturnType<typeof createAnswers>;

/** The text that was checked is the text that is sent. */
export function createAnswers(contract: Validators, unsupported: Unsupported, log: Log, report: Report) {
  const check = (given: VerifiedEvent, answer: unknown, log: Log) => {
    const { text, problems } = writeJson(answer);
    if (problems.length > 0) return { result: { ok: false, problems } as const, text };
    const written: unknown = JSON.parse(text);
    const completed = completeAnswer(contract.rules.events.get(given.event), given, written, log);
    const result = refuseRequest(checkForShop(contract, given, completed, unsupported));
    const isUnchanged = "problems" in result || result.value === written;
    return { result, text: isUnchanged ? text : JSON.stringify(result.value) };
  };
  return {
    /** Logs nothing. */
    validate: (given: VerifiedEvent, answer: unknown): Result<unknown> =>
      check(given, answer, silentLog).result,
    /** Writes an answer as JSON. @throws Refusal if it is invalid; an invalid answer is never sent in part. */
    toReply(given: VerifiedEvent, answer: unknown): Reply {
      const { result, text } = check(given, answer, log);
      if ("problems" in result) {
        reportInvalid(given, result.problems, report);
        throw refusals.handlerFailed;
      }
      logOmissions(given, result.omitted ?? [], log);
      const error = getOwn(result.value as Readonly<Record<string, { readonly code: string }>>, "error");
      return { status: error ? 400 : 200, text, code: error?.code };
    },
  };
}

/** One key signs both directions, so a signed answer that looks like a request could be posted back as a request. */
function refuseRequest(result: Result<unknown>): Result<unknown> {
  if ("problems" in result) return result;
  const like = ["event", "original"].find((name) => Object.hasOwn(result.value as object, name));
  if (like === undefined) return result;
  const problem = {
    path: `/${like}`,
    code: "like-a-request",
    message: "only a request may have this property",
  };
  return { ok: false, problems: [problem] };
}

/**
 * Checks an answer against the shop's release. If that release lacks the event, the configured version is wrong, so the
 * answer is checked against the first release that has it.
 */
function checkForShop(
  contract: Validators,
  { event, subscription: { version } }: VerifiedEvent,
  answer: unknown,
  unsupported: Unsupported,
): Result<unknown> {
  const result = contract.validateResponse(event, answer, { version, unsupported });
  const [problem] = "problems" in result ? result.problems : [];
  if (problem?.code !== "unsupported-event") return result;
  // With several spans, we cannot tell which release the shop runs.
  const first = contract.rules.fleet.periods.length > 1 ? undefined : problem.addedIn;
  return contract.validateResponse(event, answer, { version: first, unsupported });
}

function completeAnswer(
  rule: EventRule | undefined,
  given: VerifiedEvent,
  answer: unknown,
  log: Log,
): unknown {
  if (!isObject(answer)) return answer;
  const { event, body } = given;
  const { echo, endsItself, repeated } = rule ?? {};
  const echoed = echo ? withEcho(echo, body, answer) : answer;
  if (!isPolling(body) || endsItself || repeated || echoed["polling"] !== undefined) return echoed;
  log.warn(
    toFields(given),
    `added polling: { finished: true } to the answer to ${event}, so that the POS stops polling`,
  );
  return { ...echoed, polling: { finished: true } };
}

/** Copies the id of an object in the request to the object of the same name in the answer. */
function withEcho(
  [object, property]: readonly [object: string, property: string],
  body: JsonObject,
  answer: JsonObject,
): JsonObject {
  const [requested, answered] = [body[object], answer[object]];
  if (!isObject(requested) || !isObject(answered) || answered[property] !== undefined) return answer;
  const id = requested[property];
  return id === undefined ? answer : { ...answer, [object]: { ...answered, [property]: id } };
}

function reportInvalid(given: VerifiedEvent, found: readonly Problem[], report: Report): void {
  // A property name may come from user input and be of any length.
  const problems = found.map(({ path, message, ...others }) => {
    const names = path.split("/");
    const name = names.at(-1) ?? "";
    const sentence = message.replaceAll(name, () => cutName(name));
    return { path: names.map(cutName).join("/"), ...others, message: cut(sentence) };
  });
  const message = `the ${given.event} handler returned an invalid answer: ${describeProblems(problems)}`;
  report({ ...toFields(given), problems }, message, given.status);
}

const maxLogged = 100;

function logOmissions(given: VerifiedEvent, omitted: readonly Problem[], log: Log): void {
  const fields = toFields(given);
  const start = `omitted from the answer to ${given.event}:`;
  for (const { path, message } of omitted.slice(0, maxLogged))
    log.warn({ ...fields, path }, `${start} ${message}`);
  const others = omitted.length - maxLogged;
  if (others > 0) log.warn(fields, `${start} ${others} more`);
}
