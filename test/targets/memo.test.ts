import { expect, it } from "vitest";
import type { GenerateOptions } from "../../generator/config.js";
import { generate } from "../../generator/generate.js";
import { createMemo, type Memo } from "../../generator/memo.js";
import { loadSpec } from "../../generator/package/load-spec.js";
import { readTemplates } from "../../generator/package/package-files.js";
import { copySpec } from "../cli/copied-spec.js";
import { frozenSpec } from "../workbench/real-spec.js";

const options: GenerateOptions = {
  target: ["types"],
  ...{ minVersion: "48", responses: "safe", importExtension: "js", crypto: "node" },
};

it("what was made before changes no byte of what is made of an edited spec", async () => {
  const edited = copySpec({
    "events/scanCode.json": (text) => text.replace(/"description": "/, '"description": "Edited. '),
  });
  const memo = createMemo();
  await generateFrom(frozenSpec, memo);
  memo.turn();
  const after = await generateFrom(edited, memo);
  const fresh = await generateFrom(edited, createMemo());
  expect(after).toEqual(fresh);
  expect(JSON.stringify(after)).toContain("Edited. ");
});

it("keeps from turn to turn what is asked for, and forgets the rest", () => {
  const memo = createMemo();
  const made: string[] = [];
  const ask = (key: string): string =>
    memo.keep("a word", key, () => {
      made.push(key);
      return key;
    });
  for (const keys of [["a", "b"], ["a", "b"], ["a"], ["a"], ["b"]]) {
    keys.forEach(ask);
    memo.turn();
  }
  expect(made).toEqual(["a", "b", "b"]);
});

it("keeps for one turn what may be otherwise in the next, be it undefined", () => {
  const memo = createMemo();
  const made = [1, undefined, 2];
  const ask = () => [1, 2].map(() => memo.keepForTurn("state", () => made.shift()));
  expect(ask()).toEqual([1, 1]);
  memo.turn();
  expect(ask()).toEqual([undefined, undefined]);
  memo.turn();
  expect(ask()).toEqual([2, 2]);
});

async function generateFrom(folder: string, memo: Memo) {
  const spec = loadSpec(folder, memo);
  if (!spec.ok) throw new Error(JSON.stringify(spec.problems));
  const generated = await generate(spec.value, readTemplates(), options, { memo });
  if (!generated.ok) throw new Error(JSON.stringify(generated.problems));
  return generated.value.outputs;
}
