import { dirname, extname, join } from "node:path";
import { getOwn } from "../base/json.js";
import { getOrCreate } from "../base/once.js";
import { report } from "../base/problem/catalogue.js";
import { failure, success, uniqueProblems, type Outcome, type Problem } from "../base/problem/problem.js";
import { quotePath } from "../base/text/quote.js";
import { pickLayout, type IgnoredOption } from "./layout-options.js";
import { findConfigFile, forgetConfigs, formatText, readConfig, type Style } from "./prettier.js";
import { hasPackage, readProjectFacts } from "./project-facts.js";
import type { OutputFile } from "../targets/target.js";

/** For projects without a config. `templates/` uses it too. */
const ownStyle: Style = { printWidth: 110 };

const formattedEndings = [".ts", ".js", ".md", ".json", ".yaml"];

const isFormattable = (path: string): boolean => formattedEndings.includes(extname(path));

/**
 * Formats files with the prettier config of their folder, without its plugins. Without a config or a folder,
 * TypeScript gets our own style.
 */
export async function formatFiles<File extends OutputFile>(
  files: readonly File[],
  folder?: string,
): Promise<Outcome<readonly File[]>> {
  await forgetConfigs();
  const styles = await readStyles(
    folder === undefined
      ? []
      : files.filter(({ path }) => isFormattable(path)).map(({ path }) => join(folder, path)),
  );
  if (!styles.ok) return styles;
  // A project that has prettier but no config gets prettier's own style.
  const usual = folder !== undefined && hasPackage(readProjectFacts(folder), "prettier") ? {} : undefined;
  const formatted = files.map((file) =>
    formatFile(file, styles.value.get(join(folder ?? "", file.path)) ?? usual),
  );
  return success(await Promise.all(formatted), styles.warnings);
}

async function formatFile<File extends OutputFile>(file: File, style: Style | undefined): Promise<File> {
  const { path, content, isFormatted } = file;
  if (!isFormattable(path)) return file;
  // Pages and data keep their layout: prettier would pad a table to its longest cell.
  if (style === undefined && (isFormatted || !path.endsWith(".ts"))) return file;
  // A custom target may write a fragment of code.
  return { ...file, content: (await formatText(path, content, style ?? ownStyle)) ?? content };
}

/** The styles that the project sets, by path. */
async function readStyles(paths: readonly string[]): Promise<Outcome<ReadonlyMap<string, Style>>> {
  const styles = new Map<string, Style>();
  const warnings: Problem[] = [];
  const configFiles = new Map<string, Promise<string | undefined>>();
  for (const path of paths) {
    const file = await getOrCreate(configFiles, dirname(path), () => findConfigFile(path));
    try {
      const config = await readConfig(path);
      if (config === undefined) continue;
      const { style, ignored } = pickLayout(config);
      styles.set(path, style);
      for (const option of ignored) warnings.push(await reportIgnored(path, file, option));
    } catch {
      // The error may quote the file, which may be a link to any file.
      const name = file ?? join(dirname(path), ".editorconfig");
      return failure([report("prettier-config", { path: name, quoted: quotePath(name) })]);
    }
  }
  return success(styles, uniqueProblems(warnings));
}

async function reportIgnored(
  path: string,
  file: string | undefined,
  { option, expected }: IgnoredOption,
): Promise<Problem> {
  const isInConfig = getOwn(await readConfig(path, false), option) !== undefined;
  return report("prettier-option", {
    option,
    expected,
    path: isInConfig && file !== undefined ? file : ".editorconfig",
  });
}
