import { describe, expect, it } from "vitest";
import { isFuzzing } from "../fuzz/amount.js";
import { getState, nextRuns, onScene, type Fault, type Setting } from "./scene.js";

const codes = ["ENOSPC", "EACCES", "EXDEV", "EMFILE", "EBUSY"];

/** The numbers of the calls to spoil: all of them in full figures, else some, and those around each rename. */
function pick(calls: readonly string[], setting: Setting): number[] {
  const stride = isFuzzing ? 1 : setting === "the command line" ? 24 : 4;
  return calls.flatMap((_, index) => {
    const isNearRename = calls.slice(Math.max(0, index - 1), index + 2).includes("renameSync");
    return index % stride === 0 || isNearRename ? [index + 1] : [];
  });
}

/** The calls of the file system that a run makes. */
const recordCalls = (setting: Setting): Promise<readonly string[]> =>
  onScene(setting, async (scene) => {
    const { code, stderr, calls } = await scene.act();
    expect([code, stderr, getState(scene)]).toEqual([0, "", "new"]);
    return calls;
  });

/** What is wrong after a fault at one call; nothing, if all is as it should be. */
const tryFault = (setting: Setting, fault: Fault): Promise<string[]> =>
  onScene(setting, async (scene) => {
    const { code, stderr, thrown } = await scene.act(fault);
    const state = getState(scene);
    const lines = stderr.split("\n").filter((line) => line !== "");
    const isTold = state === "old" ? code === 2 && lines.length === 1 : code === 0 && lines.length === 0;
    const next = await nextRuns(scene);
    return [
      ...(state === "old" || state === "new" ? [] : [`the tree is ${state}`]),
      ...(isTold ? [] : [`${state}, but exit code ${code} and ${JSON.stringify(stderr)} ${String(thrown)}`]),
      ...(next.looked === state ? [] : [`${state}, but ${next.looked} to the next run`]),
      ...(next.written === "new" ? [] : [`${next.written} after the next run`]),
      ...next.litter.map((name) => `${name} is left`),
    ].map((text) => `${fault.kind}${fault.lasting ? ", lasting," : ""} at call ${fault.at}: ${text}`);
  });

/** What is wrong after a death at one call, and in which state it left the folder. */
const tryDeath = (setting: Setting, at: number): Promise<{ state: string; wrong: string[] }> =>
  onScene(setting, async (scene) => {
    await scene.act({ kind: "death", at });
    const state = getState(scene);
    const next = await nextRuns(scene);
    // In place, all files may be new while the journal still says that they are being moved: they go back.
    const isUndone = next.looked === "old" && (state !== "new" || setting === "in place");
    const wrong = [
      ...(next.looked === state || isUndone ? [] : [`${state}, but ${next.looked} to the next run`]),
      ...(next.written === "new" ? [] : [`${next.written} after the next run`]),
      ...next.litter.map((name) => `${name} is left`),
    ];
    return { state, wrong: wrong.map((text) => `at call ${at}: ${text}`) };
  });

describe.each<{ setting: Setting; states: readonly string[] }>([
  { setting: "swapped", states: ["missing", "new", "old"] },
  { setting: "in place", states: ["mixed", "new", "old"] },
  { setting: "the command line", states: ["missing", "new", "old"] },
])("a folder, $setting,", ({ setting, states }) => {
  it("is whole after a fault at any call, which is told in one message", async () => {
    const faults = pick(await recordCalls(setting), setting).flatMap((at): Fault[] => {
      const kinds = isFuzzing ? codes : [codes[at % codes.length] ?? ""];
      const isLasting = isFuzzing || at % 4 === 0;
      return [
        ...kinds.map((kind) => ({ kind, at })),
        ...(isLasting ? [{ kind: "ENOSPC", at, lasting: true }] : []),
      ];
    });
    const wrong: string[] = [];
    for (const fault of faults) wrong.push(...(await tryFault(setting, fault)));
    expect(wrong).toEqual([]);
  });

  it("is whole after a death at any call, as soon as another run looks at it", async () => {
    const results: Awaited<ReturnType<typeof tryDeath>>[] = [];
    for (const at of pick(await recordCalls(setting), setting)) results.push(await tryDeath(setting, at));
    expect(results.flatMap(({ wrong }) => wrong)).toEqual([]);
    const found = results.map(({ state }) => state);
    expect([...new Set(found)].sort()).toEqual(states);
    // Of the two renames, only a death just before the second leaves no folder.
    if (states.includes("missing")) expect(found.filter((state) => state === "missing")).toHaveLength(1);
  });
});
