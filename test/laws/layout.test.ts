import { format } from "prettier";
import { describe } from "vitest";
import { fixtures } from "../../generator/targets/fixtures/fixtures.js";
import { types } from "../../generator/targets/types/types.js";
import { zod } from "../../generator/targets/zod/zod.js";
import { createTargetContext } from "./judges/emitted.js";
import { buildViewIfPossible } from "./judges/interpreted.js";
import { itHolds } from "./fleets/scenarios.js";
import { fail } from "./run.js";

/** Law: prettier, with the line length that we have, changes nothing in what is made of a spec. */
describe("prettier changes nothing in declarations, fixtures and schemas of zod", () => {
  for (const mode of ["safe", "gated"] as const) {
    itHolds({
      law: `layout, ${mode}`,
      runs: 50,
      realFleets: 3,
      check: async ({ model, fleet }, count) => {
        const view = buildViewIfPossible(model, fleet, mode);
        if (!view) return;
        const context = createTargetContext(model);
        const files = await Promise.all([types, fixtures, zod].map((target) => target.emit(view, context)));
        for (const { path, content } of files.flat().filter((file) => file.path.endsWith(".ts"))) {
          const formatted = await format(content, { filepath: path, printWidth: 110 });
          if (formatted !== content)
            fail("prettier lays a file out in another way", { path, content, formatted });
          count.documents += 1;
        }
      },
    });
  }
});
