import { join, resolve } from "node:path";
import { generate as generateFiles, selectTargets } from "../../generate.js";
import { report } from "../../problem/catalogue.js";
import type { Outcome, Problem } from "../../problem/problem.js";
import { targets } from "../../targets/all.js";
import { lookAt } from "../../write/disk.js";
import { planOutput, type Plan, type Wanted } from "../../write/plan.js";
import { spellOptions } from "../../time/fleet.js";
import type { Settings } from "../../write/stamp.js";
import { othersIn } from "../../write/traces.js";
import { readyOutput, applyPlan } from "../../write/apply.js";
import { loadSpec } from "../load-spec.js";
import type { GenerateArguments } from "../options.js";
import { readTemplates, readToolVersion } from "../package-files.js";
import { findOverlap } from "../spec-overlap.js";
import { splitNames } from "../split-names.js";
import { formatSummary, summaryToJson, type Summary } from "../summary.js";
import { formatProblem, problemEnding, type Ending } from "../terminal.js";

/** How a run ended. */
export interface GenerateEnding extends Ending {
  /** Set where the folder is now as it should be: how the same run would end if nothing changed meanwhile. */
  readonly again?: Ending;
  /** The files of the folder that are ours now, stamp included. */
  readonly files?: readonly string[];
}

/** `generate`: read, generate everything, and only then write. */
export async function generate(args: GenerateArguments): Promise<GenerateEnding> {
  const { out, json } = args;
  const names = splitNames(args.target ?? []);
  if (names.length === 0) return problemEnding([missingTarget()], json);
  const selected = selectTargets(names, args.crypto);
  if (!selected.ok) return problemEnding(selected.problems, json);
  const overlap = findOverlap({ option: "--out", out, spec: args.spec });
  if (overlap) return problemEnding([overlap], json);
  const spec = loadSpec(args.spec);
  if (!spec.ok) return problemEnding(spec.problems, json);
  const generated = await generateFiles(spec.value, readTemplates(), { ...args, targets: names });
  if (!generated.ok) return problemEnding(generated.problems, json);
  const { view, outputs } = generated.value;
  const wanted = { settings: settingsOf(args), tool: readToolVersion(), outputs };
  const mode = args.check ? "check" : args.dryRun ? "dry-run" : "written";
  const plan = (mode === "written" ? applyPlan : planOnly)(resolve(out), () => planFor(out, wanted));
  if (!plan.ok) return problemEnding(plan.problems, json);
  const summary = { mode, out: trimSlash(out), view, plan: plan.value } as const;
  return ending(summary, [...spec.warnings, ...generated.warnings], args);
}

const planFor = (out: string, wanted: Wanted): Outcome<Plan> =>
  planOutput(out, wanted, (path) => lookAt(resolve(out), path), othersIn(resolve(out)));

function planOnly(out: string, plan: () => Outcome<Plan>): Outcome<Plan> {
  const ready = readyOutput(out);
  return ready.ok ? plan() : ready;
}

const missingTarget = (): Problem =>
  report("usage", {
    message: "Say what to generate with --target.",
    hint: `The targets are ${targets.map(({ name }) => name).join(", ")}; for example: mplus-codegen --target express --min-version 48`,
  });

const settingsOf = (args: GenerateArguments): Settings => {
  const { responses, importExtension, int64, crypto } = args;
  return {
    ...spellOptions(args),
    responses,
    importExtension,
    ...(int64 !== "number" && { int64 }),
    ...(crypto === "web" && { crypto }),
  };
};

function ending(summary: Summary, warnings: readonly Problem[], args: GenerateArguments): GenerateEnding {
  const due = [...summary.plan.steps, summary.plan.stamp].some(({ action }) => action !== "unchanged");
  const differs = summary.mode === "check" && due;
  const stderr = warnings.map(formatProblem).join("");
  const hint = differs && !args.json ? "Run the same command without --check to bring it up to date.\n" : "";
  return {
    code: differs ? 1 : 0,
    stdout: formatFor(args, summary, differs) + hint,
    stderr,
    ...((summary.mode === "written" || !due) && {
      files: [...afterwards(summary).plan.steps, summary.plan.stamp].map(({ path }) => path),
      again: { code: 0, stdout: formatFor(args, afterwards(summary), false), stderr },
    }),
  };
}

function formatFor({ json, quiet }: GenerateArguments, summary: Summary, important: boolean): string {
  if (json) return summaryToJson(summary);
  return quiet && !important ? "" : formatSummary(summary);
}

/** What the same run would say if it were made again now. */
const afterwards = (summary: Summary): Summary => ({
  ...summary,
  plan: {
    stamp: summary.plan.stamp,
    steps: summary.plan.steps
      .filter(({ action }) => action !== "delete")
      .map((step) => ({ ...step, action: "unchanged" })),
  },
});

const trimSlash = (path: string): string =>
  path.length > 1 ? join(path).replace(/(?<![/\\])[/\\]+$/, "") : path;
