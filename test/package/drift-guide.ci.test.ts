import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { marked } from "marked";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { fencedBlocks, runProgram, type Ended } from "../workbench/run.js";
import { needs, withReason } from "../workbench/tools.js";
import { frozenSpec } from "../workbench/real-spec.js";
import { linkPackages } from "./link-packages.js";
import { removeFolder } from "../workbench/folders.js";

const root = join(import.meta.dirname, "../..");
const guide = readFileSync(join(root, "docs/drift.md"), "utf8");
const [note = ""] = fencedBlocks(guide, "markdown");
const [yaml = ""] = fencedBlocks(guide, "yaml");

interface Step {
  readonly name?: string;
  readonly run?: string;
}
interface Workflow {
  readonly jobs: { readonly drift: { readonly steps: readonly Step[] } };
}
const workflow = parse(yaml) as Workflow;
const script = workflow.jobs.drift.steps
  .flatMap(({ name, run = "" }) => (name === undefined ? [] : [run]))
  .join("\n");

type Shell = (script: string, env?: Readonly<Record<string, string>>) => Promise<Ended>;

async function inCheckout(use: (shell: Shell, folder: string) => Promise<void>): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), "mplus-drift-"));
  const folder = join(home, "checkout");
  mkdirSync(folder);
  linkPackages(folder);
  cpSync(frozenSpec, join(folder, "spec"), { recursive: true });
  // Those are about other sources.
  for (const about of ["drift", "sources.json"]) rmSync(join(folder, "spec", about), { recursive: true });
  const shell: Shell = (script, env = {}) => {
    const bash = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script] as const;
    return runProgram(folder, bash, env);
  };
  try {
    await use(shell, folder);
  } finally {
    removeFolder(home);
  }
}

/** Replaces a program of the runner with a script that records its arguments. */
const putProgram = (folder: string, name: string, script: string): void => {
  mkdirSync(join(folder, "../bin"), { recursive: true });
  const text = `#!/bin/bash\nprintf '%s' "${name}" >> ../calls; printf ' [%s]' "$@" >> ../calls; echo >> ../calls\n${script}\n`;
  writeFileSync(join(folder, "../bin", name), text, { mode: 0o755 });
};

const title = "the workflow of docs/drift.md opens an issue with the report, once for each report";

it.skipIf(needs("bash"))(withReason(title, needs("bash")), () =>
  inCheckout(async (shell, folder) => {
    const temp = join(folder, "../temp");
    mkdirSync(temp);
    const offer = (page: string) => writeFileSync(join(temp, "page"), marked.parse(page, { async: false }));
    putProgram(folder, "curl", 'while [ "$1" != --output ]; do shift; done; cp "$RUNNER_TEMP/page" "$2"');
    putProgram(folder, "gh", '[ "$2" = create ] || grep -c "\\[create\\].*${6%% *}" ../calls || true');
    putProgram(folder, "npx", 'shift; exec node_modules/.bin/mplus-codegen "$@" --spec spec');
    const path = `${join(folder, "../bin")}:${process.env["PATH"] ?? ""}`;
    const env = { PATH: path, RUNNER_TEMP: temp, PAGE: "https://example.com/definitions" };
    const run = async (): Promise<readonly string[]> => {
      const { code, stderr } = await shell(script, env);
      expect(code, stderr).toBe(0);
      const calls = readFileSync(join(folder, "../calls"), "utf8").split("\n");
      return calls.flatMap((call) => (call.startsWith("gh [issue] [create]") ? call : []));
    };
    offer("# Nothing\n");
    expect(await run()).toEqual([]);
    offer(note);
    const issues = await run();
    expect(issues).toEqual([expect.stringMatching(/ \[--body-file\] \[\S+drift\.md\]$/)]);
    expect(await run()).toEqual(issues);
    expect(readFileSync(join(temp, "drift.md"), "utf8")).toMatch(/^To do: \d+ new, \d+ unread\.\n/);
  }),
);
