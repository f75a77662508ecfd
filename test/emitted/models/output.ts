import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { missingPrograms } from "../../cli/running.js";
import { removeFolder, writeFiles } from "../../workbench/folders.js";
import { isNothingSkipped } from "../../workbench/tools.js";

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

/** The missing programs. Empty if no test may be skipped: then all must be installed. */
export const lacking = (programs: readonly string[]): string[] =>
  isNothingSkipped ? [] : missingPrograms(...programs);

export const titled = (title: string, missing: readonly string[]): string =>
  missing.length === 0 ? title : `${title} (skipped: no ${missing.join(", ")} here)`;
