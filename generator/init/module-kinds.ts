import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome } from "../problem/problem.js";

/** A kind of modules that a project can consist of. */
export interface ModuleKind {
  readonly name: "esm" | "commonjs";
  /** The field `type` of package.json. */
  readonly type: "module" | "commonjs";
  /** The folder of a file, in code. */
  readonly folder: string;
  /** Compiler options that only this kind can have. */
  readonly compilerOptions: Readonly<Record<string, unknown>>;
}

const esm: ModuleKind = {
  name: "esm",
  type: "module",
  folder: "import.meta.dirname",
  compilerOptions: { verbatimModuleSyntax: true },
};

const commonjs: ModuleKind = { name: "commonjs", type: "commonjs", folder: "__dirname", compilerOptions: {} };

/** Every kind of modules. */
export const moduleKinds: readonly ModuleKind[] = [esm, commonjs];

/**
 * Chooses the kind of modules.
 * @param asked The one that was asked for.
 * @param existing package.json, where there is one: its `type` decides, and without one it is CommonJS, as for node.
 */
export function chooseModuleKind(
  asked: string | undefined,
  existing: { readonly type?: string } | undefined,
): Outcome<ModuleKind> {
  const given = moduleKinds.find(({ name }) => name === asked);
  if (!existing) return success(given ?? esm);
  const found = existing.type === "module" ? esm : commonjs;
  return given === undefined || given === found
    ? success(found)
    : failure([report("module-conflict", { asked: given.name, found: found.name, type: existing.type })]);
}
