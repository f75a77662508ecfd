import { runInNewContext } from "node:vm";

/** Makes a value that a handler may return by mistake. It is new each time, because some can be used only once. */
export type Odd = () => unknown;

const named =
  (value: unknown): Odd =>
  () =>
    value;

class Price {
  readonly amount = 1;
  toString(): string {
    return "1";
  }
}

class Lazy {
  readonly amount = 1;
  get message(): unknown {
    return [];
  }
}

function* count(): Generator<number> {
  yield 1;
}

function nest(depth: number): unknown {
  let nested: unknown = 1;
  for (let left = depth; left > 0; left--) nested = { nested };
  return nested;
}

function cycle(): unknown {
  const list: unknown[] = [];
  const object = { list };
  list.push(object);
  return object;
}

/** Values that JSON drops or changes. No answer may contain them anywhere. */
export const neverSent: Readonly<Record<string, Odd>> = {
  "a Map": () => new Map([["a", 1]]),
  "a Date": () => new Date(0),
  "an Error": () => new Error("CANARY"),
  "a Response": () => new Response("{}"),
  "a stream": () => new ReadableStream(),
  "a promise": () => Promise.resolve({ recognized: true }),
  "a generator": () => count(),
  "a Buffer": () => Buffer.from("{}"),
  "a boxed text": () => Object("x") as unknown,
  "a bigint": named(1n),
  "a symbol": named(Symbol("x")),
  "a function": () => () => ({}),
  "not a number": named(NaN),
  "infinity below zero": named(-Infinity),
  "a toJSON of its own": () => ({ toJSON: () => ({ recognized: true }) }),
  "an array with a toJSON": () => Object.assign([], { toJSON: () => [] }),
  "an array of four billion holes": () => Object.assign([], { length: 2 ** 32 - 1 }),
  "undefined in an array": () => [undefined],
  "an object that holds itself": cycle,
  "deep nesting": () => nest(20_000),
  "a property named __proto__": () => JSON.parse('{"__proto__":{"error":1}}') as unknown,
  "an instance with a getter": () => new Lazy(),
  "a thenable": () => ({ then: () => undefined }),
  "the arguments of a function": () => runInNewContext("(function () { return arguments; })(1)") as unknown,
  "a proxy that was revoked": () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  "a proxy of a function": () => new Proxy(() => 1, {}),
  "a getter that throws": () => ({
    get recognized(): never {
      throw new Error("CANARY");
    },
  }),
  ...Object.fromEntries(
    (["get", "ownKeys", "getPrototypeOf", "getOwnPropertyDescriptor"] as const).map((trap) => [
      `a proxy whose ${trap} throws`,
      () => new Proxy({ recognized: true }, { [trap]: fail }),
    ]),
  ),
  ...Object.fromEntries([1.5, 2 ** 31, 2 ** 53, "3", 5].map(ofLength)),
};

function ofLength(length: unknown): [name: string, make: Odd] {
  const get = (list: readonly unknown[], name: string | symbol) => (name === "length" ? length : list[0]);
  return [`an array that says its length is ${String(length)}`, () => new Proxy([Symbol("first")], { get })];
}

function fail(): never {
  throw new Error("CANARY");
}

/** Values that an answer may contain in some places. They only look odd, or JSON leaves them out. */
export const sometimesSent: Readonly<Record<string, Odd>> = {
  undefined: named(undefined),
  null: named(null),
  "zero below zero": named(-0),
  "half a character": named("\ud800"),
  "a text of a megabyte": () => "x".repeat(1_000_000),
  "an unsafe integer": named(2 ** 60),
  "an object without a prototype": () => Object.assign(Object.create(null) as object, { recognized: true }),
  "an object of another realm": () => runInNewContext("({ recognized: true })") as unknown,
  "an instance with methods": () => new Price(),
  "an array of a class of its own": () => new (class Prices extends Array<unknown> {})(),
  "a frozen object": () => Object.freeze({ recognized: true }),
  "properties that are symbols": () => ({ [Symbol("x")]: 1, recognized: true }),
  "properties that are hidden": () => Object.defineProperty({}, "recognized", { value: true }),
  "an object named like a method": () => ({ constructor: 1, toString: 2, hasOwnProperty: 3, valueOf: 4 }),
  "a proxy that lets everything through": () => new Proxy({ recognized: true }, {}),
  "a getter that changes": () => {
    const values: unknown[] = [true, new Map(), 1n, "x"];
    return {
      get recognized(): unknown {
        return values.shift();
      },
    };
  },
  "a proxy that changes its keys": () => {
    let turn = 0;
    return new Proxy(
      {},
      {
        ownKeys: () => (turn++ % 2 === 0 ? ["recognized"] : ["event", "original"]),
        getOwnPropertyDescriptor: () => ({ value: true, enumerable: true, configurable: true }),
        get: () => true,
      },
    );
  },
  "a proxy that has everything": () =>
    new Proxy({}, { has: () => true, get: (_, name) => (typeof name === "string" ? name : undefined) }),
  "a request": () => ({ event: {}, original: {} }),
  ...Object.fromEntries([-1, NaN, 0.5, "x", null].map(ofLength)),
  "an array of a million": () => Array.from({ length: 1_000_001 }, () => 0),
};
