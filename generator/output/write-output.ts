import { resolve } from "node:path";
import { readToolVersion } from "../package/package-files.js";
import type { Outcome } from "../problem/problem.js";
import { applyPlan, lookAt } from "../write/apply.js";
import { planOutput, type Plan } from "../write/plan.js";
import type { Generated } from "./generate-output.js";

/** Plans what is to be done to a folder, and writes nothing. */
export function planFolder({ out, settings, generation }: Generated): Outcome<Plan> {
  const wanted = { settings, tool: readToolVersion(), outputs: generation.outputs };
  return planOutput(out, wanted, lookAt(resolve(out)));
}

/** Brings a folder to what was generated. */
export const writeFolder = (generated: Generated): Outcome<Plan> =>
  applyPlan(resolve(generated.out), () => planFolder(generated));
