import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { languages } from "../../../generator/targets/language.js";
import { runProgram } from "../../cli/running.js";
import { hostileStrings } from "../../injection/hostile-strings.js";
import { fitted, places, specWith } from "../../injection/marked-spec.js";
import { collectFiles, emit, toSpec } from "../../workbench/emit.js";
import { parseExactly } from "./bodies.js";
import { compilers, lackingFor, type Compiler } from "./compilers.js";
import { inFolder } from "./output.js";

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

async function setUp({ language, file }: Compiler, start: number) {
  const models = collectFiles(
    await emit(toSpec(specWith(textAt(start))), "..", { targets: ["models"], responses: "gated", language }),
  );
  const body = bodyWith(fitted("enum value", textAt(start)("enum value")));
  const files = new Map([
    ...models,
    [file, await readFile(join(import.meta.dirname, "programs", file), "utf8")],
    ["bodies.tsv", `ScanCodeRequest\t${body}\n`],
    ["sources.txt", [...models.keys(), file].filter((path) => path.endsWith(".java")).join("\n")],
  ]);
  return { body, files };
}

describe.each(compilers)("a hostile spec in $language", (compiler) => {
  const missing = lackingFor(compiler);
  const skipped = missing.length > 0 ? ` (skipped: no ${missing.join(", ")} here)` : "";
  it.skipIf(missing.length > 0).each(starts)(
    `is text and nothing else, from text %i on${skipped}`,
    async (start) => {
      const { body, files } = await setUp(compiler, start);
      await inFolder(files, async (folder) => {
        expect(await runProgram(folder, compiler.compile)).toMatchObject({ code: 0, stderr: "" });
        const ran = await runProgram(folder, compiler.run);
        expect(ran).toMatchObject({ code: 0, stderr: "" });
        expect(parseExactly(ran.stdout)).toEqual(parseExactly(body));
      });
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
    const spec = toSpec(specWith(textAt(start)));
    const files = collectFiles(await emit(spec, "..", { targets: ["models"], responses: "gated", language }));
    const [code = ""] = [...files].flatMap(([path, text]) => (path.endsWith(".md") ? [] : [text]));
    const { left, held } = strip(code);
    expect(left.split("\n").filter((line) => /globalThis\.PWN|class X|echo 1/.test(line))).toEqual([]);
    expect(held).toBeGreaterThan(0);
  });
});
