import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Language } from "../../../generator/targets/language.js";
import type { ResponseMode } from "../../../generator/view/view.js";
import { missingPrograms } from "../../cli/running.js";
import { collectFiles, emit, realSpec, type Range } from "../../workbench/emit.js";
import { isNothingSkipped } from "../../workbench/tools.js";

/** The files of the models of a language. */
export const emitModels = async (
  language: Language,
  range: Range,
  responses: ResponseMode = "gated",
  spec = realSpec(),
): Promise<ReadonlyMap<string, string>> =>
  collectFiles(await emit(spec, range, { targets: ["models"], responses, language }));

/** Writes files into a new folder, uses it, and removes it. */
export async function inFolder<T>(
  files: ReadonlyMap<string, string>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "mplus-models-"));
  try {
    for (const [path, text] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What of these programs is not installed here; where nothing is skipped, all of them have to be. */
export const lacking = (programs: readonly string[]): string[] =>
  isNothingSkipped ? [] : missingPrograms(...programs);

/** The title of a test, which says why it is skipped when it is. */
export const titled = (title: string, programs: readonly string[]): string => {
  const missing = lacking(programs);
  return missing.length === 0 ? title : `${title} (skipped: no ${missing.join(", ")} here)`;
};
