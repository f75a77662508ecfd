import { beforeAll, describe, expect, it, vi } from "vitest";
import { emitInProcess, type Emitted } from "../../laws/judges/emitted.js";
import { fromSeed, listOf } from "../../workbench/draw.js";
import { seed } from "../../workbench/seed.js";
import type { Problem, StandardSchemaV1 } from "../../../templates/copied/validators/results.js";
import { readContract } from "../contracts.js";
import { freeze } from "../../workbench/outputs.js";

// Bodies and options that no YAML file can contain.

const emit = (file: string): Promise<Emitted> => {
  const { model, viewIn, responses } = readContract(`cases/${file}.yaml`, import.meta);
  return emitInProcess(viewIn(responses.at(-1) ?? "safe"), model());
};

let [real, lenient, shops, shapes]: Emitted[] = [];
beforeAll(async () => {
  [real, lenient, shops, shapes] = await Promise.all(["answers", "lenient", "shops", "shapes"].map(emit));
});

const read = (body: object) => lenient?.validateRequest("ping", body);
const readPing = (more: object) => read({ ping: { code: "x", ...more } });
const answer = (body: unknown, options?: object) => real?.validateResponse("scanCode", body, options);
const times = <Item>(count: number, make: () => Item): Item[] => Array.from({ length: count }, make);

describe("a request", () => {
  it("shares what does not change with the body that came", () => {
    const lines = [{ id: "1" }];
    const { ping } = (readPing({ note: null, lines }) as { value: { ping: { lines: unknown } } }).value;
    expect(ping.lines).toBe(lines);
  });

  it("may contain itself, or be as deep as memory allows, in what nobody describes", () => {
    const ring: Record<string, unknown> = {};
    ring["ring"] = [ring, ring];
    const deep = JSON.parse(`${"[".repeat(50_000)}${"]".repeat(50_000)}`) as unknown;
    const { value } = read({ ping: { code: "x", note: null }, ring, deep }) as { value: typeof ring };
    expect(value["ping"]).toEqual({ code: "x" });
    expect(value["ring"]).toBe(ring);
  });

  it("keeps own properties that every object inherits", () => {
    const body = JSON.parse('{"ping": {"__proto__": {"a": 1}, "constructor": 2, "kode": "x"}}') as object;
    const { ping } = (read(body) as { value: { ping: object } }).value;
    expect(Object.keys(ping)).toEqual(["__proto__", "constructor", "code"]);
  });

  it("reports a hundred nulls and a hundred misfits at most, misfits first, and counts the others", () => {
    const lines = times(1000, () => ({ id: "1", price: null }));
    const result = read({ ping: { code: "x", lines }, changed: 3 });
    expect(result).toMatchObject({ ok: true, moreLeftOut: { misfits: 0, nulls: 900 } });
    const { value, leftOut } = result as { value: object; leftOut: readonly Problem[] };
    expect(value).toEqual({ ping: { code: "x", lines: times(1000, () => ({ id: "1" })) } });
    expect(leftOut.map(({ path }) => path).slice(0, 2)).toEqual(["/changed", "/ping/lines/0/price"]);
    expect(leftOut).toHaveLength(101);
    const misfits = readPing({ guesses: times(150, () => ({ size: "1", sure: "yes" })) });
    expect(misfits).toMatchObject({ leftOut: { length: 100 }, moreLeftOut: { misfits: 50, nulls: 0 } });
  });

  it("is looked at until its first fault", () => {
    const look = vi.fn(() => 1);
    const lines = times(1000, () => Object.defineProperty({}, "id", { get: look, enumerable: true }));
    expect(readPing({ lines })).toMatchObject({ problems: [{ path: "/ping/lines/0/id" }] });
    expect(look.mock.calls.length).toBeLessThan(5);
  });

  it("never changes an integer: it is exact or refused", async () => {
    const { validateRequest } = await emit("int64");
    const draw = fromSeed(seed);
    const literals = times(5000, () => 0).map(() =>
      listOf(draw, 1, 30, () => draw.below(10))
        .join("")
        .replace(/^0+(?=.)/, ""),
    );
    const taken = literals.filter(
      (literal) => validateRequest("ping", JSON.parse(`{ "ping": { "free": ${literal} } }`)).ok,
    );
    expect(taken).toEqual(literals.filter((literal) => BigInt(literal) < 2n ** 53n));
    expect(taken.length).toBeGreaterThan(1000);
  });
});

describe("an answer", () => {
  it("may have a property that is undefined, because JSON leaves it out", () => {
    const body = freeze({ receiptFooter: undefined, colour: undefined });
    expect(answer(body)).toEqual({ ok: true, value: body });
  });

  it.each([NaN, Infinity, -Infinity])("has no number that JSON cannot write: %d", (quantity) => {
    const path = "/lineAdditions/0/quantity";
    expect(answer({ lineAdditions: [{ articleNumber: 1, quantity }] })).toMatchObject({
      problems: [{ path, code: "wrong-type" }],
    });
  });

  it("has a hundred problems at most, even if there are more than a call takes arguments", () => {
    const dialog = { dialogOptions: times(300_000, () => ({ optionId: 1 })) };
    expect(answer({ message: [{ message: 1 }], dialog })).toMatchObject({ problems: { length: 100 } });
  });

  it("is described in JSON as it was checked, even if it was changed since", () => {
    const body = { nonsense: 1 };
    const result = answer(body);
    Reflect.deleteProperty(body, "nonsense");
    const message = 'There is no property "nonsense" here.';
    const problems = [{ path: "/nonsense", code: "unknown-property", message }];
    expect(JSON.parse(JSON.stringify(result))).toEqual({ ok: false, problems });
  });

  it("is refused if a part that the shop lacks cannot be omitted, because JSON does not write it", () => {
    const body = Object.defineProperty({}, "pong", { value: { rows: [{ kind: "b" }] } });
    const result = shapes?.validateResponse("ping", body, { version: "10", unsupported: "omit" });
    expect(result).toMatchObject({ ok: false });
  });

  it("loses items of a long list with work that grows as the list does, not as its square", () => {
    const countWork = (length: number): number => {
      const looks = (["replaceAll", "startsWith"] as const).map((name) => vi.spyOn(String.prototype, name));
      const body = { pong: { rows: times(length, () => ({ kind: "a", cell: { kind: "b" } })) } };
      const result = shapes?.validateResponse("ping", body, { version: "10", unsupported: "omit" });
      const work = looks.reduce((sum, { mock }) => sum + mock.calls.length, 0);
      vi.restoreAllMocks();
      expect(result).toMatchObject({ value: { pong: { rows: [] } } });
      return work;
    };
    const work = countWork(50);
    expect(work).toBeGreaterThan(50);
    expect(countWork(500)).toBeLessThan(11 * work);
  });

  it.each([undefined, {}, { unsupported: undefined }, { unsupported: "omit", version: undefined }])(
    "may be checked with the options %j",
    (options) => expect(answer({}, options)).toMatchObject({ ok: true }),
  );

  it.each([
    ["bogus", '"bogus"'],
    [null, "the object"],
    [true, "the boolean"],
  ])("is not checked if `unsupported` is %j", (unsupported, shown) => {
    const message = `\`unsupported\` must be "reject" or "omit", not ${shown}`;
    expect(() => answer({}, { unsupported })).toThrow(new TypeError(message));
  });

  it.each([
    ["bigint", 10n],
    ["number", 59],
    ["object", null],
    ["symbol", Symbol("59")],
    ["object", Object.create(null) as object],
    ["object", ["59"]],
  ])("is for no release if `version` is a %s", (type, version) => {
    const message = `the ${type} is not a release of the POS.`;
    const problems = [{ path: "", code: "unknown-version", message }];
    expect(answer({}, { version })).toEqual({ ok: false, problems });
  });
});

it("reads the same if all objects seem to have a property", () => {
  const judge = () => [
    read({ ping: { kode: "x", note: null }, added: { id: "1" } }),
    shops?.validateResponse("late", { late: 1 }, { version: undefined }),
    shops?.validateResponse("gone", { late: 1 }, { version: undefined }),
  ];
  const plain = JSON.stringify(judge());
  const names = { version: 3, release: "3", polluted: true };
  Object.assign(Object.prototype, names);
  try {
    expect(JSON.stringify(judge())).toBe(plain);
  } finally {
    for (const name of Object.keys(names)) Reflect.deleteProperty(Object.prototype, name);
  }
});

it("has a Standard Schema for each request and answer", async () => {
  const { model, viewIn } = readContract("cases/answers.yaml", import.meta);
  const emitted = await emitInProcess(viewIn("safe"), model());
  const events = viewIn("safe").events.map(({ name }) => name);
  const { requestSchemas, responseSchemas } = emitted as unknown as Schemas;
  expect([requestSchemas, responseSchemas].map(Object.keys)).toEqual([events, events]);
  const validate = responseSchemas["scanCode"]?.["~standard"].validate;
  expect(validate?.({ scanCode: { recognized: true } })).toEqual({
    value: { scanCode: { recognized: true } },
  });
  const message = '"lineChanges.0.lineId" must be a string.';
  const path = ["lineChanges", 0, "lineId"];
  expect(validate?.({ lineChanges: [{ lineId: 1 }] })).toEqual({ issues: [{ message, path }] });
});

type Schemas = Readonly<
  Record<"requestSchemas" | "responseSchemas", Readonly<Record<string, StandardSchemaV1<unknown>>>>
>;
