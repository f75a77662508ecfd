import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { scan } from "../../conformance/requests.js";
import { inProject, listFiles, readBlocks } from "../../package/guide.js";
import { runProgram } from "../../cli/running.js";
import { createDatabase } from "../../workbench/servers/databases.js";
import { noPostgres } from "../../workbench/servers/postgres.js";
import { withReason } from "../../workbench/tools.js";
import { node } from "./scene.js";

const program = fileURLToPath(new URL("programs/two-databases.mjs", import.meta.url));

it.skipIf(noPostgres)(
  withReason(
    "docs/scale.md has code that keeps each shop in one of two databases, and its order",
    noPostgres,
  ),
  () =>
    inProject(listFiles(readBlocks("docs/scale.md")), async (home) => {
      const compiled = await runProgram(home, ["node_modules/.bin/tsc", "-p", ".", "--skipLibCheck"]);
      expect(compiled).toMatchObject({ code: 0, stdout: "" });
      const env = {
        ...process.env,
        DATABASES: [await createDatabase(), await createDatabase()].join(" "),
      };
      const args = ["--import", "tsx", program, home, JSON.stringify(scan())];
      const { stdout } = await promisify(execFile)(node, args, { cwd: home, env });
      const { stored, handled } = JSON.parse(stdout) as {
        stored: number[];
        handled: Record<string, number[]>;
      };
      expect(stored.every((count) => count > 0)).toBe(true);
      expect(stored.reduce((sum, count) => sum + count)).toBe(80);
      const inOrder = Array.from({ length: 10 }, (_, index) => index + 1);
      expect(Object.values(handled)).toEqual(Array.from({ length: 8 }, () => inOrder));
    }),
);
