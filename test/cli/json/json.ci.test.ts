import { describe, expect, it } from "vitest";
import { resultNames } from "../../../generator/cli/json/schema.js";
import { secret, withShop } from "../../scenario/shop.js";
import { inProject } from "../project.js";
import type { Ended } from "../running.js";
import { jsonCalls, type JsonCall } from "./calls.js";
import { mutate } from "./mutants.js";
import { compile } from "./published.js";

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
