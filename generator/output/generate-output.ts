import { resolve } from "node:path";
import { withDefaults, type Output } from "./config.js";
import { generate, type Generation, type GenerateContext } from "./generate.js";
import { loadBuilt } from "../contract/package/build-id.js";
import { readTemplates, readToolVersion } from "../contract/package/package-files.js";
import type { Layouts } from "../base/text/template.js";
import { success, type Outcome } from "../base/problem/problem.js";
import type { CheckedSpec } from "../contract/read/checked-spec.js";
import { normalizeFleetOptions } from "../base/time/fleet.js";
import { applyPlan, inspectFolder, catchSystemErrors } from "./apply.js";
import { planOutput, type Plan } from "./plan.js";
import type { Settings } from "./stamp.js";

/** The generated content of an output folder. */
export interface GeneratedOutput {
  readonly out: string;
  readonly settings: Settings;
  readonly generation: Generation;
}

/** Generates one output from a checked spec. Reads the templates. */
export async function generateOutput(
  output: Output,
  spec: CheckedSpec,
  context: GenerateContext = {},
): Promise<Outcome<GeneratedOutput>> {
  const options = withDefaults(output);
  const layouts = loadBuilt("layouts") as Layouts | undefined;
  const generated = await generate(spec, readTemplates(), options, { ...context, layouts });
  if (!generated.ok) return generated;
  const settings = { ...options, ...normalizeFleetOptions(options) };
  return success({ out: options.out, settings, generation: generated.value }, generated.warnings);
}

/** Plans the changes to a folder, and writes nothing. */
export function planFolder({ out, settings, generation }: GeneratedOutput): Outcome<Plan> {
  const wanted = { settings, tool: readToolVersion(), outputs: generation.outputs };
  return catchSystemErrors(out, () => planOutput(out, wanted, inspectFolder(resolve(out))));
}

/** Brings a folder to what was generated. */
export const writeFolder = (generated: GeneratedOutput): Outcome<Plan> =>
  applyPlan(resolve(generated.out), () => planFolder(generated));
