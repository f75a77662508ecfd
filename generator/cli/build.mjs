import { spawn } from "node:child_process";
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
import { dirname, join, relative, resolve } from "node:path";
import { writeDialect } from "../spec/write-dialect.mjs";

/**
 * Builds `build/contract/` and `dist/`; with `--if-stale`, only where they are not what the sources make. npm runs that for
 * `npm ci` here, for the first `npx mplus-codegen` here, and for each `npm install` of a project that depends on this folder, while other
 * projects may use it. So nothing that they read is ever missing: a build makes all files in folders of its own, and
 * then renames those that differ into place, one by one. (A whole folder cannot take the place of another in one step.)
 */
const root = join(import.meta.dirname, "../..");
const stamp = join(root, "build/stamp");

/** All that decides what is built: the code, its data, and, by the lockfile, the compiler and each library. */
const sources = [
  ...["generator", "spec", "templates"],
  ...["package.json", "package-lock.json", "tsconfig.json", "tsconfig.build.json", "tsconfig.types.json"],
];

async function build() {
  removeLeftovers();
  // What is edited from here on makes the build stale.
  const made = [hash(sources)];

  const contract = join(root, `build/contract-${process.pid}`);
  // What is fresh needs no compiler.
  const { tsImport } = await import("tsx/esm/api");
  const { writeContract } = await tsImport("./write-contract.ts", import.meta.url);
  await writeContract(contract);
  await writeDialect(join(contract, "dialect.ts"));
  made.push(hash([contract]));
  replace("build/contract", contract);

  const dist = join(root, `dist-${process.pid}`);
  const compile = (config) => run("node_modules/typescript-7/bin/tsc", "--project", config, "--outDir", dist);
  await Promise.all([compile("tsconfig.build.json"), compile("tsconfig.types.json")]);
  await Promise.all(
    ["write-fixed-texts", "write-schemas"].map((name) => run(join(dist, `generator/cli/${name}.js`))),
  );
  writeFileSync(join(dist, "build-id"), made[0]);
  chmodSync(join(dist, "generator/cli/main.js"), 0o755);
  made.push(hash([dist]));
  replace("dist", dist);

  // Not what lies there now: another build, of other sources, may be renaming its files at the same time.
  writeFileSync(stamp, made.join("\n"));
}

function isFresh() {
  try {
    const found = [sources, ["build/contract"], ["dist"]].map(hash);
    return readFileSync(stamp, "utf8") === found.join("\n");
  } catch {
    // Nothing is built yet, or another build removes a file just now.
    return false;
  }
}

/** Has node run a program, and shows what it prints. */
function run(...args) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${relative(root, args.join(" "))} ended with ${signal ?? code}.`));
    });
  });
}

/** Has a folder hold what the other one does, whose files are moved. */
function replace(name, fresh) {
  const folder = join(root, name);
  const paths = listFiles(fresh);
  for (const path of paths) {
    const [from, to] = [join(fresh, path), join(folder, path)];
    if (holdsSame(to, from)) continue;
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  }
  const kept = new Set(paths);
  for (const path of listFiles(folder)) if (!kept.has(path)) rmSync(join(folder, path), { force: true });
  rmSync(fresh, { recursive: true });
}

function holdsSame(path, other) {
  try {
    return readFileSync(path).equals(readFileSync(other));
  } catch {
    return false;
  }
}

/** Removes the folders of builds that were killed. */
function removeLeftovers() {
  for (const folder of [root, join(root, "build")].filter((each) => existsSync(each))) {
    for (const name of readdirSync(folder)) {
      const [, pid] = /^(?:contract|dist)-(\d+)$/.exec(name) ?? [];
      if (pid !== undefined && !isRunning(Number(pid)))
        rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code !== "ESRCH";
  }
}

/** A hash of files: of those below a folder by their paths there. */
function hash(places) {
  const sum = createHash("sha256");
  for (const place of places.map((each) => resolve(root, each)))
    for (const path of listFiles(place)) {
      const content = readFileSync(join(place, path));
      sum.update(`${path}\0${content.length}\0`).update(content);
    }
  return sum.digest("hex");
}

/** The paths of the files below a folder, sorted; of a file, an empty one. */
function listFiles(place) {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [""];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => relative(place, join(item.parentPath, item.name)))
    .sort();
}

if (!process.argv.includes("--if-stale") || !isFresh()) await build();
