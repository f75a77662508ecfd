import type { Framework } from "./frameworks.js";
import type { ModuleKind } from "./module-kinds.js";

/** The tsconfig.json of a project: as strict as the generated code allows. It only checks. */
export const tsconfigJson = (framework: Framework, moduleKind: ModuleKind): object => ({
  compilerOptions: {
    target: "ES2022",
    module: "NodeNext",
    types: ["node"],
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    noUnusedLocals: true,
    ...moduleKind.compilerOptions,
    isolatedModules: true,
    erasableSyntaxOnly: true,
    skipLibCheck: true,
    ...framework.compilerOptions,
  },
  include: ["src", "test"],
});

/** What production runs: the same, of `src/` alone, written to `dist/`. */
export const tsconfigBuildJson: object = {
  extends: "./tsconfig.json",
  compilerOptions: { noEmit: false, rootDir: "src", outDir: "dist" },
  include: ["src"],
};
