import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { missingPrograms } from "../../cli/running.js";
import { removeFolder, writeFiles } from "../../workbench/folders.js";
import { isNothingSkipped } from "../../workbench/tools.js";

/** Writes files into a new folder, uses it, and removes it. */
export async function inFolder<T>(
  files: ReadonlyMap<string, string>,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "mplus-models-"));
  try {
    writeFiles(folder, files);
    return await use(folder);
  } finally {
    removeFolder(folder);
  }
}

/** What of these programs is not installed here; where nothing is skipped, all of them have to be. */
export const lacking = (programs: readonly string[]): string[] =>
  isNothingSkipped ? [] : missingPrograms(...programs);

/** The title of a test, which says why it is skipped when it is. */
export const titled = (title: string, missing: readonly string[]): string =>
  missing.length === 0 ? title : `${title} (skipped: no ${missing.join(", ")} here)`;
