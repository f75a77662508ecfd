import { describe, expect, it } from "vitest";
import { formatOption, outputOptions, type Option } from "../../generator/base/options.js";
import { isSetting } from "../../generator/output/stamp.js";
import { listSteps, plan, sample, useWorkbench, want, write } from "./workbench.js";

const bench = useWorkbench();

/** Values for options without restrictions. */
const freeTexts = ["My shop's", "a; b $(c) `d` $& %", "-x", "é漢\n\u202e", '"', ""];

const namedTexts = { release: ["59.3.2"], releases: ["48,59"], folder: ["mplus-spec"] };

function listValues({ type, names, choices }: Option): readonly unknown[] {
  if (type === "boolean") return [true, false];
  const texts = choices ?? (names ? namedTexts[names] : freeTexts);
  return type === undefined ? texts : [[], texts, ...texts.map((text) => [text])];
}

const stamped = (Object.entries(outputOptions) as [string, Option][]).filter(([, { stamp }]) => stamp);

describe("a folder that is made twice", () => {
  it.each(stamped.flatMap(([name, row]) => listValues(row).map((value) => [name, value] as const)))(
    "with --%s %j is as it was",
    async (name, value) => {
      const wanted = want(sample, { [name]: value });
      expect((await write(bench.out, wanted)).ok).toBe(true);
      expect(
        listSteps(await plan(bench.out, wanted)).filter((each) => !each.startsWith("unchanged ")),
      ).toEqual([]);
    },
  );
});

describe("a setting in a stamp", () => {
  const row = (more: Partial<Option>): Option => ({ describe: "A", stamp: "unusual", ...more });
  const rows: Readonly<Record<string, Option>> = {
    "a text": row({}),
    "a switch": row({ type: "boolean" }),
    "a list": row({ type: "list" }),
    texts: row({ type: "texts" }),
    "a choice": row({ choices: ["one", "two"] }),
    "a release": row({ names: "release" }),
    "a list of releases": row({ names: "releases" }),
    "a folder": row({ names: "folder" }),
  };
  it.each(Object.entries(rows))(
    "of an option that is %s may be whatever that may be, or missing",
    (_, each) => {
      for (const value of [undefined, ...listValues(each)])
        expect([value, isSetting(each, value)]).toEqual([value, true]);
    },
  );

  it.each([
    ["a text", 7],
    ["a text", ["x"]],
    ["a switch", "true"],
    ["a list", "x"],
    ["texts", [7]],
    ["a choice", "one; id"],
    ["a release", "$(id)"],
    ["a release", "48 --out /"],
    ["a list of releases", "48;59"],
    ["a folder", "../../etc"],
    ["a folder", "$(id)"],
    ["a list of releases", ["48"]],
  ] as const)("of an option that is %s is not %j", (name, value) => {
    expect(isSetting(rows[name] ?? row({}), value)).toBe(false);
  });
});

describe("an option in a call to copy", () => {
  it.each([
    ["48", "--min-version 48"],
    ["48,59", "--min-version 48,59"],
    ["it's $(id)", String.raw`--min-version 'it'\''s $(id)'`],
    ["", "--min-version ''"],
    ["-x", "--min-version=-x"],
    [true, "--min-version"],
    [false, ""],
    [undefined, ""],
    [[], ""],
    [["a", "b;c"], "--min-version a --min-version 'b;c'"],
  ] as const)("of the value %j", (value, want) => {
    expect(formatOption("minVersion", value).join(" ")).toBe(want);
  });
});
