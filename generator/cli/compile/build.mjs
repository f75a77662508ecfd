import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

/**
 * Builds `build/contract/` and `dist/`; with `--if-stale`, only where they are not what the sources make. npm runs that for
 * `npm ci` here, for the first `npx mplus-codegen` here, and for each `npm install` of a project that depends on this folder, while
 * other projects may use it. So a build makes all files in a folder of its own, and then renames those that differ into place, one by
 * one. The code is bundled in files that have a hash in their names, and those of the build before stay: a program that started from
 * them may load more of them later. With `--alone`, which npm runs before it packs, they are removed: a package is one build.
 */
const root = join(import.meta.dirname, "../../..");
const stamp = join(root, "build/stamp.json");

/** The only file that the build writes among its sources: where the package has it. */
const examples = "spec/examples.json";

/** All that decides what is built: the code, its data, and, by the lockfile, the compilers and each library. */
const sources = [
  ...["generator", "spec", "templates"],
  ...["package.json", "package-lock.json", "tsconfig.json", "tsconfig.types.json"],
];

async function build() {
  removeLeftovers();
  // One deep, as the steps look for the package there.
  const work = join(root, `dist-${process.pid}`);
  try {
    await buildIn(work, ...["code", "types", "contract"].map((name) => join(work, name)));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function buildIn(work, dist, types, contract) {
  // What is edited from here on makes the build stale.
  const made = hash(root, listAll(sources));
  const id = made.slice(0, 16);
  // What is fresh needs no compiler.
  const { build: bundle, transform } = await import("esbuild");
  const { writeDialect } = await import("../../contract/read/write-dialect.mjs");
  const settings = {
    absWorkingDir: root,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    logLevel: "warning",
  };
  /** Bundles a step of the build, and calls it: code of this moment, which takes nothing from an earlier build. */
  const runStep = async (name, folder) => {
    await bundle({ ...settings, entryPoints: [`generator/cli/compile/${name}.ts`], outdir: work });
    return await (await import(pathToFileURL(join(work, `${name}.js`)))).default(folder, id);
  };
  const faults = await runStep("write-contract", contract);
  if (faults !== undefined) {
    process.stderr.write(`${faults}The spec is broken, so nothing was built.\n`);
    process.exitCode = 2;
    return;
  }
  await writeDialect(join(contract, "dialect.ts"));
  bundleExamples(work);
  const contractFiles = replace("build/contract", contract);
  // The compiler writes the types of all that the API imports.
  const compiler = [
    "node_modules/typescript-7/bin/tsc",
    "--project",
    "tsconfig.types.json",
    "--outDir",
    types,
  ];
  const declared = promisify(execFile)(process.execPath, compiler, { cwd: root });

  await bundle({
    ...settings,
    entryPoints,
    outdir: dist,
    splitting: true,
    chunkNames: "[name]-[hash]",
    define: { builtAs: JSON.stringify(id) },
    // Names stay, for the stacks of errors.
    minifyWhitespace: true,
    minifySyntax: true,
  });
  chmodSync(join(dist, "main.js"), 0o755);
  await runStep("write-data", dist);
  await minifyData(dist, transform);
  await declared;
  await bundleTypes(types, join(dist, "types"));
  const distFiles = replace("dist", dist, readStamp()?.dist.files);
  writeFileSync(stamp, JSON.stringify({ sources: made, "build/contract": contractFiles, dist: distFiles }));
}

/** What the program, and programs of others, load. */
const entryPoints = {
  main: "generator/cli/main.ts",
  index: "generator/index.ts",
  till: "generator/till.ts",
  "build-id": "generator/contract/package/build-id.ts",
};

async function isFresh() {
  try {
    const { sources: made, ...folders } = readStamp();
    const isThere = ([folder, { files, sum }]) => hash(join(root, folder), files) === sum;
    if (made !== hash(root, listAll(sources)) || !Object.entries(folders).every(isThere)) return false;
    if (!existsSync(join(root, examples))) return false;
    const { readBuildId } = await import(pathToFileURL(join(root, "dist/build-id.js")));
    return readBuildId() !== undefined;
  } catch {
    // Nothing is built yet, or another build removes a file just now.
    return false;
  }
}

const readStamp = () => (existsSync(stamp) ? JSON.parse(readFileSync(stamp, "utf8")) : undefined);

/** Nobody reads compiled checks, and they would be a third of the package. */
async function minifyData(dist, transform) {
  for (const path of listFiles(dist).filter((each) => each.endsWith(".cjs"))) {
    const file = join(dist, path);
    writeFileSync(file, (await transform(readFileSync(file, "utf8"), { minify: true })).code);
  }
}

/** Bundles the declarations that the types of the API lead to: a package of few files. */
async function bundleTypes(from, to) {
  const { rollup } = await import("rollup");
  const { dts } = await import("rollup-plugin-dts");
  const sources = { index: "index", till: "till", results: "cli/results" };
  const input = Object.fromEntries(
    Object.entries(sources).map(([name, source]) => [name, join(from, `generator/${source}.d.ts`)]),
  );
  const bundled = await rollup({ input, plugins: [dts()], onwarn: () => undefined });
  await bundled.write({ dir: to, entryFileNames: "[name].d.ts", chunkFileNames: "shared-[hash].d.ts" });
}

/** Examples are many small files. The package has them in one: their texts, by their paths. */
function bundleExamples(work) {
  const paths = listFiles(join(root, "spec/examples")).map((path) => `examples/${path}`);
  const texts = paths.map((path) => [path, readFileSync(join(root, "spec", path), "utf8")]);
  const [from, to] = [join(work, "examples.json"), join(root, examples)];
  writeFileSync(from, `${JSON.stringify(Object.fromEntries(texts), null, 1)}\n`);
  if (!holdsSame(to, from)) renameSync(from, to);
}

/** Has a folder hold what the other one does, whose files are moved, and of its own files those of the build before. */
function replace(name, fresh, before = []) {
  const folder = join(root, name);
  const files = listFiles(fresh);
  // Not of what lies there later: another build, of other sources, may be renaming its files at the same time.
  const sum = hash(fresh, files);
  for (const path of files) {
    const [from, to] = [join(fresh, path), join(folder, path)];
    if (holdsSame(to, from)) continue;
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  }
  removeAllBut([...files, ...before], folder);
  return { files, sum };
}

function removeAllBut(files, folder) {
  const kept = new Set(files);
  for (const path of listFiles(folder)) if (!kept.has(path)) rmSync(join(folder, path), { force: true });
}

function holdsSame(path, other) {
  try {
    return readFileSync(path).equals(readFileSync(other));
  } catch {
    return false;
  }
}

/** Removes the folders of builds that were killed: none takes an hour. */
function removeLeftovers() {
  for (const path of readdirSync(root).flatMap((name) => (/^dist-\d/.test(name) ? join(root, name) : []))) {
    const { mtimeMs } = lstatSync(path, { throwIfNoEntry: false }) ?? {};
    if (mtimeMs < Date.now() - 3_600_000) rmSync(path, { recursive: true, force: true });
  }
}

/** A hash of files, by their paths in a folder. */
function hash(folder, paths) {
  const sum = createHash("sha256");
  for (const path of paths) {
    const content = readFileSync(join(folder, path));
    sum.update(`${path}\0${content.length}\0`).update(content);
  }
  return sum.digest("hex");
}

/** The files among sources, which may be folders. */
const listAll = (names) =>
  names.flatMap((name) => {
    const place = join(root, name);
    const paths = statSync(place).isDirectory() ? listFiles(place).map((path) => join(name, path)) : [name];
    return paths.filter((path) => path !== examples);
  });

/** The paths of the files below a folder, sorted. */
function listFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => relative(folder, join(item.parentPath, item.name)))
    .sort();
}

if (!process.argv.includes("--if-stale") || !(await isFresh())) await build();
if (process.argv.includes("--alone")) removeAllBut(readStamp()?.dist.files ?? [], join(root, "dist"));
