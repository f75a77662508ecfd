import { expect, it } from "vitest";
import { secret } from "../../till/desk.js";
import { inProject, type Project } from "../../workbench/project.js";
import type { Ended } from "../../workbench/run.js";

const nobody = "--url http://127.0.0.1:9/mplus";

const calls = [
  "--help",
  "nonsense",
  "--target types --spec spec --json",
  "lint --spec odd",
  "diff 48.. 59.. --fail-on safe",
  "init express --dir shop --events scanCode",
  `doctor ${nobody} --json`,
  "inbox list --database nowhere",
];

/** The outcome of a call and its files, without the random secret that `init` writes. */
const make = (call: (project: Project) => Promise<Ended>) =>
  inProject(
    async (project) => {
      project.putSpec();
      project.put("odd/releases.json", '{ "releases": [{ "release": "x", "colour": 1 }] }');
      const ended = await call(project);
      const stdout = ended.stdout.replace(/\b\d+ ms\b/g, "some ms");
      return { ...ended, stdout, files: Object.keys(project.tree()) };
    },
    { MPLUS_SECRET: secret },
  );

it.each(calls)("%s ends the same in process and as a process", async (line) => {
  const words = line.split(" ");
  const inProcess = await make((project) => project.call(...words));
  expect(await make((project) => project.callBuilt(...words))).toEqual(inProcess);
});
