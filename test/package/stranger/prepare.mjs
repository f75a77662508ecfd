// Does what the docs have a stranger type, up to where no registry is needed: `node test/package/stranger/prepare.mjs <new folder>`.
// A copy of this repository is the clone `mplus-codegen`. Beside it, "Get the program" of start.md makes `desk` of an empty folder,
// "Without a clone" of the README `packed`, and the page of a task `task`. `app` is the project of `init express`, called in `desk`.
// stranger.ci.test.ts finds all of them in MPLUS_STRANGER, and needs no registry.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const home = resolve(process.argv[2]);

/** Types commands in a folder, up to the first that fails. */
function type(folder, commands) {
  const cwd = join(home, folder);
  mkdirSync(cwd, { recursive: true });
  const env = { ...process.env, npm_config_audit: "false", npm_config_fund: "false" };
  execFileSync("sh", ["-ec", commands], { cwd, env, stdio: ["ignore", "ignore", "inherit"] });
}

/** The commands below a heading of a generated page, a block each. */
function readCommands(page, heading) {
  const text = readFileSync(join(root, "generated/docs", page), "utf8");
  const section = text.split(`\n## ${heading}\n`)[1].split("\n## ")[0];
  return [...section.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block);
}

// With what `npm ci` has made here. A second attempt finds what the first one left.
const clone = join(home, "mplus-codegen");
rmSync(clone, { recursive: true, force: true });
cpSync(root, clone, {
  recursive: true,
  filter: (path) => !["node_modules", ".git"].includes(basename(path)),
});
symlinkSync(join(root, "node_modules"), join(clone, "node_modules"));

const [pack, install] = readCommands("start.md", "Get the program");
const [first, ...rest] = pack.split("\n");
if (first !== "npm ci") throw new Error(`.ci/run has done npm ci, and not: ${first}`);
type("mplus-codegen", rest.join("\n"));
type("desk", install);
const [, packed] = /^## Without a clone$.*?^```bash\n(.*?)^```$/ms.exec(
  readFileSync(join(root, "README.md"), "utf8"),
);
type("packed", packed);
type("task", readCommands("tasks/loyalty.md", "The handler")[0]);
type("desk", "npx mplus-codegen init express --dir ../app");
type("app", "npm install");
