import { beforeAll, expect, it } from "vitest";
import { adapters } from "../../workbench/adapters.js";
import { compile, compilers } from "../../workbench/compile.js";
import { madeFiles } from "../../workbench/made-output.js";

/** The files that the types in a user's code come from. */
const userTypes =
  /^(?:types\/.*|receiver\/(?:index|base\/(?:options|handlers|exact|signature))|(?<adapter>\w+)\/index)\.ts$/;

const isOfUser = (path: string): boolean => {
  const { adapter } = userTypes.exec(path)?.groups ?? {};
  return userTypes.test(path) && (adapter === undefined || adapters.some((name) => name === adapter));
};

/** The two outputs differ in `receiver/base/signature.ts`. */
const outputs = { node: { targets: adapters }, web: { targets: ["fetch", "hono"], crypto: "web" } } as const;

interface Edited {
  readonly path: string;
  readonly text: string;
  /** Modules that its imports ask for, and that nobody has. */
  readonly unresolved: readonly string[];
}

/** Renames the module in each import. A file without imports gets one. */
function breakImports(path: string, text: string): Edited {
  const unresolved: string[] = [];
  const edited = text.replace(
    /^((?:import|export|\}) (?:.* )?from ")([^"]+)(?=";$)/gm,
    (_all, before: string, module: string) => {
      unresolved.push(`${module}-of-nobody`);
      return `${before}${module}-of-nobody`;
    },
  );
  if (unresolved.length > 0) return { path, text: edited, unresolved };
  return { path, text: `import type {} from "./nobody.js";\n${text}`, unresolved: ["./nobody.js"] };
}

const files: (readonly [path: string, text: string])[] = [];
const broken: Edited[] = [];

beforeAll(async () => {
  for (const [name, options] of Object.entries(outputs))
    for (const [path, text] of await madeFiles("48..", options)) {
      if (!path.endsWith(".ts")) continue;
      const place = `${name}/${path}`;
      if (isOfUser(path)) broken.push(breakImports(place, text));
      else files.push([place, text]);
    }
});

it("the broken files are those of the types, of the receiver, and an index for each adapter", () => {
  const paths = broken.map(({ path }) => path).filter((path) => path.startsWith("node/"));
  expect(paths.map((path) => path.slice("node/".length)).sort()).toEqual(
    [
      "receiver/index.ts",
      ...["exact", "handlers", "options", "signature"].map((name) => `receiver/base/${name}.ts`),
      ...["index", "requests", "responses"].map((name) => `types/${name}.ts`),
      ...adapters.map((name) => `${name}/index.ts`),
    ].sort(),
  );
});

/** Of a project that checks little. */
const options = {
  ...{ module: "NodeNext", target: "ES2022", types: ["node"], experimentalDecorators: true },
  ...{ strict: false, skipLibCheck: true, noEmit: true },
};

it.each(compilers)(
  "an import that cannot be resolved is an error in each file that a user's types come from, with %s",
  async (compiler) => {
    const all = [...files, ...broken.map(({ path, text }) => [path, text] as const)];
    const complaints = await compile(all, { compiler, options });
    const silent = broken.flatMap(({ path, unresolved }) => {
      const said = complaints.get(path) ?? "";
      return unresolved
        .filter((module) => !said.includes(`Cannot find module '${module}'`))
        .map((module) => `${path}: ${module}`);
    });
    expect(silent).toEqual([]);
  },
);
