/**
 * Files of starters that no npm generator creates: create-hono and Nitro download theirs from GitHub, and
 * tutorials have the reader type them. They follow the frameworks' own templates and guides.
 */

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

const expressApp = `import express from "express";

export const app = express();

app.use(express.json());

app.get("/health", (_request, response) => {
  response.json({ ok: true });
});
`;

const expressServer = (app) => `import { app } from "${app}";

const port = Number(process.env.PORT ?? 3000);

app.listen(port, () => {
  console.log(\`Listening on port \${port}\`);
});
`;

const typeCheckedEslint = `import js from "@eslint/js";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist", "*.js", "*.mjs", "*.cjs", "*.config.ts"] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }] },
  },
);
`;

const honoTsconfig = (options) => ({
  compilerOptions: {
    target: "ESNext",
    strict: true,
    skipLibCheck: true,
    jsx: "react-jsx",
    jsxImportSource: "hono/jsx",
    ...options,
  },
});

const helloHono = `import { Hono } from "hono";

const app = new Hono();

app.get("/", (c) => {
  return c.text("Hello Hono!");
});
`;

const healthTest = ({ runner, app }) => `import { once } from "node:events";
import type { AddressInfo } from "node:net";
${runner}import { app } from "${app}";

test("answers on /health", async () => {
  const server = app.listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const response = await fetch(\`http://127.0.0.1:\${String(port)}/health\`);
  server.close();
  expect(response.status).toBe(200);
});
`;

export const files = {
  "express4-javascript-jest": {
    "app.test.js": `const request = require('supertest');
const app = require('./app');

test('answers on /users', async () => {
  const response = await request(app).get('/users');
  expect(response.status).toBe(200);
});
`,
    "eslint.config.js": `const js = require('@eslint/js');
const globals = require('globals');

module.exports = [
  { ignores: ['public'] },
  js.configs.recommended,
  {
    files: ['**/*.js'],
    languageOptions: { sourceType: 'commonjs', globals: { ...globals.node, ...globals.jest } },
    rules: { 'no-unused-vars': ['error', { args: 'none' }] },
  },
];
`,
  },
  "express5-typescript-vitest": {
    "src/app.ts": expressApp,
    "src/server.ts": expressServer("./app.js"),
    "test/app.test.ts": healthTest({
      runner: `import { expect, test } from "vitest";\n`,
      app: "../src/app.js",
    }),
    "tsconfig.json": json({
      compilerOptions: {
        target: "es2023",
        module: "nodenext",
        strict: true,
        noUncheckedIndexedAccess: true,
        exactOptionalPropertyTypes: true,
        verbatimModuleSyntax: true,
        isolatedModules: true,
        skipLibCheck: true,
        types: ["node"],
        noEmit: true,
      },
      include: ["src", "test"],
    }),
    "tsconfig.build.json": json({
      extends: "./tsconfig.json",
      compilerOptions: { noEmit: false, rootDir: "src", outDir: "dist" },
      include: ["src"],
    }),
    "eslint.config.js": typeCheckedEslint,
    ".prettierrc": json({ printWidth: 100 }),
    ".prettierignore": "dist\npackage-lock.json\n",
  },
  "express4-typescript-ts-jest": {
    "src/app.ts": expressApp,
    "src/index.ts": expressServer("./app"),
    "src/app.test.ts": healthTest({ runner: "", app: "./app" }),
  },
  "koa-typescript-jest-esm": {
    "src/app.ts": `import Koa from "koa";

export const app = new Koa();

app.use((context) => {
  if (context.path === "/health") context.body = { ok: true };
});
`,
    "src/server.ts": expressServer("./app.js"),
    "src/app.test.ts": healthTest({
      runner: `import { expect, test } from "@jest/globals";\n`,
      app: "./app.js",
    }),
    "tsconfig.json": json({
      compilerOptions: {
        target: "es2022",
        module: "nodenext",
        strict: true,
        isolatedModules: true,
        skipLibCheck: true,
        types: ["node"],
        rootDir: "src",
        outDir: "dist",
      },
      include: ["src"],
    }),
    "jest.config.js": `import { createDefaultEsmPreset } from "ts-jest";

export default {
  ...createDefaultEsmPreset(),
  testPathIgnorePatterns: ["/node_modules/", "/dist/"],
  moduleNameMapper: { "^(\\\\.{1,2}/.*)\\\\.js$": "$1" },
};
`,
    ".prettierignore": "dist\npackage-lock.json\n",
  },
  "nest11-pnpm-workspace": {
    "package.json": json({
      name: "shops",
      private: true,
      scripts: { build: "pnpm --recursive run build", test: "pnpm --recursive run test" },
    }),
    "pnpm-workspace.yaml": "packages:\n  - apps/*\nallowBuilds:\n  '@parcel/watcher': false\n",
  },
  "hono-node": {
    "src/index.ts": `import { serve } from "@hono/node-server";
${helloHono}
serve(
  {
    fetch: app.fetch,
    port: 3000,
  },
  (info) => {
    console.log(\`Server is running on http://localhost:\${info.port}\`);
  },
);
`,
    "package.json": json({
      name: "hono-node",
      type: "module",
      scripts: { dev: "tsx watch src/index.ts", build: "tsc", start: "node dist/index.js" },
    }),
    "tsconfig.json": json({
      ...honoTsconfig({
        module: "NodeNext",
        verbatimModuleSyntax: true,
        types: ["node"],
        rootDir: "./src",
        outDir: "./dist",
      }),
      exclude: ["node_modules"],
    }),
  },
  "hono-bun": {
    "src/index.ts": `${helloHono}\nexport default app;\n`,
    "package.json": json({ name: "hono-bun", scripts: { dev: "bun run --hot src/index.ts" } }),
    "tsconfig.json": json(
      honoTsconfig({ module: "ESNext", moduleResolution: "bundler", types: ["bun"], noEmit: true }),
    ),
  },
  "hono-worker": {
    "src/index.ts": `${helloHono}\nexport default app;\n`,
    "test/index.spec.ts": `import { exports } from "cloudflare:workers";
import { expect, it } from "vitest";

it("greets", async () => {
\tconst response = await exports.default.fetch("http://example.com/");
\texpect(await response.text()).toBe("Hello Hono!");
});
`,
  },
  nitro: {
    "server/routes/index.ts": `export default defineEventHandler(() => {
  return "Start by editing <code>server/routes/index.ts</code>.";
});
`,
    "package.json": json({
      private: true,
      scripts: {
        build: "nitro build",
        dev: "nitro dev",
        prepare: "nitro prepare",
        preview: "node .output/server/index.mjs",
      },
    }),
    "nitro.config.ts": `import { defineNitroConfig } from "nitropack/config";

export default defineNitroConfig({ compatibilityDate: "latest", srcDir: "server" });
`,
    "tsconfig.json": json({ extends: "./.nitro/types/tsconfig.json" }),
  },
  "lambda-esbuild": {
    "src/handler.ts": `import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from "aws-lambda";

export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> =>
  Promise.resolve({ statusCode: 200, body: JSON.stringify({ path: event.rawPath }) });
`,
    "test/handler.test.ts": `import assert from "node:assert/strict";
import { test } from "node:test";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { handler } from "../src/handler";

test("answers with the path", async () => {
  const answer = await handler({ rawPath: "/health" } as APIGatewayProxyEventV2);
  assert.deepEqual(answer, { statusCode: 200, body: '{"path":"/health"}' });
});
`,
    "tsconfig.json": json({
      compilerOptions: {
        target: "es2022",
        module: "esnext",
        moduleResolution: "bundler",
        strict: true,
        isolatedModules: true,
        skipLibCheck: true,
        noEmit: true,
        types: ["node"],
      },
      include: ["src", "test"],
    }),
    // A local function URL: converts each HTTP request to an event and each result to an HTTP response.
    "local.mjs": `import { createServer } from "node:http";
import { createRequire } from "node:module";

const { handler, mplus } = createRequire(import.meta.url)("./dist/handler.js");

createServer(async (request, response) => {
  const url = new URL(request.url, "http://localhost");
  const body = Buffer.concat(await request.toArray());
  const event = {
    version: "2.0",
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: request.headers,
    requestContext: { http: { method: request.method, path: url.pathname, sourceIp: "127.0.0.1" } },
    body: body.toString("base64"),
    isBase64Encoded: true,
  };
  const answer = await (url.pathname.startsWith("/mplus") && mplus ? mplus : handler)(event, {});
  response.writeHead(answer.statusCode, answer.headers);
  response.end(answer.isBase64Encoded ? Buffer.from(answer.body, "base64") : answer.body);
}).listen(3000);
`,
  },
  "node-biome": {
    "src/server.ts": `import { createServer } from "node:http";

export const server = createServer((_request, response) => {
\tresponse.setHeader("content-type", "application/json");
\tresponse.end(JSON.stringify({ ok: true }));
});

if (import.meta.main) server.listen(3000);
`,
    "src/server.test.ts": `import assert from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { server } from "./server.ts";

test("answers", async () => {
\tserver.listen(0);
\tawait once(server, "listening");
\tconst { port } = server.address() as AddressInfo;
\tconst response = await fetch(\`http://127.0.0.1:\${port}/\`);
\tserver.close();
\tassert.equal(response.status, 200);
});
`,
    "tsconfig.json": json({
      compilerOptions: {
        target: "esnext",
        module: "nodenext",
        strict: true,
        erasableSyntaxOnly: true,
        verbatimModuleSyntax: true,
        rewriteRelativeImportExtensions: true,
        skipLibCheck: true,
        types: ["node"],
        rootDir: "src",
        outDir: "dist",
      },
      include: ["src"],
    }),
  },
  "fastify-yarn-pnp": {
    "src/app.ts": `import fastify from "fastify";

export function buildApp() {
  const app = fastify();
  app.get("/health", () => ({ ok: true }));
  return app;
}
`,
    "src/server.ts": `import { buildApp } from "./app.js";

await buildApp().listen({ port: 3000 });
`,
    "test/app.test.ts": `import { expect, test } from "vitest";
import { buildApp } from "../src/app.js";

test("answers on /health", async () => {
  const response = await buildApp().inject("/health");
  expect(response.statusCode).toBe(200);
});
`,
    "tsconfig.json": json({
      compilerOptions: {
        target: "es2022",
        module: "nodenext",
        strict: true,
        skipLibCheck: true,
        types: ["node"],
        rootDir: "src",
        outDir: "dist",
      },
      include: ["src"],
    }),
    "package.json": json({
      name: "fastify-yarn-pnp",
      private: true,
      type: "module",
      packageManager: "yarn@4.18.1",
      scripts: {
        build: "tsc",
        start: "node dist/server.js",
        test: "vitest run",
        lint: "eslint src test",
        format: "prettier --check src test",
      },
    }),
    "eslint.config.js": `import js from "@eslint/js";
import tseslint from "typescript-eslint";

export default tseslint.config({ ignores: ["dist", ".pnp.*"] }, js.configs.recommended, ...tseslint.configs.recommended);
`,
    ".yarnrc.yml": "nodeLinker: pnp\nenableGlobalCache: false\nenableTelemetry: false\n",
  },
  "bun-elysia": {
    "src/index.ts": `import { Elysia } from "elysia";

const app = new Elysia().get("/", () => "Hello Elysia").listen(3000);

console.log(\`🦊 Elysia is running at \${app.server?.hostname}:\${app.server?.port}\`);
`,
    "package.json": json({
      name: "elysia",
      version: "1.0.50",
      scripts: { test: 'echo "Error: no test specified" && exit 1', dev: "bun run --watch src/index.ts" },
      module: "src/index.js",
    }),
    "tsconfig.json": json({
      compilerOptions: {
        target: "ES2021",
        module: "ES2022",
        moduleResolution: "node",
        types: ["bun-types"],
        esModuleInterop: true,
        forceConsistentCasingInFileNames: true,
        strict: true,
        skipLibCheck: true,
      },
    }),
  },
};
