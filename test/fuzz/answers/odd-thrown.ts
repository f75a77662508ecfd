import { runInNewContext } from "node:vm";
import type { Odd } from "./odd-values.js";

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

const chain = (length: number): Error =>
  Array.from({ length }).reduce<Error>(
    (cause) => new Error("a later one", { cause }),
    new Error("the first"),
  );

function circular(): Error {
  const error = new Error("round");
  error.cause = error;
  return error;
}

function overflown(): unknown {
  const overflow = (): unknown => [overflow()];
  try {
    return overflow();
  } catch (error) {
    return error;
  }
}

const fail = (): never => {
  throw revoked();
};

const errorWith = (parts: object) => () => Object.assign(new Error("x"), parts);

/** Every proxy trap that inspecting a thrown value may trigger. */
const traps = ["get", "has", "ownKeys", "getPrototypeOf", "getOwnPropertyDescriptor", "set"] as const;

export const thrown: Readonly<Record<string, Odd>> = {
  undefined: () => undefined,
  null: () => null,
  "not a number": () => NaN,
  "a bigint": () => 1n,
  "a symbol": () => Symbol("x"),
  "a text": () => "CANARY",
  "a text of a megabyte": () => "x".repeat(1_000_000),
  "a function": () => () => "CANARY",
  "an object": () => ({ message: "CANARY" }),
  "an object without a prototype": () => Object.create(null) as unknown,
  "a promise": () => Promise.resolve("CANARY"),
  "a reply": () => ({ status: 200, body: { event: {} }, text: "{}" }),
  "a step": () => ({ refusal: { status: 200, body: {} }, value: { status: 200, body: {} } }),
  "a Response": () => new Response("{}", { status: 200 }),
  "an error": () => new Error("CANARY"),
  "an error that is frozen": () => Object.freeze(new Error("frozen")),
  "an error with a message of five megabytes": () => new Error("x".repeat(5_000_000)),
  "an error whose message is a symbol": errorWith({ message: Symbol("x") }),
  "an error whose message cannot be made a text": errorWith({ message: { toString: fail } }),
  "an error without a prototype": () => Object.setPrototypeOf(new Error("x"), null) as unknown,
  "an error in itself": circular,
  "an error of 10 000 causes": () => chain(10_000),
  "an error whose cause was revoked": () => new Error("x", { cause: revoked() }),
  "an error that reads like the end of a round": () =>
    new Error("the round ends here: the handler is called again with the answer"),
  "an error with the code of a body": errorWith({ code: "MPLUS_UNREADABLE_BODY" }),
  "an error with a status": errorWith({ status: 200, statusCode: 200 }),
  "an error with a toJSON": errorWith({ toJSON: fail }),
  "an error of several": () => new AggregateError([new Error("a"), revoked()], "several"),
  "an error of another realm": () => runInNewContext("new TypeError('x')") as unknown,
  "an abort": () => new DOMException("x", "AbortError"),
  "a stack that is full": overflown,
  "a proxy that was revoked": revoked,
  ...Object.fromEntries(
    ["message", "stack", "cause", "code", "toString", "name", "constructor"].map((name) => [
      `an error whose ${name} throws`,
      () => Object.defineProperty(new Error("x"), name, { get: fail }),
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
