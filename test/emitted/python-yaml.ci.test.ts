import { execFileSync, spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { targets } from "../../generator/targets/all.js";
import { formatYaml } from "../../generator/base/text/yaml.js";
import { hostileStrings } from "../injection/hostile-strings.js";
import { output } from "../workbench/outputs.js";
import { isNothingSkipped } from "../workbench/tools.js";

/** Scalars that a reader of YAML 1.1 takes for something else, or that end early. */
const ambiguous = [
  ..."VB-??-19 ? a? - = << ~ null yes No off y 1:30 1_000 0x1f 017 1e3 .5 +1 .inf .NaN".split(" "),
  ..."2024-09-13 2024-09-13T15:47:55+02:00 {a} [a] *a &a !a %a @a `a | > ' \" --- ...".split(" "),
  ...["? a", "- a", "a: b", "a #b", "a, b", "", " ", " a "],
];

/** Dates must be quoted, because `yaml.safe_load` converts them. */
const program = `
import json, sys, yaml
def load(text):
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        return str(error)
json.dump([load(text) for text in json.load(sys.stdin)], sys.stdout, default=repr)
`;

function loadWithPython(texts: readonly string[]): unknown {
  const options = { input: JSON.stringify(texts), encoding: "utf8", maxBuffer: 2 ** 28 } as const;
  return JSON.parse(execFileSync("python3", ["-c", program], options));
}

const isMissing = !isNothingSkipped && spawnSync("python3", ["-c", "import yaml"]).status !== 0;
const reason = isMissing ? " (skipped: apt-get install python3-yaml brings PyYAML)" : "";

describe.skipIf(isMissing)(`PyYAML reads what we write${reason}`, () => {
  it("in all YAML of all targets", async () => {
    const names = targets.map(({ name }) => name).filter((name) => name !== "site");
    const files = await output("48..", { targets: names, language: "python" });
    const texts = [...files].filter(([path]) => /\.ya?ml$/.test(path)).map(([, text]) => text);
    expect(texts).not.toEqual([]);
    expect(loadWithPython(texts)).toEqual(texts.map((text) => parse(text) as unknown));
  });

  it("whatever the texts are, on their own lines and inside one", () => {
    const texts = [...ambiguous, ...hostileStrings.filter((text) => !/\p{Cs}/u.test(text))];
    const keyed = Object.fromEntries(texts.map((text) => [text.slice(0, 40), 1]));
    // Six levels deep, short values are on one line.
    const onOneLine = (value: unknown) => ({ a: { b: { c: { d: { e: { f: [value] } } } } } });
    const values = [
      ...texts.map(onOneLine),
      ...Object.keys(keyed).map((key) => onOneLine({ [key]: key })),
      texts,
      keyed,
    ];
    expect(loadWithPython(values.map(formatYaml))).toEqual(values);
  });
});
