import { dirname, extname, join } from "node:path";
import { getOwn } from "../base/json.js";
import { getOrCreate } from "../base/once.js";
import { report } from "../base/problem/catalogue.js";
import { failure, success, uniqueProblems, type Outcome, type Problem } from "../base/problem/problem.js";
import { quotePath } from "../base/text/quote.js";
import { fixedStyle } from "./fixed-style.js";
import { pickLayout, type IgnoredOption } from "./layout-options.js";
import {
  findConfigFile,
  forgetConfigs,
  formatText,
  isDataConfig,
  readConfig,
  type Style,
} from "./prettier.js";
import { hasPackage, readProjectFacts } from "./project-facts.js";
import type { OutputFile } from "../targets/target.js";

const formattedEndings = [".ts", ".js", ".md", ".json", ".yaml"];

export const isFormattable = (path: string): boolean => formattedEndings.includes(extname(path));

/** With `data`, a config that is code is ignored. */
export type ConfigKind = "any" | "data";

/**
 * Formats files with the prettier config of their folder, without its plugins. Without a config or a folder,
 * TypeScript gets our own style.
 */
export async function formatFiles<File extends OutputFile>(
  files: readonly File[],
  folder?: string,
  kind: ConfigKind = "any",
): Promise<Outcome<readonly File[]>> {
  await forgetConfigs();
  const styles = await readStyles(
    folder === undefined
      ? []
      : files.filter(({ path }) => isFormattable(path)).map(({ path }) => join(folder, path)),
    kind,
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
  const formatted = await formatText(path, content, style ?? fixedStyle);
  // A custom target may write a fragment of code.
  return { ...file, content: formatted ?? content };
}

/** True if prettier would run code of the project to format a file in the folder. */
export async function hasConfigInCode(folder: string): Promise<boolean> {
  const file = await findConfigFile(join(folder, "index.ts"));
  return file !== undefined && !isDataConfig(file);
}

/** The styles that the project sets, by path. */
async function readStyles(
  paths: readonly string[],
  kind: ConfigKind,
): Promise<Outcome<ReadonlyMap<string, Style>>> {
  const styles = new Map<string, Style>();
  const warnings: Problem[] = [];
  const configFiles = new Map<string, Promise<string | undefined>>();
  for (const path of paths) {
    const file = await getOrCreate(configFiles, dirname(path), () => findConfigFile(path));
    if (kind === "data" && file !== undefined && !isDataConfig(file)) continue;
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
