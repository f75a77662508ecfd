import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generate, type GenerateOptions } from "../../generator/generate.js";
import { loadSpec, packageRoot, readTemplates, readTexts } from "../../generator/package/package-files.js";
import { ownSpec } from "./kept-spec-location.js";

/**
 * What the tests have in the place of `spec/`, `build/contract/` and `generated/`: the contract that is kept in
 * `test/fixtures/contract.json`, and what is generated of it. It is made where the generator, its templates or that file have changed.
 */
export default async function setUp(): Promise<void> {
  const text = readFileSync(join(packageRoot, "test/fixtures/contract.json"), "utf8");
  const stamp = join(home, "made-of");
  const id = hash(text, ...sources.flatMap((name) => [...readTexts(join(packageRoot, name))].flat()));
  if (readIfThere(stamp) === id) return;
  rmSync(ownSpec, { recursive: true, force: true });
  for (const [path, content] of Object.entries(JSON.parse(text) as Readonly<Record<string, string>>))
    put(join(ownSpec, path), content);
  for (const [folder, options] of Object.entries(outputs))
    for (const { path, content } of await emit(options)) put(join(home, folder, path), content);
  put(stamp, id);
}

const home = dirname(ownSpec);

const sources = ["generator", "templates", "spec/dialect"];

const outputs: Readonly<Record<string, GenerateOptions>> = {
  contract: { target: ["validators"], responses: "gated" },
  generated: {
    target: [
      ...(["express", "fastify", "hono", "koa", "nest", "node", "fetch", "lambda"] as const),
      ...(["stores", "inbox", "fixtures", "zod"] as const),
    ],
    minVersion: "48",
  },
};

async function emit(options: GenerateOptions) {
  const spec = loadSpec(ownSpec);
  const made = spec.ok ? await generate(spec.value, readTemplates(), options) : spec;
  if (made.ok) return made.value.outputs.flatMap(({ files }) => files);
  throw new Error(made.problems.map(({ message }) => message).join("\n"));
}

/** Puts a file there at once: another run may read it. */
function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, text);
  renameSync(`${path}.${process.pid}`, path);
}

const hash = (...texts: readonly string[]): string =>
  texts.reduce((sum, text) => sum.update(`${text}\0`), createHash("sha256")).digest("hex");

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
