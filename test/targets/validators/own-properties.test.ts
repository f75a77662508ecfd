import { beforeAll, describe, expect, it } from "vitest";
import { buildModel } from "../../../generator/contract/model/build.js";
import type { Result } from "../../../templates/copied/validators/results.js";
import { emitInProcess, type Emitted } from "../../laws/judges/emitted.js";
import { buildPossibleView, fleetFrom } from "../../laws/judges/interpreted.js";
import { createSmallSpec, object } from "../../workbench/small-spec.js";

/** Names with a meaning in JavaScript or in the emitted code. */
const required = ["known", "then"];
const words = "class default delete function in new null prototype this undefined arguments own part";
const ours = "context faults found hasOwn isUri item items name text under value";
const names = [...required, ...words.split(" "), ...ours.split(" ")];

const sound: Readonly<Record<string, unknown>> = Object.fromEntries(names.map((name) => [name, "a:b"]));
const without = (name: string) => Object.fromEntries(Object.entries(sound).filter(([key]) => key !== name));

let emitted: Emitted;
beforeAll(async () => {
  const properties = Object.fromEntries(names.map((name) => [name, { type: "string", format: "uri" }]));
  const spec = { ping: object("Ping", properties, required), pong: object("Pong", properties, required) };
  const model = buildModel(createSmallSpec(spec));
  emitted = await emitInProcess(buildPossibleView(model, fleetFrom(model), "safe"), model);
});

const linesOf = (result: Result<unknown>): string[] =>
  result.ok ? [] : result.problems.map(({ path, message }) => `${path}: ${message}`);

describe.each(["request", "answer"])("properties named like JavaScript words, in a %s", (side) => {
  const isRequest = side === "request";
  const at = isRequest ? "ping" : "pong";
  const check = (value: unknown): string[] =>
    linesOf(emitted[isRequest ? "validateRequest" : "validateResponse"]("ping", { [at]: value }));

  it("are taken, also in an object without prototype", () => {
    expect(check(sound)).toEqual([]);
    expect(check(Object.assign(Object.create(null), sound))).toEqual([]);
  });

  it.each(names)("%s has a type of its own, and may be left out if it is optional", (name) => {
    expect(check({ ...sound, [name]: 1 })).toEqual([`/${at}/${name}: "${at}.${name}" must be a string.`]);
    const missing = `/${at}/${name}: "${name}" is missing in "${at}".`;
    expect(check(without(name))).toEqual(required.includes(name) ? [missing] : []);
  });

  it.each(["class", "own"])("%s is left out where somebody has given one to all objects", (name) => {
    Object.assign(Object.prototype, { [name]: 1 });
    try {
      expect(check(without(name))).toEqual([]);
    } finally {
      Reflect.deleteProperty(Object.prototype, name);
    }
  });

  it(`are ${isRequest ? "those that a handler would read" : "an object's own: JSON writes no others"}`, () => {
    const child = Object.assign(Object.create({ class: 1 }) as object, without("class"));
    expect(check(child)).toEqual(isRequest ? [`/${at}/class: "${at}.class" must be a string.`] : []);
  });
});

const disguised = Object.assign(Object.create({ toJSON: () => ({ anything: true }) }) as object, sound);

it.each([
  ["a Date", new Date(0), ""],
  ["an object of a database", disguised, ""],
  ["one within", { pong: disguised }, "/pong"],
  ["its own toJSON", { toJSON: () => ({}) }, ""],
])("refuses an answer that JSON would write differently: %s", (_name, answer, path) => {
  const problem = expect.stringContaining(`${path}/toJSON: `) as string;
  expect(linesOf(emitted.validateResponse("ping", answer))).toContainEqual(problem);
});
