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
import { emitInbox, node, sessionId } from "./scene.js";

const program = fileURLToPath(new URL("programs/whole-way.mjs", import.meta.url));

/** The first letter of the code names the session. */
const scanned = (scannedCode: string, eventCounter: number): object => {
  const session = { sessionId: sessionId(scannedCode.charCodeAt(0)), lines: [] };
  const body = scan({ scanCode: { scannedCode, codeType: "barcode" }, session }, { eventCounter });
  return { event: "scanCode", body: JSON.stringify(body) };
};

const asked = {
  event: "selectRelation",
  body: JSON.stringify(eventOf({ selectRelation: { relation: null } }, { eventCounter: 9 })),
};

/** Three sessions: the handler fails at a2, c1 is changed in the database, and two requests arrive twice. */
const codes = ["a1", "a2", "a3", "a3", "b1", "b2", "c1", "c2"];
const requests = [...codes.map((code) => scanned(code, codes.indexOf(code) + 1)), asked, asked];

const want = {
  answered: [
    ...Array.from({ length: 8 }, () => "200 {}"),
    ...Array.from({ length: 2 }, () => expect.stringMatching(/^200 .*Answer 1/) as string),
  ],
  behind: [1, 1],
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
