import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { findFile, type FileState } from "../../generator/output/folder.js";
import { planOutput } from "../../generator/output/plan.js";
import type { Stamp } from "../../generator/output/stamp.js";
import { filesOf, layOut, runs, withTokens } from "./runs.js";
import {
  changed,
  fewer,
  listSteps,
  plan,
  put,
  readTree,
  sample,
  useWorkbench,
  want,
  write,
} from "./workbench.js";

const bench = useWorkbench();

describe("a run", () => {
  const accepted = runs.filter(({ refused }) => !refused).map((run) => [run.name, run] as const);
  it.each(accepted)("%s", async (_, run) => {
    const { at = "out", wants = "sample", force, files, steps, before } = run;
    const out = join(bench.root, at);
    await layOut(out, run);
    const found = readTree(bench.root);
    const wanted = want(filesOf(wants), run.settings, run.tool);
    const planned = await plan(out, wanted, force);
    expect(listSteps(planned)).toEqual(steps);
    expect(planned.ok && planned.value.before).toBe(before);
    expect(readTree(bench.root)).toEqual(found);
    expect((await write(out, wanted, force)).ok).toBe(true);
    expect(listSteps(await plan(out, wanted))).toEqual([]);
    const written = wanted.outputs.flatMap((output) => output.files);
    const contents = Object.fromEntries(written.map(({ path, content }) => [path, content]));
    expect(readTree(out)).toMatchObject({ ...(force ? {} : files), ...contents });
    const paths = Object.keys(readTree(bench.root));
    expect(paths.filter((path) => isEmptyFolder(path, paths) || isTemporary(path))).toEqual([]);
  });

  const refused = runs.flatMap((run) => (run.refused ? [[run.name, run, run.refused] as const] : []));
  it.each(refused)("%s", async (_, run, { code, message, hint = "" }) => {
    const { at = "out", wants = "changed" } = run;
    const out = resolve(bench.root, at);
    await layOut(out, run);
    const found = readTree(bench.root);
    const outcome = await write(out, want(filesOf(wants), run.settings), run.force);
    const shorten = (text = ""): string => text.replaceAll(out, "OUT").replaceAll(bench.root, "ROOT");
    const problems = outcome.ok ? [] : outcome.problems;
    const [first] = problems.map((problem) => [
      problem.code,
      shorten(problem.message),
      shorten(problem.hint),
    ]);
    expect(first).toEqual([code, withTokens(message), hint]);
    expect(problems.filter((problem) => problem.code !== code)).toEqual([]);
    expect(readTree(bench.root)).toEqual(found);
  });

  const isEmptyFolder = (path: string, paths: readonly string[]): boolean =>
    path.endsWith("/") && !paths.some((other) => other !== path && other.startsWith(path));

  const isTemporary = (path: string): boolean => /\.mplus-codegen-(new|lock)\/?$/.test(path);

  it("records a language for the targets that read it", async () => {
    await write(bench.out, want({ ...sample, models: { "a.php": "" } }, { language: "php" }));
    const { targets } = JSON.parse(readTree(bench.out)["stamp.json"] ?? "") as Stamp;
    const holders = Object.entries(targets).filter(([, { language }]) => language !== undefined);
    expect(holders.map(([name]) => name)).toEqual(["models"]);
  });

  it("recognizes files whose line ends git changed", async () => {
    await write(bench.out, want(sample));
    for (const [path, text] of Object.entries(readTree(bench.out))) {
      if (!path.endsWith("/")) put(join(bench.out, path), text.replaceAll("\n", "\r\n"));
    }
    expect(listSteps(await plan(bench.out, want(sample)))).toEqual([]);
    expect(listSteps(await plan(bench.out, want(changed)))).toContain("change types/deep/a.ts");
  });

  it("is refused if the system does not say what lies at a path that it would delete", async () => {
    await write(bench.out, want(sample));
    const find = (path: string): FileState =>
      path === "types/deep/a.ts"
        ? { kind: "blocked", reason: "permission is denied", isUnknown: true }
        : findFile(bench.out, path);
    expect(listSteps(await planOutput(bench.out, want(fewer), { find, names: [] }))).toEqual([
      `output-unwritable: ${bench.out}/types/deep/a.ts cannot be written: permission is denied.`,
    ]);
  });
});
