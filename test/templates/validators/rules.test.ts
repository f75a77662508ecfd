import { describe, expect, it } from "vitest";
import { inferFromRequest, listUnknown } from "../../../templates/copied/receiver/handling/evidence.js";
import { createValidators, type Result } from "../../../templates/copied/validators/results.js";
import { readRules } from "../../../templates/copied/validators/rules.js";
import type { Contract, ObjectRow } from "../../../templates/copied/validators/table.js";
import { freeze } from "../../workbench/outputs.js";

type Rows = Readonly<Record<string, ObjectRow>>;

/** A table with the event `ping`. Its request is the object `Request`, and its answer the object `Answer`. */
const tableOf = (objects: Rows, more: Partial<Contract> = {}): Contract =>
  freeze({
    fleet: { label: "the first to the latest", spans: [[null, null]] },
    events: { ping: { request: "Request", answer: "Answer" } },
    commonRequest: "Request",
    errorRequest: "Request",
    objects: { Request: { properties: {} }, Answer: { properties: {} }, ...objects },
    enums: {},
    ...more,
  });

const toLines = (result: Result<unknown>): string[] =>
  result.ok ? [] : result.problems.map(({ path, code }) => `${path} ${code}`);

describe("objects that contain themselves", () => {
  const node: ObjectRow = {
    properties: {
      id: { type: "string", required: true, proves: "20" },
      next: { type: ["Node", "null"] },
      all: { type: { items: { items: "Node" } } },
      other: { type: "Other" },
    },
  };
  const other: ObjectRow = { properties: { node: { type: "Node" } } };
  const body = { properties: { node: { type: "Node" } } };
  const table = tableOf({ Request: body, Answer: body, Node: node, Other: other });
  const bodyAround = (inner: object) => ({
    node: { id: "a", next: { id: "b", all: [[{ id: "c", other: { node: inner } }]] } },
  });
  const at = "/node/next/all/0/0/other/node";
  const { rules, validateRequest, validateResponse } = createValidators(table);

  it.each([
    ["a request", validateRequest],
    ["an answer", validateResponse],
  ])("are checked at any depth of %s", (_side, validate) => {
    expect(toLines(validate("ping", bodyAround({ id: "d", next: null })))).toEqual([]);
    expect(toLines(validate("ping", bodyAround({ id: 4 })))).toEqual([`${at}/id wrong-type`]);
    expect(toLines(validate("ping", bodyAround({ next: null })))).toEqual([`${at}/id missing-property`]);
  });

  it("prove a release, and have unknown parts, at any depth of a request", () => {
    const { evidence } = inferFromRequest(rules, bodyAround({ id: "d" }), "ping");
    expect(evidence).toHaveLength(4);
    expect(evidence).toContainEqual({ path: `${at}/id`, release: "20" });
    const unknown = listUnknown(rules, "ping", bodyAround({ id: "d", colour: "red" }));
    expect(unknown.map(({ path }) => path)).toEqual(["node.next.all[][].other.node.colour"]);
  });

  it("may have an object whose properties stand in them, which contains them in turn", () => {
    const parts: Rows = {
      Line: { properties: { id: { type: "string" }, parent: { type: "Parent" } } },
      Parent: { properties: { line: { type: "Line", inlined: true }, at: { type: "string" } } },
    };
    for (const name of ["Line", "Parent"]) {
      const request = { properties: { part: { type: name } } };
      const validators = createValidators(tableOf({ Request: request, ...parts }));
      const parent = (inner: object) => (name === "Line" ? { part: { parent: inner } } : { part: inner });
      const sent = parent({ at: "x", id: "1", parent: { id: "2" } });
      const value = parent({ at: "x", line: { id: "1", parent: { line: { id: "2" } } } });
      expect(validators.validateRequest("ping", sent)).toEqual({ ok: true, value });
    }
  });
});

const inherited = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"];

describe.each(inherited)("the name %s, which every object inherits,", (name) => {
  /** With an own property, even if the name is `__proto__`. */
  const withName = <Value>(value: Value): Readonly<Record<string, Value>> =>
    Object.fromEntries([[name, value]]);
  const empty: ObjectRow = { properties: {} };
  const judge = (row: ObjectRow, body: object): readonly [request: string[], answer: string[]] => {
    const validators = createValidators(tableOf({ Request: row, Answer: row }));
    return [
      toLines(validators.validateRequest("ping", body)),
      toLines(validators.validateResponse("ping", body)),
    ];
  };

  it("is a property like others", () => {
    const row: ObjectRow = { properties: withName({ type: "string", required: true }) };
    expect(judge(row, withName("a"))).toEqual([[], []]);
    for (const [body, line] of [
      [{}, `/${name} missing-property`],
      [withName(1), `/${name} wrong-type`],
    ] as const)
      expect(judge(row, body)).toEqual([[line], [line]]);
  });

  it("is a property of a base like others", () => {
    const base: ObjectRow = { properties: withName({ type: "string", required: true }) };
    const events = { ping: { request: "Body", answer: "Body" } };
    const body: ObjectRow = { base: "Base", properties: {} };
    const validators = createValidators(tableOf({ Base: base, Body: body }, { events }));
    for (const validate of [validators.validateRequest, validators.validateResponse]) {
      expect(toLines(validate("ping", withName("a")))).toEqual([]);
      expect(toLines(validate("ping", {}))).toEqual([`/${name} missing-property`]);
    }
  });

  it("is no property of an object that does not have it", () => {
    expect(judge(empty, {})).toEqual([[], []]);
    expect(judge(empty, withName(1))).toEqual([[], [`/${name} unknown-property`]]);
    expect(judge({ ...empty, forbidden: withName({ reason: "No." }) }, withName(1))).toEqual([
      [],
      [`/${name} forbidden-property`],
    ]);
  });

  it("is an older spelling like others", () => {
    const row: ObjectRow = { properties: { code: { type: "string", spellings: [name] } } };
    const { validateRequest } = createValidators(tableOf({ Request: row }));
    expect(validateRequest("ping", withName("a"))).toEqual({ ok: true, value: { code: "a" } });
    expect(validateRequest("ping", {})).toEqual({ ok: true, value: {} });
  });

  it("is an event like others, or none", () => {
    const event = { request: "Request", answer: "Answer", proves: "20" };
    const { rules, validateRequest, validateResponse } = createValidators(
      tableOf({}, { events: withName(event) }),
    );
    for (const validate of [validateRequest, validateResponse]) {
      expect(toLines(validate(name, {}))).toEqual([]);
      expect(toLines(validate("ping", {}))).toEqual([" unknown-event"]);
    }
    expect(inferFromRequest(rules, {}, name).version).toBe("20");
    const others = createValidators(tableOf({}));
    for (const validate of [others.validateRequest, others.validateResponse])
      expect(toLines(validate(name, {}))).toEqual([" unknown-event"]);
    expect(inferFromRequest(others.rules, {}, name).version).toBeUndefined();
  });

  it("is a value of an enum like others, or none", () => {
    const row = (values: string[]): ObjectRow => ({
      properties: { x: { type: "Kind" }, y: { type: { values } } },
    });
    const validate = (values: string[]) => {
      const objects = { Answer: row(values) };
      const late = { values, exists: withName([["20", null]] as const) };
      const { validateResponse } = createValidators(tableOf(objects, { enums: { Kind: late } }));
      return (version: string) => toLines(validateResponse("ping", { x: name, y: name }, { version }));
    };
    expect(validate(["a", name])("20")).toEqual([]);
    expect(validate(["a", name])("10")).toEqual(["/x unsupported-value"]);
    expect(validate(["a"])("20")).toEqual(["/x unknown-value", "/y unknown-value"]);
  });

  it("proves a release only if the table says so", () => {
    const proving = readRules(tableOf({ Request: { properties: withName({ type: "any", proves: "20" }) } }));
    const valued = readRules(
      tableOf({ Request: { properties: { x: { type: "string", valuesProve: withName("20") } } } }),
    );
    const silent = readRules(tableOf({ Request: { properties: { x: { type: "string" } } } }));
    expect(inferFromRequest(proving, withName(1), "ping").version).toBe("20");
    expect(inferFromRequest(valued, { x: name }, "ping").version).toBe("20");
    expect(inferFromRequest(silent, { ...withName(1), x: name }, "ping").version).toBeUndefined();
    expect(listUnknown(proving, "ping", withName(1))).toEqual([]);
    expect(listUnknown(silent, "ping", withName(1)).map(({ path }) => path)).toEqual([name]);
  });
});

it("a base stands before the objects that it is the base of", () => {
  const table = tableOf({ Request: { base: "Late", properties: {} }, Late: { properties: {} } });
  expect(() => readRules(table)).toThrow("The contract has Request before its base, Late.");
});

describe("a property that all objects had when the table was read", () => {
  const ping: ObjectRow = { properties: { amount: { type: "integer" }, code: "string" } };
  const table = tableOf({ Request: ping, Answer: ping });
  const others = {
    lenient: true,
    open: true,
    eras: [],
    exists: [],
    requiredIn: [],
    values: [],
    required: true,
  };

  it.each(Object.entries(others))("changes no check: %s", (name, value) => {
    Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });
    try {
      const { validateRequest, validateResponse } = createValidators(table);
      for (const validate of [validateRequest, validateResponse])
        expect(toLines(validate("ping", { amount: "5" }))).toEqual(["/amount wrong-type"]);
      expect(toLines(validateResponse("ping", { other: 1 }))).toEqual(["/other unknown-property"]);
      expect(toLines(validateRequest("ping", {}))).toEqual([]);
    } finally {
      Reflect.deleteProperty(Object.prototype, name);
    }
  });
});
