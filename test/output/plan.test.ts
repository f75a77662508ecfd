import { unlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findFile, type FileState } from "../../generator/output/folder.js";
import type { Outcome } from "../../generator/base/problem/problem.js";
import { planOutput, type Plan } from "../../generator/output/plan.js";
import type { Stamp, WantedOutput } from "../../generator/output/stamp.js";
import { changed, refusals } from "./refusals.js";
import { fewer, plan, put, sample, listActions, readTree, useWorkbench, want, write } from "./workbench.js";

const bench = useWorkbench();
const { types = {}, validators = {} } = sample;

const listSteps = (outcome: Outcome<Plan>): string[] =>
  listActions(outcome).filter((step) => !step.startsWith("unchanged "));

describe("the plan of a run", () => {
  it("creates everything in a folder that is not there, and does not make it yet", () => {
    expect(listActions(plan(bench.out, want(sample)))).toEqual([
      "create types/index.ts",
      "create types/deep/a.ts",
      "create validators/index.ts",
      "create stamp.json",
    ]);
    expect(readTree(bench.root)).toEqual({});
  });

  const cases: readonly { name: string; given: () => WantedOutput; steps: string[] }[] = [
    { name: "has nothing to do where all is as it was", given: () => want(sample), steps: [] },
    {
      name: "changes what differs",
      given: () => want({ types: { ...types, "index.ts": "export type A = 1;\n" }, validators }),
      steps: ["change types/index.ts", "change stamp.json"],
    },
    {
      name: "creates what was deleted",
      given: () => {
        unlinkSync(join(bench.out, "types/deep/a.ts"));
        return want(sample);
      },
      steps: ["create types/deep/a.ts"],
    },
    {
      name: "deletes what is no longer generated",
      given: () => want(fewer),
      steps: ["delete types/deep/a.ts", "change stamp.json"],
    },
    {
      name: "does not mind that a file that it would delete is gone",
      given: () => {
        unlinkSync(join(bench.out, "types/deep/a.ts"));
        return want(fewer);
      },
      steps: ["change stamp.json"],
    },
    {
      name: "deletes no folder that stands where a file of ours was",
      given: () => {
        unlinkSync(join(bench.out, "types/deep/a.ts"));
        put(join(bench.out, "types/deep/a.ts/mine.ts"), "mine\n");
        return want(fewer);
      },
      steps: ["change stamp.json"],
    },
    {
      name: "leaves the targets alone that were not asked for",
      given: () => want({ validators: { "other.ts": "" } }),
      steps: ["create validators/other.ts", "delete validators/index.ts", "change stamp.json"],
    },
    {
      name: "remakes everything for another range",
      given: () => want(changed, { minVersion: "59" }),
      steps: ["types/index.ts", "types/deep/a.ts", "validators/index.ts", "stamp.json"].map(
        (path) => `change ${path}`,
      ),
    },
    {
      name: "takes a file for its own that happens to be as it should be",
      given: () => {
        put(join(bench.out, "types/new.ts"), "same\n");
        return want({ types: { ...types, "new.ts": "same\n" }, validators });
      },
      steps: ["change stamp.json"],
    },
    {
      name: "remakes what a version made that had one option more, and deletes the files of that option",
      given: () => {
        const stamp = JSON.parse(readTree(bench.out)["stamp.json"] ?? "") as Stamp;
        const entries = Object.entries(stamp.targets);
        const older = entries.map(([name, entry]) => [name, { ...entry, int64: "bigint" }] as const);
        put(join(bench.out, "stamp.json"), JSON.stringify({ targets: Object.fromEntries(older) }));
        return want(fewer);
      },
      steps: ["delete types/deep/a.ts", "change stamp.json"],
    },
    {
      name: "notes that another version of the tool made the same",
      given: () => want(sample, {}, "2.0.0"),
      steps: ["change stamp.json"],
    },
  ];
  it.each(cases)("$name", async ({ given, steps }) => {
    await write(bench.out, want(sample));
    expect(listSteps(plan(bench.out, given()))).toEqual(steps);
  });

  it("records a language for those that read it, and holds it against no others", async () => {
    await write(bench.out, want({ ...sample, models: { "a.php": "" } }, { language: "php" }));
    const { targets } = JSON.parse(readTree(bench.out)["stamp.json"] ?? "") as Stamp;
    const holders = Object.entries(targets).filter(([, { language }]) => language !== undefined);
    expect(holders.map(([name]) => name)).toEqual(["models"]);
    expect(listSteps(plan(bench.out, want({ types })))).toEqual([]);
  });

  it("does not mind what line ends a version control system made", async () => {
    await write(bench.out, want(sample));
    for (const [path, text] of Object.entries(readTree(bench.out))) {
      if (!path.endsWith("/")) put(join(bench.out, path), text.replaceAll("\n", "\r\n"));
    }
    expect(listSteps(plan(bench.out, want(sample)))).toEqual([]);
    expect(listSteps(plan(bench.out, want(changed)))).toContain("change types/deep/a.ts");
  });

  it("leaves files of the user's beside its own alone", async () => {
    await write(bench.out, want(sample));
    put(join(bench.out, "types/mine.ts"), "mine\n");
    put(join(bench.out, "notes.txt"), "mine\n");
    await write(bench.out, want({ ...fewer, validators: {} }));
    expect(readTree(bench.out)).toMatchObject({ "types/mine.ts": "mine\n", "notes.txt": "mine\n" });
  });

  it.each(refusals)(
    "is refused for $name, and nothing is touched",
    async ({ given, wanted, want: expected }) => {
      await given(bench);
      const before = readTree(bench.root);
      const outcome = await write(bench.out, wanted ?? want(changed));
      const here = (text: string) => text.replaceAll(bench.out, "OUT").replaceAll(bench.root, "ROOT");
      const [first, ...rest] = outcome.ok ? [] : outcome.problems;
      expect(JSON.parse(here(JSON.stringify(first)))).toEqual({ severity: "error", ...expected });
      expect(rest.map(({ code }) => code).filter((code) => code !== expected.code)).toEqual([]);
      expect(readTree(bench.root)).toEqual(before);
    },
  );

  it.each([
    { name: "nothing, where that is the same", settings: {}, before: undefined },
    { name: "the range, where that is another", settings: { minVersion: "59" }, before: "48.. with safe" },
    { name: "no language, where nothing reads one", settings: { language: "php" }, before: undefined },
  ] as const)("says what the folder was made for before: $name", async ({ settings, before }) => {
    await write(bench.out, want(sample));
    const outcome = plan(bench.out, want(sample, settings));
    expect(outcome.ok && outcome.value.before?.slice(0, 14)).toBe(before);
  });

  it("is refused where the system does not say what lies at a path that is to go", async () => {
    await write(bench.out, want(sample));
    const look = (path: string): FileState =>
      path === "types/deep/a.ts"
        ? { kind: "blocked", reason: "permission is denied", isUnknown: true }
        : findFile(bench.out, path);
    expect(listActions(planOutput(bench.out, want(fewer), { find: look, names: [] }))).toEqual([
      `output-unwritable: ${bench.out}/types/deep/a.ts cannot be written: permission is denied.`,
    ]);
  });

  it("names all targets that would stay, and a range without a beginning", async () => {
    await write(bench.out, want({ ...sample, express: { "a.ts": "" } }, { maxVersion: "50" }));
    const outcome = plan(bench.out, want({ types }, { minVersion: "51" }));
    expect(outcome.ok ? "" : outcome.problems[0]?.message).toContain(
      "contains express, validators for 48..50 ",
    );
    const open = { responses: "safe", importExtension: "js", maxVersion: "50" } as const;
    const asked = plan(bench.out, { ...want({ types }), settings: open });
    expect(asked.ok ? "" : asked.problems[0]?.message).toContain("for ..50 with safe");
  });

  it("names the files that are in the way in one problem", () => {
    put(join(bench.out, "types/index.ts"), "mine\n");
    put(join(bench.out, "validators/index.ts"), "mine\n");
    const outcome = plan(bench.out, want(sample));
    expect(outcome.ok ? [] : outcome.problems.map(({ message }) => message.split(" and does ")[0])).toEqual([
      `mplus-codegen did not write 2 files (${bench.out}/types/index.ts, ${bench.out}/validators/index.ts)`,
    ]);
  });
});
