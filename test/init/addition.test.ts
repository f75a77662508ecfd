import { expect, it } from "vitest";
import type { InitJson } from "../../generator/cli/commands/init.js";
import { inSmallProject } from "../cli/project.js";

interface Case {
  readonly name: string;
  readonly packages: readonly string[];
  /** Other properties of package.json. */
  readonly manifest?: object;
  readonly files: Readonly<Record<string, string>>;
  /** The framework, if init does not detect it. */
  readonly framework?: string;
  readonly at?: string;
  /** True if Node runs TypeScript. */
  readonly isNewNode?: boolean;
  /** The added files, except the scenario and `.env`. */
  readonly added: readonly string[];
  readonly needs: readonly string[];
  readonly code: string;
  /** The end of the generate script, with `none` or `ts` for its imports. */
  readonly generate: string;
}

const tsconfig = (compilerOptions: object) => ({ "tsconfig.json": JSON.stringify({ compilerOptions }) });
const nodeNext = tsconfig({ module: "nodenext", types: ["node"], target: "es2022" });
const module = { type: "module" };
const express4 = { "app.js": "var app = express();\napp.use(express.json());\n" };
const express4Needs = [
  'app.js, at the top: const { createWebhooks } = require("./mplus-webhooks.js");',
  'app.js, above line 2, app.use(express.json());: app.use("/mplus", createWebhooks());',
];
const imported = (path: string, from: string) =>
  `${path}, at the top: import { createWebhooks } from "${from}";`;
const bundle = (target: string) =>
  `--import-extension ts --out mplus && esbuild mplus/${target}/index.ts --bundle --platform=node --packages=external --format=cjs \\"--banner:js=/*eslint-disable*/\\" --outfile=mplus/${target}.cjs`;

const cases: readonly Case[] = [
  {
    name: "Express 4, JavaScript in CommonJS with Jest, which parses no types",
    packages: ["express", "jest"],
    files: express4,
    isNewNode: true,
    added: ["mplus-webhooks.test.js", ".gitignore", "mplus-webhooks.js"],
    needs: express4Needs,
    code: 'const { createMplusRouter, defineHandlers } = require("./mplus/express.cjs");',
    generate: bundle("express"),
  },
  {
    name: "Express 4, JavaScript in CommonJS on an old Node",
    packages: ["express"],
    files: express4,
    isNewNode: false,
    added: [".gitignore", "mplus-webhooks.js"],
    needs: express4Needs,
    code: "defineHandlers({\n    /** A code was scanned.",
    generate: bundle("express"),
  },
  {
    name: "Express 4, JavaScript in CommonJS on a Node that runs TypeScript",
    packages: ["express"],
    manifest: { type: "commonjs" },
    files: express4,
    isNewNode: true,
    added: ["mplus/package.json", ".gitignore", "mplus-webhooks.js"],
    needs: express4Needs,
    code: 'require("./mplus/express/index.ts");',
    generate: "--import-extension ts --out mplus",
  },
  {
    name: "Express 5, strict TypeScript in CommonJS with ts-jest",
    packages: ["express", "typescript", "jest", "ts-jest"],
    files: {
      "src/app.ts": "export const app = express();\n",
      ...tsconfig({
        module: "commonjs",
        verbatimModuleSyntax: true,
        noPropertyAccessFromIndexSignature: true,
      }),
    },
    added: ["src/mplus-webhooks.test.ts", ".gitignore", "src/mplus-webhooks.ts"],
    needs: [
      imported("src/app.ts", "./mplus-webhooks"),
      'src/app.ts, below line 1, export const app = express();: app.use("/mplus", createWebhooks());',
      'tsconfig.json, in compilerOptions: "target": "ES2022", "verbatimModuleSyntax": false,',
    ],
    code: 'process.env["MPLUS_SECRET"]',
    generate: "--import-extension none --out src/mplus",
  },
  {
    name: "Express 5, TypeScript in ES modules with Vitest, whose .gitignore has .env*",
    packages: ["express", "typescript", "vitest"],
    manifest: module,
    files: {
      "src/server.ts": "const app: express.Express = express();\n\napp.use(bodyParser.json());\n",
      "test/app.test.ts": "",
      ".gitignore": ".env*\n",
      ...tsconfig({ module: "nodenext", types: [] }),
    },
    added: ["test/mplus-webhooks.test.ts", "src/mplus-webhooks.ts"],
    needs: [
      imported("src/server.ts", "./mplus-webhooks.js"),
      'src/server.ts, above line 3, app.use(bodyParser.json());: app.use("/mplus", createWebhooks());',
      'tsconfig.json, in compilerOptions: "types": ["node"],',
    ],
    code: 'from "./mplus/express/index.js";',
    generate: "--out src/mplus",
  },
  {
    name: "Nest 11",
    packages: ["@nestjs/core", "jest", "typescript"],
    files: {
      "src/app.module.ts": "@Module({\n  imports: [],\n})\n",
      "test/app.e2e-spec.ts": "",
      ...nodeNext,
    },
    added: ["src/mplus-webhooks.spec.ts", ".gitignore", "src/mplus-webhooks.ts"],
    needs: [
      'src/app.module.ts, at the top: import { WebhooksModule } from "./mplus-webhooks";',
      "src/app.module.ts, in line 2, imports: [],: WebhooksModule,",
    ],
    code: "export class WebhooksModule {}",
    generate: "--import-extension none --out src/mplus",
  },
  {
    name: "Next, TypeScript",
    packages: ["next", "typescript"],
    files: {
      "app/page.tsx": "",
      ...tsconfig({ moduleResolution: "bundler", lib: ["dom", "esnext"], target: "ES2017" }),
    },
    added: ["app/mplus/[event]/route.ts", ".gitignore", "mplus-webhooks.ts"],
    needs: [],
    code: 'from "./mplus/fetch/index";',
    generate: "--import-extension none --out mplus",
  },
  {
    name: "Next, JavaScript below src",
    packages: ["next"],
    files: { "src/app/page.js": "" },
    added: ["src/app/mplus/[event]/route.js", ".gitignore", "src/mplus-webhooks.js"],
    needs: [],
    code: "export const createWebhooks = (secret = process.env.MPLUS_SECRET",
    generate: "--import-extension none --out src/mplus",
  },
  {
    name: "Fastify, whose app file is a plugin",
    packages: ["fastify"],
    manifest: { scripts: { start: "fastify start app.js", test: "node --test test/**/*.test.js" } },
    files: { "app.js": "module.exports = async function (fastify, opts) {\n}\n", "test/helper.js": "" },
    isNewNode: false,
    added: ["test/mplus/webhooks.test.js", ".gitignore", "mplus-webhooks.js"],
    needs: [
      express4Needs[0] ?? "",
      'app.js, below line 1, module.exports = async function (fastify, opts) {: fastify.register(createWebhooks(), { prefix: "/mplus" });',
    ],
    code: "module.exports = { createHandlers, createWebhooks };",
    generate: bundle("fastify"),
  },
  {
    name: "a Hono worker",
    packages: ["hono", "wrangler", "typescript"],
    manifest: module,
    files: {
      "src/index.ts": "const app = new Hono()\n",
      "wrangler.jsonc": "{}",
      ...tsconfig({ module: "esnext", moduleResolution: "bundler", target: "esnext", types: ["node"] }),
    },
    added: [".gitignore", "src/mplus-webhooks.ts"],
    needs: [
      imported("src/index.ts", "./mplus-webhooks.js"),
      'src/index.ts, below line 1, const app = new Hono(): app.route("/mplus", createWebhooks());',
      'wrangler.jsonc, at the top level: "compatibility_flags": ["nodejs_compat"]',
    ],
    code: "createMplusApp({",
    generate: "--out src/mplus",
  },
  {
    name: "Koa",
    packages: ["koa", "typescript"],
    manifest: module,
    files: { "src/app.ts": "export const app = new Koa();\napp.use(koaBody());\n", ...nodeNext },
    added: [".gitignore", "src/mplus-webhooks.ts"],
    needs: [
      imported("src/app.ts", "./mplus-webhooks.js"),
      "src/app.ts, above line 2, app.use(koaBody());: app.use(createWebhooks());",
    ],
    code: 'basePath: "/mplus",',
    generate: "--out src/mplus",
  },
  {
    name: "node:http",
    framework: "node",
    packages: ["typescript"],
    manifest: module,
    files: {
      "src/server.ts": "export const server = createServer((request, response) => {\n});\n",
      ...tsconfig({ module: "nodenext", types: ["node"], rewriteRelativeImportExtensions: true }),
    },
    added: [".gitignore", "src/mplus-webhooks.ts"],
    needs: [
      `${imported("src/server.ts", "./mplus-webhooks.ts")} const webhooks = createWebhooks();`,
      'src/server.ts, below line 1, export const server = createServer((request, response) => {: if (request.url?.startsWith("/mplus/")) return webhooks(request, response);',
    ],
    code: 'from "./mplus/node/index.ts";',
    generate: "--import-extension ts --out src/mplus",
  },
  {
    name: "a JavaScript package of a workspace whose root has TypeScript for its linter",
    packages: ["koa", "typescript", "typescript-eslint"],
    manifest: { workspaces: ["services/*"], type: "module" },
    files: {
      "package-lock.json": "{}",
      "services/loyalty/package.json": JSON.stringify({ ...module, dependencies: { koa: "3" } }),
      "services/loyalty/src/index.js": "const app = new Koa();\n",
    },
    at: "services/loyalty",
    isNewNode: true,
    added: [".gitignore", "src/mplus-webhooks.js"],
    needs: [
      imported("src/index.js", "./mplus-webhooks.js"),
      "src/index.js, below line 1, const app = new Koa();: app.use(createWebhooks());",
    ],
    code: 'from "./mplus/koa/index.ts";',
    generate: "--import-extension ts --out src/mplus",
  },
  {
    name: "a CommonJS package of Nx, without a package.json in its folder",
    at: "apps/api",
    packages: ["express", "typescript"],
    files: {
      "package-lock.json": "{}",
      "apps/api/src/main.ts": "const app = express();\n",
      "apps/api/tsconfig.json": JSON.stringify({
        compilerOptions: { module: "nodenext", types: ["node"], verbatimModuleSyntax: true },
      }),
    },
    added: [".gitignore", "src/mplus-webhooks.ts"],
    needs: [
      imported("src/main.ts", "./mplus-webhooks"),
      'src/main.ts, below line 1, const app = express();: app.use("/mplus", createWebhooks());',
      'tsconfig.json, in compilerOptions: "verbatimModuleSyntax": false,',
    ],
    code: 'from "./mplus/express/index";',
    generate: "--import-extension none --out apps/api/src/mplus",
  },
];

it.each(cases)("init adds what fits $name", async ({ packages, manifest, files, isNewNode, ...given }) => {
  const { framework, at = ".", added, needs, code, generate } = given;
  const features = Object.getOwnPropertyDescriptor(process.features, "typescript");
  if (isNewNode !== undefined)
    Object.defineProperty(process.features, "typescript", {
      value: isNewNode && "strip",
      configurable: true,
    });
  await inSmallProject(async (project) => {
    const dependencies = Object.fromEntries(packages.map((name) => [name, "5"]));
    project.putAll({
      "package.json": JSON.stringify({ scripts: { start: "node ." }, ...manifest, dependencies }),
      ...files,
    });
    const call = ["--dir", at, "--spec", "spec", "--events", "scanCode", "--json"];
    const { stdout } = await project.call("init", ...(framework ? [framework] : []), ...call);
    const told = JSON.parse(stdout) as InitJson;
    expect(told.files.toSorted()).toEqual(["scenarios/scanCode.yaml", ".env", ...added].toSorted());
    expect(told.needs.map(({ path, place, lines }) => `${path}, ${place}: ${lines.join(" ")}`)).toEqual(
      needs,
    );
    const handlers = told.files.find((path) => /mplus-webhooks\.[jt]s$/.test(path)) ?? "";
    expect(project.read(`${at}/${handlers}`)).toContain(code);
    const scripts = told.next.flatMap((each) => /scripts\.(?:post)?generate=(.*)"$/.exec(each)?.[1] ?? []);
    const script = scripts.join(" && ");
    expect(script.replace(/^mplus-codegen --target \w+ | ?--spec \S+(?= )/g, "").trim()).toBe(generate);
    for (const [path, text] of Object.entries(files)) expect(project.read(path)).toBe(text);
  }).finally(() => {
    if (isNewNode === undefined) return;
    if (features) Object.defineProperty(process.features, "typescript", features);
    else Reflect.deleteProperty(process.features, "typescript");
  });
});
