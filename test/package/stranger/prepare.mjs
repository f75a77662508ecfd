// Installs a project as a stranger does, from the registry: `node test/package/stranger/prepare.mjs <new folder>`. The package
// is packed as it would be published and installed in `desk`; `init express` makes `app` from there, and npm installs it.
// stranger.ci.test.ts finds it in MPLUS_STRANGER, and needs no registry.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const home = resolve(process.argv[2]);
const desk = join(home, "desk");
mkdirSync(desk, { recursive: true });
const run = (cwd, program, ...args) =>
  execFileSync(program, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
const packed = run(root, "npm", "pack", "--ignore-scripts", "--pack-destination", desk);
run(desk, "npm", "install", "--no-audit", "--no-fund", `./${packed.trim().split("\n").at(-1)}`);
run(desk, "npx", "mplus-codegen", "init", "express", "--dir", "../app");
run(join(home, "app"), "npm", "install", "--no-audit", "--no-fund");
