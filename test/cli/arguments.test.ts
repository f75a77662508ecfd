import { expect, it } from "vitest";
import { parseArguments } from "../../generator/cli/options/parse.js";
import { splitWords } from "../workbench/command.js";

const calls: readonly (readonly [call: string, args: object])[] = [
  ["diff 59.10 0x10", { from: "59.10", to: "0x10" }],
  ["diff 1e3", { from: "1e3", to: undefined }],
  ["--min-version 59.10 -t a,b --target 'c, d'", { minVersion: "59.10", target: ["a", "b", "c", "d"] }],
  ["--json diff 48", { from: "48", json: true }],
  ["explain a.b[].c", { path: "a.b[].c" }],
  ["send scanCode --set a.b=1,2 --set c=01 --set d=", { event: "scanCode", set: ["a.b=1,2", "c=01", "d="] }],
  ["send scanCode --set=a=b=c", { set: ["a=b=c"], secretEnv: "MPLUS_SECRET" }],
  ["mock scanCode --seed 007", { seed: "007", release: [] }],
  ["validate - --event scanCode", { file: "-", event: "scanCode", side: undefined }],
  ["mock scanCode --seed -1", { seed: "-1" }],
  ["simulate 1.yaml 02 -- ", { scenario: ["1.yaml", "02"] }],
  ["simulate", { scenario: [] }],
  ["inbox show 7e1 0012", { action: "show", id: ["7e1", "0012"], dead: false, limit: "100" }],
  ["drift a b", { source: ["a", "b"] }],
];

it.each(calls.map(([call, args]) => ({ call, args })))(
  "$call: every value is taken as it was typed",
  async ({ call, args }) => {
    expect(await parseArguments(splitWords(call))).toMatchObject({ args });
  },
);
