import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isFuzzing } from "../fuzz/amount.js";
import {
  nextRuns,
  setCommandScene,
  setScene,
  getState,
  type Fault,
  type Scene,
  type Setting as Laid,
} from "./scene.js";

const codes = ["ENOSPC", "EACCES", "EXDEV", "EMFILE", "EBUSY"];

/** The command line itself, or only what it does when it writes. */
type Setting = "command" | Laid;

/** When fuzzing, every fault is tried at every call; else one each, in turn, at some, and around each rename. */
function pick(calls: readonly string[], setting: Setting): number[] {
  const stride = isFuzzing ? 1 : setting === "command" ? 24 : 6;
  return calls.flatMap((_, index) => {
    const isNearRename = calls.slice(Math.max(0, index - 1), index + 2).includes("renameSync");
    return index % stride === 0 || isNearRename ? [index + 1] : [];
  });
}

async function onScene<T>(setting: Setting, use: (scene: Scene, root: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), "faults-"));
  try {
    return await use(setting === "command" ? await setCommandScene(root) : setScene(root, setting), root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The calls of the file system that a run makes. */
const recordCalls = (setting: Setting): Promise<readonly string[]> =>
  onScene(setting, async (scene, root) => {
    const report = join(root, "calls.txt");
    const { code, stderr } = await scene.run({ report });
    expect([code, stderr, getState(scene)]).toEqual([0, "", "new"]);
    return readFileSync(report, "utf8").trim().split("\n");
  });

/** What is wrong after a fault at one call; nothing, if all is as it should be. */
const tryFault = (setting: Setting, fault: Fault): Promise<string[]> =>
  onScene(setting, async (scene) => {
    const { code, stderr } = await scene.run(fault);
    const state = getState(scene);
    const lines = stderr.split("\n").filter((line) => line !== "");
    const isClean = lines.every((line) => !/^ {4}at |fault of mplus-codegen/.test(line));
    const isTold = state === "old" ? code === 2 && lines.length === 1 : code === 0 && lines.length === 0;
    const next = await nextRuns(scene);
    return [
      ...(state === "old" || state === "new" ? [] : [`the tree is ${state}`]),
      ...(isTold && isClean ? [] : [`${state}, but exit code ${code} and ${JSON.stringify(stderr)}`]),
      ...(next.looked === state ? [] : [`${state}, but ${next.looked} to the next run`]),
      ...(next.written === "new" ? [] : [`${next.written} after the next run`]),
      ...next.litter.map((name) => `${name} is left`),
    ].map((text) => `${fault.kind}${fault.lasting ? ", lasting," : ""} at call ${fault.at}: ${text}`);
  });

/** What is wrong after a kill at one call, and in which state it left the folder. */
const tryKill = (setting: Setting, at: number): Promise<{ state: string; wrong: string[] }> =>
  onScene(setting, async (scene) => {
    const { code } = await scene.run({ kind: "SIGKILL", at });
    const state = getState(scene);
    const next = await nextRuns(scene);
    // In place, all files may be new while the journal still says that they are being moved: they go back.
    const isUndone =
      next.looked === "old" && (state !== "new" || (setting !== "command" && setting.isStoodIn === true));
    const isAsItWas = next.looked === state || isUndone;
    const wrong = [
      ...(code === null ? [] : ["it lived"]),
      ...(isAsItWas ? [] : [`${state}, but ${next.looked} to the next run`]),
      ...(next.written === "new" ? [] : [`${next.written} after the next run`]),
      ...next.litter.map((name) => `${name} is left`),
    ];
    return { state, wrong: wrong.map((text) => `at call ${at}: ${text}`) };
  });

/** Runs the tasks, a few at a time. */
async function each<T>(tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  const queue = [...tasks.entries()];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) results[next[0]] = await next[1]();
  };
  await Promise.all([work(), work(), work()]);
  return results;
}

const count = (texts: readonly string[]): Record<string, number> =>
  Object.fromEntries([...new Set(texts)].map((text) => [text, texts.filter((each) => each === text).length]));

describe.each<{ name: string; setting: Setting; states: readonly string[] }>([
  { name: "the output of the command line", setting: "command", states: ["old", "missing", "new"] },
  { name: "a folder that is swapped", setting: {}, states: ["old", "missing", "new"] },
  {
    name: "a folder that is written in place",
    setting: { isStoodIn: true },
    states: ["old", "mixed", "new"],
  },
])("$name", ({ setting, states }) => {
  it("is whole after a fault at any call, which is told in one message", async () => {
    const calls = await recordCalls(setting);
    const faults = pick(calls, setting).flatMap((at): Fault[] => {
      const kinds = isFuzzing ? codes : [codes[at % codes.length] ?? ""];
      const isLasting = isFuzzing || at % 4 === 0;
      return [
        ...kinds.map((kind) => ({ kind, at })),
        ...(isLasting ? [{ kind: "ENOSPC", at, lasting: true }] : []),
      ];
    });
    const wrong = await each(faults.map((fault) => () => tryFault(setting, fault)));
    expect(wrong.flat()).toEqual([]);
    if (isFuzzing) console.log(`${calls.length} calls, ${faults.length} faults`);
  });

  it("is whole after a kill at any call, as soon as another run looks at it", async () => {
    const calls = await recordCalls(setting);
    const results = await each(pick(calls, setting).map((at) => () => tryKill(setting, at)));
    expect(results.flatMap(({ wrong }) => wrong)).toEqual([]);
    const found = results.map(({ state }) => state);
    expect(Object.keys(count(found)).sort()).toEqual([...states].sort());
    // Of the two renames, only a kill just before the second finds no folder.
    if (states.includes("missing")) expect(count(found)["missing"]).toBe(1);
    if (isFuzzing) console.log(`${calls.length} calls`, count(found));
  });
});
