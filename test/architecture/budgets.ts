import { readText } from "./files.js";
import { findChild } from "./imports.js";

/** How large something is, or may be. */
type Sizes = Readonly<Record<string, number>>;

/** The size of each folder, by its path, and of the program's surface. */
export type Budgets = Readonly<Record<string, Sizes>>;

/** The sizes when an issue last landed. */
export const budgetFile = "test/architecture/budgets.json";

/** Whether a file is written by hand and run, shown or filled in; data is not. */
const isCode = (path: string): boolean => /\.(?:[cm]?[jt]s|css|hbs|py|php|cs|java|sh|zsh)$/.test(path);

/** Lines that are neither blank nor a comment. */
const countLines = (path: string): number =>
  readText(path)
    .split("\n")
    .filter((line) => !/^\s*(?:\/\/.*|\/?\*.*)?$/.test(line)).length;

/** The folder whose budget a file is part of: one of `generator/` or `templates/`, or one of what is copied. */
function toBudget(path: string): string {
  const parent = ["generator/", "templates/copied/", "templates/"].find((each) => path.startsWith(each));
  if (parent === undefined) return "test/";
  const name = findChild(parent, path);
  return name?.endsWith("/") ? name : parent;
}

/** Counts the files of code in each, and their lines. */
export function measureFolders(files: readonly string[]): Budgets {
  const sizes: Record<string, { files: number; lines: number }> = {};
  for (const path of files.filter(isCode)) {
    const size = (sizes[toBudget(path)] ??= { files: 0, lines: 0 });
    size.files += 1;
    size.lines += countLines(path);
  }
  return sizes;
}

/** The most that may be there: a tenth above the recorded size. What has no record may not be there at all. */
const toLimit = (recorded: number): number => Math.ceil(recorded * 1.1);

/** Lists what is larger than its budget, with the sizes. */
export const findExcess = (budgets: Budgets, sizes: Budgets): readonly string[] =>
  Object.entries(sizes).flatMap(([name, size]) =>
    Object.entries(size).flatMap(([what, count]) => {
      const limit = toLimit(budgets[name]?.[what] ?? 0);
      return count > limit ? [`${name} has ${count} ${what}; its limit is ${limit}`] : [];
    }),
  );

/** One line for each folder, so that a change shows which. */
export function formatBudgets(budgets: Budgets): string {
  const rows = Object.entries(budgets).map(([name, sizes]) => `  "${name}": { ${formatSizes(sizes)} }`);
  return `{\n${rows.join(",\n")}\n}\n`;
}

const formatSizes = (sizes: Sizes): string =>
  Object.entries(sizes)
    .map(([what, count]) => `"${what}": ${count}`)
    .join(", ");
