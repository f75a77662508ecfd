import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { secret } from "../../till/doctor/servers/receiver.js";
import { nobody } from "../../till/doctor/servers/serve.js";
import { createCafe, withShop, type Handlers } from "../../till/desk.js";
import { inProject, type Project } from "../../workbench/project.js";
import type { Ended } from "../../workbench/run.js";
import { parse, recorder, withServer } from "../send/recorder.js";

const session = { sessionId: "0b6c3b0e-94c3-4d4e-8cb7-3a3a1f0f7a10", lines: [], payments: [] };

/** A recorded exchange. `at` is its time, and the counter of its request. */
function record(at: number, event: string, answer: object | null, more: object = {}): string {
  const envelope = { eventBlocking: true, eventCounter: at, eventTimestamp: "2026-11-28T09:00:00+01:00" };
  const parts =
    event === "scanCode" ? { scanCode: { scannedCode: "2900004815168", codeType: "barcode" } } : {};
  const request = { event: envelope, sender: { branchNumber: 1, workplaceNumber: 1 }, session, ...parts };
  return `${JSON.stringify({ at, event, status: 200, ...more, request, answer })}\n`;
}

const thanks = { receiptFooter: { textBefore: "Thank you" } };
const known = { scanCode: { recognized: true, relationNumber: 12 } };
/** In another order than their times. */
const recording = record(2, "completeSession", thanks) + record(1, "scanCode", known);

const replay = ({ put, call }: Project, url: string, ...more: readonly string[]): Promise<Ended> => {
  put("today.ndjson", recording);
  return call("replay", "today.ndjson", "--url", url, ...more);
};

async function atShop(handlers: Handlers, ...more: readonly string[]): Promise<Ended | undefined> {
  let ended: Ended | undefined;
  const use = async (project: Project, url: string) => void (ended = await replay(project, url, ...more));
  await withShop(handlers, (url) => inProject((project) => use(project, url), { MPLUS_SECRET: secret }));
  return ended;
}

const bug: Handlers = {
  ...createCafe(),
  completeSession: () => ({ receiptFooter: { textBefore: "Thnak you" } }),
};

describe("replay", () => {
  it("sends each recorded request, counts the answers that a till accepts, and compares them if asked", async () => {
    const counts = "Sent: 2. Accepted by a till: 2.";
    expect(await atShop(createCafe())).toEqual({ code: 0, stdout: `${counts}\n`, stderr: "" });
    const compared = `${counts} Answered as recorded: 2.\n`;
    expect(await atShop(createCafe(), "--compare")).toEqual({ code: 0, stdout: compared, stderr: "" });
    expect(await atShop(bug)).toMatchObject({ code: 0, stdout: `${counts}\n` });
    const found = await atShop(bug, "--compare", "--release", "shop-12=48", "--release", "59");
    expect(found?.code).toBe(1);
    expect(found?.stdout).toMatch(
      /^[\d:]{8} completeSession accepted: shop-12, v48, both signatures valid, status 200, \d+ ms\n {2}answer\.receiptFooter\.textBefore: recorded "Thank you", now "Thnak you"\n\nSent: 2\. Accepted by a till: 2\. Answered as recorded: 1\.\n$/,
    );
  });

  it("shows an answer that a till does not accept", async () => {
    const failing: Handlers = { ...createCafe(), scanCode: () => Promise.reject(new Error("no database")) };
    const ended = await atShop(failing, "--only", "scanCode");
    expect(ended?.code).toBe(1);
    expect(ended?.stdout).toMatch(
      / scanCode answered with an error: .*\n(?: {2}.*\n)+\nSent: 1\. Accepted by a till: 0\.\n$/,
    );
  });

  it("sends requests in the order of their times, as they were recorded or with new counters and times", async () => {
    const send = async (...more: readonly string[]) => {
      const { got, start } = recorder();
      await withServer(start, (project, url) => replay(project, url, ...more));
      return got.map((request) => [request.path, parse(request)["event"]] as const);
    };
    const old = { eventBlocking: true, eventTimestamp: "2026-11-28T09:00:00+01:00" };
    expect(await send()).toEqual([
      ["/mplus/scanCode", { ...old, eventCounter: 1 }],
      ["/mplus/completeSession", { ...old, eventCounter: 2 }],
    ]);
    const renewed = await send("--renew");
    expect(renewed.map(([path]) => path)).toEqual(["/mplus/scanCode", "/mplus/completeSession"]);
    for (const [, event] of renewed) {
      expect(event?.["eventCounter"]).toBeGreaterThan(2);
      expect(event?.["eventTimestamp"]).not.toBe(old.eventTimestamp);
    }
    expect((await send("--only", "completeSession")).map(([path]) => path)).toEqual([
      "/mplus/completeSession",
    ]);
  });

  it("lists the codes that a server may have to know, without a server or a secret", async () => {
    await inProject(async ({ put, call }) => {
      put("today.ndjson", recording);
      const { code, stdout } = await call("replay", "today.ndjson", "--list-codes");
      const list =
        "scannedCode\n\n2900004815168: 1 request (scanCode)\n  answered 1 ×: recognized true, relationNumber 12\n";
      expect([code, stdout]).toEqual([0, list]);
      const json = await call("replay", "today.ndjson", "--list-codes", "--json");
      expect(JSON.parse(json.stdout)).toMatchObject({ codes: [{ kind: "scannedCode", requests: 1 }] });
      const none = await call("replay", "today.ndjson", "--list-codes", "--only", "completeSession");
      expect([none.code, none.stdout]).toEqual([0, "The recording has no codes or numbers.\n"]);
    });
  });

  it("uses the recorded subscription unless another is given", async () => {
    const send = async (...more: readonly string[]) => {
      const { got, start } = recorder();
      await withServer(start, async ({ put, call }, url) => {
        put("a.ndjson", record(1, "scanCode", known, { subscription: "shop-7" }));
        await call("replay", "a.ndjson", "--url", url, ...more);
      });
      return got[0]?.headers["x-mplus-subscription-id"];
    };
    expect([await send(), await send("--subscription", "shop-9")]).toEqual(["shop-7", "shop-9"]);
  });

  it("stops after the first request if nobody answers it, and says how many it did not send", async () => {
    await withServer(nobody, async (project, url) => {
      const { code, stdout } = await replay(project, url, "--json");
      expect(code).toBe(1);
      expect(JSON.parse(stdout)).toMatchObject({
        exchanges: [{ event: "scanCode", verdict: { kind: "silent" } }],
        notSent: 1,
      });
    });
  });

  it.each([
    [
      recording,
      ["--only", "scanCod"],
      "a.ndjson has no matching requests. It contains: completeSession, scanCode.",
    ],
    ["", [], "a.ndjson has no matching requests. It contains: nothing."],
    ["\n{}\n", [], "a.ndjson:2 "],
    ['{"event":"a","request":"raw","request":{"event":{}}}', [], "a.ndjson:1 has two requests."],
    [
      `${recording}{"event":"scanCode","request":{"event":7}}`,
      [],
      "a.ndjson:3 is not a recorded exchange: it/request/event must be object.",
    ],
    [`${recording}{"event":"scanCode","request":{"error":{}}}`, ["--only", "scanCode"], "a.ndjson:3 "],
    [recording.slice(0, -9), ["--renew"], "a.ndjson:2 is not valid JSON."],
    [Buffer.from(recording.replace("Thank you", "Dank u, Zo\xeb"), "latin1"), [], "a.ndjson:1 is not UTF-8."],
    [
      Buffer.concat([Buffer.from(`\n${recording}`), Buffer.from([0xed, 0xa0, 0x80])]),
      [],
      "a.ndjson:4 is not UTF-8.",
    ],
  ] satisfies readonly (readonly [string | Buffer, readonly string[], string])[])(
    "sends nothing of %j with %j",
    async (text, more, message) => {
      const { got, start } = recorder();
      await withServer(start, async ({ folder, call }, url) => {
        writeFileSync(join(folder, "a.ndjson"), text);
        const { code, stderr } = await call("replay", "a.ndjson", "--url", url, ...more);
        expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
      });
      expect(got).toEqual([]);
    },
  );

  it("reads a recording with byte order marks, Windows line ends and halves of characters", async () => {
    const half = record(3, "scanCode", known).replace('"2900004815168"', '"\\ud800"');
    const { got, start } = recorder();
    await withServer(start, async ({ put, call }, url) => {
      put("a.ndjson", `\ufeff${recording}\n\ufeff${half}`.replaceAll("\n", "\r\n"));
      await call("replay", "a.ndjson", "--url", url, "--renew");
    });
    expect(got.map(({ path }) => path)).toEqual([
      "/mplus/scanCode",
      "/mplus/completeSession",
      "/mplus/scanCode",
    ]);
    expect(got.at(-1)?.body.toString()).toContain('"\\ud800"');
  });
});
