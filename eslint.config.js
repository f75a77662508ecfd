import tseslint from "typescript-eslint";

export default tseslint.config(
  // The examples import generated code that is not in the repository; their own tests compile them.
  {
    ignores: [
      ...["dist", "build", "generated", "spec", "node_modules", "examples", "test/till/example"],
      ...["*.js", "**/*.mjs", "**/*.cjs"],
    ],
  },
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
      // Counters need no name.
      "@typescript-eslint/no-unused-vars": ["error", { varsIgnorePattern: "^_$" }],
      "max-params": ["error", 4],
    },
  },
  {
    files: ["generator/**/*.ts", "templates/**/*.ts"],
    rules: {
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // A log function may return a promise although its type says void, and less strict projects reject an
    // assertion here.
    files: ["templates/copied/receiver/base/log.ts"],
    rules: { "@typescript-eslint/no-confusing-void-expression": "off" },
  },
  {
    files: ["generator/**/*.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "Program > :matches(VariableDeclaration, ExportNamedDeclaration > VariableDeclaration)[kind='let']",
          message: "A module keeps no state: hand it in.",
        },
        {
          selector:
            "Program > :matches(VariableDeclaration, ExportNamedDeclaration > VariableDeclaration) > VariableDeclarator > NewExpression[callee.name=/^(Weak)?(Map|Set)$/][arguments.length=0]",
          message: "A module keeps no state: hand the cache in.",
        },
        {
          selector:
            ":matches(FunctionDeclaration[id.name=/[a-z]Of$/], VariableDeclarator[id.name=/[a-z]Of$/] > ArrowFunctionExpression)",
          message: "Say what it does: find, list, to, format, describe.",
        },
        {
          selector: "ExportAllDeclaration",
          message: "Export names where they are declared.",
        },
      ],
    },
  },
  {
    // Browser code: classic scripts that share declarations.
    files: ["templates/rendered/site/scripts/*.js"],
    languageOptions: { sourceType: "script" },
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { vars: "local" }],
      "@typescript-eslint/explicit-module-boundary-types": "off",
    },
  },
  {
    // Code for Postman, which has no types and only these globals.
    files: ["templates/rendered/postman/**/*.js"],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: {
      ...tseslint.configs.disableTypeChecked.languageOptions,
      sourceType: "script",
      globals: Object.fromEntries(["require", "Buffer", "pm"].map((name) => [name, "readonly"])),
    },
    rules: {
      ...tseslint.configs.disableTypeChecked.rules,
      "no-undef": "error",
      "@typescript-eslint/no-unused-vars": ["error", { vars: "local" }],
      "@typescript-eslint/no-require-imports": "off",
      "@typescript-eslint/explicit-module-boundary-types": "off",
    },
  },
  {
    // These share a script with `said.js`.
    files: ["templates/rendered/postman/{answered,refused}.js"],
    languageOptions: {
      globals: Object.fromEntries(["status", "text", "answer", "explain"].map((name) => [name, "readonly"])),
    },
  },
  {
    // `query` has the type parameter of database clients.
    files: ["templates/copied/receiver/base/handlers.ts"],
    rules: { "@typescript-eslint/no-unnecessary-type-parameters": "off" },
  },
);
