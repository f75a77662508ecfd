import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { packageRoot } from "../../generator/contract/package/package-root.js";
import { runProgram } from "../workbench/run.js";
import { frozenSpec } from "../workbench/real-spec.js";
import { linkPackages } from "./link-packages.js";
import { removeFolder } from "../workbench/folders.js";
import { needs, withReason } from "../workbench/tools.js";

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: {
    readonly steps: readonly { readonly if: string; readonly env: Inputs; readonly run: string }[];
  };
}
interface Dialog {
  readonly properties: { readonly dialogOptions: { readonly items: { properties: { disabled?: object } } } };
}
type Inputs = Readonly<Record<string, string>>;

const { inputs, runs } = parse(readFileSync(join(packageRoot, "action.yml"), "utf8")) as Action;
const defaults: Inputs = Object.fromEntries(Object.entries(inputs).map(([name, row]) => [name, row.default]));

const missing = needs("bash");
const home = mkdtempSync(join(tmpdir(), "mplus-action-"));
const options = "--target types --min-version 48 --out src/mplus";

/** A contract whose dialog options lack a property added later. */
const laterSpec = join(home, "later-spec");
const specs = { "spec-from": frozenSpec, spec: laterSpec };

beforeAll(async () => {
  linkPackages(home);
  cpSync(frozenSpec, laterSpec, { recursive: true });
  const path = join(laterSpec, "responses/dialog.json");
  const dialog = JSON.parse(readFileSync(path, "utf8")) as Dialog;
  delete dialog.properties.dialogOptions.items.properties.disabled;
  writeFileSync(path, JSON.stringify(dialog, null, 2));
  const call = ["npx", "--no", "--", "mplus-codegen", ...options.split(" ")] as const;
  expect(await runProgram(home, call)).toMatchObject({ code: 0 });
});
afterAll(() => removeFolder(home));

/** Runs the steps as GitHub's runner does: after a failed step, only steps with `always()` run. */
async function runAction(given: Inputs) {
  const values = { ...defaults, ...given };
  const summary = join(home, "summary.md");
  writeFileSync(summary, "");
  let failed = false;
  let log = "";
  for (const step of runs.steps) {
    if (!isMet(step.if, values) || (failed && !step.if.includes("!cancelled()"))) continue;
    writeFileSync(join(home, "script.sh"), step.run);
    const entries = Object.entries(step.env).map(([name, text]) => [name, fill(text, values)] as const);
    const env = { ...Object.fromEntries(entries), GITHUB_STEP_SUMMARY: summary };
    const bash = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "script.sh"] as const;
    const { code, stdout, stderr } = await runProgram(home, bash, env);
    failed ||= code !== 0;
    log += stdout + stderr;
  }
  return { failed, log, summary: readFileSync(summary, "utf8") };
}

const isMet = (condition: string, values: Inputs): boolean =>
  values[/inputs\.([\w-]+) != ''/.exec(condition)?.[1] ?? ""] !== "";

const fill = (text: string, values: Inputs): string =>
  text
    .replace("${{ github.action_path }}", packageRoot)
    .replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => values[name] ?? "");

async function withoutTypes(given: Inputs) {
  const path = join(home, "src/mplus/types/index.ts");
  const text = readFileSync(path);
  rmSync(path);
  const job = await runAction(given);
  writeFileSync(path, text);
  return job;
}

describe.skipIf(missing)(withReason("the action", missing), () => {
  it("passes if the code is current", async () => {
    const { failed, log, summary } = await runAction({ generate: options });
    expect(failed).toBe(false);
    expect(summary).toMatch(/^## Generated code\n/);
    expect(summary).toMatch(/^ {4}Nothing to do: the \d+ files in src\/mplus\/ are up to date\.$/m);
    expect(log).not.toContain("::error");
  });

  it("fails if a generated file is missing, and marks it", async () => {
    const job = await withoutTypes({ generate: options });
    expect(job.failed).toBe(true);
    expect(job.log).toContain(
      "\n::error file=src/mplus/types/index.ts,title=not up to date::This file is missing.\n",
    );
    expect(job.summary).toContain("\n    create  types/index.ts\n");
    expect(job.summary).not.toContain("::");
  });

  it("fails if the call is wrong, and says why", async () => {
    const { failed, log, summary } = await runAction({ generate: "--target typs" });
    expect(failed).toBe(true);
    expect(log).toContain('Unknown target "typs". Did you mean "types"?');
    expect(summary).toContain('\n    mplus-codegen: Unknown target "typs".');
  });

  it("lists what has changed, and fails if that breaks something", async () => {
    const { failed, log, summary } = await runAction(specs);
    expect(failed).toBe(true);
    expect(summary).toMatch(/^## Webhooks: from /);
    expect(summary).toMatch(
      /^\| \*\*breaking\*\* \| response \| `\/dialog\/dialogOptions\/\*\/disabled` +\| `property-removed`/m,
    );
    expect(log).toMatch(/^::error file=later-spec\/responses\/dialog\.json,line=\d+,title=breaking%3A /m);
  });

  it("lists what has changed even if the code is not current", async () => {
    const job = await withoutTypes({ generate: options, ...specs });
    expect([job.failed, job.summary.match(/^## .*$/gm)?.length]).toEqual([true, 2]);
  });

  it.each<[string, Inputs]>([
    ["nothing is to fail", { "fail-on": "" }],
    ["no shop has what has changed", { fleet: "..58" }],
  ])("passes if %s", async (_, more) => {
    expect((await runAction({ ...specs, ...more })).failed).toBe(false);
  });

  it("takes no text for code", async () => {
    const hostile = '$(touch taken) `touch taken`; touch taken; "; touch taken #';
    for (const name of Object.keys(inputs).filter((each) => each !== "command"))
      await runAction({ generate: options, ...specs, [name]: hostile });
    expect(existsSync(join(home, "taken"))).toBe(false);
  });
});
