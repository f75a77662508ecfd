import { resolve } from "node:path";
import { readToolVersion } from "../package/package-files.js";
import type { Outcome } from "../problem/problem.js";
import { applyPlan, recoverOutput } from "../write/apply.js";
import { findFile } from "../write/find-file.js";
import { planOutput, type Plan } from "../write/plan.js";
import { listOtherNames } from "../write/temporary.js";
import type { Generated } from "./generate-output.js";

/** Plans what is to be done to a folder, and writes nothing. */
export function planFolder(generated: Generated): Outcome<Plan> {
  const ready = recoverOutput(generated.out);
  return ready.ok ? plan(generated) : ready;
}

/** Brings a folder to what was generated: all of it, or nothing. See `applyPlan` for `stays`. */
export const writeFolder = (generated: Generated, settings?: { readonly stays?: boolean }): Outcome<Plan> =>
  applyPlan(resolve(generated.out), () => plan(generated), settings);

function plan({ out, settings, generation }: Generated): Outcome<Plan> {
  const wanted = { settings, tool: readToolVersion(), outputs: generation.outputs };
  return planOutput(out, wanted, (path) => findFile(resolve(out), path), listOtherNames(resolve(out)));
}
