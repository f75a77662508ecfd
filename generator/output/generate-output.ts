import { basename, resolve } from "node:path";
import { withDefaults, type Output } from "./config.js";
import { generate, type Generation, type WatchTarget } from "./generate.js";
import { readTemplates, readToolVersion } from "../contract/package/package-files.js";
import { success, type Outcome } from "../base/problem/problem.js";
import type { CheckedSpec } from "../contract/read/checked-spec.js";
import { normalizeFleetOptions } from "../base/time/fleet.js";
import { applyPlan, inspectFolder, reportSystemError } from "./apply.js";
import { pickForFolder, type ImportExtensionPick } from "./import-extension.js";
import { formatFiles, type ConfigKind } from "./layout.js";
import { planOutput, type FolderState, type Plan } from "./plan.js";
import type { Settings } from "./stamp.js";

export interface GeneratedOutput {
  readonly out: string;
  readonly settings: Settings;
  readonly generation: Generation;
  /** The import extension that was chosen, if the options do not set one. */
  readonly pick: ImportExtensionPick | undefined;
}

export async function generateOutput(
  output: Output,
  spec: CheckedSpec,
  watchTarget?: WatchTarget,
): Promise<Outcome<GeneratedOutput>> {
  const pick = output.importExtension === undefined ? pickForFolder(withDefaults(output).out) : undefined;
  const options = withDefaults({
    ...output,
    importExtension: output.importExtension ?? pick?.importExtension,
    // A path depends on the working folder, so the name must do.
    additions: output.additions && basename(resolve(output.additions)).replace(/[^\w.-]/g, "-"),
  });
  const generated = await generate(spec, readTemplates(), options, watchTarget);
  if (!generated.ok) return generated;
  const settings = { ...options, ...normalizeFleetOptions(options) };
  return success({ out: options.out, settings, generation: generated.value, pick }, generated.warnings);
}

export async function planFolder(generated: GeneratedOutput, isForced = false): Promise<Outcome<Plan>> {
  try {
    return await makePlan(generated, isForced);
  } catch (error) {
    return reportSystemError(generated.out, error);
  }
}

/** With `data`, ignores a prettier config that is code. */
export function writeFolder(
  generated: GeneratedOutput,
  isForced = false,
  kind: ConfigKind = "any",
): Promise<Outcome<Plan>> {
  const out = resolve(generated.out);
  const format: FolderState["format"] = (files) => formatFiles(files, out, kind);
  return applyPlan(out, (isFinal) => makePlan(generated, isForced, isFinal ? format : undefined));
}

function makePlan(
  { out, settings, generation }: GeneratedOutput,
  isForced: boolean,
  format?: FolderState["format"],
): Promise<Outcome<Plan>> {
  const wanted = { settings, tool: readToolVersion(), outputs: generation.outputs };
  return planOutput(out, wanted, { ...inspectFolder(resolve(out)), format }, isForced);
}
