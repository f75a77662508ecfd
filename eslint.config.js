import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist", "generated", "node_modules", ".stryker-tmp", "*.js", "**/*.mjs", "**/*.cjs"] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-definitions": ["error", "interface"],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      // What is counted only needs no name.
      "@typescript-eslint/no-unused-vars": ["error", { varsIgnorePattern: "^_$" }],
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-params": ["error", 4],
    },
  },
  {
    // What runs in the browser: classic scripts, which see what the others declare.
    files: ["templates/site/*.js"],
    languageOptions: { sourceType: "script" },
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { vars: "local" }],
      "@typescript-eslint/explicit-module-boundary-types": "off",
    },
  },
  {
    // Compiled validators call it with the object that they ask about.
    files: ["templates/validators/own.ts"],
    rules: { "@typescript-eslint/unbound-method": "off" },
  },
);
