import { join, resolve } from "node:path";
import { generate as generateFiles, selectTargets } from "../../generate.js";
import { report } from "../../problem/catalogue.js";
import type { Outcome, Problem } from "../../problem/problem.js";
import { targets } from "../../targets/all.js";
import { findFile } from "../../write/find-file.js";
import { listDue, planOutput, type Plan, type Wanted } from "../../write/plan.js";
import { spellOptions } from "../../time/fleet.js";
import type { Settings } from "../../write/settings.js";
import { listOtherNames } from "../../write/temporary.js";
import { recoverOutput, applyPlan } from "../../write/apply.js";
import { loadSpec } from "../../package/load-spec.js";
import type { Args } from "../options/args.js";
import { ownSpec, readTemplates, readToolVersion } from "../../package/package-files.js";
import { findOverlap } from "../spec-folder/overlap.js";
import { formatCheckGithub } from "../report/github/check-github.js";
import { formatSummary, summaryToJson, type Summary } from "../report/summary.js";
import { problemEnding, successEnding, type Ending, type NextEnding } from "../report/ending.js";

/** `generate`: reads the spec, generates everything, and only then writes. */
export async function generate(args: Args<"generate">): Promise<Ending> {
  const { out, json, target: names } = args;
  if (names.length === 0) return problemEnding([reportMissingTarget()], json);
  if (args.github && (!args.check || json)) return problemEnding([reportMisplacedGithub()], json);
  const selected = selectTargets(names, args.crypto);
  if (!selected.ok) return problemEnding(selected.problems, json);
  const overlap = findOverlap({ option: "--out", out, spec: args.spec });
  if (overlap) return problemEnding([overlap], json);
  const spec = loadSpec(args.spec);
  if (!spec.ok) return problemEnding(spec.problems, json);
  const generated = await generateFiles(spec.value, readTemplates(), { ...args, targets: names });
  if (!generated.ok) return problemEnding(generated.problems, json);
  const { view, outputs } = generated.value;
  const wanted = { settings: toSettings(args), tool: readToolVersion(), outputs };
  const mode = args.check ? "check" : args.dryRun ? "dry-run" : "written";
  const plan = (mode === "written" ? applyPlan : planOnly)(resolve(out), () => planWanted(out, wanted));
  if (!plan.ok) return problemEnding(plan.problems, json);
  const summary = { mode, out: trimSlash(out), view, plan: plan.value } as const;
  return toEnding(summary, [...spec.warnings, ...generated.warnings], args);
}

const planWanted = (out: string, wanted: Wanted): Outcome<Plan> =>
  planOutput(out, wanted, (path) => findFile(resolve(out), path), listOtherNames(resolve(out)));

function planOnly(out: string, plan: () => Outcome<Plan>): Outcome<Plan> {
  const ready = recoverOutput(out);
  return ready.ok ? plan() : ready;
}

const reportMissingTarget = (): Problem =>
  report("usage", {
    message: "Say what to generate with --target.",
    hint: `The targets are ${targets.map(({ name }) => name).join(", ")}; for example: mplus-codegen --target express --min-version 48`,
  });

const reportMisplacedGithub = (): Problem =>
  report("usage", {
    message: "--github marks what --check finds: give both, and no --json.",
    hint: undefined,
  });

const toSettings = (args: Args<"generate">): Settings => {
  const { responses, importExtension, int64, crypto } = args;
  return {
    ...spellOptions(args),
    responses,
    importExtension,
    ...(int64 !== "number" && { int64 }),
    ...(crypto === "web" && { crypto }),
  };
};

function toEnding(summary: Summary, warnings: readonly Problem[], args: Args<"generate">): Ending {
  const { mode, plan } = summary;
  const isDue = listDue(plan).length > 0;
  const differs = mode === "check" && isDue;
  const hint = differs && !args.json ? "Run the same command without --check to bring it up to date.\n" : "";
  const ending = successEnding(formatFor(args, summary, differs) + hint, warnings);
  if (differs) return { ...ending, code: 1 };
  return mode === "written" || !isDue ? { ...ending, next: toNextEnding(summary, ending, args) } : ending;
}

function toNextEnding(summary: Summary, { stderr }: Ending, args: Args<"generate">): NextEnding {
  const after = toNextSummary(summary);
  return {
    printed: { code: 0, stdout: formatFor(args, after, false), stderr },
    spec: args.spec ?? ownSpec,
    out: args.out,
    files: [...after.plan.files, after.plan.stamp].map(({ path }) => path),
  };
}

function formatFor(args: Args<"generate">, summary: Summary, important: boolean): string {
  const { json, quiet, github } = args;
  if (json) return summaryToJson(summary);
  if (github && important) return formatCheckGithub(summary);
  return quiet && !important ? "" : formatSummary(summary);
}

/** The summary of the same run, made again right after this one. */
const toNextSummary = (summary: Summary): Summary => ({
  ...summary,
  plan: {
    stamp: summary.plan.stamp,
    files: summary.plan.files
      .filter(({ action }) => action !== "delete")
      .map((file) => ({ ...file, action: "unchanged" })),
  },
});

const trimSlash = (path: string): string =>
  path.length > 1 ? join(path).replace(/(?<![/\\])[/\\]+$/, "") : path;
