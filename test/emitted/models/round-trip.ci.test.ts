import { describe, expect, it } from "vitest";
import { withReason } from "../../workbench/tools.js";
import { isFuzzing } from "../../workbench/amount.js";
import { madeFiles } from "../../workbench/made-output.js";
import { listTypedBodies, parseExactly, withWrong } from "./bodies.js";
import { bringBack, compilers, lackingFor, type Compiler } from "./compilers.js";
import { modelCases } from "./cases.js";

/** Java omits every null. */
const readBody = ({ language }: Compiler, text: string): unknown =>
  language === "java"
    ? JSON.parse(JSON.stringify(parseExactly(text), (_, value: unknown) => value ?? undefined))
    : parseExactly(text);

const emitIn = ({ language }: Compiler) =>
  madeFiles("..", { targets: ["models"], responses: "gated", language });

/** Java runs only in `npm run proof`. */
const tried = compilers.filter(({ language }) => isFuzzing || language !== "java");

const wanted = ({ language }: Compiler) =>
  modelCases.wrong.flatMap(({ path, value, at = path, [language]: said }) => {
    if (said === undefined) return [];
    const isExact = language === "php" || language === "python";
    const want: unknown = isExact ? `${at}: expected ${said}` : expect.stringMatching(new RegExp(said));
    return [{ want, body: withWrong("ScanCodeRequest", path, value) }];
  });

describe.each(tried)("models in $language", (compiler) => {
  const missing = lackingFor(compiler);
  it.skipIf(missing)(
    withReason("compile without a warning, and bring every body of every example back as it was", missing),
    async () => {
      const bodies = listTypedBodies();
      const back = await bringBack(compiler, await emitIn(compiler), bodies);
      expect(back).toHaveLength(bodies.length);
      for (const [index, { type, text }] of bodies.entries())
        expect(readBody(compiler, back[index] ?? ""), type).toEqual(readBody(compiler, text));
    },
  );

  it.skipIf(missing)(
    withReason("name the property that is wrong, and what was expected", missing),
    async () => {
      const cases = wanted(compiler);
      const bodies = cases.map(({ body }) => body);
      const said = await bringBack(compiler, await emitIn(compiler), bodies);
      expect(said.map(parseExactly)).toEqual(cases.map(({ want }) => want));
    },
  );
});
