import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase } from "../../workbench/servers/databases.js";
import { noPostgres } from "../../workbench/servers/postgres.js";
import { removeFolder } from "../../workbench/folders.js";
import { runOnNewNode } from "../../workbench/new-node.js";
import { withReason } from "../../workbench/tools.js";
import { listCases } from "./cases.js";

describe("an inbox in a folder", () => {
  const folder = mkdtempSync(join(tmpdir(), "mplus-inbox-"));
  let results: Readonly<Record<string, unknown>>;
  beforeAll(async () => (results = await runCases(folder)));
  afterAll(() => removeFolder(folder));
  const own = listCases(false);
  it.each(own)("$name", ({ name, want }) => expect(results[name]).toEqual(want));
});

describe.skipIf(noPostgres)(withReason("an inbox in PostgreSQL", noPostgres), () => {
  let results: Readonly<Record<string, unknown>>;
  beforeAll(async () => (results = await runCases(await createDatabase())));
  it.each(listCases(true))("$name", ({ name, want }) => expect(results[name]).toEqual(want));
});

const program = join(import.meta.dirname, "run-cases.ts");

const runCases = async (database: string): Promise<Readonly<Record<string, unknown>>> =>
  JSON.parse(await runOnNewNode(program, [database])) as Readonly<Record<string, unknown>>;
