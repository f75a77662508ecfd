import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { expect, it } from "vitest";
import { inProject } from "../workbench/project.js";
import { runProgram } from "../workbench/run.js";

const modules = join(import.meta.dirname, "../../node_modules");

interface Formatter {
  readonly name: string;
  readonly config: readonly [path: string, text: string];
  readonly command: readonly [string, ...string[]];
  /** Set if our layout already matches it. */
  readonly isFollowed?: true;
  /** Set if it formats prose, too. */
  readonly withDocs?: true;
  readonly extension?: "none";
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
    // Some imports are then short enough for one line.
    name: "prettier without a config, if imports have no extension,",
    config: [".gitkeep", ""],
    command: prettier,
    extension: "none",
  },
  {
    name: "prettier as few have it",
    config: [
      ".prettierrc",
      '{ "singleQuote": true, "semi": false, "trailingComma": "none", "arrowParens": "avoid", "useTabs": true, "printWidth": 60, "bracketSpacing": false, "quoteProps": "consistent", "proseWrap": "always", "experimentalTernaries": true, "objectWrap": "collapse" }',
    ],
    command: prettier,
    isFollowed: true,
    withDocs: true,
  },
  { name: "Biome", config: ["biome.json", "{}"], command: ["biome", "check", "--write", "src"] },
  {
    name: "ESLint with rules of style",
    config: ["eslint.config.js", eslintConfig],
    command: ["eslint", "--fix", "src"],
  },
];

const code = "types,validators,receiver,express,fixtures,zod,jsonschema";

it.each(formatters)(
  "what $name does to the output is no edit by hand, and no difference",
  ({ config: [path, text], command: [program, ...args], isFollowed, withDocs, extension = "js" }) =>
    inProject(async ({ folder, call, put, read, tree }) => {
      put("package.json", '{ "type": "module" }\n');
      put(path, text);
      symlinkSync(modules, join(folder, "node_modules"));
      const targets = withDocs ? `${code},docs` : code;
      const generate = (oldest: string, ...more: readonly string[]) =>
        call(
          ...["--target", targets, "--min-version", oldest, "--import-extension", extension],
          ...["--out", "src/mplus", ...more],
        );
      expect(await generate("48", "--quiet")).toMatchObject({ code: 0, stderr: "" });
      const written = tree();
      await runProgram(folder, [join(modules, ".bin", program), ...args]);
      const formatted = tree();
      // After prettier, ESLint and Biome still change a little.
      expect(isDeepStrictEqual(written, formatted)).toBe(isFollowed === true);
      expect(await generate("48", "--check")).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/^Nothing to do/) as string,
        stderr: "",
      });
      await generate("48");
      expect(tree()).toEqual(formatted);
      expect(await generate("50", "--quiet")).toMatchObject({ code: 0, stdout: "", stderr: "" });
      put(
        "src/mplus/types/requests.ts",
        read("src/mplus/types/requests.ts").replace("sessionId", "sessionIds"),
      );
      expect(await generate("50")).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(
          /requests\.ts was edited after generation; .* --force .*\.\n$/,
        ) as string,
      });
    }),
);
