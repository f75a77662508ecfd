import { runInNewContext } from "node:vm";
import type { Odd } from "./odd-values.js";

const failing = (error: Error, name: string): Error =>
  Object.defineProperty(error, name, {
    get() {
      throw new Error(`no ${name}`);
    },
  });

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function chain(length: number): Error {
  let error = new Error("the first");
  for (let left = length; left > 0; left--) error = new Error("a later one", { cause: error });
  return error;
}

function circular(): Error {
  const error = new Error("round");
  error.cause = error;
  return error;
}

function overflow(): unknown {
  return [overflow()];
}

function overflown(): unknown {
  try {
    return overflow();
  } catch (error) {
    return error;
  }
}

const fail = (): never => {
  throw revoked();
};

/** Every trap that asking a thrown thing anything may spring. */
const traps = ["get", "has", "ownKeys", "getPrototypeOf", "getOwnPropertyDescriptor", "set"] as const;

/** What may be thrown, which is anything. */
export const thrown: Readonly<Record<string, Odd>> = {
  undefined: () => undefined,
  null: () => null,
  false: () => false,
  zero: () => 0,
  "not a number": () => NaN,
  "a bigint": () => 1n,
  "a symbol": () => Symbol("x"),
  "no text": () => "",
  "a text": () => "CANARY",
  "a text of a megabyte": () => "x".repeat(1_000_000),
  "a function": () => () => "CANARY",
  "an object": () => ({ message: "CANARY" }),
  "an object without a prototype": () => Object.create(null) as unknown,
  "an array": () => ["CANARY"],
  "a promise": () => Promise.resolve("CANARY"),
  "a reply": () => ({ status: 200, body: { event: {} }, text: "{}" }),
  "a step": () => ({ refusal: { status: 200, body: {} }, value: { status: 200, body: {} } }),
  "a Response": () => new Response("{}", { status: 200 }),
  "an error": () => new Error("CANARY"),
  "an error that is frozen": () => Object.freeze(new Error("frozen")),
  "an error with a message of five megabytes": () => new Error("x".repeat(5_000_000)),
  "an error whose message is no text": () => Object.assign(new Error(), { message: { text: "x" } }),
  "an error whose message is a symbol": () => Object.assign(new Error(), { message: Symbol("x") }),
  "an error whose message cannot be made a text": () =>
    Object.assign(new Error(), { message: { toString: fail } }),
  "an error without a prototype": () => Object.setPrototypeOf(new Error("x"), null) as unknown,
  "an error in itself": circular,
  "an error of 10 000 causes": () => chain(10_000),
  "an error whose cause was revoked": () => new Error("x", { cause: revoked() }),
  "an error with the code of a round": () => Object.assign(new Error("x"), { code: "MPLUS_END_OF_ROUND" }),
  "an error with the code of a body": () => Object.assign(new Error("x"), { code: "MPLUS_UNREADABLE_BODY" }),
  "an error with a status": () => Object.assign(new Error("x"), { status: 200, statusCode: 200 }),
  "an error with a toJSON": () => Object.assign(new Error("x"), { toJSON: fail }),
  "an error of several": () => new AggregateError([new Error("a"), revoked()], "several"),
  "an error of a class that says what it is": () =>
    new (class Odd extends Error {
      override get name(): string {
        return fail();
      }
    })("x"),
  "an error of another realm": () => runInNewContext("new TypeError('x')") as unknown,
  "an abort": () => new DOMException("x", "AbortError"),
  "a range error": () => new RangeError("x"),
  "a stack that is full": overflown,
  "a proxy that was revoked": revoked,
  "a proxy of an error": () => new Proxy(new Error("x"), {}),
  ...Object.fromEntries(
    ["message", "stack", "cause", "code", "toString", "name", "constructor"].map((name) => [
      `an error whose ${name} throws`,
      () => failing(new Error("x"), name),
    ]),
  ),
  ...Object.fromEntries(
    traps.map((trap) => [`a proxy whose ${trap} throws`, () => new Proxy(new Error("x"), { [trap]: fail })]),
  ),
  "a proxy that is an error the first time it is asked": () => {
    let count = 0;
    const getPrototypeOf = (): object => (count++ === 0 ? Error.prototype : fail());
    return new Proxy({}, { getPrototypeOf });
  },
  "a proxy whose every trap throws": () =>
    new Proxy(new Error("x"), Object.fromEntries(traps.map((trap) => [trap, fail]))),
};
