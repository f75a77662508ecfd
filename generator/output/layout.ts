import { extname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { report } from "../base/problem/catalogue.js";
import { failure, success, type Outcome } from "../base/problem/problem.js";
import { forgetConfigs, formatText, readConfig, type Style } from "./prettier.js";
import { hasPackage, readProjectFacts } from "./project-facts.js";
import type { OutputFile } from "../targets/target.js";

/** For projects without a config. `templates/` uses it too. */
const ownStyle: Style = { printWidth: 110 };

const formattedEndings = [".ts", ".js", ".md", ".json", ".yaml"];

/**
 * Formats files with the prettier config of their folder, without its plugins. Without a config or a folder,
 * TypeScript gets our own style.
 */
export async function formatFiles<File extends OutputFile>(
  files: readonly File[],
  folder?: string,
): Promise<Outcome<readonly File[]>> {
  try {
    await forgetConfigs();
    // A project that has prettier but no config gets prettier's own style.
    const usual = folder !== undefined && hasPackage(readProjectFacts(folder), "prettier") ? {} : undefined;
    return success(await Promise.all(files.map((file) => formatFile(file, folder, usual))));
  } catch (error) {
    const message = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
    const reason = message.split("\n", 1).join().replace(/[.:]$/, "");
    return failure([report("prettier-config", { path: folder ?? "", reason })]);
  }
}

async function formatFile<File extends OutputFile>(
  file: File,
  folder: string | undefined,
  usual: Style | undefined,
): Promise<File> {
  const { path, content, isFormatted } = file;
  if (!formattedEndings.includes(extname(path))) return file;
  const found = folder === undefined ? undefined : await readConfig(join(folder, path));
  const config = found ?? usual;
  // Pages and data keep their layout: prettier would pad a table to its longest cell.
  if (config === undefined && (isFormatted || !path.endsWith(".ts"))) return file;
  const options = { ...(config ?? ownStyle) };
  // The parser may come from a plugin; the file name selects a built-in one.
  delete options.parser;
  // A custom target may write a fragment of code.
  return { ...file, content: (await formatText(path, content, options)) ?? content };
}
