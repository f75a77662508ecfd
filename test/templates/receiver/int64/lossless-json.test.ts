import { describe, expect, it } from "vitest";
import { createLosslessJson, readJson, writeJson } from "../../../../templates/copied/int64/lossless-json.js";

const large = "9007199254740993";
const held = 9007199254740993n;

/** A text, and what is read from it; left out: what JSON.parse reads. */
const texts: [name: string, text: string, want?: unknown][] = [
  ["a large integer by itself", large, held],
  ["a large integer below zero", `[-${large}]`, [-held]],
  [
    "the largest that a number holds, and the next",
    `[9007199254740991,${2 ** 53}]`,
    [2 ** 53 - 1, 2n ** 53n],
  ],
  ["small integers beside a large one", `[0,-0,12,${large}]`, [0, -0, 12, held]],
  ["a fraction of many digits", "[0.12345678901234567,1234567890123456.5]"],
  ["an exponent", "[1234567890123456e4,1e400,12345678901234567E-3]"],
  ["digits in a text", `["${large}"," ${large}","\\"${large}","\\\\"]`],
  ["digits after a text that ends with a backslash", `["\\\\",${large}]`, ["\\", held]],
  ["digits after a quote in a text", `["\\\\\\"",${large}]`, ['\\"', held]],
  ["digits as a name", `{"${large}":1}`],
  ["a name that comes twice", `{"a":${large},"a":1,"b":1,"b":${large}}`, { a: 1, b: held }],
  ["white space around it", `\n[\t${large} ,\r\n${large}\n]`, [held, held]],
  [
    "a text longer than an expression stands",
    `["${"x".repeat(9_000_000)}",${large}]`,
    ["x".repeat(9_000_000), held],
  ],
];

describe("readJson", () => {
  it.each(texts)("reads %s", (_name, ...[text, ...want]) => {
    expect(readJson(text)).toEqual(want.length > 0 ? want[0] : (JSON.parse(text) as unknown));
  });

  it("keeps __proto__ a name like any other", () => {
    const value = readJson(`{"__proto__":${large},"a":{"__proto__":{"b":${large}}}}`) as object;
    expect(Object.entries(value)).toEqual([
      ["__proto__", held],
      ["a", { ["__proto__"]: { b: held } }],
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
    [held, large],
    [[12n, -12n, 0n, 2n ** 200n], `[12,-12,0,${2n ** 200n}]`],
    [
      { b: undefined, c: [undefined], d: { toJSON: () => -(2n ** 63n) } },
      '{"c":[null],"d":-9223372036854775808}',
    ],
    [{ a: `"${large}"`, b: 1.5, c: null, d: "12n" }, `{"a":"\\"${large}\\"","b":1.5,"c":null,"d":"12n"}`],
  ])("writes what JSON.stringify would, and bigints with all their digits (%#)", (value, want) => {
    expect(writeJson(value)).toBe(want);
  });

  it("works with a toJSON that was added to BigInt", () => {
    const prototype = BigInt.prototype as { toJSON?: () => string };
    prototype.toJSON = () => "text";
    try {
      expect(writeJson({ a: 12n, b: held })).toBe(`{"a":12,"b":${large}}`);
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

const isErrorReport = ({ error }: Readonly<Record<string, unknown>>) => error === 1;
const json = createLosslessJson(places, isErrorReport);

const text = `{"id":1,"idd":${large},"parts":[{"id":2,"other":3},{"id":null}],"lists":[[4,-0],[]],"other":[${large},5]}`;

describe("the integers at their paths", () => {
  it("are read, and large ones elsewhere as bigints", () => {
    expect(json.parse(text, "ping")).toEqual({
      id: 1n,
      idd: held,
      parts: [{ id: 2n, other: 3 }, { id: null }],
      lists: [[4n, 0n], []],
      other: [held, 5],
    });
  });

  it("are written as they were read, and the answer is left as it is", () => {
    const answer = json.parse(text, "ping");
    const before = structuredClone(answer);
    expect(json.stringify(answer, "ping")).toBe(text.replace("-0", "0"));
    expect(answer).toEqual(before);
  });

  it.each(["1.5", `${large}e0`, "null", '{"a":1}', "true"])("are not made of %s", (literal) => {
    expect(json.parse(`{"id":${literal}}`, "ping")).toEqual({ id: JSON.parse(literal) as unknown });
  });

  it("are read in the POS's reports", () => {
    const report = { error: 1, event: { id: 2n }, id: 3 };
    expect(json.parse('{"error":1,"event":{"id":2},"id":3}', "ping")).toEqual(report);
  });

  it.each(["pong", "constructor", "__proto__"])("have no places in %j", (event) => {
    expect(json.parse('{"id":1}', event)).toEqual({ id: 1 });
  });

  it.each(["1", "null", "[]", '"x"'])("are none in %s, which is no body", (body) => {
    expect(json.parse(body, "ping")).toEqual(JSON.parse(body));
  });
});
