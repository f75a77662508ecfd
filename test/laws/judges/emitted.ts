import { withDefaults } from "../../../generator/output/config.js";
import { compileTemplate } from "../../../generator/base/text/template.js";
import { createSnapshots } from "../../../generator/contract/lattice/snapshot.js";
import { posix } from "node:path";
import { compileFunction } from "node:vm";
import ts from "typescript";
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
type Run = (exports: Module, load: (path: string) => Module) => void;

/** Generates the validators of a view, strips their types and links the modules in memory. */
export async function emitInProcess(view: View, model: Model): Promise<Emitted> {
  const files = await validators.emit(view, createTargetContext(model));
  const texts = new Map(files.map(({ path, content }) => [path.replace(/\.ts$/, ".js"), content]));
  const load = createLoader(texts);
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

/** Links generated JavaScript modules in memory. They can import only each other. */
export function createLoader(texts: ReadonlyMap<string, string>): (path: string) => Module {
  const loaded = new Map<string, Module>();
  const load = (path: string): Module => {
    const known = loaded.get(path);
    if (known) return known;
    const text = texts.get(path);
    if (text === undefined) throw new Error(`nothing was emitted at ${path}`);
    const exports: Module = {};
    loaded.set(path, exports);
    compile(text)(exports, (from) => load(posix.join(posix.dirname(path), from)));
    return exports;
  };
  return load;
}

/** Caches stripped files, because most are the same for all specs. */
const seen = new Map<string, Run>();

function compile(text: string): Run {
  const run = seen.get(text) ?? (compileFunction(transpile(text), ["exports", "require"]) as Run);
  if (!text.includes("Compiled by ajv")) seen.set(text, run);
  return run;
}

const transpile = (text: string): string =>
  ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  }).outputText;
