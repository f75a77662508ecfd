import { expect, it } from "vitest";
import { runProgram } from "../../cli/running.js";
import { madeFiles } from "../../workbench/made-output.js";
import { inFolder } from "../../workbench/folders.js";
import { lacking, titled } from "./output.js";

const missing = lacking(["python3"]);

/** A value for a `float` or `int` property, and its value and type after `read`, or the error. */
const read: readonly (readonly [value: string, asFloat: string, asInt: string])[] = [
  ["2.5", "2.5 float", "expected int, got float"],
  ["8.0", "8.0 float", "8 int"],
  ["8", "8 int", "8 int"],
  ["Decimal('2.95')", "2.95 Decimal", "expected int, got Decimal"],
  ["Decimal('5')", "5 Decimal", "5 int"],
  ["Decimal('5.00')", "5.00 Decimal", "5 int"],
  ["Decimal('1e2')", "1E+2 Decimal", "100 int"],
  ...["NaN", "sNaN", "Infinity", "-Infinity", "1e400", "1e999999999"].map(
    (text) =>
      [`Decimal('${text}')`, "expected finite number, got Decimal", "expected int, got Decimal"] as const,
  ),
  ["10 ** 400", "expected finite number, got int", `1${"0".repeat(400)} int`],
  ["float('nan')", "expected finite number, got float", "expected int, got float"],
  ["True", "expected float, got bool", "expected int, got bool"],
  ["Fraction(1, 2)", "expected float, got Fraction", "expected int, got Fraction"],
  ["Fraction(2)", "expected float, got Fraction", "expected int, got Fraction"],
  ["IntEnum('Few', 'ONE').ONE", "expected float, got Few", "expected int, got Few"],
  ["'5'", "expected float, got str", "expected int, got str"],
];

const written: readonly (readonly [value: string, json: string])[] = [
  ["Decimal('0.75')", "0.75"],
  ["Decimal('5.00')", "5"],
  ["Decimal('12345678901234567890')", "12345678901234567890"],
  ["[Decimal('0.1')]", "[0.1]"],
  ["{'a': {'b': [Decimal('0.1')]}}", '{"a": {"b": [0.1]}}'],
  ["True", "true"],
  ...[
    ...["Decimal('NaN')", "Decimal('sNaN')", "[{'a': Decimal('-Infinity')}]", "Decimal('1e999999999')"],
    ...["float('nan')", "{'a': [float('inf')]}", "LineChange(line_id=float('-inf'))"],
  ].map((value) => [value, "JSON cannot express NaN or Infinity"] as const),
];

const start = [
  "import json, sys; sys.path.insert(0, 'models')",
  "from decimal import Decimal; from enum import IntEnum; from fractions import Fraction",
  "from mplus import LineChange, SessionLine",
  "from mplus_json import read, write",
  "def attempt(use):",
  "    try: print(use())",
  "    except ValueError as fault: print(str(fault).split(': ')[-1])",
  "def field(name, value):",
  "    line = read(SessionLine, {'lineId': 'a', 'text': 'Tea', name: value})",
  "    got = line.price_incl if name == 'priceIncl' else line.article_number",
  "    return f'{got} {type(got).__name__}'",
];

it.skipIf(missing.length > 0)(
  titled("Python models read and write a Decimal as a number, and nothing that JSON lacks", missing),
  async () => {
    const body =
      '[{"lineId": "a", "text": "", "priceIncl": 8}, {"lineId": "b", "text": "", "priceIncl": 2.95}]';
    const lines = [
      ...read.flatMap(([value]) =>
        ["priceIncl", "articleNumber"].map((name) => `attempt(lambda: field("${name}", ${value}))`),
      ),
      ...written.map(([value]) => `attempt(lambda: json.dumps(write(${value})))`),
      `lines = [read(SessionLine, each) for each in json.loads('${body}', parse_float=Decimal)]`,
      "print(sum(line.price_incl for line in lines))",
    ];
    const files = await madeFiles("..", { targets: ["models"], language: "python" });
    await inFolder(files, async (folder) => {
      const { stdout, stderr } = await runProgram(folder, ["python3", "-c", [...start, ...lines].join("\n")]);
      expect(stderr).toBe("");
      const want = [...read.flatMap(([, ...both]) => both), ...written.map(([, json]) => json), "10.95"];
      expect(stdout.trimEnd().split("\n")).toEqual(want);
    });
  },
);
