import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPostgres, noPostgres, type PostgresServer } from "../../workbench/servers/postgres.js";
import { removeFolder } from "../../workbench/folders.js";
import { runOnNewNode } from "../../workbench/new-node.js";
import { withReason } from "../../workbench/tools.js";
import { cases } from "./cases.js";

describe("an inbox in a folder", () => {
  const folder = mkdtempSync(join(tmpdir(), "mplus-inbox-"));
  let results: Readonly<Record<string, unknown>>;
  beforeAll(async () => (results = await runCases(folder)));
  afterAll(() => removeFolder(folder));
  it.each(cases)("$name", ({ name, want }) => expect(results[name]).toEqual(want));
});

describe.skipIf(noPostgres)(withReason("an inbox in PostgreSQL", noPostgres), () => {
  let server: PostgresServer;
  let results: Readonly<Record<string, unknown>>;
  beforeAll(async () => {
    // Each case has an inbox of its own, and all run at once.
    server = await createPostgres(["max_connections=500"]);
    results = await runCases(server.url);
  });
  afterAll(() => server.remove());
  it.each(cases)("$name", ({ name, want }) => expect(results[name]).toEqual(want));
});

const program = join(import.meta.dirname, "run-cases.ts");

const runCases = async (database: string): Promise<Readonly<Record<string, unknown>>> =>
  JSON.parse(await runOnNewNode(program, [database])) as Readonly<Record<string, unknown>>;
