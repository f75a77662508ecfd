import { describe, expect, it } from "vitest";
import { isFuzzing } from "../../fuzz/amount.js";
import { madeFiles } from "../../workbench/made-output.js";
import { listTypedBodies, parseExactly } from "./bodies.js";
import { bringBack, compilers, lackingFor } from "./compilers.js";
import { titled } from "./output.js";

/** Those of PHP and Python; those of Java and C# as well in `npm run proof`. */
describe.each(isFuzzing ? compilers : compilers.slice(0, 2))("models in $language", (compiler) => {
  const missing = lackingFor(compiler);
  it.skipIf(missing.length > 0)(
    titled("compile without a warning, and bring every body of every example back as it was", missing),
    async () => {
      const { language } = compiler;
      const models = await madeFiles("..", { targets: ["models"], responses: "gated", language });
      const bodies = listTypedBodies();
      const back = await bringBack(compiler, models, bodies);
      expect(back).toHaveLength(bodies.length);
      for (const [index, { type, text }] of bodies.entries())
        expect(parseExactly(back[index] ?? ""), type).toEqual(parseExactly(text));
    },
  );
});
