import { expect, it } from "vitest";
import type { InitJson } from "../../generator/cli/commands/init.js";
import { inSmallProject } from "../workbench/project.js";

const mark = `globalThis.configsRun = (globalThis.configsRun ?? 0) + 1;`;
const script = `${mark} export default { semi: false };\n`;
const packageFiles = {
  "node_modules/style/package.json": '{ "name": "style", "main": "index.js" }',
  "node_modules/style/index.js": `${mark} module.exports = { semi: false };\n`,
};

const manifest = { scripts: { start: "node ." }, dependencies: { express: "5" } };

const init = async (files: Readonly<Record<string, string>>) =>
  inSmallProject(async (project) => {
    project.putAll({ "package.json": JSON.stringify(manifest), ...files });
    const { stdout, stderr } = await project.call("init", "--spec", "spec", "--events", "scanCode", "--json");
    return { told: JSON.parse(stdout) as InitJson, stderr, code: project.read("mplus/types/index.ts") };
  });

it.each<{ name: string; files: Readonly<Record<string, string>> }>([
  { name: "a script", files: { "prettier.config.mjs": script } },
  { name: "a script with a dot", files: { ".prettierrc.mjs": script } },
  { name: "a CommonJS script", files: { ".prettierrc.cjs": `${mark} module.exports = {};` } },
  { name: "a package named in .prettierrc", files: { ".prettierrc": "style\n", ...packageFiles } },
  { name: "a package named in JSON", files: { ".prettierrc.json": '"style"', ...packageFiles } },
  {
    name: "a package named after a comment",
    files: { ".prettierrc.yaml": "---\n# ours\nstyle", ...packageFiles },
  },
  {
    name: "a package named in package.json",
    files: { "package.json": JSON.stringify({ ...manifest, prettier: "style" }), ...packageFiles },
  },
  {
    name: "a package named in package.yaml",
    files: { "package.yaml": "prettier: style\n", ...packageFiles },
  },
  {
    name: "a package named after a line end of JSON5",
    files: { ".prettierrc.json5": '//\r"style"/*\n{*/', ...packageFiles },
  },
  {
    name: "a package named after a line end of JavaScript",
    files: { ".prettierrc.json5": '// \u2028"style"/*\n{*/', ...packageFiles },
  },
  {
    name: "a package named after a line end of YAML",
    files: { ".prettierrc": "#\rstyle\n{}", ...packageFiles },
  },
  {
    name: "a package whose name is no comment in YAML",
    files: {
      ".prettierrc": "//style\n{",
      "node_modules/style {/package.json": '{ "name": "style", "main": "index.js" }',
      "node_modules/style {/index.js": `${mark} module.exports = {};\n`,
    },
  },
  { name: "code in a URL", files: { ".prettierrc": `"data:text/javascript,${mark} // a: b"` } },
])("init does not run a prettier config that is code: $name", async ({ files }) => {
  const { told } = await init(files);
  expect(globalThis).not.toHaveProperty("configsRun");
  expect(told.next).toContainEqual(expect.stringMatching(/^npx prettier --write \S.* mplus$/));
});

it.each<{ name: string; files: Readonly<Record<string, string>> }>([
  { name: ".prettierrc in JSON", files: { ".prettierrc": '{ "semi": false }' } },
  { name: ".prettierrc in YAML", files: { ".prettierrc": "# ours\nsemi: false\n" } },
  { name: "TOML", files: { ".prettierrc.toml": "semi = false\n" } },
  { name: "JSON5", files: { ".prettierrc.json5": "// ours\n{ semi: false }\n" } },
  {
    name: "package.json",
    files: { "package.json": JSON.stringify({ ...manifest, prettier: { semi: false } }) },
  },
])("init formats with a prettier config that is data: $name", async ({ files }) => {
  const { told, code } = await init(files);
  expect(code).not.toMatch(/;$/m);
  expect(told.next.join("\n")).not.toContain("prettier");
});
