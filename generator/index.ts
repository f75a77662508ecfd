import type { GenerateOptions } from "./output/config.js";
import { changeToJson, type ChangeJson } from "./changes/change.js";
import { diffFleets } from "./changes/diff.js";
import { explain as explainPath, type ExplanationJson, explanationToJson } from "./changes/explain.js";
import { buildModel } from "./contract/model/build.js";
import { generateOutput, writeFolder } from "./output/generate-output.js";
import { loadSpec as loadCheckedSpec } from "./contract/package/package-files.js";
import { describeProblem, type Outcome, type Problem } from "./base/problem/problem.js";
import type { CheckedSpec } from "./contract/read/checked-spec.js";
import type { OutputFile } from "./targets/target.js";
import { parseFleet, type FleetOptions, parseRange } from "./base/time/fleet.js";
import { formatFiles } from "./output/layout.js";
import type { FileAction } from "./output/plan.js";

export { defineConfig, type Config, type GenerateOptions, type Output } from "./output/config.js";
export type { ChangeJson, ExplanationJson, FleetOptions, OutputFile, Problem };
export { codeFile } from "./targets/code-file.js";
export { defineTarget, type OwnTarget } from "./targets/own-target.js";
export type { TargetContext } from "./targets/target.js";
export { formatRelease, type Release } from "./base/time/release.js";
export type { Span, Spans } from "./base/time/spans.js";
export { toStringLiteral } from "./base/text/escape.js";
export type {
  EnumView,
  EventView,
  KindView,
  ObjectView,
  PropertyView,
  TypeView,
  View,
} from "./contract/view/view.js";

/** The checked contract, which the other functions read. Its contents are not part of the API. */
export type Spec = CheckedSpec;

/** Invalid specs and options. The message lists every problem, one per line. */
export class MplusCodegenError extends Error {
  override readonly name = "MplusCodegenError";

  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join("\n"));
    this.problems = problems;
  }
}

/** The generated files. Plain data, apart from `write`. */
export interface Generated {
  readonly files: readonly OutputFile[];
  /** Notes about the options: for example, that a release is unknown. */
  readonly warnings: readonly Problem[];
  /**
   * Writes the files to a folder and returns what was done to each. Like the command, it never overwrites or deletes
   * files that it did not write, and it formats files as prettier does in that folder.
   * @throws MplusCodegenError if it cannot; then nothing is written
   */
  readonly write: (
    folder: string,
  ) => Promise<readonly { readonly path: string; readonly action: FileAction }[]>;
}

/**
 * Reads and checks the spec in a folder, or the one in the package, with your additions from another folder.
 * @throws MplusCodegenError if one is unreadable or breaks a rule
 */
export const loadSpec = (folder?: string, additions?: string): Spec =>
  unwrap(loadCheckedSpec(folder, additions)).value;

/**
 * Generates files as the command does, but writes nothing. Pure, apart from reading templates: the same spec and
 * options give the same files.
 * @throws MplusCodegenError if an option is invalid
 */
export async function generate(spec: Spec, options: GenerateOptions): Promise<Generated> {
  const { value, warnings } = unwrap(await generateOutput(options, spec));
  const { value: files } = unwrap(
    await formatFiles(value.generation.outputs.flatMap((output) => output.files)),
  );
  return {
    // Copies, so that `write` writes what was generated.
    files: files.map(({ path, content }) => ({ path, content })),
    warnings,
    write: async (folder) => {
      const { files, stamp } = unwrap(await writeFolder({ ...value, out: folder })).value;
      return [...files, stamp].map(({ path, action }) => ({ path, action }));
    },
  };
}

/**
 * Lists the changes between two releases (`"48"`), ranges (`"48.."`) or lists (`"48,56"`). Pure.
 * @throws MplusCodegenError if `from` or `to` is none of these
 */
export function diff(spec: Spec, from: string, to: string): readonly ChangeJson[] {
  const model = buildModel(spec);
  const [old, now] = [unwrap(parseRange(from, model)).value, unwrap(parseRange(to, model)).value];
  return diffFleets(model, old, now).changes.map(changeToJson);
}

/**
 * Explains an event, a property, a type or an error code: what it is, which release added it, what is in doubt about it,
 * and why your shops may not have it. Pure.
 * @param path such as `form.fields[].separator`, the name of an event, or the last name on a path, which may find
 * several properties
 * @throws MplusCodegenError if the spec has nothing of that name
 */
export function explain(spec: Spec, path: string, options: FleetOptions = {}): readonly ExplanationJson[] {
  const model = buildModel(spec);
  const fleet = unwrap(parseFleet(options, model)).value;
  return unwrap(explainPath(path, fleet, model)).value.matches.map(explanationToJson);
}

function unwrap<T>(outcome: Outcome<T>): Extract<Outcome<T>, { ok: true }> {
  if (!outcome.ok) throw new MplusCodegenError(outcome.problems);
  return outcome;
}
