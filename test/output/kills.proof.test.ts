import { expect, it } from "vitest";
import { report, scaleAmount } from "../fuzz/amount.js";
import { findDamage, getState, nextRun, nextRunBack, onScene, type Setting, type State } from "./scene.js";

/** Signals that a process sends to itself at a file system call. */
const settings: readonly { setting: Setting; signal: string; kills: { suite: number; full: number } }[] = [
  { setting: "our code", signal: "SIGKILL", kills: { suite: 12, full: 300 } },
  { setting: "our code", signal: "SIGINT", kills: { suite: 4, full: 100 } },
  { setting: "the command line", signal: "SIGKILL", kills: { suite: 4, full: 100 } },
];

it.each(settings)(
  "what $signal leaves of $setting, the next run mends",
  async ({ setting, signal, kills }) => {
    const calls = await onScene(setting, async (scene) => (await scene.act()).calls);
    // Nothing is written before the first write; after the last one, files are moved and deleted in only a few calls.
    const starts = [calls.indexOf("writeFileSync"), calls.lastIndexOf("writeFileSync")];
    const amount = scaleAmount(kills);
    const found: Record<State, number> = { old: 0, mixed: 0, new: 0 };
    for (let index = 0; index < amount; index++) {
      const start = starts[index % 4 < 2 ? 1 : 0] ?? 0;
      const at = start + 1 + Math.floor((index * (calls.length - start)) / amount);
      await onScene(setting, async (scene) => {
        const { code } = await scene.run({ kind: signal, at });
        if (signal === "SIGKILL") expect(code, `at call ${at}`).toBe(null);
        found[getState(scene)] += 1;
        expect(findDamage(scene), `at call ${at}`).toEqual([]);
        const isBack = setting === "our code" && index % 2 === 1;
        const next = isBack ? await nextRunBack(scene) : await nextRun(scene, true);
        expect(next, `at call ${at}`).toEqual({ written: isBack ? "old" : "new", litter: [] });
      });
    }
    report(`${amount} times ${signal} for ${setting}`, { ...found });
  },
);
