import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot, readTexts } from "../../generator/contract/package/package-files.js";

/**
 * Sets up the contract in `test/fixtures/contract.json` and its output, which tests use in place of `spec/`
 * and `generated/`. Builds them again if the generator, its templates or that file have changed.
 */
export default function setUp(): void {
  const stamp = join(packageRoot, "build/kept/made-of");
  const id = hashSources();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === id) return;
  // The process that sets up tests cannot load its libraries.
  const make = ["--import", "tsx", join(import.meta.dirname, "make-kept-contract.ts")];
  execFileSync(process.execPath, make, { cwd: packageRoot, stdio: "inherit" });
  writeFileSync(stamp, id);
}

function hashSources(): string {
  const folders = ["generator", "templates", "spec/dialect", "test/fixtures"];
  const sum = createHash("sha256").update(process.version);
  for (const folder of folders)
    for (const [path, text] of readTexts(join(packageRoot, folder))) sum.update(`${path}\0${text}\0`);
  return sum.digest("hex");
}
