import { expect, it } from "vitest";
import { takeSample } from "../fuzz/amount.js";
import { getState, nextRuns, onScene, type Setting, type State } from "./scene.js";

/** Signals that a process sends to itself at a call of the file system; Ctrl-C waits until the trees are swapped. */
const settings: readonly { setting: Setting; signal: string; states: readonly State[] }[] = [
  { setting: "swapped", signal: "SIGKILL", states: ["missing", "new", "old"] },
  { setting: "swapped", signal: "SIGINT", states: ["new", "old"] },
  { setting: "in place", signal: "SIGKILL", states: ["mixed", "new", "old"] },
  { setting: "in place", signal: "SIGINT", states: ["new", "old"] },
  { setting: "the command line", signal: "SIGKILL", states: ["missing", "new", "old"] },
];

it.each(settings)(
  "$setting: what $signal leaves at any call, the next run makes whole",
  async ({ setting, signal, states }) => {
    const { length } = await onScene(setting, async (scene) => (await scene.act()).calls);
    const found = new Set<State>();
    for (const at of takeSample(
      Array.from({ length }, (_, index) => index + 1),
      8,
    )) {
      await onScene(setting, async (scene) => {
        const { code } = await scene.run({ kind: signal, at });
        const state = getState(scene);
        found.add(state);
        if (signal === "SIGKILL") expect(code, `at call ${at}`).toBe(null);
        const { looked, ...next } = await nextRuns(scene);
        expect(
          state === "new" && setting !== "in place" ? [state] : ["old", state],
          `at call ${at}`,
        ).toContain(looked);
        expect(next, `at call ${at}`).toEqual({ written: "new", litter: [] });
      });
    }
    expect(states).toEqual(expect.arrayContaining([...found]));
  },
);
