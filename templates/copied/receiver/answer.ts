import { joinPointer, type Fleet, type Problem, type Result } from "../validators/results.js";
import { isPolling } from "./dedupe.js";
import type { KnownRequests } from "./evidence.js";
import { refusals, type Reply } from "./http.js";
import { describeProblems, silentLog, toFields, type Log } from "./log.js";
import type { VerifiedEvent } from "./subscriptions.js";
import { cut, cutName, getOwn, isObject, isThenable, tryToRead, type JsonObject } from "./values.js";

/** The contract of answers. */
export interface AnswerContract {
  readonly known: KnownRequests;
  readonly fleet: Fleet;
  validateResponse(
    event: string,
    body: unknown,
    options: { readonly version: string | undefined; readonly unsupported: "reject" | "omit" | undefined },
  ): Result<unknown>;
}

/** From a handler's answer to what is sent. */
export interface Answers {
  /**
   * Writes an answer as JSON, and checks what was written for the shop's release.
   * @throws Refusal of an invalid answer, which is never sent in part.
   */
  toReply(given: VerifiedEvent, answer: unknown): Reply;
  /** Returns the answer that would be sent, or why the shop cannot be sent it. Logs nothing. */
  validate(given: VerifiedEvent, answer: unknown): Result<unknown>;
}

export function createAnswers(
  contract: AnswerContract,
  unsupported: "reject" | "omit" | undefined,
  log: Log,
): Answers {
  return {
    validate: (given, answer) => checkAnswer(contract, given, answer, { unsupported, log: silentLog }).result,
    toReply(given, answer) {
      const { result, text } = checkAnswer(contract, given, answer, { unsupported, log });
      if ("problems" in result) {
        logInvalid(given, JSON.parse(text), result.problems, log);
        throw refusals.handlerFailed;
      }
      logOmissions(given, result.omitted ?? [], log);
      const error = getOwn(result.value as Readonly<Record<string, { readonly code: string }>>, "error");
      return { status: error ? 400 : 200, text, code: error?.code };
    },
  };
}

/** Writes an answer, completes it and checks it: what was checked is what is sent, whatever the handler returned. */
function checkAnswer(
  contract: AnswerContract,
  given: VerifiedEvent,
  answer: unknown,
  { unsupported, log }: { readonly unsupported: "reject" | "omit" | undefined; readonly log: Log },
): { readonly result: Result<unknown>; readonly text: string } {
  const { text, problems } = writeJson(answer);
  if (problems.length > 0) return { result: { ok: false, problems }, text };
  const written: unknown = JSON.parse(text);
  const completed = completeAnswer(contract, given, written, log);
  const result = checkForShop(contract, given, completed, unsupported);
  if (!result.ok) return { result, text };
  // One key signs both directions, so an answer must never read as a request: posted back, its signature would be valid.
  const like = ["event", "original"].find((name) => Object.hasOwn(result.value as object, name));
  if (like !== undefined) {
    const problem = { path: `/${like}`, code: "like-a-request", message: "only requests may have this" };
    return { result: { ok: false, problems: [problem] }, text };
  }
  return { result, text: result.value === written ? text : JSON.stringify(result.value) };
}

/** If the shop's release does not have the event it sent, it runs another: the answer is checked for the first with it. */
function checkForShop(
  contract: AnswerContract,
  { event, subscription: { version } }: VerifiedEvent,
  answer: unknown,
  unsupported: "reject" | "omit" | undefined,
): Result<unknown> {
  const result = contract.validateResponse(event, answer, { version, unsupported });
  const [problem] = "problems" in result ? result.problems : [];
  if (problem?.code !== "unsupported-event") return result;
  // In a fleet that is a list of releases, it is not known which one the shop runs.
  const first = contract.fleet.spans.length > 1 ? undefined : problem.addedIn;
  return contract.validateResponse(event, answer, { version: first, unsupported });
}

/** Whether a body is an event: each has the object `event`, which no answer may have. */
export const isEvent = (body: JsonObject): boolean => isObject(getOwn(body, "event"));

/** Whether a body is the POS's report on one of our answers, which comes to the URL of the event. */
export const isErrorReport = (body: JsonObject): boolean =>
  Object.hasOwn(body, "error") && Object.hasOwn(body, "original");

/** Adds what the protocol requires and the handler left out. */
function completeAnswer(contract: AnswerContract, given: VerifiedEvent, answer: unknown, log: Log): unknown {
  if (!isObject(answer)) return answer;
  const { event, body } = given;
  const { echo, endsItself } = contract.known.events[event] ?? {};
  const echoed = withEcho(echo, body, answer);
  if (!isPolling(body) || endsItself || echoed["polling"] !== undefined) return echoed;
  log.warn(
    toFields(given),
    `${event} polls and the answer has no polling: { finished: true } was added, so that the POS stops asking`,
  );
  return { ...echoed, polling: { finished: true } };
}

/** Repeats the id of the request's object in the answer's object of the same name. */
function withEcho(
  echo: readonly [object: string, property: string] | undefined,
  body: JsonObject,
  answer: JsonObject,
): JsonObject {
  if (echo === undefined) return answer;
  const [object, property] = echo;
  const [requested, answered] = [body[object], answer[object]];
  if (!isObject(requested) || !isObject(answered) || answered[property] !== undefined) return answer;
  const id = requested[property];
  return id === undefined ? answer : { ...answer, [object]: { ...answered, [property]: id } };
}

function logInvalid(given: VerifiedEvent, answer: unknown, found: readonly Problem[], log: Log): void {
  // A handler may make a name of what a user has written.
  const problems = found.map(({ path, message, ...others }) => {
    const names = path.split("/");
    const name = names.at(-1) ?? "";
    const sentence = message.replaceAll(name, () => cutName(name));
    return { path: names.map(cutName).join("/"), ...others, message: cut(sentence) };
  });
  log.error(
    { ...toFields(given), problems },
    `the handler of ${given.event} gave an invalid answer: ${describeProblems(problems, answer)}`,
  );
}

/** How many parts are logged one by one. */
const maxLogged = 100;

/** Logs what was left out because the shop's release does not support it. */
function logOmissions(given: VerifiedEvent, omitted: readonly Problem[], log: Log): void {
  const { event } = given;
  const fields = toFields(given);
  for (const { path, message } of omitted.slice(0, maxLogged))
    log.warn({ ...fields, path }, `${event}: left out of the answer: ${message}`);
  const others = omitted.length - maxLogged;
  if (others > 0) log.warn(fields, `${event}: left out of the answer: ${others} more parts`);
}

/** Limits of an answer, which a proxy or an array whose length was set could make endless. */
const maxParts = 1_000_000;
const maxDepth = 1000;
const maxProblems = 100;

const code = "not-plain-data";

/** An object in an answer: its JSON Pointer, and how many levels it is below the answer. */
interface Place {
  readonly path: string;
  readonly depth: number;
}

/**
 * Writes a handler's answer as JSON. What JSON would change or drop without a word is a problem: it makes `{}` of a Map, null of
 * NaN. Promises in the answer are caught, because a rejection that nobody handles ends the process.
 * @throws What a getter, a proxy or a toJSON in the answer throws.
 */
export function writeJson(answer: unknown): { readonly text: string; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const places = new Map<unknown, Place>();
  const stop = new RangeError("an answer without an end");
  let parts = 0;
  function check(this: unknown, key: string, value: unknown): unknown {
    const holder = places.get(this);
    const toPath = (): string => (holder ? joinPointer(holder.path, key) : "");
    const obstacle = findObstacle(value, this, key) ?? findLoop(value, holder, places);
    if (obstacle !== undefined) {
      // Data that contains itself has an endless path: its start is enough to find it.
      const path = toPath().split("/", 20).join("/");
      problems.push({ path, code, message: obstacle });
      if (problems.length >= maxProblems) throw stop;
      return value instanceof Map || value instanceof Set ? [...value.values()] : undefined;
    }
    parts += 1;
    if (parts > maxParts) throw stop;
    if (typeof value === "object" && value !== null)
      places.set(value, { path: toPath(), depth: (holder?.depth ?? 0) + 1 });
    return value;
  }
  try {
    // A toJSON may return undefined.
    const text = JSON.stringify(answer, check) as string | undefined;
    return { text: text ?? "null", problems };
  } catch (fault) {
    // JSON.stringify throws another RangeError at a list of billions.
    if (tryToRead(() => fault instanceof RangeError) !== true) throw fault;
    const message = `the answer has more than ${maxParts} parts`;
    return { text: "null", problems: problems.length > 0 ? problems : [{ path: "", code, message }] };
  }
}

/** Catches the promises of an answer that nobody reads any more. */
export const ignoreRejections = (answer: unknown): void => void tryToRead(() => writeJson(answer));

/** Why a value cannot be sent as JSON, if it cannot. */
function findObstacle(value: unknown, holder: unknown, key: string): string | undefined {
  switch (typeof value) {
    case "undefined":
      return Array.isArray(holder) ? "undefined cannot be an item of a list" : undefined;
    case "number":
      return Number.isFinite(value) ? undefined : `${value} is not a number in JSON`;
    case "bigint":
      return "a bigint is not plain data: send a number";
    case "function":
    case "symbol":
      return `a ${typeof value} is not plain data`;
    case "object":
      return value === null || Array.isArray(value) ? undefined : findClass(value);
    case "string":
      // JSON.stringify has called its toJSON.
      return tryToRead(() => getTag((holder as JsonObject)[key])) === "Date"
        ? "an instance of Date is not plain data: send its toISOString()"
        : undefined;
    case "boolean":
      return undefined;
  }
}

/** Built-in classes have tags of their own, and keep what they hold where JSON does not look. */
function findClass(value: object): string | undefined {
  // Not of a library's own kind: calling its `then` may begin its work.
  if (value instanceof Promise) void Promise.prototype.then.call(value, undefined, () => undefined);
  if (isThenable(value)) return "an instance of Promise is not plain data: await it";
  const tag = getTag(value);
  if (tag === "Object") return undefined;
  const name = /^[A-Za-z]\w{0,49}$/.test(tag) ? tag : "a class";
  return `an instance of ${name} is not plain data: ${advice[name] ?? "answer an object with properties of its own"}`;
}

const getTag = (value: unknown): string => Object.prototype.toString.call(value).slice("[object ".length, -1);

const advice: Readonly<Record<string, string | undefined>> = {
  Error: "answer { error: { code, message } }, or throw it",
  Map: "send Object.fromEntries of it",
  Response: "answer what its body should hold",
  Set: "send an array of it",
};

function findLoop(value: unknown, holder: Place | undefined, places: ReadonlyMap<unknown, Place>) {
  if (typeof value !== "object" || value === null || holder === undefined) return undefined;
  const earlier = places.get(value);
  const isInside = earlier !== undefined && `${holder.path}/`.startsWith(`${earlier.path}/`);
  return isInside || holder.depth >= maxDepth ? "it is nested too deeply, or contains itself" : undefined;
}
