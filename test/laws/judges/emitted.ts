import { withDefaults } from "../../../generator/output/config.js";
import { compileTemplate } from "../../../generator/base/text/template.js";
import { createSnapshots } from "../../../generator/contract/lattice/snapshot.js";
import { posix } from "node:path";
import { compileFunction } from "node:vm";
import { transform } from "esbuild";
import { readTemplates } from "../../../generator/contract/package/package-files.js";
import type { Model } from "../../../generator/contract/model/model.js";
import type { OutputFile, TargetContext } from "../../../generator/targets/target.js";
import { validators } from "../../../generator/targets/validators/validators.js";
import type { View } from "../../../generator/contract/view/view.js";
import type * as check from "../../../templates/copied/validators/check.js";
import type * as results from "../../../templates/copied/validators/results.js";
import type { ResponseOptions, Result } from "../../../templates/copied/validators/results.js";
import type { Fleet } from "../../../templates/copied/validators/table.js";

export interface Emitted {
  readonly validateRequest: (event: string, body: unknown) => Result<unknown>;
  readonly validateResponse: (event: string, body: unknown, options?: ResponseOptions) => Result<unknown>;
  readonly validateErrorRequest: (body: unknown) => Result<unknown>;
  readonly fleet: Fleet;
  readonly validators: results.Validators;
  /** True if some release of the fleet may accept the answer. */
  readonly mayBeTaken: (event: string, answer: unknown) => boolean;
}

type Module = Readonly<Record<string, unknown>>;
type Run = (module: { exports: Module }, load: (path: string) => Module) => void;

/** Generates the validators of a view, strips their types and links the modules in memory. */
export async function emitInProcess(view: View, model: Model): Promise<Emitted> {
  const files = validators.emit(view, createTargetContext(model)) as readonly OutputFile[];
  const texts = new Map(files.map(({ path, content }) => [path.replace(/\.ts$/, ".js"), content]));
  const load = await createLoader(texts);
  const index = load("validators/index.js") as unknown as Emitted;
  const { checkObject } = load("validators/check.js") as unknown as typeof check;
  const { createContext } = load("validators/results.js") as unknown as typeof results;
  return {
    ...index,
    mayBeTaken: (event, answer) => {
      const rule = index.validators.rules.events.get(event);
      return rule !== undefined && checkObject(rule.answer, answer, createContext("any")) === undefined;
    },
  };
}

const templates = readTemplates();

export const createTargetContext = (model: Model): TargetContext => ({
  snapshots: createSnapshots(model),
  ...withDefaults({ target: [] }),
  template: (path) => templates.get(path) ?? "",
  examples: () => [],
  layout: (path) => compileTemplate(templates.get(path) ?? ""),
  codeIn: (folder) =>
    [...templates.keys()]
      .filter((path) => path.startsWith(`${folder}/`) && path.endsWith(".ts"))
      .map((path) => path.slice(folder.length + 1)),
  pages: () => [],
});

/** Strips the types of generated modules and links them in memory. They can import only each other. */
export async function createLoader(texts: ReadonlyMap<string, string>): Promise<(path: string) => Module> {
  const code = [...texts].filter(([path]) => path.endsWith(".js"));
  const runs = new Map(
    await Promise.all(code.map(async ([path, text]) => [path, await compile(path, text)] as const)),
  );
  const loaded = new Map<string, { exports: Module }>();
  const load = (path: string): Module => {
    const known = loaded.get(path);
    if (known) return known.exports;
    const run = runs.get(path);
    if (run === undefined) throw new Error(`nothing was emitted at ${path}`);
    const module = { exports: {} };
    loaded.set(path, module);
    run(module, (from) => load(posix.join(posix.dirname(path), from)));
    return module.exports;
  };
  return load;
}

/** Caches stripped files, because most are the same for all specs. */
const seen = new Map<string, Run>();

async function compile(path: string, text: string): Promise<Run> {
  const run = seen.get(text) ?? (compileFunction(await stripTypes(text), ["module", "require"]) as Run);
  if (!path.endsWith("/contract.js")) seen.set(text, run);
  return run;
}

const stripTypes = async (text: string): Promise<string> =>
  (await transform(text, { loader: "ts", format: "cjs", target: "es2022" })).code;
