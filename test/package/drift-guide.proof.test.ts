import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { fencedBlocks, missingPrograms, runProgram, type Ended } from "../cli/running.js";
import { frozenSpec } from "../workbench/real-spec.js";
import { linkPackages } from "./link-packages.js";
import { removeFolder } from "../workbench/folders.js";

const root = join(import.meta.dirname, "../..");
const guide = readFileSync(join(root, "docs/drift.md"), "utf8");
const [note = ""] = fencedBlocks(guide, "markdown");
const [yaml = ""] = fencedBlocks(guide, "yaml");

interface Step {
  readonly name?: string;
  readonly if?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Workflow {
  readonly jobs: { readonly drift: { readonly steps: readonly Step[] } };
}
const workflow = parse(yaml) as Workflow;
const scripts = workflow.jobs.drift.steps.filter(({ name }) => name !== undefined);

type Shell = (script: string, env?: Readonly<Record<string, string>>) => Promise<Ended>;

/** A checkout of a spec, as it was once, with the note beside it. */
async function inCheckout(use: (shell: Shell, folder: string) => Promise<void>): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), "mplus-drift-"));
  const folder = join(home, "checkout");
  mkdirSync(join(folder, "pages"), { recursive: true });
  linkPackages(folder);
  cpSync(frozenSpec, join(folder, "spec"), { recursive: true });
  writeFileSync(join(folder, "pages/release-notes.md"), note);
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

/** What stands in for a program of the runner: it notes how it was called. */
const putProgram = (folder: string, name: string, script: string): void => {
  mkdirSync(join(folder, "../bin"), { recursive: true });
  const text = `#!/bin/bash\nprintf '%s' "${name}" >> ../calls; printf ' [%s]' "$@" >> ../calls; echo >> ../calls\n${script}\n`;
  writeFileSync(join(folder, "../bin", name), text, { mode: 0o755 });
};

const missing = missingPrograms("bash", "git");

describe.skipIf(missing.length > 0)("docs/drift.md has a workflow", () => {
  it("that opens a pull request with the patch and the report, and one for each report", async () => {
    await inCheckout(async (shell, folder) => {
      const temp = join(folder, "../temp");
      mkdirSync(temp);
      rmSync(join(folder, "pages"), { recursive: true });
      writeFileSync(join(temp, "note"), note);
      putProgram(folder, "curl", 'while [ "$1" != --output ]; do shift; done; cp "$RUNNER_TEMP/note" "$2"');
      putProgram(folder, "gh", "exit 0");
      putProgram(folder, "npx", 'shift; exec node_modules/.bin/mplus-codegen "$@" --spec spec');
      const output = join(temp, "output");
      const env = {
        PATH: `${join(folder, "../bin")}:${process.env["PATH"] ?? ""}`,
        RUNNER_TEMP: temp,
        GITHUB_OUTPUT: output,
        PAGES: "../release-notes.md https://example.com/notes\n\n",
      };
      const git = "git -c user.name=a -c user.email=a@example.com";
      const begun = await shell(
        `git init --quiet --bare ../origin; git init --quiet -b main; echo node_modules > .gitignore; git add .; ${git} commit --quiet -m a; git remote add origin ../origin`,
      );
      expect(begun.code, begun.stderr).toBe(0);
      for (const { run = "" } of scripts) {
        const { code, stderr } = await shell(run, env);
        expect(code, stderr).toBe(0);
      }
      expect(readFileSync(output, "utf8")).toBe("code=1\n");
      const changed = await shell("git diff --name-only main HEAD; git ls-remote origin | grep -c drift-");
      expect(changed.stdout).toContain("spec/responses/form.json");
      expect(changed.stdout).toMatch(/\n1\n$/);
      const again = await shell(`git switch --quiet main\n${scripts.at(-1)?.run ?? ""}`, env);
      expect(again.code, again.stderr).toBe(0);
      const calls = readFileSync(join(folder, "../calls"), "utf8").split("\n");
      expect(calls.flatMap((call) => /^gh \[pr\] \[(\w+)/.exec(call)?.[1] ?? [])).toEqual(["create"]);
      expect(readFileSync(join(temp, "drift.md"), "utf8")).toContain(
        "## What the sources say, and the spec does not",
      );
    });
  });
});
