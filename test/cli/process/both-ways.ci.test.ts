import { expect, it } from "vitest";
import { secret } from "../../till/scenario/shop.js";
import { inProject, type Project } from "../project.js";
import type { Ended } from "../running.js";

const nobody = "--url http://127.0.0.1:9/mplus";

const calls = [
  "--help",
  "send --help",
  "--version",
  "nonsense",
  "--target types --spec spec",
  "--target types --spec spec --check",
  "--target types --spec spec --json",
  "lint --spec spec",
  "lint --spec broken",
  "lint --spec odd",
  "diff --spec spec",
  "diff --spec spec --json",
  "diff 48.. 59.. --fail-on safe",
  "explain scanCode --spec spec",
  "drift notes --spec spec",
  "release 60 --summary New --spec spec",
  "init express --dir shop --events scanCode",
  `send scanCode ${nobody}`,
  `doctor ${nobody} --json`,
  `simulate round.yaml ${nobody}`,
  `simulate wrong.yaml ${nobody}`,
  "mock scanCode --seed 7",
  "inbox list --database nowhere",
  "completion",
];

/** The outcome of a call and its files, without the random secret that `init` writes. */
const make = (call: (project: Project) => Promise<Ended>) =>
  inProject(
    async (project) => {
      project.putSpec();
      project.put("broken/releases.json", "{");
      project.put("odd/releases.json", '{ "releases": [{ "release": "x", "colour": 1 }] }');
      project.put("wrong.yaml", "steps:\n  - scanCode: { code: 1 }\n");
      project.put("notes/release-notes.md", "# Notes\n\n## Release 14\n\n- `scanCode.colour` was added.\n");
      project.put("round.yaml", "steps:\n  - scanCode: { scannedCode: '1' }\n");
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
