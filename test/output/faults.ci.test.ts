import { describe, expect, it } from "vitest";
import { isFuzzing } from "../workbench/amount.js";
import { after, before, findDamage, getState, nextRun, onScene, type Fault } from "./scene.js";

const codes = ["ENOSPC", "EACCES", "EXDEV", "EMFILE", "EBUSY"];

/** Full mode makes each call fail in turn. Otherwise, only every fourth and those around each rename fail. */
const pick = (calls: readonly string[]): number[] =>
  calls.flatMap((_, index) => {
    const isNearRename = calls.slice(Math.max(0, index - 1), index + 2).includes("renameSync");
    return isFuzzing || index % 4 === 0 || isNearRename ? [index + 1] : [];
  });

const recordCalls = (): Promise<readonly string[]> =>
  onScene(async (scene) => {
    const { code, stderr, calls } = await scene.act();
    expect([code, stderr, getState(scene)]).toEqual([0, "", "new"]);
    return calls;
  });

/** Returns the problems after a fault at one call; empty if all is well. */
const tryFault = (fault: Fault, settles: number): Promise<string[]> =>
  onScene(async (scene) => {
    const { code, stderr, thrown } = await scene.act(fault);
    const state = getState(scene);
    const lines = stderr.split("\n").filter((line) => line !== "");
    const isTold = code === 0 ? state === "new" && lines.length === 0 : code === 2 && lines.length === 1;
    const damage = findDamage(scene);
    const next = await nextRun(scene);
    return [
      ...((fault.at ?? 0) < settles && state === "mixed" ? ["the tree is mixed"] : []),
      ...damage.map((path) => `${path} is damaged`),
      ...(isTold ? [] : [`${state}, but exit code ${code} and ${JSON.stringify(stderr)} ${String(thrown)}`]),
      ...(next.written === "new" ? [] : [`${next.written} after the next run`]),
      ...next.litter.map((name) => `${name} is left`),
    ].map((text) => `${JSON.stringify(fault)}: ${text}`);
  });

/** Returns the problems after a death at one call, and the state of the folder. */
const tryDeath = (at: number): Promise<{ state: string; wrong: string[] }> =>
  onScene(async (scene) => {
    await scene.act({ kind: "death", at });
    const state = getState(scene);
    const damage = findDamage(scene);
    const isBack = at % 2 === 1;
    const next = await nextRun(scene, isBack ? before : after);
    const wrong = [
      ...damage.map((path) => `${path} is damaged`),
      ...(next.written === (isBack ? "old" : "new") ? [] : [`${next.written} after the next run`]),
      ...next.litter.map((name) => `${name} is left`),
    ];
    return { state, wrong: wrong.map((text) => `at call ${at}: ${text}`) };
  });

describe("an output folder", () => {
  it("has whole files after a fault at any call, which is reported in one message", async () => {
    const calls = await recordCalls();
    // The first rename puts the interim stamp in place. Until the second, the folder is as it was.
    const settles = calls.indexOf("renameSync", calls.indexOf("renameSync") + 1) + 1;
    const faults = pick(calls).flatMap((at): Fault[] => {
      const kinds = isFuzzing ? codes : [codes[at % codes.length] ?? ""];
      const isLasting = isFuzzing || at % 4 === 0;
      return [
        ...kinds.map((kind) => ({ kind, at })),
        ...(isLasting ? [{ kind: "ENOSPC", at, lasting: true }] : []),
      ];
    });
    const wrong: string[] = [];
    for (const fault of faults) wrong.push(...(await tryFault(fault, settles)));
    expect(wrong).toEqual([]);
  });

  it("has whole files after a death at any call, and the next run repairs it, whatever it is to write", async () => {
    const results: Awaited<ReturnType<typeof tryDeath>>[] = [];
    for (const at of pick(await recordCalls())) results.push(await tryDeath(at));
    expect(results.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect([...new Set(results.map(({ state }) => state))].sort()).toEqual(["mixed", "new", "old"]);
  });
});
