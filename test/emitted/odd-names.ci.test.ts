import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { targets } from "../../generator/targets/all.js";
import { withPlainProblems, type Validators } from "./validators/contract.js";
import { compile } from "../workbench/compile.js";
import { collectFiles, emit } from "../workbench/emit.js";
import { object, createSmallSpec } from "../workbench/small-spec.js";
import { importFrom, makeRunFolder, removeFolder, transpile, writeFiles } from "../workbench/folders.js";

const names = [
  ...["class", "default", "await", "delete", "interface", "null", "then", "undefined"],
  "prototype",
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
  const home = makeRunFolder();
  let files: ReadonlyMap<string, string>;
  let validators: Validators;

  beforeAll(async () => {
    files = collectFiles(await emit(spec, "..", { targets: targets.map(({ name }) => name) }));
    writeFiles(home, transpile(files));
    validators = await importFrom<Validators>(home, "validators/index.js");
  });
  afterAll(() => removeFolder(home));

  it("have files of their own, whatever the case of letters", () => {
    expect(new Set([...files.keys()].map((path) => path.toLowerCase())).size).toBe(files.size);
  });

  it("compile", async () => {
    expect(await compile(files, { roots: ["express/index.ts", "zod/index.ts"] })).toEqual(new Map());
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
