import { describe, expect, it } from "vitest";
import { runProgram } from "../../cli/running.js";
import { isFuzzing } from "../../fuzz/amount.js";
import { madeFiles } from "../../workbench/made-output.js";
import { listTypedBodies, parseExactly, withWrong } from "./bodies.js";
import { bringBack, compilers, lackingFor, type Compiler } from "./compilers.js";
import { inFolder, titled } from "./output.js";

/** Java omits every null. */
const readBody = ({ language }: Compiler, text: string): unknown =>
  language === "java"
    ? JSON.parse(JSON.stringify(parseExactly(text), (_, value: unknown) => value ?? undefined))
    : parseExactly(text);

const emitIn = ({ language }: Compiler) =>
  madeFiles("..", { targets: ["models"], responses: "gated", language });

/** Java runs only in `npm run proof`. */
const tried = compilers.filter(({ language }) => isFuzzing || language !== "java");

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
      const wanted = wrong.filter(({ want }) => want[compiler.language]);
      const bodies = wanted.map(({ path, value }) => withWrong("ScanCodeRequest", path, value));
      const said = await bringBack(compiler, await emitIn(compiler), bodies);
      for (const [index, { path, want }] of wanted.entries())
        expect(parseExactly(said[index] ?? ""), path).toMatch(want[compiler.language] ?? "");
    },
  );
});

const python = compilers.filter(({ language }) => language === "python");

describe.each(python)("models in $language", (compiler) => {
  const missing = lackingFor(compiler);
  it.skipIf(missing.length > 0).each(["nan", "inf", "-inf"])(
    titled("write no %s, wherever it lies", missing),
    async (number) => {
      const lines = [
        "import sys; sys.path.insert(0, 'models'); import mplus; from mplus_json import write",
        `for each in (mplus.LineChange(line_id=float("${number}")), {"a": [float("${number}")]}):`,
        "    try: print(write(each))",
        "    except ValueError as fault: print(fault)",
      ];
      await inFolder(await emitIn(compiler), async (folder) => {
        const { stdout, stderr } = await runProgram(folder, ["python3", "-c", lines.join("\n")]);
        expect(stderr).toBe("");
        expect(stdout).toBe("JSON cannot express NaN or Infinity\n".repeat(2));
      });
    },
  );
});

/** Undefined removes the value. Java does not report missing properties. */
const wrong: readonly {
  readonly path: string;
  readonly value: unknown;
  readonly want: Partial<Record<Compiler["language"], string | RegExp>>;
}[] = [
  {
    path: "scanCode.scannedCode",
    value: undefined,
    want: {
      php: /^scanCode\.scannedCode: expected string, got nothing$/,
      python: /^scanCode\.scannedCode: expected str, got nothing$/,
      csharp: /^Required property 'scannedCode' not found in JSON\. Path 'scanCode'/,
    },
  },
  {
    path: "scanCode",
    value: undefined,
    want: {
      php: /^scanCode: expected ScanCode, got nothing$/,
      python: /^scanCode: expected ScanCode, got nothing$/,
      csharp: /^Required property 'scanCode' not found in JSON/,
    },
  },
  {
    path: "scanCode.scannedCode",
    value: 1,
    want: {
      php: /^scanCode\.scannedCode: expected string, got int$/,
      python: /^scanCode\.scannedCode: expected str, got int$/,
    },
  },
  {
    path: "event.eventCounter",
    value: "many",
    want: {
      php: /^event\.eventCounter: expected int, got string$/,
      python: /^event\.eventCounter: expected int, got str$/,
      csharp: /Path 'event\.eventCounter'/,
      java: /type `?long`?.*EventInfo\["eventCounter"\]/s,
    },
  },
  {
    path: "session.lines",
    value: [
      { lineId: "1", text: "Tea" },
      { lineId: "2", text: "Tea", priceIncl: "dear" },
    ],
    want: {
      php: /^session\.lines\[1\]\.priceIncl: expected float, got string$/,
      python: /^session\.lines\[1\]\.priceIncl: expected float, got str$/,
      csharp: /Path 'session\.lines\[1\]\.priceIncl'/,
      java: /Session\["lines"\].*\[1\].*SessionLine\["priceIncl"\]/s,
    },
  },
  ...[`raw ${"9".repeat(400)}`, "raw 1e400"].map((value) => ({
    path: "session.lines",
    value: [{ lineId: "1", text: "Tea", priceIncl: value }],
    want: {
      php: /^session\.lines\[0\]\.priceIncl: expected finite number, got float$/,
      python: /^session\.lines\[0\]\.priceIncl: expected finite number, got (int|float)$/,
    },
  })),
  {
    path: "session",
    value: [],
    want: {
      php: /^session: expected object, got array$/,
      python: /^session: expected dict, got list$/,
      csharp: /Path 'session'/,
      java: /Request\["session"\]/,
    },
  },
];
