import type { Framework } from "./frameworks.js";

/** The tsconfig.json of a project: as strict as the generated code allows. */
export const tsconfigJson = ({ compilerOptions }: Framework): object => ({
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
    verbatimModuleSyntax: true,
    isolatedModules: true,
    erasableSyntaxOnly: true,
    skipLibCheck: true,
    ...compilerOptions,
  },
  include: ["src", "test"],
});
