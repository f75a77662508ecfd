import { readText } from "./files.js";
import { findRoom } from "./rooms.js";

/** How large something is, or may be. */
type Sizes = Readonly<Record<string, number>>;

/** The size of each room, by its path, and of the program's surface. */
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

/** The room whose budget a file is part of: `generator/text/`; all tests are one. */
function toRoom(path: string): string {
  const [house = "", ...rest] = path.split("/");
  return house === "test" ? "test/" : `${house}/${findRoom(rest.join("/"))}`;
}

/** Counts the files of code of each room, and their lines. */
export function measureRooms(files: readonly string[]): Budgets {
  const sizes: Record<string, { files: number; lines: number }> = {};
  for (const path of files.filter(isCode)) {
    const size = (sizes[toRoom(path)] ??= { files: 0, lines: 0 });
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

/** One line for each room, so that a change shows which. */
export function formatBudgets(budgets: Budgets): string {
  const rows = Object.entries(budgets).map(([name, sizes]) => `  "${name}": { ${formatSizes(sizes)} }`);
  return `{\n${rows.join(",\n")}\n}\n`;
}

const formatSizes = (sizes: Sizes): string =>
  Object.entries(sizes)
    .map(([what, count]) => `"${what}": ${count}`)
    .join(", ");
