import { describe, expect, it } from "vitest";
import { withReason } from "../../workbench/tools.js";
import type { Language } from "../../../generator/targets/target.js";
import { hostileStrings } from "../../injection/hostile-strings.js";
import { fitted, places, specWith } from "../../injection/marked-spec.js";
import { collectFiles, emit, toSpec } from "../../workbench/emit.js";
import { parseExactly } from "./bodies.js";
import { bringBack, compilers, lackingFor } from "./compilers.js";

/** Each language has special text: quotes, ends of comments, the end of PHP, names in strings. */
const texts = [
  ...['""" + 1', "\\u002a\\u002f class X {", "?> out", "</summary>", "${x}", "\\(x)", "'); echo 1; //"],
  ...hostileStrings,
];

/** Each spec uses the texts in turn, starting with another one. */
const starts = [0, 7, 19, 31, 43, 59];
const textAt = (start: number) => (place: string) =>
  texts[(start + places.indexOf(place)) % texts.length] ?? "";

/** `kind` is a value of an open or unnamed enum. */
const bodyWith = (kind: string): string =>
  JSON.stringify({
    event: { eventCounter: 1 },
    scanCode: { scannedCode: "1", codeType: "barcode", kind },
  });

const emitHostile = async (language: Language, start: number): Promise<ReadonlyMap<string, string>> => {
  const asked = { targets: ["models"], responses: "gated", language } as const;
  return collectFiles(await emit(toSpec(specWith(textAt(start))), "..", asked));
};

describe.each(compilers)("a hostile spec in $language", (compiler) => {
  const missing = lackingFor(compiler);
  it.skipIf(missing).each(starts)(
    withReason("is text and nothing else, from text %i on", missing),
    async (start) => {
      const body = bodyWith(fitted("enum value", textAt(start)("enum value")));
      const models = await emitHostile(compiler.language, start);
      const [back = ""] = await bringBack(compiler, models, [{ type: "ScanCodeRequest", text: body }]);
      expect(parseExactly(back)).toEqual(parseExactly(body));
    },
  );
});
