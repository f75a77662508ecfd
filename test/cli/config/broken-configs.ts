import type { ProblemCode } from "../../../generator/problem/catalogue.js";

/** A config that is refused: what lies in the folder, the call, where the fault is said to be, and the sentence. */
export interface BrokenConfig {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly call?: readonly string[];
  readonly at?: string;
  readonly want: { readonly code: ProblemCode; readonly says: string };
}

const json = (config: unknown) => ({ "mplus-codegen.config.json": JSON.stringify(config) });
const code = (text: string) => ({ "mplus-codegen.config.ts": text });
const target = (properties: string) =>
  code(
    `import { defineTarget } from "mplus-codegen";\nconst own = { apiVersion: 1, name: "own", summary: "x", emit: () => [], ${properties} };\n` +
      `export default { outputs: [{ target: [defineTarget(own as never)] }] };\n`,
  );

export const brokenConfigs: readonly BrokenConfig[] = [
  {
    name: "is empty",
    files: json({}),
    want: { code: "config-invalid", says: "outputs has to be a list of at least one output." },
  },
  {
    name: "is a list",
    files: json([]),
    want: {
      code: "config-invalid",
      says: 'A config is an object. For example: { outputs: [{ target: ["express"] }] }',
    },
  },
  {
    name: "has an unknown key",
    files: json({ output: [], outputs: [{ target: ["types"] }] }),
    at: "mplus-codegen.config.json:1:2",
    want: { code: "config-invalid", says: 'A config has no "output". Did you mean "outputs"?' },
  },
  {
    name: "has an option as the command line spells it",
    files: json({ outputs: [{ target: ["types"], "min-version": "48" }] }),
    at: "mplus-codegen.config.json:1:33",
    want: {
      code: "config-invalid",
      says: 'A config has no "min-version" in outputs[0]. Did you mean "minVersion"?',
    },
  },
  {
    name: "has a release that is a number",
    files: json({ outputs: [{ target: ["types"], minVersion: 59.1 }] }),
    want: { code: "config-invalid", says: 'outputs[0].minVersion has to be a text: "59.1".' },
  },
  {
    name: "has a choice that is none",
    files: json({ outputs: [{ target: ["types"], responses: "save" }] }),
    want: { code: "config-invalid", says: 'outputs[0].responses has to be "safe" or "gated".' },
  },
  {
    name: "has an empty folder name",
    files: json({ outputs: [{ target: ["types"], out: "" }] }),
    want: { code: "config-invalid", says: "outputs[0].out has to be a text." },
  },
  {
    name: "has no target",
    files: json({ outputs: [{ minVersion: "48" }] }),
    want: {
      code: "config-invalid",
      says: 'outputs[0].target has to be a list of at least one target: ["express"].',
    },
  },
  {
    name: "has an unknown target",
    files: json({ outputs: [{ target: ["expres"] }] }),
    want: { code: "unknown-target", says: 'There is no target "expres". Did you mean "express"?' },
  },
  {
    name: "is not JSON",
    files: { "mplus-codegen.config.json": '{\n  "outputs": [,]\n}' },
    at: "mplus-codegen.config.json:2:15",
    want: { code: "json-syntax", says: "a value is expected" },
  },
  {
    name: "has a key twice",
    files: { "mplus-codegen.config.json": '{ "outputs": [],\n  "outputs": [{ "target": ["types"] }] }' },
    at: "mplus-codegen.config.json:2:3",
    want: { code: "duplicate-key", says: "outputs" },
  },
  {
    name: "stands in package.json and is wrong",
    files: { "package.json": JSON.stringify({ name: "x", "mplus-codegen": { outputs: [{ target: [] }] } }) },
    at: "package.json:1:42",
    want: { code: "config-invalid", says: "outputs[0].target has to be a list" },
  },
  {
    name: "stands beside another",
    files: { ...json({ outputs: [{ target: ["types"] }] }), ...code("export default {};") },
    want: {
      code: "usage",
      says: "There are two configs here, mplus-codegen.config.ts and mplus-codegen.config.json.",
    },
  },
  {
    name: "is not there",
    files: {},
    call: ["--config", "other.ts"],
    want: { code: "config-unreadable", says: "other.ts cannot be read: it does not exist." },
  },
  {
    name: "does not parse",
    files: code('export default {\n  outputs: [{ target: ["types" }],\n};\n'),
    at: "mplus-codegen.config.ts:2:32",
    want: { code: "config-unreadable", says: "mplus-codegen.config.ts cannot be read: Unexpected token" },
  },
  {
    name: "imports what does not parse",
    files: { ...code('import x from "./x.js";\nexport default x;\n'), "x.ts": "export default {;\n" },
    at: "x.ts:1:17",
    want: { code: "config-unreadable", says: "mplus-codegen.config.ts cannot be read: Unexpected token" },
  },
  {
    name: "throws",
    files: code('const x = 1;\nthrow new Error("No fleet today.");\n'),
    at: "mplus-codegen.config.ts:2:",
    want: { code: "config-unreadable", says: "mplus-codegen.config.ts cannot be read: No fleet today." },
  },
  {
    name: "imports what is not there",
    files: code('import x from "./no.js";\nexport default x;\n'),
    want: { code: "config-unreadable", says: "mplus-codegen.config.ts cannot be read: Cannot find module" },
  },
  {
    name: "writes two outputs into one folder",
    files: json({
      outputs: [
        { target: ["types"], out: "a" },
        { target: ["docs"], out: "./a/" },
      ],
    }),
    want: { code: "usage", says: "Two outputs of the config cannot be written to a and a" },
  },
  {
    name: "writes one output inside of another",
    files: json({
      outputs: [
        { target: ["types"], out: "a/b" },
        { target: ["docs"], out: "a" },
      ],
    }),
    want: { code: "usage", says: "Two outputs of the config cannot be written to a/b and a." },
  },
  {
    name: "has a target for another API",
    files: target("apiVersion: 2"),
    want: {
      code: "own-target-unusable",
      says: 'The target "own" of yours cannot be used: it is for version 2 of the API of targets, and this mplus-codegen has version 1.',
    },
  },
  {
    name: "has a target with a name of ours",
    files: target('name: "types"'),
    want: {
      code: "own-target-unusable",
      says: 'The target "types" of yours cannot be used: mplus-codegen has a target of that name itself.',
    },
  },
  {
    name: "has a target whose name is a path",
    files: target('name: "../own"'),
    want: {
      code: "own-target-unusable",
      says: "its name has to consist of small letters, digits and hyphens",
    },
  },
  {
    name: "has a target that writes elsewhere",
    files: target('emit: () => [{ path: "own/../../x", content: "" }]'),
    want: {
      code: "own-target-unusable",
      says: 'The target "own" of yours cannot be used: the path own/../../x does not lie in own/.',
    },
  },
  {
    name: "has a target that makes a file twice",
    files: target('emit: () => ["own/a", "own/A"].map((path) => ({ path, content: "" }))'),
    want: { code: "own-target-unusable", says: "it makes own/A twice" },
  },
  {
    name: "has a target that makes a file and a folder of one name",
    files: target('emit: () => ["own/a", "own/a/b"].map((path) => ({ path, content: "" }))'),
    want: { code: "own-target-unusable", says: "own/a/b would be a file and a folder" },
  },
  {
    name: "has a target that makes a name too long for a file",
    files: target('emit: () => [{ path: `own/${"a".repeat(300)}`, content: "" }]'),
    want: { code: "own-target-unusable", says: "is too long" },
  },
  {
    name: "has two targets of one name",
    files: code(
      `const own = { apiVersion: 1, name: "own", summary: "x", emit: () => [] };\nexport default { outputs: [{ target: [own, { ...own }] }] };\n`,
    ),
    want: { code: "own-target-unusable", says: "there are two of that name" },
  },
  {
    name: "has a target that throws what is no error",
    files: target("emit: () => { throw new Proxy({}, { get() { throw 1; } }); }"),
    want: { code: "own-target-failed", says: "it threw what is no error" },
  },
  {
    name: "stands in a package.json that is broken",
    files: { "package.json": '{ "mplus-codegen": {},, }' },
    at: "package.json:1:",
    want: { code: "json-syntax", says: "is not JSON" },
  },
  {
    name: "is a folder",
    files: { "shop/x": "" },
    call: ["--config", "shop"],
    want: { code: "config-unreadable", says: "shop cannot be read: it is no regular file." },
  },
  {
    name: "has a target that gives no files",
    files: target("emit: () => 5"),
    want: { code: "own-target-unusable", says: "its emit gives no list of files" },
  },
  {
    name: "has a target that throws",
    files: target('emit: () => { throw new Error("out of ideas"); }'),
    want: { code: "own-target-failed", says: 'The target "own" of yours failed: out of ideas (at ' },
  },
  {
    name: "has a target that needs one that is not there",
    files: target('needs: ["typos"]'),
    want: { code: "unknown-target", says: 'There is no target "typos". Did you mean "types"?' },
  },
  {
    name: "overrides no template",
    files: { ...json({ outputs: [{ target: ["express"], templates: "own" }] }), "own/express/index.hb": "" },
    want: {
      code: "unknown-template",
      says: 'own/express/index.hb overrides nothing: there is no template of that name. Did you mean "express/index.hbs"?',
    },
  },
  {
    name: "has a folder of templates that is not there",
    files: json({ outputs: [{ target: ["express"], templates: "own" }] }),
    want: { code: "templates-unreadable", says: "The templates in own cannot be read: it does not exist." },
  },
  {
    name: "has several outputs and is called with a folder of none",
    files: json({
      outputs: [
        { target: ["types"], out: "a" },
        { target: ["docs"], out: "b" },
      ],
    }),
    call: ["--out", "c"],
    want: {
      code: "usage",
      says: "No output of the config is written to c. Of several outputs, --out names the one to generate: a or b.",
    },
  },
];
