import type { ProblemCode } from "../../../generator/base/problem/catalogue.js";
import type { BadCall } from "../calls/rows.js";

export interface BrokenConfig extends BadCall {
  readonly files: Readonly<Record<string, string>>;
}

const refused = (
  code: ProblemCode,
  says: string,
  files: Readonly<Record<string, string>>,
  { given = [], ...at }: Partial<Pick<BadCall, "at" | "given">> = {},
): BrokenConfig => ({
  name: says,
  given,
  files,
  want: { code, line: `${says}…` },
  ...at,
  before: (project) => project.putAll(files),
});

const file = "mplus-codegen.config";
const json = (config: unknown) => ({ [`${file}.json`]: JSON.stringify(config) });
const output = (more: object) => ({ outputs: [{ target: ["types"], ...more }] });
/** JSON configs that the schema also rejects, by message and position. Without a position in the name, the problem is at the start of the file. */
const invalid = (configs: Readonly<Record<string, unknown>>): BrokenConfig[] =>
  Object.entries(configs).map(([name, config]) => {
    const [, at, says = ""] = /^(?:(\d+:\d+) )?(.*)$/.exec(name) ?? [];
    return refused("config-invalid", says, json(config), { at: `${file}.json:${at ?? ""}` });
  });
const code = (text: string) => ({ [`${file}.ts`]: text });
const unread = (says: string, files: Readonly<Record<string, string>>) =>
  refused("config-unreadable", `${file}.ts cannot be read: ${says}`, files);
/** Configs with a custom target, by the message about its properties. */
const owns = (problem: ProblemCode, targets: Readonly<Record<string, string>>): BrokenConfig[] =>
  Object.entries(targets).map(([says, properties]) => {
    const own = `{ apiVersion: 1, name: "own", summary: "x", emit: () => [], ${properties} }`;
    const text = `import { defineTarget } from "mplus-codegen";\nconst own = ${own};\n`;
    const config = `export default { outputs: [{ target: [defineTarget(own as never)] }] };\n`;
    return refused(problem, says, code(text + config));
  });
const two = (types: string, docs: string) =>
  json({
    outputs: [
      { target: ["types"], out: types },
      { target: ["docs"], out: docs },
    ],
  });
const unusable = (name: string): string => `Your target "${name}" cannot be used: `;

export const brokenConfigs: readonly BrokenConfig[] = [
  ...invalid({
    'The config needs "outputs". For example: { outputs: [{ target: ["express"] }] }': {},
    'The config must be an object. For example: { outputs: [{ target: ["express"] }] }': [],
    '1:2 Unknown key "output" in the config. Did you mean "outputs"?': { output: [], ...output({}) },
    '1:33 Unknown key "min-version" in outputs[0]. Did you mean "minVersion"?': output({
      "min-version": "48",
    }),
    '1:33 Unknown key "int64" in outputs[0].': output({ int64: "bigint" }),
    'outputs[0].minVersion must be a string. Write "59.1".': output({ minVersion: 59.1 }),
    'outputs[0].responses must be "safe" or "gated".': output({ responses: "save" }),
    "outputs[0].out must be a string that is not empty.": output({ out: "" }),
    'outputs[0] needs "target". For example: { outputs: [{ target: ["express"] }] }': output({
      target: undefined,
    }),
  }),
  refused(
    "unknown-target",
    'Unknown target "expres". Did you mean "express"?',
    json(output({ target: ["expres"] })),
  ),
  refused("json-syntax", "expected a value", { [`${file}.json`]: '{\n  "outputs": [,]\n}' }, { at: ":2:15" }),
  refused(
    "duplicate-key",
    "outputs",
    { [`${file}.json`]: '{ "outputs": [],\n  "outputs": [{ "target": ["types"] }] }' },
    { at: ":2:3" },
  ),
  refused(
    "config-invalid",
    "outputs[0].target needs at least one item.",
    { "package.json": JSON.stringify({ name: "x", "mplus-codegen": output({ target: [] }) }) },
    { at: "package.json:1:42" },
  ),
  refused("usage", `There are two configs here, ${file}.ts and ${file}.json.`, {
    ...json({}),
    ...code("export default {};"),
  }),
  refused("usage", "other.ts cannot be read: it does not exist.", {}, { given: ["--config", "other.ts"] }),
  refused("usage", "shop cannot be read: it is a folder.", { "shop/x": "" }, { given: ["--config", "shop"] }),
  unread('ParseError: Unexpected token, expected ","', code('export default [\n  ["types" };\n')),
  unread("ParseError: Unexpected token", {
    ...code('import x from "./x.js";\nexport default x;\n'),
    "x.ts": "export default {;\n",
  }),
  unread("No fleet today (at ", code('const x = 1;\nthrow new Error("No fleet today.");\n')),
  refused("config-unreadable", "fleet.ts:3:9)", {
    ...code('import { read } from "./fleet.js";\nexport default read();\n'),
    "fleet.ts": "export function read(): never {\n  const x = 1;\n  throw new Error(`No ${x}`);\n}\n",
  }),
  unread("Cannot find module", code('import x from "./no.js";\nexport default x;\n')),
  refused("usage", "Two outputs of the config cannot be written to a and a", two("a", "./a/")),
  refused("usage", "Two outputs of the config cannot be written to a/b and a.", two("a/b", "a")),
  refused(
    "usage",
    "No output of the config is written to c. With several outputs, --out selects the one to generate: a or b.",
    two("a", "b"),
    { given: ["--out", "c"] },
  ),
  ...owns("own-target-unusable", {
    [`${unusable("own")}its apiVersion is 2, but this mplus-codegen has version 1 of the target API.`]:
      "apiVersion: 2",
    [`${unusable("types")}a built-in target has the same name.`]: 'name: "types"',
    "its name must consist of lowercase letters, digits and hyphens": 'name: "../own"',
    [`${unusable("own")}the path own/../../x is not in own/.`]:
      'emit: () => [{ path: "own/../../x", content: "" }]',
    "own/A clashes with another of its files":
      'emit: () => ["own/a", "own/A"].map((path) => ({ path, content: "" }))',
    "own/a/b clashes with another of its files":
      'emit: () => ["own/a", "own/a/b"].map((path) => ({ path, content: "" }))',
    "its emit does not return a list of files": "emit: () => 5",
  }),
  ...owns("own-target-failed", {
    'Your target "own" failed: out of ideas (at ': 'emit: () => { throw new Error("out of ideas"); }',
    "it threw a value that is not an Error": "emit: () => { throw new Proxy({}, { get() { throw 1; } }); }",
  }),
  ...owns("unknown-target", { 'Unknown target "typos". Did you mean "types"?': 'needs: ["typos"]' }),
  refused(
    "own-target-unusable",
    "two targets have that name",
    code(
      `const own = { apiVersion: 1, name: "own", summary: "x", emit: () => [] };\nexport default { outputs: [{ target: [own, { ...own }] }] };\n`,
    ),
  ),
];
