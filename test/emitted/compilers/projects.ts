import type { ImportExtension } from "../../../generator/base/text/source-file.js";
import { isFuzzing } from "../../workbench/amount.js";
import { strict, type Compiler } from "../../workbench/compile.js";

/**
 * A kind of user project. Projects differ in what can break the output: import extensions, module format, and whether it is emitted with
 * declarations or only checked.
 */
export interface Project {
  readonly name: string;
  readonly type: "module" | "commonjs";
  readonly extension: ImportExtension;
  /** With `noEmit` if the project cannot run. */
  readonly options: object;
  /** Targets besides the router and the fixtures. */
  readonly also?: readonly string[];
  readonly but?: Readonly<Partial<Record<Compiler, object>>>;
}

const written = { rootDir: "src", declaration: true, noEmitOnError: true };
/** Nest requires them; the output has no decorators. */
const emitted = { ...strict, ...written, experimentalDecorators: true, emitDecoratorMetadata: true };
const esm = { verbatimModuleSyntax: true };
const forNode = { ...emitted, ...esm, module: "NodeNext" };
const bundled = { ...strict, ...esm, module: "ESNext", moduleResolution: "Bundler", noEmit: true };
const commonjs = { ...emitted, esModuleInterop: true };

const toProject =
  (type: Project["type"]) =>
  (name: string, extension: ImportExtension, options: object, more: Partial<Project> = {}): Project => ({
    name,
    type,
    extension,
    options,
    ...more,
  });
const asModule = toProject("module");
const asCommonJs = toProject("commonjs");

const esModule = asModule("an ES module for node", "js", forNode);
const rewritten = { ...forNode, rewriteRelativeImportExtensions: true };
/** TypeScript 6 deprecates node10. TypeScript 7 removes it, so its replacement is used there. */
const old = { ...commonjs, module: "CommonJS", moduleResolution: "node10" };
const newer = { typescript: { ignoreDeprecations: "6.0" }, "typescript-7": { moduleResolution: "Bundler" } };
const ofNext = {
  ...{ strict: false, target: "ES2017", lib: ["dom", "dom.iterable", "esnext"], types: ["node"] },
  ...{ module: "esnext", moduleResolution: "bundler", skipLibCheck: true, isolatedModules: true },
  noEmit: true,
};

export const projects: readonly Project[] = [
  esModule,
  asModule("an ES module that imports .ts and is rewritten", "ts", rewritten),
  asModule("an ES module that imports .ts and is bundled", "ts", {
    ...bundled,
    allowImportingTsExtensions: true,
  }),
  asModule("an ES module that imports without extension and is bundled, libraries unchecked", "none", {
    ...bundled,
    skipLibCheck: true,
  }),
  asCommonJs("a CommonJS module for node", "js", { ...commonjs, module: "Node16" }),
  asCommonJs("a CommonJS module of the old kind", "none", old, { but: newer }),
  asModule("a module in the settings that Next.js writes, which are not strict", "none", ofNext, {
    also: ["fetch", "fastify", "hono", "koa", "nest", "node", "lambda", "stores", "inbox", "zod"],
  }),
];

const inCompiler = (project: Project, compiler: Compiler) => ({ ...project, compiler });

/** The projects of the guides' programs, some of which use ES modules in CommonJS. */
export const guideProjects = [
  inCompiler(esModule, "typescript-7"),
  inCompiler(asCommonJs("a CommonJS module", "js", { ...commonjs, module: "NodeNext" }), "typescript-7"),
  ...(isFuzzing ? (["typescript-5.9", "typescript"] as const) : []).map((compiler) =>
    inCompiler(esModule, compiler),
  ),
];
