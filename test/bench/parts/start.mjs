// What node's compile cache saves when the program starts. It takes Node 22.8: before that both do the same.
import { figureOfTimes } from "../figures.mjs";
import { cli, inFolder, measureProcess } from "../processes.mjs";
import { interleave } from "../rounds.mjs";

const express = ["--target", "express", "--min-version", "48", "--out", "generated"];

/** Calls by what they do. Without `node_modules` in the folder no ending is remembered. */
const calls = {
  "--version": ["--version"],
  "--help": ["--help"],
  lint: ["lint"],
  "express --check": [...express, "--check"],
};

const uncached = (call) => `${call}, without the cache`;
const measures = { cpu: "start, processor time", wall: "start, wall time" };

export const run = ({ quick }) =>
  inFolder(async (home) => {
    measureProcess([cli, ...express], home);
    const contestants = Object.entries(calls).flatMap(([call, args]) => [
      [call, () => measureProcess([cli, ...args], home)],
      [uncached(call), () => measureProcess([cli, ...args], home, { NODE_DISABLE_COMPILE_CACHE: "1" })],
    ]);
    const costs = await interleave(Object.fromEntries(contestants), { rounds: quick ? 1 : 21 });
    return Object.keys(calls).flatMap((contestant) =>
      Object.entries(measures).map(([measure, name]) => {
        const line = {
          what: name,
          contestant,
          beside: "without the compile cache",
          detail: measure === "wall",
        };
        const [ours, theirs] = [contestant, uncached(contestant)].map((call) =>
          costs[call].map((cost) => cost[measure]),
        );
        return figureOfTimes(line, ours, theirs);
      }),
    );
  });
