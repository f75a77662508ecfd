// Runs the documented installation steps once, so that the tests beside this file need no registry. Usage: `node
// test/package/stranger/prepare.mjs <new folder>`. The folder contains: `mplus-codegen`, a clone; `desk`, made by
// "Get the program" in start.md; `packed`, by "Without a clone" in the README; `task`, by a task page; `npm` and
// `pnpm`, projects made by that package manager and `init express --dir .`; and `jest`, with Jest for TypeScript.
// The tests find it in MPLUS_STRANGER.
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { basename, delimiter, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const home = resolve(process.argv[2]);
const readJson = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));
const pnpm = join(home, "pnpm-itself");

const besideJest = ["jest@30", "ts-jest@29", "typescript@5.9", "@types/jest@30", "@types/node@20"];

async function type(folder, commands) {
  const cwd = join(home, folder);
  mkdirSync(cwd, { recursive: true });
  const PATH = `${process.env["PATH"]}${delimiter}${join(pnpm, "node_modules/.bin")}`;
  const env = { ...process.env, PATH, CI: "", npm_config_audit: "false", npm_config_fund: "false" };
  const { stdout } = await promisify(execFile)("sh", ["-ec", commands], { cwd, env });
  return stdout;
}

function readCommands(page, heading) {
  const text = readFileSync(join(root, "generated/docs", page), "utf8");
  const section = text.split(`\n## ${heading}\n`)[1].split("\n## ")[0];
  return [...section.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block);
}

/** Installs the package and everything `init` asks for in an empty project. */
async function installIn(folder, { add, execute }) {
  await type(folder, `npm init --yes\n${add} ../mplus-codegen/mplus-codegen-*.tgz`);
  const { next } = JSON.parse(await type(folder, `${execute} mplus-codegen init express --dir . --json`));
  // The last two commands test and start the project.
  await type(folder, next.slice(0, -2).join("\n"));
  // Required by the program in docs/inbox.md.
  const inbox = readFileSync(join(root, "generated/inbox/README.md"), "utf8");
  const packages = [...inbox.matchAll(/^npm install ([^#\n]+)/gm)].map(([, names]) => names);
  // Required by the models for other languages.
  const [library] = /quicktype-core@\d+/.exec(readFileSync(join(root, "docs/exports.md"), "utf8"));
  await type(folder, `${add} ${packages.join(" ")} ${library}`);
}

// Reuses the packages that `npm ci` installed here. A retry starts from what the first attempt left.
for (const folder of ["mplus-codegen", "pnpm-itself", "desk", "packed", "task", "npm", "pnpm", "jest"])
  rmSync(join(home, folder), { recursive: true, force: true });
const clone = join(home, "mplus-codegen");
cpSync(root, clone, {
  recursive: true,
  filter: (path) => !["node_modules", ".git"].includes(basename(path)),
});
symlinkSync(join(root, "node_modules"), join(clone, "node_modules"));

const [pack, install] = readCommands("start.md", "Get the program");
const [first, ...rest] = pack.split("\n");
if (first !== "npm ci") throw new Error(`.ci/run has done npm ci, and not: ${first}`);
const [, packed] = /^## Without a clone$.*?^```bash\n(.*?)^```$/ms.exec(
  readFileSync(join(root, "README.md"), "utf8"),
);
const { pnpm: version } = readJson("test/tools/package.json").dependencies;
await Promise.all([
  type("mplus-codegen", rest.join("\n")),
  type("pnpm-itself", `npm install --prefix . pnpm@${version}`),
]);
await Promise.all([
  type("desk", install),
  type("packed", packed),
  type("task", readCommands("tasks/loyalty.md", "The handler")[0]),
  type("jest", `npm init --yes\nnpm install ../mplus-codegen/mplus-codegen-*.tgz ${besideJest.join(" ")}`),
  installIn("npm", { add: "npm install", execute: "npx" }),
  installIn("pnpm", { add: "pnpm add", execute: "pnpm exec" }),
]);
