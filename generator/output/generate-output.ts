import { usualOptions, type Output } from "../config.js";
import { generate, selectTargets, type Generation, type Making } from "../generate.js";
import { readTemplates } from "../package/package-files.js";
import { success, type Outcome } from "../problem/problem.js";
import type { CheckedSpec } from "../spec/checked-spec.js";
import { spellOptions } from "../time/fleet.js";
import type { Settings } from "../write/settings.js";

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
  const options = withUsual(output);
  const selected = selectTargets(options.target, options);
  if (!selected.ok) return selected;
  const generated = await generate(spec, readTemplates(), { ...options, targets: options.target }, making);
  if (!generated.ok) return generated;
  const { out } = options;
  return success({ out, settings: toSettings(options), generation: generated.value }, generated.warnings);
}

type Options = ReturnType<typeof withUsual>;

const withUsual = ({ responses, int64, importExtension, crypto, out, ...output }: Output) => ({
  ...output,
  out: out ?? usualOptions.out,
  responses: responses ?? usualOptions.responses,
  int64: int64 ?? usualOptions.int64,
  importExtension: importExtension ?? usualOptions.importExtension,
  crypto: crypto ?? usualOptions.crypto,
});

const toSettings = (options: Options): Settings => {
  const { responses, importExtension, int64, crypto, language } = options;
  return {
    ...spellOptions(options),
    responses,
    importExtension,
    ...(int64 !== "number" && { int64 }),
    ...(crypto === "web" && { crypto }),
    ...(language !== undefined && { language }),
  };
};
