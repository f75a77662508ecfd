import type { Problem, Result, Validators } from "../validators/results.js";
import { joinPointer, type EventRule } from "../validators/rules.js";
import { isPolling } from "./dedupe.js";
import { refusals, type Reply } from "./http.js";
import { describeProblems, silentLog, toFields, type Log } from "./log.js";
import type { VerifiedEvent } from "./subscriptions.js";
import {
  cut,
  cutName,
  getOwn,
  ignoreRejections,
  isContainer,
  isObject,
  isThenable,
  maxParts,
  tryToRead,
  type JsonObject,
} from "./values.js";

type Unsupported = "reject" | "omit" | undefined;

export type Answers = ReturnType<typeof createAnswers>;

/** The text that was checked is the text that is sent. */
export function createAnswers(contract: Validators, unsupported: Unsupported, log: Log) {
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
        logInvalid(given, result.problems, log);
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

/** The POS sends its report to the event's URL, so only the body identifies it. */
export const isErrorReport = (body: JsonObject): boolean =>
  Object.hasOwn(body, "error") && Object.hasOwn(body, "original");

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

function logInvalid(given: VerifiedEvent, found: readonly Problem[], log: Log): void {
  // A property name may come from user input and be of any length.
  const problems = found.map(({ path, message, ...others }) => {
    const names = path.split("/");
    const name = names.at(-1) ?? "";
    const sentence = message.replaceAll(name, () => cutName(name));
    return { path: names.map(cutName).join("/"), ...others, message: cut(sentence) };
  });
  log.error(
    { ...toFields(given), problems },
    `the ${given.event} handler returned an invalid answer: ${describeProblems(problems)}`,
  );
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

const tooMany = `the answer has more than ${maxParts} values`;
const maxDepth = 1000;
const maxProblems = 100;
const stop = new Error("the answer is too large");

interface Place {
  readonly value: unknown;
  readonly holder: Place | undefined;
  readonly key: string;
  readonly depth: number;
}

const toPath = (holder: Place | undefined, key: string): string =>
  holder ? joinPointer(toPath(holder.holder, holder.key), key) : "";

/**
 * Writes a handler's answer as JSON. A value that JSON changes or drops is a problem, such as NaN, or a Map, which
 * becomes `{}`.
 * @throws Anything that a getter, a proxy or a toJSON in the answer throws.
 */
export function writeJson(answer: unknown): { readonly text: string; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report = (path: string, message: string) => problems.push({ path, code: "not-plain-data", message });
  const places = new Map<unknown, Place>();
  let parts = 0;
  function check(this: unknown, key: string, value: unknown): unknown {
    const holder = places.get(this);
    const obstacle = findObstacle(value, this, key) ?? findLoop(value, holder, places);
    if (obstacle !== undefined) {
      // Circular data has an endless path; its start is enough to find it.
      report(toPath(holder, key).split("/", 20).join("/"), obstacle);
      if (problems.length >= maxProblems) throw stop;
      return undefined;
    }
    parts += 1;
    if (parts > maxParts) throw stop;
    if (isContainer(value)) places.set(value, { value, holder, key, depth: (holder?.depth ?? 0) + 1 });
    return value;
  }
  try {
    // A toJSON may return undefined.
    const text = JSON.stringify(answer, check) as string | undefined;
    if (problems.length > 0) ignoreRejections(answer);
    return { text: text ?? "null", problems };
  } catch (fault: unknown) {
    ignoreRejections(answer);
    if (fault !== stop) throw fault;
    if (problems.length === 0) report("", tooMany);
    return { text: "null", problems };
  }
}

function findObstacle(value: unknown, holder: unknown, key: string): string | undefined {
  if (Array.isArray(value)) return value.length > maxParts ? tooMany : undefined;
  if (isContainer(value)) return findClass(value);
  if (value === undefined && Array.isArray(holder))
    return key in holder ? "undefined is not allowed in an array" : "the array has a hole here";
  if (typeof value === "number" && !Number.isFinite(value)) return `${value} cannot be written as JSON`;
  if (typeof value === "bigint") return "a bigint is not plain data: send a number";
  if (typeof value === "function" || typeof value === "symbol") return `a ${typeof value} is not plain data`;
  // JSON.stringify has already called toJSON, which returns null for an invalid date.
  if (typeof value !== "string" && value !== null) return undefined;
  const original = tryToRead(() => (holder as JsonObject)[key]);
  const isDate = isContainer(original) && tryToRead(() => getTag(original)) === "Date";
  return isDate ? "an instance of Date is not plain data: send its toISOString()" : undefined;
}

/** JSON ignores the contents of built-in classes, which are identified by their tags. */
function findClass(value: object): string | undefined {
  // A getter may have created the promise just now.
  if (value instanceof Promise) ignoreRejections(value);
  if (isThenable(value)) return "an instance of Promise is not plain data: await it";
  const tag = getTag(value);
  if (tag === "Object") return undefined;
  const name = /^[A-Za-z]\w{0,49}$/.test(tag) ? tag : "a class";
  return `an instance of ${name} is not plain data: ${advice[name] ?? "return a plain object"}`;
}

function getTag(value: unknown): string {
  // Without strictBindCallApply, the compiler infers `any` here.
  const tag: unknown = Object.prototype.toString.call(value);
  return typeof tag === "string" ? tag.slice("[object ".length, -1) : "";
}

const advice: Readonly<Record<string, string | undefined>> = {
  Error: "return { error: { code, message } }, or throw it",
  Map: "send Object.fromEntries(map)",
  Response: "return the contents of its body",
  Set: "send [...set]",
};

function findLoop(value: unknown, holder: Place | undefined, places: ReadonlyMap<unknown, Place>) {
  if (!isContainer(value) || holder === undefined) return undefined;
  const isInside = places.has(value) && isWithin(value, holder);
  return isInside || holder.depth >= maxDepth ? "nested too deeply, or contains itself" : undefined;
}

const isWithin = (value: unknown, place: Place | undefined): boolean =>
  place !== undefined && (place.value === value || isWithin(value, place.holder));
