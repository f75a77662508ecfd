import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { copyPlainData, NotPlain } from "../../../../templates/copied/receiver/answer.js";

class Discount {
  readonly discountPercentage = 10;
  describe(): string {
    return `${this.discountPercentage} %`;
  }
}
class Computed {
  readonly a = 1;
  get b(): number {
    return this.a + 1;
  }
}
/** A class of data, of whose properties none has been set. */
class Empty {
  declare readonly a?: number;
}
class Hidden {
  readonly #a = 1;
  a(): number {
    return this.#a;
  }
}
class Dressed {
  readonly a = 1;
  toJSON(): object {
    return { anything: true };
  }
}

const circular: { self?: unknown } = {};
circular.self = circular;
const endless: object = new Proxy({ a: 1 }, { get: () => endless });
const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });
const longest = 2 ** 32 - 1;
const huge: unknown[] = Object.assign([], { length: longest });
const wide: unknown[] = new Proxy([], { get: (_list, name) => (name === "length" ? longest : 1) });

/** As the platform makes one: a framework may have put a class of its own in the place of its name. */
const response = await fetch("data:,{}");

function* generate(): Generator<number> {
  yield 1;
}

describe("plain data", () => {
  it.each<[string, unknown, unknown?]>([
    ["what JSON holds", { a: [1, "b", true, null, { c: [] }] }],
    ["what is not sent", { a: undefined }],
    ["an object without a prototype", Object.assign(Object.create(null) as object, { a: 1 }), { a: 1 }],
    ["an object of another realm", runInNewContext("({ a: [1, {}] })"), { a: [1, {}] }],
    ["an object of a class that adds methods", { a: new Discount() }, { a: { discountPercentage: 10 } }],
    ["an object of a class of data that has none", { a: new Empty() }, { a: {} }],
    ["what a getter says", { get a() { return 1; } }, { a: 1 }], // prettier-ignore
    ["a proxy of plain data", new Proxy({ a: [1] }, {}), { a: [1] }],
    ["a list with a property beside its items", Object.assign([1], { index: 0 }), [1]],
    ["what is nested deeply", deep(900)],
    ["symbols, which JSON does not know", { [Symbol("a")]: 1, b: 2 }, { b: 2 }],
  ])("is %s", (_name, given, want = given) => {
    const copied = copyPlainData(given, false);
    expect(copied).toEqual(want);
    expect(JSON.stringify(copied)).toBe(JSON.stringify(want));
  });

  const instead = "answer an object with properties of its own";
  const inherits = `an object that inherits from another is not plain data: ${instead}`;

  it.each<[message: string, path: string, given: unknown]>([
    ["an instance of Map is not plain data: send Object.fromEntries of it", "/a", { a: new Map([[1, 2]]) }],
    ["an instance of Date is not plain data: send its toISOString()", "/a/0", { a: [new Date(0)] }],
    [
      "an instance of Error is not plain data: answer { error: { code, message } }, or throw it",
      "",
      new Error(),
    ],
    ["an instance of Response is not plain data: answer what its body should hold", "", response],
    ["an instance of Promise is not plain data: await it", "/scanCode", { scanCode: Promise.resolve({}) }],
    [`an instance of Uint8Array is not plain data: ${instead}`, "/a", { a: new Uint8Array(2) }],
    [inherits, "/a", { a: Object.create({ b: 1 }) as object }],
    [inherits, "", generate()],
    [`an instance of Computed is not plain data: ${instead}`, "/a", { a: new Computed() }],
    [`an instance of Hidden is not plain data: ${instead}`, "/a", { a: new Hidden() }],
    [`an instance of Dressed is not plain data: ${instead}`, "/a", { a: new Dressed() }],
    ["a function is not plain data", "/toJSON", { toJSON: () => ({}) }],
    ["an array with a toJSON is not plain data", "/a", { a: Object.assign([1], { toJSON: () => [] }) }],
    ["a function is not plain data", "/a~1b", { "a/b": () => 1 }],
    ["a symbol is not plain data", "/a/1", { a: [1, Symbol("b")] }],
    ["a bigint is not plain data: send a number", "/a", { a: 1n }],
    ["NaN is not a number in JSON", "/a", { a: NaN }],
    ["-Infinity is not a number in JSON", "/a/0", { a: [-Infinity] }],
    ["undefined cannot be an item of a list", "/a/1", { a: [1, undefined] }],
    ["the list has a hole here", "/0", huge],
    ["a property named __proto__ is not plain data", "", JSON.parse('{"__proto__":{"b":1}}')],
  ])("is not: %s, at %j", (message, path, given) => {
    expect(() => copyPlainData(given, false)).toThrow(new NotPlain(path, message));
    expect(() => copyPlainData(given, false)).toThrow(expect.objectContaining({ path }) as Error);
  });

  it("is not data that contains itself or is endless", () => {
    for (const given of [circular, deep(1100), endless, { a: wide }])
      expect(() => copyPlainData(given, false)).toThrow(NotPlain);
  });

  it("may have bigints if they can be written", () => {
    expect(copyPlainData({ a: 1n }, true)).toEqual({ a: 1n });
  });

  it("is read once", () => {
    let reads = 0;
    const given = { a: { get b() { return (reads += 1); } } }; // prettier-ignore
    expect(copyPlainData(given, false)).toEqual({ a: { b: 1 } });
    expect(reads).toBe(1);
  });

  it("passes on what a getter throws", () => {
    const given = { get a(): never { throw new Error("no connection"); } }; // prettier-ignore
    expect(() => copyPlainData(given, false)).toThrow("no connection");
  });

  it("is refused in a program that has added a toJSON to all objects or arrays", () => {
    for (const prototype of [Object.prototype, Array.prototype] as { toJSON?: () => unknown }[]) {
      Object.defineProperty(prototype, "toJSON", { value: () => ({}), configurable: true });
      try {
        expect(() => copyPlainData({ a: 1 }, false)).toThrow(NotPlain);
      } finally {
        delete prototype.toJSON;
      }
    }
  });
});
