import { hasOwn, type CheckContext } from "../validators/checks.js";
import { joinPointer, type Fleet, type Problem, type Result } from "../validators/results.js";
import type { BodyJson } from "./body.js";
import { isPolling } from "./dedupe.js";
import type { KnownRequests } from "./evidence.js";
import { refusals, type Refusal, type Reply } from "./http.js";
import { describeProblems, silentLog, toFields, type Log } from "./log.js";
import type { VerifiedEvent } from "./subscriptions.js";
import { cut, cutName, getOwn, ignoreRejections, isObject, tryToRead, type JsonObject } from "./values.js";

/** What is known of answers. */
export interface AnswerContract {
  readonly known: KnownRequests;
  readonly fleet: Fleet;
  readonly json?: BodyJson | undefined;
  validateResponse(
    event: string,
    body: unknown,
    options: { readonly version: string | undefined; readonly unsupported: "reject" | "omit" | undefined },
  ): Result<unknown>;
  /** Checks an answer and writes its JSON in one pass; undefined where that needs a closer look. */
  writeResponse(event: string, answer: unknown, context: CheckContext): string | undefined;
}

/** From what a handler answers to what is sent. */
export interface Answers {
  /** Checks an answer for the shop's release, and writes it. An invalid answer is never sent in part. */
  toReply(given: VerifiedEvent, answer: unknown): Reply | Refusal;
  /** Returns the answer that would be sent, or why the shop cannot be sent it. Logs nothing. */
  readonly validate: (given: VerifiedEvent, answer: unknown) => Result<unknown>;
}

/** Creates the one way from an answer to a reply: in one pass, or, on the least doubt, by copy, check and text. */
export function createAnswers(
  contract: AnswerContract,
  unsupported: "reject" | "omit" | undefined,
  log: Log,
): Answers {
  const validate = (given: VerifiedEvent, answer: unknown, to: Log): Result<unknown> => {
    let copied: unknown;
    try {
      copied = copyPlainData(answer, contract.json !== undefined);
    } catch (fault) {
      ignoreRejections(answer);
      // Anything can be thrown: a proxy may throw again when it is looked at.
      const notPlain = tryToRead(() => (fault instanceof NotPlain ? fault : undefined));
      if (notPlain === undefined) throw fault;
      return toInvalid(notPlain.path, "not-plain-data", notPlain.message);
    }
    const result = validateFor(contract, given, completeAnswer(contract, given, copied, to), unsupported);
    // One key signs both directions, so an answer must never read as a request. Otherwise somebody could post an answer
    // back, and its signature would be valid.
    const like = ["event", "original"].find(
      (name) => result.ok && Object.hasOwn(result.value as object, name),
    );
    return like === undefined
      ? result
      : toInvalid(`/${like}`, "like-a-request", "only requests may have this");
  };
  const toReplySlowly = (given: VerifiedEvent, answer: unknown): Reply | Refusal => {
    const result = validate(given, answer, log);
    if (!result.ok) return refuseAnswer(given, answer, result.problems, log);
    if (result.omitted !== undefined) logOmissions(given, result.omitted, log);
    return write(contract, given.event, result.value as JsonObject);
  };
  return {
    validate: (given, answer) => validate(given, answer, silentLog),
    toReply(given, answer) {
      const { event, body, subscription } = given;
      const { echo } = contract.known.events[event] ?? {};
      const isCompleted = echo !== undefined || mustHavePolling(contract, event, body);
      const text = isCompleted ? undefined : contract.writeResponse(event, answer, subscription.shop);
      return text === undefined ? toReplySlowly(given, answer) : { status: 200, text, code: undefined };
    },
  };
}

/** If the shop's release does not have the event it sent, it runs another: the answer is checked for the first with it. */
function validateFor(
  contract: AnswerContract,
  { event, subscription: { version } }: VerifiedEvent,
  answer: unknown,
  unsupported: "reject" | "omit" | undefined,
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

/** What was checked already: it is only written. */
const settled: CheckContext = { any: true, settled: true };

/** Writes only what was checked, in the order of the schema. */
function write(contract: AnswerContract, event: string, body: JsonObject): Reply {
  const text =
    contract.writeResponse(event, body, settled) ??
    contract.json?.stringify(body, event) ??
    JSON.stringify(body);
  const error = Object.hasOwn(body, "error") ? (body["error"] as { readonly code: string }) : undefined;
  return { status: error === undefined ? 200 : 400, text, code: error?.code };
}

/** Whether a body is an event: each has the object `event`, which no answer may have. */
export const isEvent = (body: JsonObject): boolean => isObject(getOwn(body, "event"));

/** Whether a body is the POS's report on one of our answers, which comes to the URL of the event. */
export const isErrorReport = (body: JsonObject): boolean =>
  Object.hasOwn(body, "error") && Object.hasOwn(body, "original");

/** Adds what the protocol requires and the handler left out. What the handler answered is not changed. */
function completeAnswer(contract: AnswerContract, given: VerifiedEvent, answer: unknown, log: Log): unknown {
  if (!isObject(answer)) return answer;
  const { event, body } = given;
  const echoed = withEcho(contract.known.events[event]?.echo, body, answer);
  if (!mustHavePolling(contract, event, body) || echoed["polling"] !== undefined) return echoed;
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
  const [requested, given] = [body[object], answer[object]];
  if (!isObject(requested) || !isObject(given) || given[property] !== undefined) return answer;
  const id = requested[property];
  return id === undefined ? answer : { ...answer, [object]: { ...given, [property]: id } };
}

/** Without `polling: { finished: true }` the POS would ask again forever. */
const mustHavePolling = ({ known }: AnswerContract, event: string, body: JsonObject): boolean =>
  isPolling(body) && known.events[event]?.endsItself !== true;

function refuseAnswer(given: VerifiedEvent, answer: unknown, found: readonly Problem[], log: Log): Refusal {
  // A handler may make a name of what a user has written.
  const problems = found.map(({ path, message, ...others }) => {
    const names = path.split("/");
    const [name = ""] = names.slice(-1);
    const sentence = message.replaceAll(name, () => cutName(name));
    return { path: names.map(cutName).join("/"), ...others, message: cut(sentence) };
  });
  log.error(
    { ...toFields(given), problems },
    `the handler of ${given.event} gave an invalid answer: ${describeProblems(problems, answer)}`,
  );
  return refusals.handlerFailed;
}

/** How many parts are logged one by one. */
const maxLogged = 100;

/** Logs what was left out because the shop's release does not support it. */
function logOmissions(given: VerifiedEvent, omitted: readonly Problem[], log: Log): void {
  const { event } = given;
  const fields = toFields(given);
  for (const { path, message } of omitted.slice(0, maxLogged)) {
    log.warn({ ...fields, path }, `${event}: left out of the answer: ${message}`);
  }
  const others = omitted.length - maxLogged;
  if (others > 0) log.warn(fields, `${event}: left out of the answer: ${others} more parts`);
}

/** A part of an answer that is not plain data: where it is, as a JSON Pointer, and what to answer instead. */
export class NotPlain extends Error {
  readonly path: string;

  constructor(path: string, message: string) {
    super(message);
    // Data that contains itself has an endless path: its start is enough to find it.
    this.path = path.split("/", 20).join("/");
  }
}

/**
 * Copies plain data: objects, arrays without holes, strings, finite numbers, booleans, null. Each property is read
 * once, so that what is checked later is what is sent, even if a getter or a proxy supplied it. Everything else is
 * refused, because JSON would write something else than it seems to be: `{}` for a Map, null for NaN.
 * @param bigints Whether bigints can be written.
 * @throws NotPlain, and what a getter or a proxy throws.
 */
export function copyPlainData(given: unknown, bigints: boolean): unknown {
  // JSON would call a toJSON that some library has put on all objects or arrays.
  if ("toJSON" in emptyList)
    throw new NotPlain(
      "",
      "some code has added a toJSON to all objects or arrays, so that nothing can be sent as it is",
    );
  return copyPart(given, "", 0, { bigints, parts: 0 });
}

const emptyList: readonly unknown[] = [];

/** A copy under way, and how many parts were copied. */
interface Copy {
  readonly bigints: boolean;
  parts: number;
}

/** More than any till needs. A proxy, or an array whose length was set, can claim any number. */
const maxParts = 1_000_000;

/** JSON.stringify runs out of stack at some thousands of levels. */
const maxDepth = 1000;

function copyPart(part: unknown, path: string, depth: number, copy: Copy): unknown {
  copy.parts += 1;
  if (copy.parts > maxParts) throw new NotPlain(path, `the answer has more than ${maxParts} parts`);
  switch (typeof part) {
    case "string":
    case "boolean":
    case "undefined":
      return part;
    case "number":
      if (!Number.isFinite(part)) throw new NotPlain(path, `${part} is not a number in JSON`);
      return part;
    case "bigint":
      if (!copy.bigints) throw new NotPlain(path, "a bigint is not plain data: send a number");
      return part;
    case "object":
      if (part === null) return null;
      if (depth >= maxDepth) throw new NotPlain(path, "it is nested too deeply, or contains itself");
      return Array.isArray(part)
        ? copyArray(part, path, depth + 1, copy)
        : copyObject(part, path, depth + 1, copy);
    case "function":
    case "symbol":
      throw new NotPlain(path, `a ${typeof part} is not plain data`);
  }
}

function copyObject(given: object, path: string, depth: number, copy: Copy): unknown {
  if (!isPlainObject(given)) throw new NotPlain(path, describeNotPlain(given));
  const copied: Record<string, unknown> = {};
  for (const name in given) {
    if (!hasOwn.call(given, name)) continue;
    // Assigning it would set the prototype of the copy.
    if (name === "__proto__") throw new NotPlain(path, "a property named __proto__ is not plain data");
    copied[name] = copyPart((given as JsonObject)[name], joinPointer(path, name), depth, copy);
  }
  return copied;
}

function copyArray(given: readonly unknown[], path: string, depth: number, copy: Copy): unknown {
  if ("toJSON" in given) throw new NotPlain(path, "an array with a toJSON is not plain data");
  const { length } = given;
  const copied: unknown[] = [];
  for (let index = 0; index < length; index += 1) {
    const item = given[index];
    // JSON would write null.
    if (item === undefined)
      throw new NotPlain(
        `${path}/${index}`,
        index in given ? "undefined cannot be an item of a list" : "the list has a hole here",
      );
    copied.push(copyPart(item, `${path}/${index}`, depth, copy));
  }
  return copied;
}

/**
 * Whether JSON sees everything that an object holds, because it is all in properties of its own: an object that `{}` or
 * JSON made, in this realm or another (a test runner's), or an instance of a class that only adds methods.
 */
function isPlainObject(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype === Object.prototype || prototype === null) return true;
  if (isObjectPrototype(prototype)) return true;
  // Built-in classes such as Map, Response, Promise and Date have tags of their own.
  if (Object.prototype.toString.call(value) !== "[object Object]") return false;
  // An object with methods but no properties keeps its data in private fields.
  const hasData = Object.keys(value).length > 0 || Object.getOwnPropertyNames(prototype).length === 1;
  return hasData && addsOnlyMethods(prototype);
}

const isObjectPrototype = (prototype: object): boolean =>
  Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, "isPrototypeOf");

/** Getters and inherited values would be lost; an object with a toJSON or a then stands for something else. */
function addsOnlyMethods(prototype: object): boolean {
  if (isObjectPrototype(prototype)) return true;
  const parent = Object.getPrototypeOf(prototype) as object | null;
  return (
    parent !== null &&
    !("toJSON" in prototype || "then" in prototype) &&
    Object.values(Object.getOwnPropertyDescriptors(prototype)).every(
      ({ value }) => typeof value === "function",
    ) &&
    addsOnlyMethods(parent)
  );
}

/** Why an object is not plain, and what to answer instead. */
function describeNotPlain(value: object): string {
  const { constructor } = value as { readonly constructor?: unknown };
  const name = typeof constructor === "function" ? constructor.name : "";
  const isNamed = /^[A-Za-z]\w{0,49}$/.test(name) && name !== "Object";
  const what = isNamed ? `an instance of ${name}` : "an object that inherits from another";
  return `${what} is not plain data: ${advice.get(name) ?? "answer an object with properties of its own"}`;
}

const advice: ReadonlyMap<string, string> = new Map([
  ["Date", "send its toISOString()"],
  ["Error", "answer { error: { code, message } }, or throw it"],
  ["Map", "send Object.fromEntries of it"],
  ["Promise", "await it"],
  ["Response", "answer what its body should hold"],
  ["Set", "send an array of it"],
]);
