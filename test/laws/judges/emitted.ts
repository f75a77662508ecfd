import { withDefaults } from "../../../generator/output/config.js";
import { compileTemplate } from "../../../generator/base/text/template.js";
import { createSnapshots } from "../../../generator/contract/lattice/snapshot.js";
import { posix } from "node:path";
import { compileFunction } from "node:vm";
import { transform } from "esbuild";
import { readTemplates } from "../../../generator/contract/package/package-files.js";
import type { Model } from "../../../generator/contract/model/model.js";
import type { TargetContext } from "../../../generator/targets/target.js";
import { validators } from "../../../generator/targets/validators/validators.js";
import type { View } from "../../../generator/contract/view/view.js";
import type { Check, CheckContext, Fleet } from "../../../templates/copied/validators/checks.js";
import type { ResponseOptions, Result } from "../../../templates/copied/validators/results.js";

export interface Emitted {
  readonly validateRequest: (event: string, body: unknown) => Result<unknown>;
  readonly validateResponse: (event: string, body: unknown, options?: ResponseOptions) => Result<unknown>;
  readonly validateErrorRequest: (body: unknown) => Result<unknown>;
  readonly fleet: Fleet;
  /** The verdict of the compiled function of one object. */
  readonly accepts: (object: string, body: unknown, context?: Partial<CheckContext>) => boolean;
}

const plainContext: CheckContext = {
  isRequest: false,
  polluted: false,
  any: false,
  version: undefined,
  notes: undefined,
};

type Module = Readonly<Record<string, unknown>>;
type Run = (module: { exports: Module }, load: (path: string) => Module) => void;

/** Generates the validators of a view, strips their types and links the modules in memory. */
export async function emitInProcess(view: View, model: Model): Promise<Emitted> {
  const files = await validators.emit(view, createTargetContext(model));
  const texts = new Map(files.map(({ path, content }) => [path.replace(/\.ts$/, ".js"), content]));
  const load = await createLoader(texts);
  const index = load("validators/index.js") as unknown as Emitted;
  const compiled = load("validators/compiled.js");
  return {
    ...index,
    accepts: (object, body, context = {}) =>
      (compiled[`check${object}`] as Check)(body, { ...plainContext, ...context }) === undefined,
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
  if (!path.endsWith("/compiled.js")) seen.set(text, run);
  return run;
}

const stripTypes = async (text: string): Promise<string> =>
  (await transform(text, { loader: "ts", format: "cjs", target: "es2022" })).code;
