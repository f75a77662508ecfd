import { describe, expect, it } from "vitest";
import { createLosslessJson } from "../../../../templates/int64/lossless-json.js";
import { readJson } from "../../../../templates/int64/read-json.js";
import { writeJson } from "../../../../templates/int64/write-json.js";

const large = "9007199254740993";
const largest = 9007199254740991;

/** A text, and what is read from it; left out: what JSON.parse reads. */
const texts: readonly { readonly name: string; readonly text: string; readonly want?: unknown }[] = [
  { name: "a large integer by itself", text: large, want: 9007199254740993n },
  { name: "a large integer below zero", text: `[-${large}]`, want: [-9007199254740993n] },
  {
    name: "the largest that a number holds, and the next",
    text: `[${largest},${2 ** 53}]`,
    want: [largest, 2n ** 53n],
  },
  {
    name: "small integers beside a large one",
    text: `[0,-0,12,${large}]`,
    want: [0, -0, 12, 9007199254740993n],
  },
  { name: "a fraction of many digits", text: "[0.12345678901234567,1234567890123456.5]" },
  { name: "an exponent", text: "[1234567890123456e4,1e400,12345678901234567E-3]" },
  { name: "digits in a text", text: `["${large}"," ${large}","\\"${large}","\\\\"]` },
  {
    name: "digits after a text that ends with a backslash",
    text: `["\\\\",${large}]`,
    want: ["\\", 9007199254740993n],
  },
  { name: "digits after a quote in a text", text: `["\\\\\\"",${large}]`, want: ['\\"', 9007199254740993n] },
  { name: "digits as a name", text: `{"${large}":1}` },
  {
    name: "a name that comes twice",
    text: `{"a":${large},"a":1,"b":1,"b":${large}}`,
    want: { a: 1, b: 9007199254740993n },
  },
  {
    name: "white space around it",
    text: `\n[\t${large} ,\r\n${large}\n]`,
    want: [9007199254740993n, 9007199254740993n],
  },
  {
    name: "a text longer than an expression stands",
    text: `["${"x".repeat(9_000_000)}",${large}]`,
    want: ["x".repeat(9_000_000), 9007199254740993n],
  },
];

describe("readJson", () => {
  it.each(texts)("reads $name", ({ text, ...rest }) => {
    const want = "want" in rest ? rest.want : (JSON.parse(text) as unknown);
    expect(readJson(text)).toEqual(want);
  });

  it("keeps __proto__ a name like any other", () => {
    const value = readJson(`{"__proto__":${large},"a":{"__proto__":{"b":${large}}}}`) as object;
    expect(Object.entries(value)).toEqual([
      ["__proto__", 9007199254740993n],
      ["a", { ["__proto__"]: { b: 9007199254740993n } }],
    ]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it("reads whatever JSON.parse can read", () => {
    const value = readJson(`${"[".repeat(200_000)}${large}${"]".repeat(200_000)}`);
    expect(Array.isArray(value)).toBe(true);
  });

  it.each(["", "{", `{"a":${large}`, `0${large}`, `[${large},]`, "9".repeat(1001)])("refuses %j", (text) => {
    expect(() => readJson(text)).toThrow(SyntaxError);
  });
});

describe("writeJson", () => {
  it.each([
    [9007199254740993n, large],
    [[12n, -12n, 0n, 2n ** 200n], `[12,-12,0,${2n ** 200n}]`],
    [
      { a: "12n", b: undefined, c: [undefined], d: { toJSON: () => -(2n ** 63n) } },
      '{"a":"12n","c":[null],"d":-9223372036854775808}',
    ],
    [{ a: `"${large}"`, b: 1.5, c: null }, `{"a":"\\"${large}\\"","b":1.5,"c":null}`],
  ])("writes what JSON.stringify would, and bigints with all their digits (%#)", (value, want) => {
    expect(writeJson(value)).toBe(want);
  });

  it("works with a toJSON that was added to BigInt", () => {
    const prototype = BigInt.prototype as { toJSON?: () => string };
    prototype.toJSON = () => "text";
    try {
      expect(writeJson({ a: 12n, b: 9007199254740993n })).toBe(`{"a":12,"b":${large}}`);
    } finally {
      delete prototype.toJSON;
    }
  });
});

/** An event whose request and answer have integers under two spellings, in a list, and in a list of lists. */
const places = {
  roots: { ping: "Ping" },
  errorReport: "Report",
  objects: {
    Ping: {
      id: { int64: true },
      idd: { int64: true },
      parts: { items: { object: "Part" } },
      lists: { items: { items: { int64: true } } },
    },
    Part: { id: { int64: true } },
    Report: { event: { object: "Part" } },
  },
} as const;

const bigints = createLosslessJson({
  held: "bigint",
  requests: places,
  isErrorReport: ({ error }) => error === 1,
});
const strings = createLosslessJson({
  held: "string",
  requests: places,
  responses: places,
  isErrorReport: () => false,
});

const text = `{"id":1,"idd":${large},"parts":[{"id":2,"other":3},{"id":null}],"lists":[[4,-0],[]],"other":[${large},5]}`;

describe("createLosslessJson", () => {
  it("reads the integers at their paths as bigints", () => {
    expect(bigints.parse(text, "ping")).toEqual({
      id: 1n,
      idd: 9007199254740993n,
      parts: [{ id: 2n, other: 3 }, { id: null }],
      lists: [[4n, 0n], []],
      other: [9007199254740993n, 5],
    });
  });

  it("reads the integers at their paths as strings, and large ones elsewhere as bigints", () => {
    expect(strings.parse(text, "ping")).toEqual({
      id: "1",
      idd: large,
      parts: [{ id: "2", other: 3 }, { id: null }],
      lists: [["4", "0"], []],
      other: [9007199254740993n, 5],
    });
  });

  it.each([bigints, strings])("writes what it read (%#)", (json) => {
    expect(json.stringify(json.parse(text, "ping"), "ping")).toBe(text.replace("-0", "0"));
  });

  it.each([bigints, strings])("leaves an answer as it is (%#)", (json) => {
    const answer = json.parse(text, "ping");
    const before = structuredClone(answer);
    json.stringify(answer, "ping");
    expect(answer).toEqual(before);
  });

  it.each([
    ["a fraction", "1.5"],
    ["what was rounded", `${large}e0`],
    ["nothing", "null"],
    ["an object", '{"a":1}'],
    ["a truth", "true"],
  ])("leaves %s to the validator", (_name, literal) => {
    for (const json of [bigints, strings])
      expect(json.parse(`{"id":${literal}}`, "ping")).toEqual({ id: JSON.parse(literal) as unknown });
  });

  it("does not read a string as an integer, and does not change it", () => {
    const { id } = strings.parse('{"id":"12"}', "ping") as { id: unknown };
    expect([typeof id, String(id)]).toEqual(["object", "12"]);
  });

  it("has the paths in the POS's reports", () => {
    expect(bigints.parse('{"error":1,"event":{"id":2},"id":3}', "ping")).toEqual({
      error: 1,
      event: { id: 2n },
      id: 3,
    });
  });

  it.each(["pong", "constructor", "__proto__"])("has no places for %j", (event) => {
    expect(bigints.parse('{"id":1}', event)).toEqual({ id: 1 });
  });

  it.each(["1", "null", "[]", '"x"'])("reads %s, which is no body", (body) => {
    expect(bigints.parse(body, "ping")).toEqual(JSON.parse(body));
  });
});
