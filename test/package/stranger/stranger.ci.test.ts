import { cpSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isFuzzing } from "../../fuzz/amount.js";
import { removeFolder } from "../../workbench/folders.js";
import { answerFirstEvent, readCommands, runInProduction, type, writeHandler } from "./project.js";

/** The folder that prepare.mjs filled. On a build server nothing is skipped, but in the proof, whose strangers install. */
const prepared = process.env["MPLUS_STRANGER"];
const isSkipped = prepared === undefined && (process.env["CI"] === undefined || isFuzzing);
const reason = isSkipped
  ? " (skipped: MPLUS_STRANGER names no folder that test/package/stranger/prepare.mjs filled)"
  : "";

it.skipIf(isSkipped)(
  `a project from the packed package tests, answers and runs in production${reason}`,
  async () => {
    const app = join(prepared ?? "", "app");
    const cwd = mkdtempSync(join(tmpdir(), "stranger-"));
    const project = { cwd, env: { CI: undefined } };
    try {
      cpSync(app, cwd, { recursive: true, filter: (path) => path !== join(app, "node_modules") });
      symlinkSync(join(app, "node_modules"), join(cwd, "node_modules"));
      writeHandler(project);
      expect(await type(project, readCommands(project).test)).toMatch(/^(?:#|ℹ) fail 0$/m);
      await answerFirstEvent(project);
      await runInProduction(project);
    } finally {
      removeFolder(cwd);
    }
  },
);
