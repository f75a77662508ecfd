import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { scaleAmount, report } from "../fuzz/amount.js";
import { seed } from "../workbench/seed.js";
import { fromSeed } from "../workbench/draw.js";
import { signalGroup } from "../cli/running.js";
import { findLitter, nextRuns, setScene, getState, type Setting } from "./scene.js";
import type { Files } from "./workbench.js";

const kills = scaleAmount({ suite: 60, full: 500 });

/** So many files that writing them takes a moment. */
const manyFiles = (text: string): Files => ({
  types: Object.fromEntries(
    Array.from({ length: 150 }, (_, i) => [`${i % 7}/f${i}.ts`, `${text} ${i % 3 ? i : ""}\n`]),
  ),
});

const large: Setting = { files: [manyFiles("old"), manyFiles("new")] };

interface Landed {
  readonly state: string;
  readonly wasKilled: boolean;
  readonly wrong: readonly string[];
}

/** Kills a run that long after its first call of the file system, and looks at what it left. */
async function killAfter(delay: number, signal: NodeJS.Signals): Promise<Landed> {
  const root = mkdtempSync(join(tmpdir(), "kills-"));
  try {
    const scene = setScene(root, large);
    const { child, ended } = scene.start({ mark: true });
    await new Promise<void>((resolve) => child.stdout?.once("data", () => resolve()));
    await wait(delay);
    signalGroup(child, signal);
    const { code } = await ended;
    const state = getState(scene);
    const next = await nextRuns(scene);
    const wrong = [
      ...(next.looked === (state === "missing" ? "old" : state) ? [] : [`${state}, then ${next.looked}`]),
      ...(next.written === "new" ? [] : [`${next.written} after the next run`]),
      ...next.litter.map((name) => `${name} is left`),
    ];
    return { state, wasKilled: code === null, wrong: wrong.map((text) => `${delay} ms: ${text}`) };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** How long a run takes from its first call on. */
async function measure(): Promise<number> {
  const root = mkdtempSync(join(tmpdir(), "kills-"));
  try {
    const scene = setScene(root, large);
    const { child, ended } = scene.start({ mark: true });
    await new Promise<void>((resolve) => child.stdout?.once("data", () => resolve()));
    const start = performance.now();
    await ended;
    expect([getState(scene), findLitter(scene)]).toEqual(["new", []]);
    return performance.now() - start;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

describe("a run that is stopped from outside", () => {
  it.each([
    { signal: "SIGKILL" as const, times: kills },
    { signal: "SIGINT" as const, times: Math.ceil(kills / 6) },
  ])(
    "by $signal leaves the old tree or the new one, and the next run nothing else",
    async ({ signal, times }) => {
      const draw = fromSeed(seed);
      const span = Math.max(await measure(), await measure(), await measure());
      const landed: Landed[] = [];
      while (landed.length < times) landed.push(await killAfter((draw.below(1000) / 1000) * span, signal));
      expect(landed.flatMap(({ wrong }) => wrong)).toEqual([]);
      const count = (state: string): number => landed.filter((each) => each.state === state).length;
      expect(count("mixed")).toBe(0);
      // Ctrl-C waits until the trees are swapped.
      if (signal === "SIGINT") expect(count("missing")).toBe(0);
      const figures = ["old", "new", "missing"].map((state) => `${count(state)} ${state}`).join(", ");
      const killed = landed.filter(({ wasKilled }) => wasKilled).length;
      report(`${times} × ${signal}`, { within: `${Math.round(span)} ms`, landed: killed, left: figures });
    },
  );
});
