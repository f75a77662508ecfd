import type { ProblemCode } from "../../../generator/problem/catalogue.js";
import type { BadCall } from "../calls/rows.js";

/** A config that is refused. */
export interface BrokenConfig extends BadCall {
  readonly files: Readonly<Record<string, string>>;
}

const refused = (
  code: ProblemCode,
  says: string,
  files: Readonly<Record<string, string>>,
  { given = [], ...at }: Partial<Pick<BadCall, "at" | "given">> = {},
): BrokenConfig => ({
  ...{ name: says, given, files, want: { code, line: `${says}…` }, ...at },
  before: (project) => Object.entries(files).forEach(([path, text]) => project.put(path, text)),
});

const file = "mplus-codegen.config";
const json = (config: unknown) => ({ [`${file}.json`]: JSON.stringify(config) });
/** A config in JSON that its schema refuses, too. */
const invalid = (config: unknown, says: string, at?: string): BrokenConfig =>
  refused("config-invalid", says, json(config), at === undefined ? {} : { at: `${file}.json:${at}` });
/** One of one output of the types. */
const invalidOutput = (output: object, says: string, at?: string) =>
  invalid({ outputs: [{ target: ["types"], ...output }] }, says, at);
const code = (text: string) => ({ [`${file}.ts`]: text });
const unread = (says: string, files: Readonly<Record<string, string>>, at = `${file}.ts:`) =>
  refused("config-unreadable", `${file}.ts cannot be read: ${says}`, files, { at });
/** A target of the user's own. */
const own = (properties: string, says: string, problem: ProblemCode = "own-target-unusable") =>
  refused(
    problem,
    says,
    code(
      `import { defineTarget } from "mplus-codegen";\nconst own = { apiVersion: 1, name: "own", summary: "x", emit: () => [], ${properties} };\n` +
        `export default { outputs: [{ target: [defineTarget(own as never)] }] };\n`,
    ),
  );
const two = (types: string, docs: string) =>
  json({
    outputs: [
      { target: ["types"], out: types },
      { target: ["docs"], out: docs },
    ],
  });

export const brokenConfigs: readonly BrokenConfig[] = [
  invalid({}, "outputs has to be a list of at least one output."),
  invalid([], 'A config is an object. For example: { outputs: [{ target: ["express"] }] }'),
  invalid(
    { output: [], outputs: [{ target: ["types"] }] },
    'A config has no "output". Did you mean "outputs"?',
    "1:2",
  ),
  invalidOutput(
    { "min-version": "48" },
    'A config has no "min-version" in outputs[0]. Did you mean "minVersion"?',
    "1:33",
  ),
  invalidOutput({ minVersion: 59.1 }, 'outputs[0].minVersion has to be a text: "59.1".'),
  invalidOutput({ responses: "save" }, 'outputs[0].responses has to be "safe" or "gated".'),
  invalidOutput({ out: "" }, "outputs[0].out has to be a text."),
  invalidOutput(
    { target: undefined },
    'outputs[0].target has to be a list of at least one target: ["express"].',
  ),
  refused(
    "unknown-target",
    'There is no target "expres". Did you mean "express"?',
    json({ outputs: [{ target: ["expres"] }] }),
  ),
  refused(
    "json-syntax",
    "a value is expected",
    { [`${file}.json`]: '{\n  "outputs": [,]\n}' },
    { at: `${file}.json:2:15` },
  ),
  refused(
    "duplicate-key",
    "outputs",
    { [`${file}.json`]: '{ "outputs": [],\n  "outputs": [{ "target": ["types"] }] }' },
    { at: `${file}.json:2:3` },
  ),
  refused(
    "config-invalid",
    "outputs[0].target has to be a list",
    { "package.json": JSON.stringify({ name: "x", "mplus-codegen": { outputs: [{ target: [] }] } }) },
    { at: "package.json:1:42" },
  ),
  refused(
    "json-syntax",
    "is not JSON",
    { "package.json": '{ "mplus-codegen": {},, }' },
    { at: "package.json:1:" },
  ),
  refused("usage", `There are two configs here, ${file}.ts and ${file}.json.`, {
    ...json({}),
    ...code("export default {};"),
  }),
  refused(
    "config-unreadable",
    "other.ts cannot be read: it does not exist.",
    {},
    { given: ["--config", "other.ts"] },
  ),
  refused(
    "config-unreadable",
    "shop cannot be read: it is no regular file.",
    { "shop/x": "" },
    { given: ["--config", "shop"] },
  ),
  unread(
    "Unexpected token",
    code('export default {\n  outputs: [{ target: ["types" }],\n};\n'),
    `${file}.ts:2:32`,
  ),
  unread(
    "Unexpected token",
    { ...code('import x from "./x.js";\nexport default x;\n'), "x.ts": "export default {;\n" },
    "x.ts:1:17",
  ),
  unread("No fleet today.", code('const x = 1;\nthrow new Error("No fleet today.");\n'), `${file}.ts:2:`),
  unread("Cannot find module", code('import x from "./no.js";\nexport default x;\n'), ""),
  refused("usage", "Two outputs of the config cannot be written to a and a", two("a", "./a/")),
  refused("usage", "Two outputs of the config cannot be written to a/b and a.", two("a/b", "a")),
  refused(
    "usage",
    "No output of the config is written to c. Of several outputs, --out names the one to generate: a or b.",
    two("a", "b"),
    { given: ["--out", "c"] },
  ),
  own(
    "apiVersion: 2",
    'The target "own" of yours cannot be used: it is for version 2 of the API of targets, and this mplus-codegen has version 1.',
  ),
  own(
    'name: "types"',
    'The target "types" of yours cannot be used: mplus-codegen has a target of that name itself.',
  ),
  own('name: "../own"', "its name has to consist of small letters, digits and hyphens"),
  own(
    'emit: () => [{ path: "own/../../x", content: "" }]',
    'The target "own" of yours cannot be used: the path own/../../x does not lie in own/.',
  ),
  own('emit: () => ["own/a", "own/A"].map((path) => ({ path, content: "" }))', "it makes own/A twice"),
  own(
    'emit: () => ["own/a", "own/a/b"].map((path) => ({ path, content: "" }))',
    "own/a/b would be a file and a folder",
  ),
  own('emit: () => [{ path: `own/${"a".repeat(300)}`, content: "" }]', "is too long"),
  own("emit: () => 5", "its emit gives no list of files"),
  own('needs: ["typos"]', 'There is no target "typos". Did you mean "types"?', "unknown-target"),
  own(
    'emit: () => { throw new Error("out of ideas"); }',
    'The target "own" of yours failed: out of ideas (at ',
    "own-target-failed",
  ),
  own(
    "emit: () => { throw new Proxy({}, { get() { throw 1; } }); }",
    "it threw what is no error",
    "own-target-failed",
  ),
  refused(
    "own-target-unusable",
    "there are two of that name",
    code(
      `const own = { apiVersion: 1, name: "own", summary: "x", emit: () => [] };\nexport default { outputs: [{ target: [own, { ...own }] }] };\n`,
    ),
  ),
  refused(
    "unknown-template",
    'own/express/index.hb overrides nothing: there is no template of that name. Did you mean "express/index.hbs"?',
    { ...json({ outputs: [{ target: ["express"], templates: "own" }] }), "own/express/index.hb": "" },
  ),
  refused(
    "templates-unreadable",
    "The templates in own cannot be read: it does not exist.",
    json({ outputs: [{ target: ["express"], templates: "own" }] }),
  ),
];
