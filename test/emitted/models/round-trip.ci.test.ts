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

/** Undefined removes the value. Java does not report missing properties. */
const wrong: readonly (readonly [
  path: string,
  value: unknown,
  says: Partial<Record<Compiler["language"], string | RegExp>>,
])[] = [
  [
    "scanCode.scannedCode",
    undefined,
    {
      php: "scanCode.scannedCode: expected string, got nothing",
      python: "scanCode.scannedCode: expected str, got nothing",
      csharp: /^Required property 'scannedCode' not found in JSON\. Path 'scanCode'/,
    },
  ],
  [
    "scanCode",
    undefined,
    {
      php: "scanCode: expected ScanCode, got nothing",
      python: "scanCode: expected ScanCode, got nothing",
      csharp: /^Required property 'scanCode' not found in JSON/,
    },
  ],
  [
    "event.eventCounter",
    "many",
    {
      php: "event.eventCounter: expected int, got string",
      python: "event.eventCounter: expected int, got str",
      csharp: /Path 'event\.eventCounter'/,
      java: /type `?long`?.*EventInfo\["eventCounter"\]/s,
    },
  ],
  [
    "scanCode.scannedCode",
    1,
    {
      php: "scanCode.scannedCode: expected string, got int",
      python: "scanCode.scannedCode: expected str, got int",
    },
  ],
  [
    "session.lines",
    [
      { lineId: "1", text: "Tea" },
      { lineId: "2", text: "Tea", priceIncl: "dear" },
    ],
    {
      php: "session.lines[1].priceIncl: expected float, got string",
      python: "session.lines[1].priceIncl: expected float, got str",
      csharp: /Path 'session\.lines\[1\]\.priceIncl'/,
      java: /Session\["lines"\].*\[1\].*SessionLine\["priceIncl"\]/s,
    },
  ],
  ...[`raw ${"9".repeat(400)}`, "raw 1e400"].map(
    (priceIncl) =>
      [
        "session.lines",
        [{ lineId: "1", text: "Tea", priceIncl }],
        {
          php: "session.lines[0].priceIncl: expected finite number, got float",
          python: /^session\.lines\[0\]\.priceIncl: expected finite number, got (int|float)$/,
        },
      ] as const,
  ),
  [
    "session",
    [],
    {
      php: "session: expected object, got array",
      python: "session: expected dict, got list",
      csharp: /Path 'session'/,
      java: /Request\["session"\]/,
    },
  ],
];

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
      const wanted = wrong.flatMap(([path, value, says]) => {
        const want = says[compiler.language];
        return want === undefined ? [] : [{ want, body: withWrong("ScanCodeRequest", path, value) }];
      });
      const bodies = wanted.map(({ body }) => body);
      const said = await bringBack(compiler, await emitIn(compiler), bodies);
      expect(said.map(parseExactly)).toEqual(
        wanted.map(({ want }) =>
          typeof want === "string" ? want : (expect.stringMatching(want) as unknown),
        ),
      );
    },
  );
});
