import { expect, it } from "vitest";
import { runProgram } from "../../workbench/run.js";
import { madeFiles } from "../../workbench/made-output.js";
import { inFolder } from "../../workbench/folders.js";
import { modelCases } from "./cases.js";
import { needs, withReason } from "../../workbench/tools.js";

const missing = needs("python3");

const { read, written } = modelCases;

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

it.skipIf(missing)(
  withReason("Python models read and write a Decimal as a number, and nothing that JSON lacks", missing),
  async () => {
    const body =
      '[{"lineId": "a", "text": "", "priceIncl": 8}, {"lineId": "b", "text": "", "priceIncl": 2.95}]';
    const lines = [
      ...Object.keys(read).flatMap((value) =>
        ["priceIncl", "articleNumber"].map((name) => `attempt(lambda: field("${name}", ${value}))`),
      ),
      ...Object.keys(written).map((value) => `attempt(lambda: json.dumps(write(${value})))`),
      `lines = [read(SessionLine, each) for each in json.loads('${body}', parse_float=Decimal)]`,
      "print(sum(line.price_incl for line in lines))",
    ];
    const files = await madeFiles("..", { targets: ["models"], language: "python" });
    await inFolder(files, async (folder) => {
      const { stdout, stderr } = await runProgram(folder, ["python3", "-c", [...start, ...lines].join("\n")]);
      expect(stderr).toBe("");
      const want = [...Object.values(read).flat(), ...Object.values(written), "10.95"];
      expect(stdout.trimEnd().split("\n")).toEqual(want);
    });
  },
);
