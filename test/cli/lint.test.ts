import { expect, it } from "vitest";
import type { Changes } from "../contract/read/small-spec.js";
import { inProject } from "../workbench/project.js";

const lintSmall = (changes: Changes, ...options: readonly string[]) =>
  inProject(async (project) => {
    project.putSpec(changes);
    return project.call("lint", "--spec", "spec", ...options);
  });

const countShown = (stderr: string, code: string) => stderr.split(`(${code})\n`).length - 1;
const stray = { title: "Weather", description: "x", type: "object", properties: {} };

it("lint shows a hundred problems, and how many more there are; JSON has all of them", async () => {
  /** Invalid releases, and an object without references, which is a warning. */
  const many = (count: number): Changes => ({
    "responses/weather.json": stray,
    "releases.json#/releases": Array.from({ length: count }, (_, i) => ({
      release: `${i + 1}`,
      ...(i % 2 === 0 && { summary: "Fine." }),
    })),
  });
  const { stderr } = await lintSmall(many(3000));
  expect(countShown(stderr, "missing-keyword")).toBe(99);
  expect(stderr).toMatch(
    /\nmplus-codegen: warning: The other checks .*\nmplus-codegen: and 1,\d\d\d more\.\n$/,
  );
  const { stdout } = await lintSmall(many(3000), "--json");
  expect(stdout.match(/"code": "missing-keyword"/g)).toHaveLength(1500);
  const few = (await lintSmall(many(198))).stderr;
  expect(countShown(few, "missing-keyword")).toBe(99);
  expect(few).not.toMatch(/mplus-codegen: and /);
});

it("lint shows errors rather than warnings", async () => {
  const strays = Array.from({ length: 200 }, (_, i): [string, unknown] => [
    `common/stray${i}.json`,
    { ...stray, title: `Weather${i}` },
  ]);
  const { stderr } = await lintSmall({
    ...Object.fromEntries(strays),
    "examples/scanCode/card.json#/request/scanCode/codeType": "pigeon",
  });
  expect(countShown(stderr, "example-invalid")).toBe(1);
  expect(countShown(stderr, "unreachable-file")).toBe(99);
});
