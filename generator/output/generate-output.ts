import { settleOutput, type Output } from "../config.js";
import { generate, type Generation, type Making } from "../generate.js";
import { loadBuilt } from "../package/build-id.js";
import { readTemplates } from "../package/package-files.js";
import type { Layouts } from "../text/template.js";
import { success, type Outcome } from "../problem/problem.js";
import type { CheckedSpec } from "../spec/checked-spec.js";
import { spellOptions } from "../time/fleet.js";
import { toSettings, type Settings } from "../write/settings.js";

/** What belongs in a folder of output. */
export interface Generated {
  readonly out: string;
  readonly settings: Settings;
  readonly generation: Generation;
}

/** Generates one output from a checked spec. Reads the templates. */
export async function generateOutput(
  output: Output,
  spec: CheckedSpec,
  making?: Making,
): Promise<Outcome<Generated>> {
  const options = settleOutput(output);
  const layouts = loadBuilt("layouts") as Layouts | undefined;
  const generated = await generate(spec, readTemplates(), options, { ...making, layouts });
  if (!generated.ok) return generated;
  const settings = toSettings({ ...options, ...spellOptions(options) });
  return success({ out: options.out, settings, generation: generated.value }, generated.warnings);
}
