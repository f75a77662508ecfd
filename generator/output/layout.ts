import { createHash } from "node:crypto";
import { extname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import type * as Prettier from "prettier";
import { report } from "../base/problem/catalogue.js";
import { failure, success, type Outcome } from "../base/problem/problem.js";
import { hasPackage, readProjectFacts } from "./project-facts.js";
import type { OutputFile } from "../targets/target.js";

const codeEndings = [".ts", ".mts", ".js", ".mjs", ".json", ".php", ".py", ".java", ".cs"];

/** White space, quotes, commas, semicolons and brackets; and the leading `|` of a union. */
const layoutOfCode = /(?<=(?:[=:?<(,[]|=>)\s*)\||[\s"'`,;()[\]{}\\]/g;

/** Formatters of Markdown, HTML, YAML and CSS also move punctuation and change the case of keywords. */
const layoutOfText = /[^\p{L}\p{N}]+/gu;

/** `eslint --fix` removes this comment if no rule of the project reports anything. */
const directive = /\/\* eslint-disable \*\//;

/** Hashes the content of a file, ignoring changes that a formatter or `lint --fix` makes. */
export const hashContent = (path: string, text: string): string =>
  hashText(toBare(path, text.replace(directive, "")));

const toBare = (path: string, text: string): string =>
  codeEndings.includes(extname(path))
    ? text.replace(layoutOfCode, "")
    : text.replace(layoutOfText, "").toLowerCase();

const hashText = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 32);

/** For projects without a config. `templates/` uses it too. */
const ownStyle: Prettier.Options = { printWidth: 110 };

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
    const prettier = await import("prettier");
    // `--watch` must notice an edited config.
    await prettier.clearConfigCache();
    // A project that has prettier but no config gets prettier's own style.
    const usual = folder !== undefined && hasPackage(readProjectFacts(folder), "prettier") ? {} : null;
    return success(await Promise.all(files.map((file) => formatFile(file, folder, usual, prettier))));
  } catch (error) {
    const message = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
    const reason = message.split("\n", 1).join().replace(/[.:]$/, "");
    return failure([report("prettier-config", { path: folder ?? "", reason })]);
  }
}

async function formatFile<File extends OutputFile>(
  file: File,
  folder: string | undefined,
  usual: Prettier.Options | null,
  { format, resolveConfig }: typeof Prettier,
): Promise<File> {
  const { path, content, isFormatted } = file;
  if (!formattedEndings.includes(extname(path))) return file;
  const found = folder === undefined ? null : await resolveConfig(join(folder, path), { editorconfig: true });
  const config = found ?? usual;
  // Pages and data keep their layout: prettier would pad a table to its longest cell.
  if (config === null && (isFormatted || !path.endsWith(".ts"))) return file;
  const options = { ...(config ?? ownStyle), plugins: [], filepath: path };
  // The parser may come from a plugin; the file name selects a built-in one.
  delete options.parser;
  try {
    const formatted = await format(content, options);
    // The next run recognizes the file by its hash, so only the layout may change.
    return hashContent(path, formatted) === hashContent(path, content)
      ? { ...file, content: formatted }
      : file;
  } catch (error) {
    // A custom target may write a fragment of code.
    if (error instanceof SyntaxError) return file;
    throw error;
  }
}
