import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { runProgram } from "../../workbench/run.js";
import { eventOf, post } from "../../conformance/requests.js";
import { secret } from "../../conformance/signature.js";
import { main } from "../../workbench/command.js";
import { removeFolder } from "../../workbench/folders.js";
import { noPostgres, postgresBins, type PostgresServer } from "../../workbench/servers/postgres.js";
import { withReason } from "../../workbench/tools.js";
import { createDatabase, createServer, databaseRows, oddUrls, passwordWords } from "./databases.js";
import { emitInbox, node, sessionId } from "./scene.js";

const program = fileURLToPath(new URL("programs/databases.mjs", import.meta.url));

const toRequest = (event: string, objects: object, eventCounter: number) => {
  const { headers, body } = post({ event, body: eventOf(objects, { eventCounter }) });
  return { event, lines: headers, body: Buffer.from(body).toString() };
};
const scanOf = (session: string, eventCounter: number, scannedCode = "8711234567890") =>
  toRequest(
    "scanCode",
    { scanCode: { scannedCode, codeType: "barcode" }, session: { sessionId: session, lines: [] } },
    eventCounter,
  );
const asked = toRequest("selectRelation", { selectRelation: { relation: null } }, 9);

const [ids, counters] = [[1, 2, 3, 4].map(sessionId), [1, 2, 3, 4, 5]];
const sessions = ids.map((id) => counters.map((counter) => scanOf(id, counter)));
const effects = ids.flatMap((session) => counters.map((counter) => ({ session, counter })));
const poison = [scanOf(sessionId(5), 1, "poison"), scanOf(sessionId(6), 1, "spoilt")];
const work = { secret, attempts: 1, sessions, poison, asked: [asked, asked], isFolder: false };
const answer: unknown = expect.stringContaining("Answer 1");
const done: unknown = expect.objectContaining({ outcome: "done" });
const failedBecause = (why: RegExp): unknown =>
  expect.objectContaining({ lastError: expect.stringMatching(why) as unknown });
const want = {
  effects,
  statuses: { 200: 2 * effects.length + poison.length },
  said: [answer, answer],
  retried: [done, done],
  dead: [failedBecause(/the shelf is locked 2/), failedBecause(/not stored by this receiver/)],
};
/** Some requests may be retried, but no event may become dead. */
const patientWork = { ...work, attempts: 1000, poison: [], asked: [] };
const patientWant = { effects, statuses: { 200: 2 * effects.length }, said: [], retried: [], dead: [] };

let folder = "";

beforeAll(async () => void (folder = await emitInbox()));
afterAll(() => removeFolder(folder));

const use = (database: string, requests: object) => {
  const args = [join(folder, "generated"), database, JSON.stringify(requests)];
  return runProgram(packageRoot, [node, "--no-warnings", program, ...args]);
};
const callInbox = (database: string, ...args: readonly string[]) =>
  runProgram(packageRoot, [node, main, "inbox", ...args, "--database", database]);

async function listInbox(url: string) {
  const { code, stdout, stderr } = await callInbox(url, "list", "--json");
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout) as { summary: object; events: readonly { id: string }[] };
}

it("an inbox in a folder stores, handles and answers each event once, and refuses what was changed in it", async () => {
  const { stdout } = await use(join(folder, "inbox"), { ...work, isFolder: true });
  const dead = [failedBecause(/the shelf is locked 1/), failedBecause(/not stored by this receiver/)];
  expect(JSON.parse(stdout)).toMatchObject({ ...want, retried: [], dead });
});

/** The queue's own statements may also conflict; it then repeats them. */
const isConflict = /^warn: the inbox's queue reported a problem .*could not serialize access/;
const warnings = (lines: readonly string[]) => lines.filter((line) => /^(warn|error)/.test(line));

const servers = postgresBins.length > 0 ? postgresBins : ["/usr/lib/postgresql"];

describe.skipIf(noPostgres).each(servers)(
  withReason("an inbox in the PostgreSQL of %s", noPostgres),
  (bin) => {
    let server: PostgresServer;

    beforeAll(async () => void (server = await createServer(bin)));
    afterAll(() => server.remove());

    for (const [index, row] of databaseRows.entries())
      it.skipIf(row.skip)(withReason(row.name, row.skip), async () => {
        const { encoding, warns, hasConflicts = false, isBare = false } = row;
        const database = await createDatabase(server, `shop_${index}`, encoding);
        const url = await row.connect(database);
        const askedHere = isBare ? [] : work.asked;
        const { stdout, stderr } = await use(url, hasConflicts ? patientWork : { ...work, asked: askedHere });
        expect(stderr).toBe("");
        expect(stdout).not.toContain('{"rejected":');
        const { opening, logged, ...seen } = JSON.parse(stdout) as { opening: string[]; logged: string[] };
        const atOpening = warnings(opening).filter((line) => !(hasConflicts && isConflict.test(line)));
        expect.soft(atOpening).toEqual(warns ? [expect.stringMatching(warns)] : []);
        if (hasConflicts) expect(seen).toMatchObject(patientWant);
        else expect(seen).toEqual({ ...want, said: askedHere.map(() => answer) });
        const later = warnings(logged).filter(
          (line) => !/the shelf is locked|not stored by this receiver/.test(line),
        );
        expect(hasConflicts ? later.filter((line) => warns?.test(line)) : later).toEqual([]);

        const listed = await listInbox(url);
        expect(listed.summary).toMatchObject({ waiting: 0, running: 0, dead: hasConflicts ? 0 : 2 });
        const reader = await row.letRead?.(database);
        if (reader !== undefined) expect(await listInbox(reader)).toEqual(listed);
        for (const { id } of listed.events) {
          if (reader !== undefined) {
            const refused = { code: 2, stderr: expect.stringContaining("permission denied") as string };
            expect(await callInbox(reader, "drop", id)).toMatchObject(refused);
          }
          const dropped = { code: 0, stdout: `1 dropped: ${id.slice(0, 8)}\n`, stderr: "" };
          expect(await callInbox(url, "drop", id)).toEqual(dropped);
        }
      });
  },
);

describe("no part of a password is shown", () => {
  it.each(oddUrls)("of %s", async (url) => {
    const opened = await use(url, work);
    expect(JSON.parse(opened.stdout)).toHaveProperty("rejected");
    const listed = await callInbox(url, "list");
    expect(listed.code).toBe(2);
    const shown = [opened, listed].map(({ stdout, stderr }) => stdout + stderr).join("\n");
    expect(shown).not.toMatch(passwordWords);
  });
});
