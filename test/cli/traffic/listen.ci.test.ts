import { existsSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { secret, signatureOf } from "../../conformance/signature.js";
import { receiver } from "../../till/doctor/servers/receiver.js";
import { http } from "../../till/doctor/servers/serve.js";
import { main } from "../../workbench/command.js";
import { inProject, type Project } from "../../workbench/project.js";
import { signalGroup, startProgram, waitUntilListening } from "../../workbench/run.js";
import { findFreePort } from "../../workbench/servers/free-port.js";

const port = await findFreePort();

/** A request from a shop. `signed` is the text that its signature covers. */
const body = JSON.stringify({
  event: { eventBlocking: true, eventCounter: 1, eventTimestamp: "2026-11-28T09:00:00+01:00" },
  sender: { branchNumber: 1, workplaceNumber: 1 },
  session: { sessionId: "0b6c3b0e-94c3-4d4e-8cb7-3a3a1f0f7a10", lines: [], payments: [] },
  scanCode: { scannedCode: "2900004815168", codeType: "barcode" },
});
const post = (signed = body) =>
  fetch(`http://localhost:${port}/mplus/scanCode`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "X-Mplus-Subscription-Id": "shop-12",
      "X-Mplus-Signature": signatureOf(signed),
    },
    body,
  });

/** Runs `listen` in front of a correct receiver, and stops it with Ctrl-C after `use`. Resolves with the outcome. */
async function withListen(
  { folder }: Project,
  more: readonly string[],
  use: () => Promise<unknown>,
  env: NodeJS.ProcessEnv = { MPLUS_SECRET: secret },
) {
  const { host, close } = await http(receiver({ answer: () => "{}" }))();
  const call = [main, "listen", "--forward", `http://${host}/mplus`, "--port", `${port}`, ...more];
  const program = startProgram(folder, [process.execPath, ...call], env);
  try {
    await waitUntilListening(program, port);
    await use();
  } finally {
    signalGroup(program.child, "SIGINT");
    await close();
  }
  return program.ended;
}

describe("listen", () => {
  it("forwards, prints and records what a shop sends; a stranger's request is only forwarded and printed", async () => {
    await inProject(async (project) => {
      const { code, stdout } = await withListen(project, ["--record", "today.ndjson"], async () => {
        expect((await post()).status).toBe(200);
        expect((await post("{}")).status).toBe(400);
        await fetch(`http://localhost:${port}/favicon.ico`);
        await fetch(`http://localhost:${port}/mplus`);
        await fetch(`http://localhost:${port}/mplus/..;/admin`);
        const confused = { "X-Mplus-Subscription-Id": secret };
        const sent = `http://localhost:${port}/mplus/${encodeURIComponent(secret)}?key=${secret}`;
        await fetch(sent, { method: "POST", headers: confused, body: "{}" });
        // The client may still be sending when the connection is closed.
        const init = { method: "POST", body: "x".repeat(5e6) };
        await fetch(`http://localhost:${port}/mplus/x`, init).catch(() => undefined);
      });
      expect(code).toBe(0);
      expect(stdout).toContain("Recording to today.ndjson: it contains customer data.");
      expect(stdout).toMatch(/ scanCode .*both signatures valid/);
      expect(stdout).toMatch(
        / scanCode not signed by the shop: .*\n {2}The signature of the request is invalid: /,
      );
      expect(stdout).toMatch(
        /^Point the tunnel at http:\/\/localhost:\d+\. Requests .* to http:.*\/mplus\.$/m,
      );
      expect(stdout).toContain("GET /favicon.ico: not forwarded, because --forward has the path /mplus\n");
      expect(stdout).toContain("GET /mplus: not an event: only POST sends one\n");
      const odd = "not forwarded, because servers may read this path in different ways";
      expect(stdout).toContain(`GET /mplus/..;/admin: ${odd}\n`);
      expect(stdout).toContain("POST /mplus/x: not forwarded, because its body is larger than 4 MiB\n");
      expect(stdout).not.toContain(secret.slice(0, 20));
      const lines = project.read("today.ndjson").trim().split("\n");
      expect(lines).toEqual([expect.stringContaining(`"request":${body},"answer":{}}`)]);
      expect(statSync(join(project.folder, "today.ndjson")).mode & 0o777).toBe(0o600);
    });
  });

  it("adds to a recording, and replaces customers' data where it is told to", async () => {
    await inProject(async (project) => {
      const line = '{"at":1,"event":"scanCode","request":{},"ans\n';
      // A killed process left the line incomplete.
      writeFileSync(join(project.folder, "today.ndjson"), line.trim(), { mode: 0o644 });
      await withListen(project, ["--record", "today.ndjson", "--redact"], post);
      const [first, second = ""] = project.read("today.ndjson").split("\n");
      expect(`${first}\n`).toBe(line);
      expect(second).toContain('"redacted":true');
      expect(second).not.toContain("2900004815168");
      expect(statSync(join(project.folder, "today.ndjson")).mode & 0o777).toBe(0o600);
    });
  });

  it("works without a secret, and checks no signature then", async () => {
    await inProject(async (project) => {
      const { stdout } = await withListen(project, [], () => post("{}"), { MPLUS_SECRET: "" });
      expect(stdout).toContain(
        "MPLUS_SECRET is not set, so signatures are not checked and there is no page.",
      );
      expect(stdout).toContain("  Signatures are not verified.");
    });
  });

  it.each([
    ["a file that is no recording", "notes.txt", "notes.txt already exists and is not a recording."],
    ["a link", "link", "link cannot be written: it is a link."],
  ])("does not record into %s", async (_, name, said) => {
    await inProject(
      async ({ call, folder, put, read }) => {
        put("notes.txt", "my notes");
        symlinkSync(join(folder, "target.txt"), join(folder, "link"));
        const forward = ["--forward", "http://localhost:9/mplus", "--port", "0"];
        const { code, stdout, stderr } = await call("listen", ...forward, "--record", name);
        expect([code, stdout, stderr]).toEqual([2, "", expect.stringContaining(said)]);
        expect(read("notes.txt")).toBe("my notes");
        expect(existsSync(join(folder, "target.txt"))).toBe(false);
      },
      { MPLUS_SECRET: secret },
    );
  });
});
