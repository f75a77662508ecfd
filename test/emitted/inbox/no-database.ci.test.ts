import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { post, scan } from "../../conformance/requests.js";
import { secret } from "../../conformance/signature.js";
import { removeFolder } from "../../workbench/folders.js";
import { runProgram } from "../../workbench/run.js";
import { emitInbox, node } from "./scene.js";

const program = fileURLToPath(new URL("programs/no-database.mjs", import.meta.url));

let folder = "";
beforeAll(async () => void (folder = await emitInbox()));
afterAll(() => removeFolder(folder));

it.each([
  ["no database", [], /^The option "database" of the inbox is undefined or empty\./],
  ["an empty database", [""], /^The option "database" of the inbox is undefined or empty\./],
  ["the bare name of a database", ["hunter2"], /^The option "database" of the inbox must be a URL/],
])("an inbox with %s can be created, and every use of it names the option", async (_name, database, why) => {
  const { headers: lines, body } = post({ event: "scanCode", body: scan({}) });
  const request = { secret, event: "scanCode", lines, body: Buffer.from(body).toString() };
  const command = [node, "--no-warnings", program, join(folder, "generated"), ...database] as const;
  const { stdout, stderr } = await runProgram(packageRoot, command, { REQUEST: JSON.stringify(request) });
  expect(stderr).toBe("");
  const { refused, logged, ...seen } = JSON.parse(stdout) as { refused: object; logged: string[] };
  const down = { database: "down" };
  expect(seen).toEqual({ created: [], status: 503, code: "INBOX_UNAVAILABLE", health: [down, down] });
  for (const reason of Object.values(refused)) expect(reason).toMatch(why);
  const [opening, event, ...more] = logged;
  expect(opening).toMatch(/^the inbox cannot open its database: The option "database" of the inbox /);
  expect(event).toMatch(/^scanCode rejected because the inbox failed: The option "database" of the inbox /);
  // Neither `health()` nor another use repeats it.
  expect(more).toEqual([expect.stringMatching(/^request rejected: /)]);
  expect(stdout).not.toContain("hunter2");
});
