import { describe, expect, it } from "vitest";
import { isFuzzing } from "../../fuzz/amount.js";
import { madeFiles } from "../../workbench/made-output.js";
import { listTypedBodies, parseExactly, withWrong } from "./bodies.js";
import { bringBack, compilers, lackingFor, type Compiler } from "./compilers.js";
import { titled } from "./output.js";

/** Java omits every null. */
const readBody = ({ language }: Compiler, text: string): unknown =>
  language === "java"
    ? JSON.parse(JSON.stringify(parseExactly(text), (_, value: unknown) => value ?? undefined))
    : parseExactly(text);

const emitIn = ({ language }: Compiler) =>
  madeFiles("..", { targets: ["models"], responses: "gated", language });

/** Java runs only in `npm run proof`. */
const tried = compilers.filter(({ language }) => isFuzzing || language !== "java");

const tea = { lineId: "1", text: "Tea" };

interface Wrong {
  readonly path: string;
  /** Undefined removes the value. */
  readonly value: unknown;
  /** What PHP and Python say, and the path if it is a longer one. */
  readonly says: readonly [php: string, python: string, at?: string];
  /** Java does not report missing properties. */
  readonly csharp?: RegExp;
  readonly java?: RegExp;
}

const wrong: readonly Wrong[] = [
  {
    ...{ path: "scanCode.scannedCode", value: undefined },
    says: ["string, got nothing", "str, got nothing"],
    csharp: /^Required property 'scannedCode' not found in JSON\. Path 'scanCode'/,
  },
  {
    ...{ path: "scanCode", value: undefined },
    says: ["ScanCode, got nothing", "ScanCode, got nothing"],
    csharp: /^Required property 'scanCode' not found in JSON/,
  },
  {
    ...{ path: "event.eventCounter", value: "many", says: ["int, got string", "int, got str"] },
    csharp: /Path 'event\.eventCounter'/,
    java: /type `?long`?.*EventInfo\["eventCounter"\]/s,
  },
  { path: "scanCode.scannedCode", value: 1, says: ["string, got int", "str, got int"] },
  {
    ...{ path: "session.lines", value: [tea, { ...tea, priceIncl: "dear" }] },
    says: ["float, got string", "float, got str", "session.lines[1].priceIncl"],
    csharp: /Path 'session\.lines\[1\]\.priceIncl'/,
    java: /Session\["lines"\].*\[1\].*SessionLine\["priceIncl"\]/s,
  },
  ...[
    { digits: "9".repeat(400), kind: "int" },
    { digits: "1e400", kind: "float" },
  ].map(({ digits, kind }): Wrong => ({
    path: "session.lines",
    value: [{ ...tea, priceIncl: `raw ${digits}` }],
    says: ["finite number, got float", `finite number, got ${kind}`, "session.lines[0].priceIncl"],
  })),
  {
    ...{ path: "session", value: [], says: ["object, got array", "dict, got list"] },
    csharp: /Path 'session'/,
    java: /Request\["session"\]/,
  },
];

const wanted = ({ language }: Compiler) =>
  wrong.flatMap(({ path, value, says: [php, python, at = path], csharp, java }) => {
    const said = { php: `${at}: expected ${php}`, python: `${at}: expected ${python}`, csharp, java };
    const want = said[language];
    return want === undefined ? [] : [{ want, body: withWrong("ScanCodeRequest", path, value) }];
  });

describe.each(tried)("models in $language", (compiler) => {
  const missing = lackingFor(compiler);
  it.skipIf(missing.length > 0)(
    titled("compile without a warning, and bring every body of every example back as it was", missing),
    async () => {
      const bodies = listTypedBodies();
      const back = await bringBack(compiler, await emitIn(compiler), bodies);
      expect(back).toHaveLength(bodies.length);
      for (const [index, { type, text }] of bodies.entries())
        expect(readBody(compiler, back[index] ?? ""), type).toEqual(readBody(compiler, text));
    },
  );

  it.skipIf(missing.length > 0)(
    titled("name the property that is wrong, and what was expected", missing),
    async () => {
      const cases = wanted(compiler);
      const bodies = cases.map(({ body }) => body);
      const said = await bringBack(compiler, await emitIn(compiler), bodies);
      expect(said.map(parseExactly)).toEqual(
        cases.map(({ want }) => (typeof want === "string" ? want : (expect.stringMatching(want) as unknown))),
      );
    },
  );
});
