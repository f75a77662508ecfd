import { readDialect, readTemplates } from "../../generator/contract/package/package-files.js";
import { once } from "../../generator/base/once.js";
import type { GenerateOptions } from "../../generator/output/config.js";
import { formatFiles } from "../../generator/output/layout.js";
import { generate, type Generation } from "../../generator/output/generate.js";
import type { CheckedSpec } from "../../generator/contract/read/checked-spec.js";
import { lintSpec } from "../../generator/contract/lint/lint-spec.js";
import { readSpec, type SourceFile } from "../../generator/contract/read/read-spec.js";
import { need } from "./need.js";
import { frozenSpec } from "./real-spec.js";

export const templates = readTemplates();

const dialect = readDialect();

/** The files of the frozen contract, and their lint result, each computed once. */
export const realSources = once((): readonly SourceFile[] => need(readSpec(frozenSpec)));
export const realSpec = once((): CheckedSpec => toSpec(realSources()));
export const toSpec = (sources: readonly SourceFile[]): CheckedSpec => need(lintSpec(sources, dialect));

export const toSpecOfFiles = (files: Readonly<Record<string, unknown>>): CheckedSpec =>
  toSpec(Object.entries(files).map(([path, value]) => ({ path, text: JSON.stringify(value, null, 2) })));

/** A range as users type it: `48..`, `11.3..48`, `..40`, `..`. One release is `48..48`. */
export type Range = `${string}..${string}`;

export const exactly = (release: string): Range => `${release}..${release}`;

export interface EmitOptions extends Omit<GenerateOptions<string>, "target"> {
  readonly targets?: GenerateOptions<string>["target"];
}

/** Throws if generation fails, because the test is wrong then. */
export async function emit(
  spec: CheckedSpec,
  range: Range,
  { targets = ["express"], ...options }: EmitOptions = {},
): Promise<Generation> {
  const [min = "", max = ""] = range.split("..");
  const bounds = { ...(min !== "" && { minVersion: min }), ...(max !== "" && { maxVersion: max }) };
  return need(
    await generate(spec, templates, {
      target: targets,
      language: "php",
      ...bounds,
      ...options,
    }),
  );
}

/** The text of every file by path. */
export const collectFiles = ({ outputs }: Pick<Generation, "outputs">): ReadonlyMap<string, string> =>
  new Map(outputs.flatMap(({ files }) => files.map(({ path, content }) => [path, content] as const)));

/** The files as they are in a project without a style of its own. */
export async function layOutFiles(files: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const formatted = need(await formatFiles(Array.from(files, ([path, content]) => ({ path, content }))));
  return new Map(formatted.map(({ path, content }) => [path, content]));
}
