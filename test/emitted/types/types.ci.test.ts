import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { collectFiles, emit, type Range } from "../../workbench/emit.js";
import { compile, compilers, strict, type Complaints } from "../../workbench/compile.js";
import { madeFiles } from "../../workbench/made-output.js";
import { createSmallSpec, object } from "../../workbench/small-spec.js";
import { leaveUnchecked } from "./leave-unchecked.js";

/** As cases.yaml describes them. */
interface Group {
  readonly title: string;
  readonly output: string;
  /** Names of preambles. */
  readonly preamble?: string;
  readonly around?: string | readonly string[];
  readonly isConclusion?: boolean | undefined;
  readonly accepted?: readonly string[];
  readonly refused?: Readonly<Record<string, readonly string[]>>;
}

const { preambles, groups: listed } = parse(
  readFileSync(join(import.meta.dirname, "cases.yaml"), "utf8"),
) as { readonly preambles: Readonly<Record<string, string>>; readonly groups: readonly Group[] };

/** A block of code in docs/mistakes.md, with the compiler's sentence below it. */
const mistake = /^```ts\n([^`]*)^```\n\n`([^`]+)`$/gm;
const page = readFileSync(join(packageRoot, "docs/mistakes.md"), "utf8");
/** Declarations used by handlers precede the first heading. Mistakes in the log section compile. */
const [, used = "", mistaken = ""] = /^```ts\n(.*?)^```\n\n(## .*)^## In the log$/ms.exec(page) ?? [];

const mistakes = [...mistaken.matchAll(mistake)].map(([, code = "", sentence = ""]): Group => ({
  title: "docs/mistakes.md",
  output: "48..",
  preamble: "mistakes",
  around: "createMplusRouter({ subscriptions: {}, handlers: { $ } });",
  isConclusion: true,
  refused: { [sentence]: [code.trim().replace(/,$/, "")] },
}));

/** All cases are compiled once, beside their outputs. Tests check the messages, which `@ts-expect-error` cannot. */
const groups: readonly Group[] = [
  ...listed,
  ...mistakes,
  // Names used in answers must be importable without reading the output.
  ...listed
    .filter(({ output, preamble = "" }) => output === "48.." && /^(?:answers|decorators)$/.test(preamble))
    .map((group) => ({ ...group, output: "unchecked" })),
];

const folders = [...new Set(groups.map(({ output }) => output))];

interface Case extends Pick<Group, "isConclusion"> {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly mentioned?: string;
}

const ofMistakes = `import { createMplusRouter } from "./express/index.js";\n${used}`;
const texts: typeof preambles = { ...preambles, mistakes: ofMistakes };

const cases = groups.flatMap(({ title, output, preamble = "", around = "$", ...group }, index): Case[] => {
  const above = preamble
    .split(" ")
    .map((name) => texts[name] ?? "")
    .join("\n");
  const toCases = (codes: readonly string[], verb: string, key = 0, expected = {}): Case[] =>
    codes
      .flatMap((code) =>
        code.endsWith(";") ? code : [around].flat().map((each) => each.replace("$", () => code)),
      )
      .map((code, number) => ({
        name: `${verb}: ${title}, ${output}: ${code.trim()}`,
        file: `${folders.indexOf(output)}/${index}-${verb}${key}-${number}.ts`,
        text: above + code,
        ...expected,
      }));
  return [
    ...toCases(group.accepted ?? [], "accepts"),
    ...Object.entries(group.refused ?? {}).flatMap(([mentioned, codes], key) =>
      toCases(codes, "refuses", key, { mentioned, isConclusion: group.isConclusion }),
    ),
  ];
});

const options = {
  ...strict,
  module: "NodeNext",
  verbatimModuleSyntax: true,
  experimentalDecorators: true,
  noEmit: true,
  // The cases have unused declarations.
  noUnusedLocals: false,
  noUnusedParameters: false,
  isolatedModules: false,
  skipLibCheck: true,
  noErrorTruncation: true,
};

it("docs/mistakes.md has a sentence below each sample", () => {
  const count = (pattern: RegExp) => [...mistaken.matchAll(pattern)].length;
  expect([count(/^```ts$/gm), count(/^`[^`].*$/gm)]).toEqual([mistakes.length, mistakes.length]);
  expect(mistakes.length).toBeGreaterThanOrEqual(20);
});

describe.each(compilers)("with the output, %s", (compiler) => {
  let complaints: Complaints;

  beforeAll(async () => {
    const outputs = await Promise.all(folders.map(listFiles));
    complaints = await compile([...outputs.flat(), ...cases.map(({ file, text }) => [file, text] as const)], {
      compiler,
      options,
      roots: cases.map(({ file }) => file),
    });
  });

  it.each(cases)("$name", ({ file, mentioned, isConclusion }) => {
    const said = complaints.get(file);
    const lines = (said ?? "").trimEnd().split("\n");
    if (mentioned === undefined) expect(said).toBeUndefined();
    else expect(lines.slice(isConclusion ? -2 : 0).join("\n")).toContain(mentioned);
  });

  it("has nothing to say of what is generated", () => {
    const own = cases.map(({ file }) => file);
    expect([...complaints].filter(([file]) => !own.includes(file))).toEqual([]);
  });
});

/** `ping` may be answered with `{}`, `ask` may not. */
const requiredSpec = createSmallSpec({
  files: {
    "events/ask.json": {
      description: "A question.",
      carries: { ping: { required: true } },
      answers: { verdict: { required: true } },
    },
    "responses/verdict.json": object("Verdict", { allowed: { type: "boolean" } }, ["allowed"]),
  },
});

async function makeFiles(output: string): Promise<ReadonlyMap<string, string>> {
  if (output === "unchecked") return new Map([...(await madeFiles("48.."))].map(leaveUnchecked));
  if (output === "required")
    return collectFiles(await emit(requiredSpec, "..", { targets: ["express", "inbox"] }));
  if (output === "gated") return madeFiles("48..", { responses: "gated" });
  return madeFiles(output as Range);
}

const listFiles = async (output: string, folder: number): Promise<(readonly [string, string])[]> =>
  [...(await makeFiles(output))]
    .filter(([path]) => path.endsWith(".ts"))
    .map(([path, text]) => [`${folder}/${path}`, text] as const);
