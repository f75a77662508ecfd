import { readText } from "./files.js";
import { findChild } from "./imports.js";

type Sizes = Readonly<Record<string, number>>;

/** Sizes by folder, and of the program's public interface. */
export type Budgets = Readonly<Record<string, Sizes>>;

export const budgetFile = "test/architecture/budgets.json";

/** True for handwritten code and templates; false for data. */
const isCode = (path: string): boolean => /\.(?:[cm]?[jt]s|css|hbs|py|php|cs|java|sh|zsh)$/.test(path);

const countLines = (path: string): number =>
  readText(path)
    .split("\n")
    .filter((line) => !/^\s*(?:\/\/.*|\/?\*.*)?$/.test(line)).length;

/** Returns the budget folder of a file: a folder of `generator/`, `templates/` or `test/`, or a copied target. */
function toBudget(path: string): string {
  const parents = ["generator/", "templates/copied/", "templates/", "test/"];
  const parent = parents.find((each) => path.startsWith(each)) ?? "";
  const name = findChild(parent, path);
  return name?.endsWith("/") ? name : parent;
}

export function measureFolders(files: readonly string[]): Budgets {
  const sizes: Record<string, { files: number; lines: number }> = {};
  for (const path of files.filter(isCode)) {
    const size = (sizes[toBudget(path)] ??= { files: 0, lines: 0 });
    size.files += 1;
    size.lines += countLines(path);
  }
  return sizes;
}

/** Allows ten percent above the recorded size. A folder without a record is over its limit. */
const toLimit = (recorded: number): number => Math.ceil(recorded * 1.1);

export const findExcess = (budgets: Budgets, sizes: Budgets): readonly string[] =>
  Object.entries(sizes).flatMap(([name, size]) =>
    Object.entries(size).flatMap(([what, count]) => {
      const limit = toLimit(budgets[name]?.[what] ?? 0);
      return count > limit ? [`${name} has ${count} ${what}; its limit is ${limit}`] : [];
    }),
  );

/** One folder per line, so that a diff shows which one changed. */
export function formatBudgets(budgets: Budgets): string {
  const rows = Object.entries(budgets).map(([name, sizes]) => `  "${name}": { ${formatSizes(sizes)} }`);
  return `{\n${rows.join(",\n")}\n}\n`;
}

const formatSizes = (sizes: Sizes): string =>
  Object.entries(sizes)
    .map(([what, count]) => `"${what}": ${count}`)
    .join(", ");
