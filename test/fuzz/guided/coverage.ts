import { Session, type Profiler } from "node:inspector";

/** V8 counts blocks only in functions that it compiles after coverage starts. Start early, and never stop. */
const session = new Session();
session.connect();
session.post("Profiler.enable");
session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

/**
 * Counts the characters of code that ran for the first time since the last call. If `isKept` is false, they count
 * as new again in the next call.
 */
export type CountNew = (isKept: boolean) => number;

/** Starts recording coverage of the scripts with a wanted URL. */
export function createCoverage(isWanted: (url: string) => boolean): CountNew {
  const seen = new Map<string, Uint8Array>();
  takeCounts(isWanted);
  return (isKept) => {
    let news = 0;
    for (const [name, ranges] of takeCounts(isWanted)) {
      const ran = paint(ranges);
      const known = seen.get(name) ?? new Uint8Array(ran.length);
      for (let i = 0; i < ran.length; i++) {
        if (ran[i] === 0 || known[i] === 1) continue;
        news += 1;
        if (isKept) known[i] = 1;
      }
      seen.set(name, known);
    }
    return news;
  };
}

function takeCounts(isWanted: (url: string) => boolean): Map<string, readonly Profiler.CoverageRange[]> {
  const counts = new Map<string, readonly Profiler.CoverageRange[]>();
  session.post("Profiler.takePreciseCoverage", (error, { result }) => {
    if (error) throw error;
    for (const { url, functions } of result.filter((script) => isWanted(script.url))) {
      for (const { ranges } of functions) {
        const [{ startOffset, endOffset, count } = { startOffset: 0, endOffset: 0, count: 0 }] = ranges;
        if (count > 0) counts.set(`${url} ${startOffset} ${endOffset}`, ranges);
      }
    }
  });
  return counts;
}

/** Marks with 1 the characters of a function that ran. Inner blocks follow outer ones, and override them. */
function paint([whole, ...blocks]: readonly Profiler.CoverageRange[]): Uint8Array {
  const { startOffset: start = 0, endOffset: end = 0 } = whole ?? {};
  const ran = new Uint8Array(end - start).fill(1);
  for (const { startOffset, endOffset, count } of blocks) {
    ran.fill(count > 0 ? 1 : 0, startOffset - start, endOffset - start);
  }
  return ran;
}
