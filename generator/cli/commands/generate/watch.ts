import { once } from "node:events";
import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type FSWatcher, watch as watchPaths } from "chokidar";
import { report } from "../../../base/problem/catalogue.js";
import { describeSystemError, type Outcome, type Problem } from "../../../base/problem/problem.js";
import { bullets, toParagraph } from "../../../pages/blocks/builders.js";
import { printForTerminal } from "../../../pages/blocks/terminal.js";
import { toVisibleLine } from "../../../base/text/quote.js";
import { listWords } from "../../../base/text/words.js";
import { isInsideFolder } from "../../inputs/user-files.js";
import { formatProblems } from "../../terminal/problem-text.js";
import type { Terminal } from "../../terminal/terminal.js";
import { hasChanges, describeOutput, reportSummary, type OutputSummary } from "./summary.js";

interface WatchOptions extends Pick<Terminal, "print"> {
  readonly build: () => Promise<BuildResult>;
  readonly quiet: boolean;
  readonly signal: AbortSignal;
}

export interface BuildResult {
  readonly outcome: Outcome<readonly OutputSummary[]>;
  /** Absolute paths, including those of files that do not exist yet. */
  readonly inputs: readonly string[];
}

/**
 * In milliseconds. A file is read once it has not changed for `stabilityThreshold`. Changes within `burstDelay`
 * cause one build.
 */
const [stabilityThreshold, burstDelay] = [50, 10];

/** Rebuilds whenever an input changes, until aborted. A failed build prints the problems and writes nothing. */
export async function watch({ build, print, quiet, signal }: WatchOptions): Promise<void> {
  const show = (stdout: string, stderr: string): void => print(quiet ? "" : stdout, stderr);
  const changed = new Set<string>();
  let wake = (): void => undefined;
  signal.addEventListener("abort", () => wake());
  let before = await build();
  const summary = before.outcome.ok ? printForTerminal(before.outcome.value.flatMap(reportSummary)) : "";
  show(summary, formatBuildProblems(before.outcome));
  const inputs = new Set(before.inputs);
  const onChange = (path: string): void => {
    changed.add(path);
    wake();
  };
  const watcher = await openWatcher(inputs, onChange, (problem) => print("", formatProblems([problem])));
  const buildAgain = async (): Promise<void> => {
    const paths = [...changed];
    changed.clear();
    const result = await build();
    const { stdout, stderr } = formatBuild(result, before, paths);
    show(stdout, stderr);
    before = result;
    const added = result.inputs.filter((path) => !inputs.has(path));
    for (const path of added) inputs.add(path);
    watcher.add(added);
    // Changes made before a path was watched were not reported.
    if (added.length > 0) await buildAgain();
  };
  // Changes made before the watcher was ready were not reported either. From this build on, users can rely on it to
  // notice their edits.
  await buildAgain();
  show(formatStart(before.inputs), "");
  while (!isAborted(signal)) {
    if (changed.size === 0) await new Promise<void>((resolve) => (wake = resolve));
    await sleep(burstDelay);
    if (!isAborted(signal)) await buildAgain();
  }
  await watcher.close();
}

/** Also watches the working folder, because an input may not exist yet. */
async function openWatcher(
  inputs: ReadonlySet<string>,
  onChange: (path: string) => void,
  onError: (problem: Problem) => void,
): Promise<FSWatcher> {
  const leadsTo = (path: string, input: string): boolean =>
    isInsideFolder(path, input) || isInsideFolder(input, path);
  // Chokidar emits `ready` too early if it is given a path twice.
  const others = [...inputs].filter((path) => !isInsideFolder(path, resolve()));
  const watcher = watchPaths([resolve(), ...others], {
    ignoreInitial: true,
    ignored: (path) => ![...inputs].some((input) => leadsTo(path, input)),
    awaitWriteFinish: { stabilityThreshold, pollInterval: 10 },
  });
  watcher.on("error", (error) => onError(report("not-watched", { reason: describeSystemError(error) })));
  // Editors create their own files beside those of the spec.
  const isRead = (path: string): boolean => path.endsWith(".json") || inputs.has(path);
  watcher.on("all", (_event, path) => (isRead(path) ? onChange(path) : undefined));
  await once(watcher, "ready");
  return watcher;
}

const isAborted = (signal: AbortSignal): boolean => signal.aborted;

/** Leaves out inputs that do not exist. A config may be added later. */
function formatStart(inputs: readonly string[]): string {
  const there = inputs.filter((path) => existsSync(path)).map(toShownPath);
  const what = there.length > 0 ? listWords([...new Set(there)], "and") : "for a config";
  return `Watching ${what}. Press Ctrl-C to stop.\n`;
}

/** Empty if the build has the same outcome as the last one. */
function formatBuild({ outcome }: BuildResult, before: BuildResult, changed: readonly string[]) {
  const stderr = formatBuildProblems(outcome);
  const pending = outcome.ok ? outcome.value.filter(hasChanges) : [];
  if (pending.length === 0 && stderr === formatBuildProblems(before.outcome))
    return { stdout: "", stderr: "" };
  const shown = outcome.ok && pending.length === 0 ? outcome.value : pending;
  const lines = outcome.ok ? bullets(shown.map(describeOutput)) : toParagraph("Nothing was written.");
  const [first, ...others] = changed.map(toShownPath);
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  const head = `${new Date().toTimeString().slice(0, 8)}  ${first ?? ""}${more}`.trimEnd();
  return { stdout: `${head}\n${printForTerminal(lines)}`, stderr };
}

const formatBuildProblems = (outcome: BuildResult["outcome"]): string =>
  formatProblems(outcome.ok ? outcome.warnings : outcome.problems);

const toShownPath = (path: string): string => toVisibleLine(relative("", path) || ".");
