import { describe, expect, it } from "vitest";
import { languages, type Language } from "../../../generator/targets/language.js";
import { hostileStrings } from "../../injection/hostile-strings.js";
import { fitted, places, specWith } from "../../injection/marked-spec.js";
import { collectFiles, emit, toSpec } from "../../workbench/emit.js";
import { parseExactly } from "./bodies.js";
import { bringBack, compilers, lackingFor } from "./compilers.js";
import { titled } from "./output.js";

/** Also what only one of the languages reads: quotes, escapes in comments, the end of PHP, names in a text. */
const texts = [
  ...['""" + 1', "\\u002a\\u002f class X {", "?> out", "</summary>", "${x}", "\\(x)", "'); echo 1; //"],
  ...hostileStrings,
];

/** Specs whose places hold one text after the other, each beginning with another. */
const starts = [0, 7, 19, 31, 43, 59];
const textAt = (start: number) => (place: string) =>
  texts[(start + places.indexOf(place)) % texts.length] ?? "";

/** A request whose `kind` is the hostile value of an enum without an end or a name. */
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
  it.skipIf(missing.length > 0).each(starts)(
    titled("is text and nothing else, from text %i on", missing),
    async (start) => {
      const body = bodyWith(fitted("enum value", textAt(start)("enum value")));
      const models = await emitHostile(compiler.language, start);
      const [back = ""] = await bringBack(compiler, models, [{ type: "ScanCodeRequest", text: body }]);
      expect(parseExactly(back)).toEqual(parseExactly(body));
    },
  );
});

/** What no compiler here reads. */
const unread = languages.filter((language) => compilers.every((compiler) => compiler.language !== language));

/** Comments up to any end of a line or to their own, and literals on a line; one that opens a comment in a comment is none. */
const comment = /\/\/[^\n\r\u2028\u2029\u0085]*|\/\*(?:(?!\/\*|\*\/)[^])*\*\//;
const literal = /"(?:[^"\\\n\r]|\\[^\n\r])*"|`[^`]*`/;
const commentsAndLiterals = new RegExp(`(${comment.source})|${literal.source}`, "g");

/** What Kotlin and Swift would run in a literal. */
const interpolation = /(?<!\\)(?:\\\\)*(?:\$[\w{]|\\\()/;

/** Code without its comments and its literals, and how many of the comments hold what wants to be run. */
function strip(code: string): { readonly left: string; readonly held: number } {
  let held = 0;
  const left = code.replace(commentsAndLiterals, (text, found: string | undefined) => {
    if (found?.includes("PWN")) held += 1;
    return found === undefined && interpolation.test(text) ? text : " ";
  });
  return { left, held };
}

describe.each(unread)("a hostile spec in %s", (language) => {
  it.each(starts)("is in comments and literals, and nowhere else, from text %i on", async (start) => {
    const files = await emitHostile(language, start);
    const [code = ""] = [...files].flatMap(([path, text]) => (path.endsWith(".md") ? [] : [text]));
    const { left, held } = strip(code);
    expect(left.split("\n").filter((line) => /globalThis\.PWN|class X|echo 1/.test(line))).toEqual([]);
    expect(held).toBeGreaterThan(0);
  });
});
