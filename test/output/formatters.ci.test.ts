import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { runCommand } from "../workbench/command.js";
import { runProgram } from "../cli/running.js";
import { put, readTree, useWorkbench } from "./workbench.js";

const bench = useWorkbench();
const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));

interface Formatter {
  readonly name: string;
  readonly config: readonly [path: string, text: string];
  readonly command: readonly [string, ...string[]];
  /** Set if our layout already matches it. */
  readonly isFollowed?: true;
}

const prettier = ["prettier", "--write", "src"] as const;
const eslintConfig = `import stylistic from "@stylistic/eslint-plugin";
import tseslint from "typescript-eslint";
const style = { quotes: "single", semi: false, arrowParens: false, braceStyle: "1tbs", indent: 4 };
export default tseslint.config(tseslint.configs.strict, tseslint.configs.stylistic, stylistic.configs.customize(style));
`;

const formatters: readonly Formatter[] = [
  {
    name: "prettier as many have it",
    config: [".prettierrc", '{ "singleQuote": true, "trailingComma": "all" }'],
    command: prettier,
    isFollowed: true,
  },
  { name: "prettier without a config", config: [".gitkeep", ""], command: prettier },
  {
    name: "prettier as few have it",
    config: [
      ".prettierrc",
      '{ "singleQuote": true, "semi": false, "trailingComma": "none", "arrowParens": "avoid", "useTabs": true, "printWidth": 60, "bracketSpacing": false, "quoteProps": "consistent", "proseWrap": "always", "experimentalTernaries": true, "objectWrap": "collapse" }',
    ],
    command: prettier,
    isFollowed: true,
  },
  { name: "Biome's formatter", config: ["biome.json", "{}"], command: ["biome", "format", "--write", "src"] },
  { name: "all of Biome", config: ["biome.json", "{}"], command: ["biome", "check", "--write", "src"] },
  {
    name: "ESLint with rules of style",
    config: ["eslint.config.js", eslintConfig],
    command: ["eslint", "--fix", "src"],
  },
];

const targets = "types,validators,receiver,express,fixtures,zod,docs,jsonschema";

it.each(formatters)(
  "what $name does to the output is no change by hand, and no difference",
  async ({ config: [path, text], command: [program, ...args], isFollowed }) => {
    put(join(bench.root, "package.json"), '{ "type": "module" }\n');
    put(join(bench.root, path), text);
    symlinkSync(modules, join(bench.root, "node_modules"));
    const out = join(bench.root, "src/mplus");
    const generate = (oldest: string, ...more: readonly string[]) =>
      runCommand(["--target", targets, "--min-version", oldest, "--out", "src/mplus", ...more], {
        cwd: bench.root,
      });
    expect(await generate("48", "--quiet")).toMatchObject({ code: 0, stderr: "" });
    const written = readTree(out);
    await runProgram(bench.root, [join(modules, ".bin", program), ...args]);
    const formatted = readTree(out);
    // After prettier, ESLint and Biome still change a little.
    expect(isSame(written, formatted)).toBe(isFollowed === true);
    expect(await generate("48", "--check")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Nothing to do/) as string,
      stderr: "",
    });
    await generate("48");
    expect(readTree(out)).toEqual(formatted);
    expect(await generate("50", "--quiet")).toMatchObject({ code: 0, stdout: "", stderr: "" });
    const requests = join(out, "types/requests.ts");
    writeFileSync(requests, readFileSync(requests, "utf8").replace("sessionId", "sessionIds"));
    expect(await generate("50")).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/requests\.ts was edited after generation; .* --force .*\.\n$/) as string,
    });
  },
);

const isSame = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);
