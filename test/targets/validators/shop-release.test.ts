import { beforeAll, describe, expect, it, vi } from "vitest";
import { buildModel } from "../../../generator/contract/model/build.js";
import { once } from "../../../generator/base/once.js";
import type { ResponseMode } from "../../../generator/contract/view/view.js";
import type { Problem } from "../../../templates/copied/validators/results.js";
import { emitInProcess, type Emitted } from "../../laws/judges/emitted.js";
import { fleetFrom, listFrom, buildPossibleView } from "../../laws/judges/interpreted.js";
import { object, createSmallSpec } from "../../workbench/small-spec.js";

const inner = { title: "Inner", ...object("Inner", { kind: { type: "string" } }, ["kind"]) };

const kind = { type: "string", enum: ["a", "b"], "x-enum-added-in": { b: "20" } };
const cell = { title: "Cell", ...object("Cell", { kind }, ["kind"]) };
const row = { title: "Row", ...object("Row", { kind, cell }, ["kind", "cell"]) };

const pong = object("Pong", {
  label: { type: "string", "x-was": [{ until: "20", schema: { type: "integer" } }] },
  whole: { type: "integer", "x-was": [{ until: "20", schema: inner }] },
  part: { ...inner, title: "Part", "x-was": [{ until: "30", schema: { type: "string", enum: ["a", "b"] } }] },
  often: {
    type: "boolean",
    "x-was": [
      { until: "20", schema: { type: "integer" } },
      { until: "30", schema: { type: "array", items: { type: "string", maxLength: 3 } } },
    ],
  },
  late: { type: "string", "x-added-in": "20" },
  rows: { type: "array", items: row },
});

const event = { description: "Another one.", carries: { ping: { required: true } }, answers: { pong: {} } };
const model = once(() =>
  buildModel(
    createSmallSpec({
      pong,
      files: {
        "events/late.json": { ...event, "x-added-in": "20" },
        "events/gone.json": { ...event, "x-removed-in": "20" },
      },
    }),
  ),
);

const emitted = new Map<string, Promise<Emitted>>();

function emit(list: string | undefined, mode: ResponseMode): Promise<Emitted> {
  const key = `${list ?? ""} ${mode}`;
  const fleet = () => (list ? listFrom(model(), list.split(",")) : fleetFrom(model(), "10"));
  const known = emitted.get(key) ?? emitInProcess(buildPossibleView(model(), fleet(), mode), model());
  emitted.set(key, known);
  return known;
}

it("is not read from what every object seems to have", async () => {
  const { validateResponse } = await emit(undefined, "gated");
  const check = (): unknown => {
    const results = ["late", "gone"].map((event) =>
      validateResponse(event, { late: 1 }, { version: undefined }),
    );
    return results.map((result) => ("problems" in result ? result.problems : result));
  };
  const expected = check();
  const prototype = Object.prototype as unknown as Record<string, unknown>;
  Object.assign(prototype, { version: 3, release: "3" });
  try {
    expect(check()).toEqual(expected);
  } finally {
    delete prototype["version"];
    delete prototype["release"];
  }
});

describe.each(["safe", "gated"] as const)("a %s answer to a shop outside the fleet", (mode) => {
  const outside = (version: string, fleet: string) =>
    new RangeError(
      `the version "${version}" is outside the releases that this code was generated for (${fleet})`,
    );

  it("is no question that a range answers", async () => {
    const { validateResponse } = await emit(undefined, mode);
    for (const unsupported of ["reject", "omit"] as const) {
      const ask = () => validateResponse("ping", {}, { version: "9.9", unsupported });
      expect(ask).toThrow(outside("9.9", "10 to the latest"));
    }
    for (const version of ["10", "v10.0.0", "25", "99"]) {
      expect(validateResponse("ping", {}, { version }).ok).toBe(true);
    }
  });

  it("is none that a list answers, which has gaps", async () => {
    const { validateResponse } = await emit("10,30", mode);
    for (const version of ["20", "29.9", "9", "31"]) {
      const ask = () => validateResponse("ping", {}, { version });
      expect(ask).toThrow(outside(version, "10 and 30"));
    }
    for (const version of ["10", "19.9.9", "30"]) {
      expect(validateResponse("ping", {}, { version }).ok).toBe(true);
    }
  });

  it("is a problem where the version is no release at all", async () => {
    const { validateResponse } = await emit(undefined, mode);
    const result = validateResponse("ping", {}, { version: "latest" });
    expect(result.ok ? [] : result.problems).toEqual([
      { path: "", code: "unknown-version", message: '"latest" is not a release of the POS.' },
    ]);
  });
});

describe.each(["safe", "gated"] as const)("a %s answer to an event that the shop does not have", (mode) => {
  const no = (message: string) => ({ path: "", code: "unsupported-event", message });
  const late = { ...no("The event `late` was added in v20; this shop runs v19."), addedIn: "20" };
  const gone = no("The event `gone` was removed in v20; this shop runs v20.");
  const cases: readonly { event: string; version?: string; want?: Problem }[] = [
    { event: "late", version: "19", want: late },
    { event: "late", version: "20" },
    { event: "late" },
    { event: "gone", version: "19.9" },
    { event: "gone", version: "v20", want: gone },
    { event: "gone" },
  ];

  it.each(cases)("$event at $version", async ({ event, version, want }) => {
    const { validateResponse } = await emit(undefined, mode);
    for (const unsupported of ["reject", "omit"] as const) {
      const result = validateResponse(event, {}, { version, unsupported });
      expect(result.ok ? [] : result.problems).toEqual(want ? [want] : []);
    }
  });

  it("names the first release of a list that has it as such", async () => {
    const { validateResponse } = await emit("10,30", mode);
    const result = validateResponse("late", {}, { version: "10" });
    expect(result.ok ? [] : result.problems).toEqual([
      { ...late, addedIn: "30", message: "The event `late` was added by v30; this shop runs v10." },
    ]);
  });
});

describe("a gated answer to an event that was gone before what it shares changed", () => {
  const gone = { "x-removed-in": "30" };
  const old = { type: "string", ...gone };
  const envelope = { description: "All.", carries: {}, errorRequest: "requests/errorRequest.json" };
  const shared = once(() =>
    buildModel(
      createSmallSpec({
        pong: object("Pong", { old }),
        files: {
          "envelope.json": { ...envelope, answers: { bye: gone } },
          "responses/bye.json": object("Bye", {}),
          "responses/mine.json": object("Mine", { old }),
          "events/gone.json": { ...event, answers: { pong: {}, mine: {} }, "x-removed-in": "20" },
        },
      }),
    ),
  );
  const removed = (path: string): Problem => ({
    path: `/${path}`,
    code: "unsupported-property",
    message: `\`${path.split("/").at(-1) ?? ""}\` was removed in v30; the shop's release is not known.`,
  });

  const cases: readonly (readonly [what: string, body: object, want: readonly Problem[]])[] = [
    ["the envelope", { bye: {} }, [removed("bye")]],
    ["an object of another event", { pong: { old: "a" } }, [removed("pong/old")]],
    ["an object of its own", { mine: { old: "a" } }, []],
  ];

  it.each(cases)("is judged by all shops that have %s", async (_what, body, want) => {
    const { validateResponse } = await emitInProcess(
      buildPossibleView(shared(), fleetFrom(shared(), "10"), "gated"),
      shared(),
    );
    const result = validateResponse("gone", body);
    expect(result.ok ? [] : result.problems).toEqual(want);
    expect(validateResponse("gone", body, { version: "10" }).ok).toBe(true);
  });
});

describe("a gated answer in the shape of another release", () => {
  const shape = (path: string, what: string, changed: string, version?: string): Problem => ({
    path: `/pong/${path}`,
    code: "wrong-type",
    message:
      `"pong.${path.replaceAll("/", ".")}" must be ${what}; its shape changed ${changed}, and ` +
      (version === undefined ? "the shop's release is not known." : `this shop runs v${version}.`),
  });

  const often = "in v20 and in v30";
  const inUnlikeShape: readonly (readonly [pong: object, version: string | undefined, want: Problem])[] = [
    [{ label: "a" }, "10", shape("label", "an integer", "in v20", "10")],
    [{ label: 1 }, "25", shape("label", "a string", "in v20", "25")],
    [{ label: "a" }, undefined, shape("label", "an integer", "in v20")],
    [{ whole: 1 }, "10", shape("whole", "an object", "in v20", "10")],
    [{ whole: { kind: "a" } }, "20", shape("whole", "an integer", "in v20", "20")],
    [{ part: "a" }, "30", shape("part", "an object", "in v30", "30")],
    [{ part: "c" }, "20", { ...shape("part", 'one of "a", "b"', "in v30", "20"), code: "unknown-value" }],
    [{ often: true }, "10", shape("often", "an integer", "in v20", "10")],
    [{ often: 1 }, "25", shape("often", "an array", often, "25")],
    [{ often: ["a", 1] }, "25", shape("often/1", "a string", often, "25")],
    [
      { often: ["four"] },
      "25",
      {
        path: "/pong/often/0",
        code: "out-of-bounds",
        message: `"pong.often.0" must have a length of at most 3; its shape changed ${often}, and this shop runs v25.`,
      },
    ],
    [{ often: ["a"] }, "30", shape("often", "a boolean", "in v30", "30")],
  ];

  let range: Emitted;
  beforeAll(async () => void (range = await emit(undefined, "gated")));

  it.each(inUnlikeShape)("is no answer: %j at %s", (pong, version, want) => {
    expect(range.validateResponse("ping", { pong }, { version })).toMatchObject({ problems: [want] });
  });

  it("says nothing of the shape where something else is wrong, and nothing at all where all fits", () => {
    const missing = { path: "/pong/whole/kind", message: '"kind" is missing in "pong.whole".' };
    const says = (pong: object, version: string) => range.validateResponse("ping", { pong }, { version });
    expect(says({ whole: {} }, "10")).toMatchObject({ problems: [{ ...missing, code: "missing-property" }] });
    expect([says({ label: 1 }, "10").ok, says({ label: "a" }, "20").ok]).toEqual([true, true]);
  });

  it("is left out where that was asked for, with the same words", () => {
    const options = { version: "10", unsupported: "omit" } as const;
    const result = range.validateResponse("ping", { pong: { label: "a", often: 1 } }, options);
    expect(result).toEqual({
      ok: true,
      value: { pong: { often: 1 } },
      omitted: [shape("label", "an integer", "in v20", "10")],
    });
  });

  it("is left out by its place in the answer as it was given, also after what was left out before it", () => {
    const options = { version: "10", unsupported: "omit" } as const;
    const rows = ["ba", "ab", "aa"].map(([kind, inCell]) => ({ kind, cell: { kind: inCell } }));
    const result = range.validateResponse("ping", { pong: { rows } }, options);
    const paths = ["/0/kind", "/1/cell/kind", "/0", "/1/cell", "/1"];
    expect(result).toMatchObject({
      value: { pong: { rows: rows.slice(2) } },
      omitted: paths.map((path) => ({ path: `/pong/rows${path}` })),
    });
  });

  it("is left out of a long list with work that grows as the list does, not as its square", () => {
    const options = { version: "10", unsupported: "omit" } as const;
    const countWork = (length: number): number => {
      const rows = Array.from({ length }, () => ({ kind: "a", cell: { kind: "b" } }));
      const looks = (["replaceAll", "startsWith"] as const).map((name) => vi.spyOn(String.prototype, name));
      const result = range.validateResponse("ping", { pong: { rows } }, options);
      const work = looks.reduce((sum, { mock }) => sum + mock.calls.length, 0);
      vi.restoreAllMocks();
      expect(result.ok && result.value).toEqual({ pong: { rows: [] } });
      return work;
    };
    const work = countWork(50);
    expect(work).toBeGreaterThan(50);
    expect(countWork(500)).toBeLessThan(11 * work);
  });

  it("says of a list that it changed by the first that has it", async () => {
    const { validateResponse } = await emit("10,30", "gated");
    const problems = ["10", "30"].map((version) => {
      const result = validateResponse("ping", { pong: { label: [] } }, { version });
      return result.ok ? [] : result.problems;
    });
    expect(problems).toEqual([
      [shape("label", "an integer", "by v30", "10")],
      [shape("label", "a string", "by v30", "30")],
    ]);
  });
});
