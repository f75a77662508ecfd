// What `npm install` brings into an empty project: needs the registry, or npm's cache.
import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { makeHome, root } from "../processes.mjs";
import { report } from "../report.mjs";

const home = makeHome();
const npm = (args, cwd) => execFileSync("npm", args, { cwd, encoding: "utf8" });
const [{ filename }] = JSON.parse(
  npm(["pack", "--json", "--ignore-scripts", "--pack-destination", home], root),
);
npm(["install", "--prefer-offline", "--no-audit", join(home, filename)], home);

const installed = readdirSync(join(home, "node_modules"), { recursive: true, withFileTypes: true });
const bytes = installed
  .filter((entry) => entry.isFile())
  .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
const packages = npm(["ls", "--all", "--parseable"], home).trim().split("\n").length - 1;

report("installing the package, size", [bytes / 1e6], { unit: "MB", most: 40 });
report("installing the package, packages", [packages], { unit: "packages", most: 45 });
