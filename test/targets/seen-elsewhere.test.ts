import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diffReleases } from "../../generator/changes/diff.js";
import { createSnapshots } from "../../generator/contract/lattice/snapshot.js";
import { buildModel } from "../../generator/contract/model/build.js";
import { once } from "../../generator/base/once.js";
import { baseline, type Release } from "../../generator/base/time/release.js";
import { loadContract, type Contract } from "../emitted/validators/contract.js";
import { collectFiles, emit } from "../workbench/emit.js";
import { makeRunFolder, removeFolder } from "../workbench/folders.js";
import { createSmallSpec, object } from "../workbench/small-spec.js";

/** A spec with documented parts, a planned one, and one that was only seen in another interface. */
const spec = once(() =>
  createSmallSpec({
    ping: object("Ping", { text: { type: "string" }, extra: { type: "string", "x-seen": "the old API" } }),
    pong: object("Pong", {
      text: { type: "string" },
      extra: { type: "string", "x-seen": "the old API" },
      soon: { type: "string", "x-planned": true },
      kind: { title: "Kind", type: "string", enum: ["round"], "x-enum-seen": { square: "the old API" } },
    }),
  }),
);

describe("what was seen elsewhere only", () => {
  const where = "seen in the old API, not documented for the POS";
  const folder = makeRunFolder();
  let contract: Contract;

  beforeAll(async () => {
    contract = await loadContract(spec(), "..", folder);
  });
  afterAll(() => removeFolder(folder));

  it("is let through in a request, whatever it holds", () => {
    const body = { ping: { extra: 5 } };
    expect(contract.check("request", "ping", body)).toEqual({ ok: true, value: body });
  });

  it.each([
    ["a property", { extra: "x" }, where],
    ["a value", { kind: "square" }, where],
    ["a property that is only planned", { soon: "x" }, "announced, but not for a release yet"],
  ])("is refused in an answer, with a sentence that says where: %s", (_name, pong, words) => {
    const result = contract.check("response", "ping", { pong });
    expect(result.ok ? "" : result.problems[0]?.message).toContain(words);
  });

  it("is no part of the types, nor of what is said to be left out, and apart in the docs", async () => {
    const made = await emit(spec(), "..", { targets: ["types", "docs"] });
    const files = collectFiles(made);
    const types = [...files].flatMap(([path, text]) => (path.startsWith("types/") ? [text] : []));
    expect(types.join("")).not.toMatch(/extra|square|soon/);
    expect(made.view.omissions).toEqual([]);
    const [before = "", after = ""] = (files.get("docs/objects/Pong.md") ?? "").split(
      "## Seen, not documented",
    );
    expect(before).not.toContain("extra");
    expect(after).toContain("- `extra`: The extra. Seen in the old API.");
    expect(files.get("docs/enums.md")).toContain("- `square`, in the old API");
  });

  it("came with no release", () => {
    const range = { min: baseline, max: Infinity as Release };
    const changes = diffReleases(createSnapshots(buildModel(spec())), range);
    expect(changes.flatMap((release) => release.changes)).toEqual([]);
  });
});
