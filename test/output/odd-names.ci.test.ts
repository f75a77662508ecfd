import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { targets } from "../../generator/targets/all.js";
import { withPlainProblems, type Validators } from "./validators/contract.js";
import { compileIn } from "./compilers/compiler.js";
import { emit } from "../workbench/emit.js";
import { object, createSmallSpec } from "../workbench/small-spec.js";
import {
  importFrom,
  makeProjectFolder,
  makeRunFolder,
  removeFolder,
  transpile,
  writeFiles,
} from "../workbench/folders.js";

/** Names that the language keeps for itself, or that every object inherits. */
const names = [
  ...["class", "default", "await", "delete", "interface", "null", "then", "undefined"],
  ...["constructor", "prototype", "toString", "valueOf"],
];

const spec = createSmallSpec({
  ping: object("Ping", { text: { type: "string" } }, ["text"]),
  files: Object.fromEntries(
    names.map((name) => [
      `events/${name}.json`,
      { description: `The ${name}.`, carries: { ping: { required: true } }, answers: { pong: {} } },
    ]),
  ),
});

describe("events with the names of others", () => {
  const homes = { compiled: makeProjectFolder(), run: makeRunFolder() };
  let paths: readonly string[];
  let validators: Validators;

  beforeAll(async () => {
    const { outputs } = await emit(spec, "..", { targets: targets.map(({ name }) => name) });
    const files = outputs.flatMap((output) => output.files);
    paths = files.map(({ path }) => path);
    const texts = files.map(({ path, content }) => [path, content] as const);
    writeFiles(homes.run, transpile(texts));
    writeFiles(join(homes.compiled, "src"), texts);
    writeFiles(homes.compiled, [["package.json", '{ "type": "module" }']]);
    validators = await importFrom<Validators>(homes.run, "validators/index.js");
  });
  afterAll(() => Object.values(homes).forEach(removeFolder));

  it("have files of their own, whatever the case of letters", () => {
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
  });

  it("compile", async () => {
    const options = { strict: true, target: "ES2022", module: "NodeNext", noEmit: true, types: ["node"] };
    const compilation = {
      compiler: "typescript",
      options,
      files: ["src/express/index.ts", "src/zod/index.ts"],
    } as const;
    expect(await compileIn(homes.compiled, compilation)).toBe("");
  });

  it.each(names)("%s is checked as itself", (name) => {
    const problems = [
      { path: "/ping/text", code: "missing-property", message: '"text" is missing in "ping".' },
    ];
    expect(validators.validateRequest(name, { ping: { text: "a" } }).ok).toBe(true);
    expect(withPlainProblems(validators.validateRequest(name, { ping: {} }))).toEqual({
      ok: false,
      problems,
    });
  });
});
