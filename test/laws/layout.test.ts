import { format } from "prettier";
import { describe, expect, it } from "vitest";
import { fixtures } from "../../generator/targets/fixtures/fixtures.js";
import { receiver } from "../../generator/targets/receiver/receiver.js";
import { types } from "../../generator/targets/types/types.js";
import { zod } from "../../generator/targets/zod/zod.js";
import { adapters } from "../workbench/adapters.js";
import { collectFiles, emit, realSpec, type Range } from "../workbench/emit.js";
import { createTargetContext } from "./judges/emitted.js";
import { buildViewIfPossible } from "./judges/interpreted.js";
import { itHolds } from "./fleets/scenarios.js";
import { fail, isSmallSample } from "./run.js";

const modes = ["safe", "gated"] as const;

/** Law: prettier, with the line length that we have, changes nothing in what is made of a spec. */
describe("prettier changes nothing", () => {
  for (const mode of modes) {
    itHolds({
      law: `layout, ${mode}`,
      runs: 125,
      realFleets: 3,
      check: async ({ model, fleet }, count) => {
        const view = buildViewIfPossible(model, fleet, mode);
        if (!view) return;
        const context = createTargetContext(model);
        const files = [types, fixtures, zod, receiver].map(async (target) => target.emit(view, context));
        for (const { path, content } of (await Promise.all(files)).flat()) {
          const formatted = await formatCode(path, content);
          if (formatted !== content) fail("prettier has another layout", { path, content, formatted });
          count.documents += 1;
        }
      },
    });
  }

  const ranges: readonly Range[] = ["..", "48..", "59..59.5.2", "30..56", "16..16"];
  const cases = ranges.flatMap((range) => modes.map((mode) => [range, mode] as const));
  it.each(isSmallSample ? cases.slice(1, 2) : cases)("in the output of %s, %s", async (range, responses) => {
    const asked = { targets: [...adapters, "inbox", "fixtures", "zod"], responses };
    const files = [...collectFiles(await emit(realSpec(), range, asked))];
    const changed = await Promise.all(
      files.map(async ([path, content]) => ((await formatCode(path, content)) === content ? [] : [path])),
    );
    // What is compiled is for no reader.
    expect(changed.flat().sort()).toEqual(["validators/compiled.ts", "validators/index.ts"]);
  });
});

const formatCode = (path: string, content: string): Promise<string> | string =>
  path.endsWith(".ts") ? format(content, { filepath: path, printWidth: 110 }) : content;
