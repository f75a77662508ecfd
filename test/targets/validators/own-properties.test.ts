import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { once } from "../../../generator/base/once.js";
import { loadContract, withPlainProblems, type Contract } from "../../emitted/validators/contract.js";
import { object, createSmallSpec } from "../../workbench/small-spec.js";
import { makeRunFolder, removeFolder } from "../../workbench/folders.js";

/** Names with a meaning in JavaScript or in the emitted code. */
const required = ["known", "then"];
const words = ["class", "default", "delete", "function", "in", "new", "null", "prototype", "this"];
const ours = [
  "undefined",
  "arguments",
  "context",
  "faults",
  "found",
  "hasOwn",
  "isUri",
  "item",
  "items",
  "name",
  "text",
  "under",
  "value",
];
const names = [...required, ...words, ...ours, "own", "part"];

const properties = Object.fromEntries(names.map((name) => [name, { type: "string", format: "uri" }]));
const spec = once(() =>
  createSmallSpec({
    ping: object("Ping", properties, required),
    pong: object("Pong", properties, required),
  }),
);

const sound: Readonly<Record<string, unknown>> = Object.fromEntries(names.map((name) => [name, "a:b"]));
const without = (name: string) => Object.fromEntries(Object.entries(sound).filter(([key]) => key !== name));

const folder = makeRunFolder();
let contract: Contract;

beforeAll(async () => {
  contract = await loadContract(spec(), "..", folder);
});
afterAll(() => removeFolder(folder));

describe.each([
  { side: "request", property: "ping" },
  { side: "response", property: "pong" },
] as const)("properties with the names of others, in a $side", ({ side, property }) => {
  const check = (value: unknown) => withPlainProblems(contract.check(side, "ping", { [property]: value }));

  it("are taken", () => {
    expect(check(sound).ok).toBe(true);
  });

  it.each(required)("%s is missing where it is left out", (name) => {
    const message = `"${name}" is missing in "${property}".`;
    const problems = [{ path: `/${property}/${name}`, code: "missing-property", message }];
    expect(check(without(name))).toEqual({ ok: false, problems });
  });

  it.each(["class", "own"])("%s is left out where somebody has given one to all objects", (name) => {
    const all = Object.prototype as unknown as Record<string, unknown>;
    all[name] = 1;
    try {
      expect(check(without(name)).ok).toBe(true);
    } finally {
      Reflect.deleteProperty(all, name);
    }
  });

  it("may be those of an object without prototype", () => {
    expect(check(Object.assign(Object.create(null), sound)).ok).toBe(true);
  });

  it(`are ${side === "request" ? "what a handler would read" : "an object's own: JSON writes no others"}`, () => {
    const child = Object.assign(Object.create({ class: 1 }) as object, without("class"));
    expect(check(child).ok).toBe(side === "response");
  });

  it.each(names)("%s has a type of its own, and may be left out if it is optional", (name) => {
    const message = `"${property}.${name}" must be a string.`;
    const problems = [{ path: `/${property}/${name}`, code: "wrong-type", message }];
    expect(check({ ...sound, [name]: 1 })).toEqual({ ok: false, problems });
    expect(check(without(name)).ok).toBe(!required.includes(name));
  });
});

describe("an answer that JSON would write as another thing than it holds", () => {
  const disguised = Object.assign(Object.create({ toJSON: () => ({ anything: true }) }) as object, sound);

  it.each([
    ["a Date", new Date(0), ""],
    ["an object of a database", disguised, ""],
    ["one within", { pong: disguised }, "/pong"],
    ["its own toJSON", { toJSON: () => ({}) }, ""],
  ])("is refused: %s", (_name, answer, path) => {
    const result = contract.check("response", "ping", answer);
    expect(result.ok ? [] : result.problems.map((problem) => problem.path)).toContain(`${path}/toJSON`);
  });
});
