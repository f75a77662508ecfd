import { lstatSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { report } from "../problem/catalogue.js";
import type { Problem } from "../problem/problem.js";
import type { Args } from "./options/commands.js";

/** What is wrong with where reports are to go: each takes the place of an earlier report, and of nothing else. */
export function checkReports(
  { junit, trace }: Pick<Args<"simulate">, "junit" | "trace">,
  scenarios: readonly string[],
): readonly Problem[] {
  const reports = [
    { option: "--junit", path: junit },
    { option: "--trace", path: trace },
  ].flatMap(({ option, path }) => (path === undefined ? [] : [{ option, path }]));
  return reports.flatMap(({ option, path }, index) => {
    const others = [
      ...scenarios.map((file) => ({ path: file, name: `the scenario ${file}` })),
      ...reports.slice(0, index).map((each) => ({ path: each.path, name: `the report of ${each.option}` })),
    ];
    const victim = findIrregular(path) ?? others.find((other) => isSameFile(other.path, path))?.name;
    return victim === undefined ? [] : [report("report-overwrites", { option, path, victim })];
  });
}

function findIrregular(path: string): string | undefined {
  const status = attempt(() => lstatSync(path));
  if (!status || status.isFile()) return undefined;
  if (status.isDirectory()) return "a folder";
  return status.isSymbolicLink() ? "a link" : "what is no regular file";
}

const isSameFile = (a: string, b: string): boolean => identify(a) === identify(b);

/** The file itself, whatever it is called; where there is none yet, its place. */
function identify(path: string): string {
  const status = attempt(() => statSync(path, { bigint: true }));
  if (status) return `${status.dev} ${status.ino}`;
  return join(attempt(() => realpathSync(dirname(path))) ?? resolve(dirname(path)), basename(path));
}

/** Undefined where there is nothing, or nothing that can be reached: the writer tells of that. */
function attempt<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
