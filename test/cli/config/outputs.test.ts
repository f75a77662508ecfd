import { expect, it } from "vitest";
import { inSmallProject } from "../../workbench/project.js";

const one = JSON.stringify({
  outputs: [{ target: ["types"], minVersion: "11", maxVersion: "12", spec: "spec", out: "out" }],
});

it.each([
  ["mplus-codegen.config.json", one],
  ["package.json", `{ "type": "module", "mplus-codegen": ${one} }`],
  ["mplus-codegen.config.js", `import one from "./one.mjs";\nexport default one;\n`],
  ["mplus-codegen.config.cjs", `module.exports = ${one};\n`],
  ["mplus-codegen.config.mts", `const one: object = ${one};\nexport default one;\n`],
  ["mplus-codegen.config.mts", `import old from "old";\nexport default old;\n`],
])("a config can be %s, and options of the call win", (name, text) =>
  inSmallProject(async (project) => {
    const listFleets = async (...call: readonly string[]): Promise<Record<string, string>> => {
      const { stdout } = await project.call(...call, "--check", "--json");
      const { outputs } = JSON.parse(stdout) as { outputs: { out: string; fleet: { label: string } }[] };
      return Object.fromEntries(outputs.map(({ out, fleet }) => [out, fleet.label]));
    };
    project.putAll({
      "package.json": `{ "type": "module" }`,
      "one.mjs": `export default ${one};\n`,
      // A package without modules.
      "node_modules/old/index.js": `module.exports = ${one};\n`,
      "node_modules/old/package.json": '{ "main": "index.js" }',
      [name]: text,
    });
    expect(await listFleets()).toEqual({ out: "11..12" });
    expect(await listFleets("--min-version", "12")).toEqual({ out: "12..12" });
    expect(await listFleets("--versions", "10,12")).toEqual({ out: "10 and 12" });
    expect(await listFleets("--out", "elsewhere")).toEqual({ elsewhere: "11..12" });
  }),
);
