import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { packageRoot } from "../../../generator/package/package-files.js";
import { removeFolder, writeFiles } from "../../workbench/folders.js";
import { emitInboxFiles, node } from "./scene.js";

const program = fileURLToPath(new URL("programs/open.mjs", import.meta.url));
const manifest = readFileSync(join(packageRoot, "package.json"), "utf8");
const { devDependencies } = JSON.parse(manifest) as { devDependencies: Readonly<Record<string, string>> };

const folder = mkdtempSync(join(tmpdir(), "mplus-no-pglite-"));
beforeAll(async () => {
  writeFiles(folder, [["package.json", '{"type":"module"}'], ...(await emitInboxFiles())]);
  for (const name of ["pg-boss", "@opentelemetry/api"]) {
    const path = join(folder, "node_modules", name);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(join(packageRoot, "node_modules", name), path);
  }
});
afterAll(() => removeFolder(folder));

it("without PGlite, an inbox in a folder says what to install, in the version of its guide", () => {
  const args = ["--no-warnings", program, join(folder, "generated"), join(folder, "inbox")];
  const { error } = JSON.parse(execFileSync(node, args, { encoding: "utf8" })) as { error: string };
  const command = `npm install @electric-sql/pglite@${devDependencies["@electric-sql/pglite"]}`;
  expect(error).toBe(`An inbox in a folder needs the package @electric-sql/pglite: ${command}`);
  expect(readFileSync(join(folder, "generated/inbox/README.md"), "utf8")).toContain(`${command} #`);
});
