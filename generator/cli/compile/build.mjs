import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { bundleCheck } from "./bundle-check.mjs";

/**
 * Builds the types of the dialect and `dist/`. With `--if-stale`, it builds only if the sources have changed. In this
 * folder, npm runs `--if-stale` for `npm ci`, `npm pack` and the first `npx mplus-codegen`. In a project that
 * depends on this folder, npm runs it for each `npm install`. `dist/` is replaced as a whole, so an interrupted
 * build leaves the old program and is repeated next time.
 */
const root = join(import.meta.dirname, "../../..");
const stamp = join(root, "build/stamp");
const workFolder = join(root, `build/work-${process.pid}`);
const dist = join(workFolder, "dist");

const sources = [
  ...["generator", "spec", "templates"],
  ...["package.json", "package-lock.json", "tsconfig.json", "tsconfig.types.json"],
];

/**
 * The program, the module for configs, and the till for tests. The till is one CommonJS file that any test runner
 * can `import` or `require`.
 */
const bundles = [
  {
    entryPoints: { main: "generator/cli/main.ts", index: "generator/index.ts" },
    splitting: true,
    chunkNames: "[name]-[hash]",
    format: "esm",
    // Bundled CommonJS libraries load Node's modules with `require`.
    banner: {
      js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
    },
  },
  {
    entryPoints: { till: "generator/till-api.ts" },
    format: "cjs",
    minify: true,
    keepNames: true,
    outExtension: { ".js": ".cjs" },
    banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
    define: { "import.meta.url": "moduleUrl" },
  },
];

async function build() {
  const sourceHash = hashSources();
  rmSync(stamp, { force: true });
  const { tsImport } = await import("tsx/esm/api");
  const { writeDialect } = await import("../../contract/read/write-dialect.mjs");
  await writeDialect(join(root, "build/contract/dialect.ts"));
  const { writeData } = await tsImport("./write-data.ts", import.meta.url);
  const { problems, check } = writeData(dist);
  if (problems !== undefined) {
    process.stderr.write(`${problems}The spec has errors, so nothing was built.\n`);
    process.exitCode = 2;
    return;
  }
  await Promise.all([bundleTypes(), bundleCode(), writeCheck(), minify(check)]);
  rmSync(join(root, "dist"), { recursive: true, force: true });
  renameSync(dist, join(root, "dist"));
  writeFileSync(stamp, sourceHash);
}

/** Writes the licenses of bundled libraries beside the code. */
async function bundleCode() {
  const { build: bundle } = await import("esbuild");
  const { dependencies, peerDependencies } = readJson("package.json");
  const common = {
    absWorkingDir: root,
    outdir: dist,
    bundle: true,
    platform: "node",
    target: "node20",
    external: Object.keys({ ...dependencies, ...peerDependencies }),
    // Names are not minified, to keep error stacks readable.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
  };
  const made = await Promise.all(bundles.map((options) => bundle({ ...common, ...options })));
  chmodSync(join(dist, "main.js"), 0o755);
  const inputs = made.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const bundled = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
  const copied = readdirSync(join(dist, "libraries")).map((name) => `node_modules/${name}`);
  const folders = [...new Set([...bundled, ...copied])].sort();
  writeFileSync(join(dist, "licenses.txt"), folders.map(describeLicence).join("\n"));
}

/** Writes the check of the site's pages for this program, and for development, which runs without `dist/`. */
async function writeCheck() {
  const code = await bundleCheck();
  for (const folder of [join(dist, "site"), join(root, "build/site")]) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "check-body.js"), code);
  }
}

async function minify(file) {
  const { transform } = await import("esbuild");
  writeFileSync(file, (await transform(readFileSync(file, "utf8"), { minify: true })).code);
}

function describeLicence(folder) {
  const { name, version } = readJson(`${folder}/package.json`);
  const file = readdirSync(join(root, folder)).find((each) => /licen[cs]e/i.test(each));
  if (file === undefined) throw new Error(`${folder} has no license that dist/licenses.txt could contain.`);
  return `${name} ${version}\n\n${readFileSync(join(root, folder, file), "utf8").trim()}\n`;
}

/** The API's types need hundreds of declarations. */
async function bundleTypes() {
  const declared = join(workFolder, "declared");
  const compiler = ["node_modules/typescript-7/bin/tsc", "--project", "tsconfig.types.json"];
  await promisify(execFile)(process.execPath, [...compiler, "--outDir", declared], { cwd: root });
  const { rollup } = await import("rollup");
  const { dts } = await import("rollup-plugin-dts");
  const input = Object.fromEntries(
    ["index", "till-api", "cli/results"].map((path) => [path, join(declared, `generator/${path}.d.ts`)]),
  );
  const bundled = await rollup({ input, plugins: [dts()], onwarn: () => undefined });
  // Declarations of a CommonJS module may only import those of another CommonJS module.
  const entryFileNames = ({ name }) =>
    name === "till-api" ? "till.d.cts" : `${name.split("/").at(-1)}.d.ts`;
  await bundled.write({ dir: join(dist, "types"), entryFileNames, chunkFileNames: "shared-[hash].d.cts" });
}

function hashSources() {
  const sum = createHash("sha256");
  for (const path of sources.flatMap(listFiles)) {
    const content = readFileSync(join(root, path));
    sum.update(`${path}\0${content.length}\0`).update(content);
  }
  return sum.digest("hex");
}

function listFiles(name) {
  if (!statSync(join(root, name)).isDirectory()) return [name];
  return readdirSync(join(root, name), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(root.length + 1))
    .sort();
}

const readJson = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));

const isFresh = () =>
  existsSync(stamp) &&
  existsSync(join(root, "dist/main.js")) &&
  readFileSync(stamp, "utf8") === hashSources();

process.on("exit", () => rmSync(workFolder, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));
if (!process.argv.includes("--if-stale") || !isFresh()) await build();
