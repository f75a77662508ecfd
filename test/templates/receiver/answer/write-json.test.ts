import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { writeJson } from "../../../../templates/copied/receiver/handling/plain-data.js";

class Discount {
  readonly discountPercentage = 10;
  describe(): string {
    return `${this.discountPercentage} %`;
  }
}

const circular: { self?: unknown } = {};
circular.self = circular;
const endless: object = new Proxy({ a: 1 }, { get: (_object, name) => (name === "a" ? endless : undefined) });
const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });
const longest = 2 ** 32 - 1;
const huge: unknown[] = Object.assign([], { length: longest });
const wide: unknown[] = new Proxy([], { get: (_list, name) => (name === "length" ? longest : undefined) });
/** No single list is too long. */
const many: unknown[] = Array.from({ length: 1000 }, () => Array.from({ length: 1001 }, () => 0));
const withHole: unknown[] = [1];
withHole[2] = 2;
const line = { text: "Hello" };

/** The platform's own Response, because a framework may have replaced the global. */
const response = await fetch("data:,{}");

function* generate(): Generator<number> {
  yield 1;
}

describe("an answer", () => {
  it.each<[string, unknown, unknown?]>([
    ["JSON data", { a: [1, "b", true, null, { c: [] }] }],
    ["a property that is undefined", { a: undefined }, {}],
    ["an object without a prototype", Object.assign(Object.create(null) as object, { a: 1 }), { a: 1 }],
    ["an object of another realm", runInNewContext("({ a: [1, {}] })"), { a: [1, {}] }],
    ["a property named __proto__", JSON.parse('{"a":{"__proto__":{"b":1}}}')],
    ["an instance of a class", { a: new Discount() }, { a: { discountPercentage: 10 } }],
    ["an object with a toJSON", { a: { b: 1, toJSON: () => ({ b: 2 }) } }, { a: { b: 2 } }],
    ["a proxy", new Proxy({ a: [1] }, {}), { a: [1] }],
    ["a list with a property beside its items", Object.assign([1], { index: 0 }), [1]],
    ["the same object twice", { a: [line, line], b: line }],
    ["deep data", deep(900)],
    ["a key that is a symbol", { [Symbol("a")]: 1, b: 2 }, { b: 2 }],
    ["a list with a toJSON", { a: Object.assign([1], { toJSON: () => [2] }) }, { a: [2] }],
    ["a toJSON that returns nothing", { toJSON: () => undefined }, null],
  ])("is written: %s", (_name, given, want = given) => {
    const { text, problems } = writeJson(given);
    expect(problems).toEqual([]);
    expect(JSON.parse(text)).toEqual(want);
  });

  const instead = "return a plain object";
  it.each<[name: string, advice: string, path: string, given: unknown]>([
    ["Map", "send Object.fromEntries(map)", "/a", { a: new Map([[1, 2]]) }],
    ["Date", "send its toISOString()", "/a/0", { a: [new Date(0)] }],
    ["Date", "send its toISOString()", "", new Date(0)],
    ["Date", "send its toISOString()", "/a", { a: new Date(NaN) }],
    ["Map", "send Object.fromEntries(map)", "/a", { a: runInNewContext("new Map()") as unknown }],
    ["Date", "send its toISOString()", "/a", { a: runInNewContext("new Date(0)") as unknown }],
    ["Set", "send [...set]", "/a/0", { a: [new Set([1])] }],
    ["Error", "return { error: { code, message } }, or throw it", "", new Error()],
    ["Response", "return the contents of its body", "", response],
    ["Promise", "await it", "/scanCode", { scanCode: Promise.resolve({}) }],
    ["Promise", "await it", "/a", { a: { then: () => undefined } }],
    ["Uint8Array", instead, "/a", { a: new Uint8Array(2) }],
    ["String", instead, "/a", { a: Object("x") as unknown }],
    ["Generator", instead, "", generate()],
  ])("is refused: an instance of %s, with the advice: %s", (name, advice, path, given) => {
    const message = `an instance of ${name} is not plain data: ${advice}`;
    expect(writeJson(given).problems).toEqual([{ path, code: "not-plain-data", message }]);
  });

  const nested = "nested too deeply, or contains itself";
  const tooMany = "the answer has more than 1000000 values";
  it.each<[message: string, path: string, given: unknown]>([
    ["a function is not plain data", "/a~1b", { "a/b": () => 1 }],
    ["a symbol is not plain data", "/a/1", { a: [1, Symbol("b")] }],
    ["a bigint is not plain data: send a number", "/a", { a: 1n }],
    ["NaN cannot be written as JSON", "/a", { a: NaN }],
    ["-Infinity cannot be written as JSON", "/a/0", { a: [-Infinity] }],
    ["undefined is not allowed in an array", "/a/1", { a: [1, undefined] }],
    ["the array has a hole here", "/a/1", { a: withHole }],
    [nested, "/self", circular],
    [nested, "/a", endless],
    [nested, "/a".repeat(19), deep(1100)],
    [tooMany, "", huge],
    [tooMany, "/a", { a: wide }],
    [tooMany, "", many],
  ])("is refused: %s, at %j", (message, path, given) => {
    expect(writeJson(given).problems).toEqual([{ path, code: "not-plain-data", message }]);
  });

  it("is refused for each part that JSON would change, up to a hundred", () => {
    const paths = ({ problems }: ReturnType<typeof writeJson>) => problems.map(({ path }) => path);
    expect(paths(writeJson({ a: NaN, b: 1, c: new Map() }))).toEqual(["/a", "/c"]);
    expect(paths(writeJson(Array.from({ length: 1000 }, () => NaN)))).toHaveLength(100);
  });

  it("passes on what a part of it throws", () => {
    const toJSON = (): never => {
      throw new RangeError("Invalid time value");
    };
    expect(() => writeJson({ a: { toJSON } })).toThrow("Invalid time value");
  });

  it("is written as it was checked, even if a getter returns something else the next time", () => {
    let calls = 0;
    const given = { get a() { return (calls += 1) === 1 ? 1 : new Map(); } }; // prettier-ignore
    expect(writeJson(given)).toEqual({ text: '{"a":1}', problems: [] });
  });
});
