import { describe, expect, it } from "vitest";
import { resultNames } from "../../../generator/cli/json/schema.js";
import { secret, withShop } from "../../scenario/shop.js";
import { inProject } from "../project.js";
import type { Ended } from "../running.js";
import { jsonCalls, type JsonCall } from "./calls.js";
import { compile } from "./published.js";

/** Objects that are the contract's: what is in them, no schema of ours knows. */
const openObjects = new Set(["request", "answer", "effects", "values"]);

/** Any JSON. */
const anything = new Set(["expected", "seen", "body"]);

type Path = readonly (string | number)[];

/** A document with one thing changed, and where. */
interface Mutant {
  readonly path: Path;
  readonly value: unknown;
}

/** The same document with each of its values in turn replaced by what no schema knows, or with a property more. */
function* mutate(value: unknown, path: Path = []): Generator<Mutant> {
  const key = path.at(-1);
  // A schema that is printed is nothing of ours.
  if (typeof value === "object" && value !== null && "$schema" in value) return;
  if (typeof key === "string" && (anything.has(key) || (openObjects.has(key) && typeof value === "object")))
    return;
  if (path.length > 0) yield { path, value: { unknown: true } };
  if (Array.isArray(value)) {
    for (const [index, item] of value.slice(0, 2).entries())
      yield* inside(value, index, mutate(item, [...path, index]));
  } else if (typeof value === "object" && value !== null) {
    yield { path: [...path, "unknown"], value: { ...value, unknown: true } };
    for (const [name, each] of Object.entries(value))
      yield* inside(value, name, mutate(each, [...path, name]));
  }
}

function* inside(holder: object, key: string | number, mutants: Generator<Mutant>): Generator<Mutant> {
  for (const { path, value } of mutants) {
    const copy = Array.isArray(holder) ? [...(holder as unknown[])] : { ...holder };
    Object.assign(copy, { [key]: value });
    yield { path, value: copy };
  }
}

const schemas = new Map(resultNames.map((name) => [name, compile(name)]));

/** Makes a call as a user does, beside a receiver where it wants one. */
async function make({ line, before, shop }: JsonCall): Promise<Ended> {
  let ended: Ended | undefined;
  const call = (url: string) =>
    inProject(
      async (project) => {
        await before?.(project, url);
        ended = await project.call(...line.replace("URL", url).split(" "), "--json");
      },
      { MPLUS_SECRET: secret },
    );
  await (shop ? withShop(shop, call) : call(""));
  if (!ended) throw new Error("nothing was called");
  return ended;
}

describe("what is printed with --json is as its published schema says", () => {
  it.each(jsonCalls)("$line", async (call) => {
    const { code, stdout, stderr } = await make(call);
    const [part, wanted] = call.want;
    expect([code, stderr]).toEqual([wanted, ""]);
    const printed: unknown = JSON.parse(stdout);
    const schema = schemas.get(call.of);
    for (const validate of [schema?.all, schema?.[part]]) {
      expect(validate?.(printed), JSON.stringify(validate?.errors)).toBe(true);
    }
    const survivors = [...mutate(printed)].filter(({ value }) => schema?.all(value) === true);
    expect(survivors.map(({ path }) => path.join("/"))).toEqual([]);
  });

  it("with calls of every command, well and not", () => {
    const seen = new Set(jsonCalls.map(({ of, want }) => `${of} ${want[0]}`));
    // An inbox needs a later Node than the oldest: test/cli/inbox holds its results.
    expect(resultNames.filter((name) => !seen.has(`${name} result`))).toEqual(["inbox"]);
    expect(resultNames.filter((name) => !seen.has(`${name} problems`))).toEqual(["version"]);
  });
});
