import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot, readToolVersion } from "../../../generator/package/package-files.js";
import { runProgram } from "../running.js";
import { added, makeBuild, newerVersion, programIn, removed, type Edits } from "./builds.js";
import {
  changed,
  emitted,
  inGenerated,
  parse,
  preview,
  readFiles,
  settings,
  template,
  useDesk,
} from "./generated-project.js";

const desk = useDesk();

/** How many lines a template has where it is emitted: four more, which say where it comes from, and that nobody looks into it. */
const countLines = (text: string): number => text.split("\n").length - 1 + 4;
const lost = countLines(readFileSync(join(packageRoot, template), "utf8"));

/** What distinguishes a build, and the files that it would touch: action, lines that come, lines that go. */
const differences: readonly (readonly [name: string, edits: Edits, files: object])[] = [
  ["a line of a template", { [template]: changed }, { [emitted]: ["change", 1, 0] }],
  [
    "a file more, and one less",
    { "templates/receiver/news.ts": added, [template]: removed },
    {
      "receiver/news.ts": ["create", countLines(added()), 0],
      [emitted]: ["delete", 0, lost],
    },
  ],
  ["nothing", {}, {}],
];

describe("upgrade-preview", { concurrent: true }, () => {
  it.each(differences)("says what then happens, where builds differ in %s", async (name, edits, files) => {
    const newer = makeBuild(join(desk, name), edits);
    await inGenerated(async (project) => {
      const run = await preview(project, "--to", newer, "--out", "src/mplus", "--patch", "--json");
      const isChanged = Object.keys(files).length > 0;
      const { outputs, ...said } = parse(run);
      expect(run.code).toBe(isChanged ? 1 : 0);
      expect(said).toEqual({
        ...{ from: readToolVersion(), to: newerVersion, changes: isChanged, warnings: [] },
        changelog: `## ${newerVersion}\n\n- **This is new.** Take it.`,
      });
      const listed = outputs[0]?.files.map((file) => [file.path, [file.action, file.added, file.removed]]);
      expect(Object.fromEntries(listed ?? [])).toEqual(files);

      const before = readFiles(project.folder);
      execFileSync("git", ["apply"], { cwd: project.folder, input: outputs[0]?.patch });
      const patched = readFiles(join(project.folder, "src"));
      rmSync(join(project.folder, "src"), { recursive: true });
      for (const [path, text] of Object.entries(before)) if (path.startsWith("src/")) project.put(path, text);
      const done = await runProgram(project.folder, [process.execPath, programIn(newer), ...settings]);
      expect(done.code).toBe(0);
      expect(readFiles(join(project.folder, "src"))).toEqual(patched);
    });
  });

  it("tells it in words, or as the patch where that is asked for", async () => {
    const newer = makeBuild(join(desk, "words"), { [template]: changed });
    await inGenerated(async (project) => {
      const { code, stdout, stderr } = await preview(project, "--to", newer, "--out=src/mplus");
      const total = Object.keys(readFiles(join(project.folder, "src/mplus"))).length - 1;
      expect([code, stderr]).toEqual([1, ""]);
      expect(stdout.replace(/\d+ unchanged/g, "N unchanged")).toBe(
        `mplus-codegen ${readToolVersion()} runs here. This is what ${newerVersion} would change.

What its changelog says:

  ## ${newerVersion}

  - **This is new.** Take it.

receiver  1 changed, N unchanged  +1 -0 lines
src/mplus/ would change: 1 changed, N unchanged.

Nothing was written. For each line that would change, add --patch.
`,
      );
      expect(stdout).toContain(`would change: 1 changed, ${total - 1} unchanged.`);
      const patched = await preview(project, "--to", newer, ...settings, "--patch");
      expect(patched.stdout).toContain("\n+// It reads otherwise.\n");
    });
  });

  it("has the other version read the config, with a target of one's own", async () => {
    const newer = makeBuild(join(desk, "config"), {
      [template]: changed,
      "spec/events/scanCode.json": (text) => text.replace(/"description": "/, '"description": "Now: '),
    });
    await inGenerated(async (project) => {
      project.put(
        "mplus-codegen.config.ts",
        `import { defineConfig, defineTarget } from "mplus-codegen";
const own = defineTarget({
  apiVersion: 1,
  name: "own",
  summary: "What the events are",
  emit: (view) => [{ path: "own/events.txt", content: view.events.map((each) => JSON.stringify(each.prose) + "\\n").join("") }],
});
export default defineConfig({
  outputs: [{ target: [own], out: "src/own-output" }, { target: ["types"], minVersion: "48", out: "src/types-output" }],
});
`,
      );
      expect((await project.call()).code).toBe(0);
      const { code, stdout } = await preview(project, "--to", newer, "--json", "--patch");
      const { outputs } = parse({ code, stdout, stderr: "" });
      expect(code).toBe(1);
      expect(outputs.map(({ out, files }) => [out, files.map(({ path }) => path)])).toEqual([
        ["src/own-output", ["own/events.txt"]],
        ["src/types-output", ["types/requests.ts"]],
      ]);
      expect(outputs[0]?.patch).toMatch(/^\+.*Now: /m);
    });
  });
});
