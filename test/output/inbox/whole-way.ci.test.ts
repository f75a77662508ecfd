import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventOf, scan } from "../../conformance/requests.js";
import { secret } from "../../conformance/signature.js";
import { removeFolder } from "../../workbench/folders.js";
import { createDatabase } from "../../workbench/servers/databases.js";
import { noPostgres } from "../../workbench/servers/postgres.js";
import { withReason } from "../../workbench/tools.js";
import { sessionId } from "./load.js";
import { emitInbox, node } from "./scene.js";

const program = fileURLToPath(new URL("programs/whole-way.mjs", import.meta.url));

const scanned = (code: string, session: number, eventCounter: number): object => ({
  event: "scanCode",
  body: JSON.stringify(
    scan(
      {
        scanCode: { scannedCode: code, codeType: "barcode" },
        session: { sessionId: sessionId(session), lines: [] },
      },
      { eventCounter },
    ),
  ),
});

const asked = {
  event: "selectRelation",
  body: JSON.stringify(eventOf({ selectRelation: { relation: null } }, { eventCounter: 9 })),
};

/** Three sessions: the handler fails at a2, and somebody changes c1 in the database. Two requests come twice. */
const requests = [
  ...[scanned("a1", 1, 1), scanned("a2", 1, 2), scanned("a3", 1, 3), scanned("a3", 1, 3)],
  ...[scanned("b1", 2, 4), scanned("b2", 2, 5), scanned("c1", 3, 6), scanned("c2", 3, 7), asked, asked],
];

const want = {
  answered: [
    ...Array.from({ length: 8 }, () => "200 {}"),
    ...Array.from({ length: 2 }, () => expect.stringMatching(/^200 .*Answer 1/) as string),
  ],
  blockedSessions: 2,
  before: ["a1", "b1", "b2"],
  errors: [expect.stringContaining("the shelf is locked"), expect.stringMatching(/seal|secret|sign/i)],
  outcomes: ["done", "done"],
  freed: ["a2", "a3", "c2"],
  left: [],
};

let folder = "";

beforeAll(async () => void (folder = await emitInbox()));
afterAll(() => removeFolder(folder));

async function goThrough(database: string): Promise<unknown> {
  const args = ["--no-warnings", program, folder, database, secret, JSON.stringify(requests)];
  return JSON.parse((await promisify(execFile)(node, args)).stdout);
}

describe("what is sent is stored and handled once, and what fails can be freed", () => {
  it("in a folder", async () => expect(await goThrough(join(folder, "inbox"))).toEqual(want));

  it.skipIf(noPostgres)(withReason("in PostgreSQL", noPostgres), async () =>
    expect(await goThrough(await createDatabase())).toEqual(want),
  );
});
