import { describe, expect, it } from "vitest";
import { receiver, secret } from "../../doctor/servers/receiver.js";
import { http, nobody } from "../../doctor/servers/serve.js";
import { newestRelease } from "../../till/newest-release.js";
import { parse, recorder, withServer } from "./recorder.js";

const recognized = '{"scanCode":{"recognized":true,"relationNumber":12}}';

describe("send", () => {
  it("sends one event, prints the answer, and says what a till does with it", async () => {
    const { got, start } = recorder(() => recognized);
    await withServer(start, async ({ call }, url) => {
      const { code, stdout, stderr } = await call(
        "send",
        "scanCode",
        "--url",
        url,
        "--set",
        "scannedCode=LOYAL-42",
      );
      expect([code, stderr]).toEqual([0, ""]);
      const [first, second = "", ...rest] = stdout.split("\n");
      expect(first).toMatch(`scanCode to ${url}/scanCode, as a till of v${newestRelease} `);
      expect(second).toMatch(/^Status 200, in \d+ ms$/);
      expect(rest.slice(0, 4)).toEqual(["", recognized, "", "A till takes it. Then:"]);
      expect(rest.join("\n")).toContain('  relation: {"relationNumber":12');
    });
    expect(got.map(({ path }) => path)).toEqual(["/mplus/scanCode"]);
    expect(got.map(parse)[0]?.["scanCode"]?.["scannedCode"]).toBe("LOYAL-42");
  });

  it("says what is wrong and what to change, and exits 1", async () => {
    await withServer(nobody, async ({ call }, url) => {
      const { code, stdout } = await call("send", "scanCode", "--url", url);
      expect(code).toBe(1);
      expect(stdout).toContain(
        `A till cannot use it.\nNothing listens at ${new URL(url).host}: the connection is refused.\nWhat to change: Start the server`,
      );
    });
  });

  it("tells which part of an answer the release does not know", async () => {
    const { start } = recorder(() => '{"form":{}}');
    await withServer(start, async ({ call }, url) => {
      const { code, stdout } = await call("send", "startPayment", "--url", url, "--release", "58.1");
      expect(code).toBe(1);
      expect(stdout).toContain("`form` was added in v59");
    });
  });

  it.each([
    ["startExternalPayment", '{"externalPayment":{"started":true}}', "then pollExternalPayment,", "again"],
    ["pollExternalPayment", '{"externalPayment":{}}', "then pollExternalPayment again,", "Not used"],
    [
      "pollExternalPayment",
      '{"externalPayment":{"confirmed":true,"finalAmount":3}}',
      "Not used, /externalPayment/finalAmount: `externalPayment.finalAmount` is not used: that needs the POS setting",
      "then pollExternalPayment",
    ],
  ])("says what comes after %s, and what does not", async (event, answer, said, unsaid) => {
    const { start } = recorder(() => answer);
    await withServer(start, async ({ call }, url) => {
      const { stdout } = await call("send", event, "--url", url);
      expect(stdout).toContain(said);
      expect(stdout).not.toContain(unsaid);
    });
  });

  it("sets parts of the request by their path, as JSON or text", async () => {
    const { got, start } = recorder();
    await withServer(start, async ({ call }, url) => {
      const settings = [
        "scanCode.scannedCode=a=b, c",
        "sender.branchNumber=7",
        'session.table={"number":3,"subNumber":1}',
        "session.relation=null",
      ];
      await call("send", "scanCode", "--url", url, ...settings.flatMap((each) => ["--set", each]));
    });
    expect(got.map(parse)[0]).toMatchObject({
      scanCode: { scannedCode: "a=b, c" },
      sender: { branchNumber: 7 },
      session: { table: { number: 3, subNumber: 1 }, relation: null },
    });
  });

  it("sends the bytes of a file as they are", async () => {
    const { got, start } = recorder();
    const body = '{ "scanCode" : {"scannedCode":"\\u00e9"},\n"event": {}}\n';
    await withServer(start, async ({ call, put }, url) => {
      put("body.json", body);
      expect((await call("send", "scanCode", "--url", url, "--file", "body.json")).code).toBe(0);
    });
    expect(got.map((incoming) => incoming.body.toString())).toEqual([body]);
  });

  it("reports an answer that it cannot use, as a till does, in its own words", async () => {
    const { got, start } = recorder(() => '{"typo":1}');
    await withServer(start, async ({ call, put }, url) => {
      put("body.json", '{ "event": {} }');
      expect((await call("send", "scanCode", "--url", url, "--file", "body.json")).code).toBe(1);
    });
    expect(got.map((incoming) => Object.keys(parse(incoming)))).toEqual([["event"], ["error", "original"]]);
  });

  it("sends several events, each in a sale of its own, and sums up", async () => {
    const { got, start } = recorder();
    await withServer(start, async ({ call }, url) => {
      const { stdout } = await call("send", "scanCode", "--url", url, "--repeat", "3");
      const [, count, durations] = stdout.split("\n");
      expect(stdout).toMatch(/^3 events to /);
      expect(count).toBe(`  3 × v${newestRelease}, status 200: taken`);
      expect(durations).toMatch(/^It took \d+ ms at least/);
    });
    const sales = got.map(parse).map(({ session }) => session?.["sessionId"]);
    expect(new Set(sales).size).toBe(3);
  });

  it("goes on where one of the releases does not have the event, and says so", async () => {
    const { got, start } = recorder();
    const releases = ["15", "48"].flatMap((release) => ["--release", release]);
    const reason = "`printBill` was added in v16.2; this till runs v15.";
    await withServer(start, async ({ call }, url) => {
      const print = (...more: readonly string[]) =>
        call("send", "printBill", "--url", url, ...releases, ...more);
      const [text, json, curl] = [await print(), await print("--json"), await print("--curl")];
      expect([text, json, curl].map(({ code }) => code)).toEqual([0, 0, 0]);
      expect(text.stdout).toMatch(/^printBill to .*, as a till of v48 sends it\n/);
      expect(text.stdout).toContain(`\nNot sent by a till of v15: ${reason}\n`);
      expect(JSON.parse(json.stdout)).toMatchObject({
        events: [{ release: "48", taken: true }],
        notSent: [{ release: "15", reason }],
      });
      expect(curl.stdout).toContain("/printBill");
      expect(curl.stderr).toBe(`Not sent by a till of v15: ${reason}\n`);
    });
    expect(got.length).toBe(2);
  });

  it("tells a program the same", async () => {
    const { start } = recorder(() => recognized);
    await withServer(start, async ({ call }, url) => {
      const { stdout } = await call(
        "send",
        "scanCode",
        "--url",
        url,
        "--json",
        "--release",
        "48",
        "--release",
        "59",
      );
      expect(JSON.parse(stdout)).toMatchObject({
        events: ["48", "59"].map((release) => ({
          event: "scanCode",
          release: expect.stringMatching(`^${release}`) as unknown,
          status: 200,
          answer: recognized,
          taken: true,
          complaint: null,
        })),
      });
    });
  });

  it("reads the secret from the variable that is named, and never prints it", async () => {
    const { start } = recorder();
    await withServer(
      start,
      async ({ call }, url) => {
        const calls = [[], ["--json"], ["--curl"]].map((more) =>
          call("send", "scanCode", "--url", url, "--secret-env", "SHOP_12", ...more),
        );
        const runs = await Promise.all(calls);
        expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
        expect(runs.map(({ stdout, stderr }) => stdout + stderr).join("")).not.toContain(secret.slice(0, 20));
        expect(runs[2]?.stdout).toContain('"$SHOP_12"');
      },
      { SHOP_12: secret, MPLUS_SECRET: "" },
    );
  });
});

describe("doctor", () => {
  it("prints a table of what it asked, and exits 0 where nothing is wrong", async () => {
    await withServer(http(receiver()), async ({ call }, url) => {
      const { code, stdout, stderr } = await call("doctor", "--url", url);
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout).toMatch(/^What was asked of http:.*:\n\nok {2}Is the endpoint a URL\? +127/);
      expect(stdout).toMatch(/\nNothing is wrong(; see the advice)?\.\n$/);
    });
  });

  it("says first what is wrong, and exits 1", async () => {
    await withServer(http(receiver({ refuse: () => undefined })), async ({ call }, url) => {
      const { code, stdout } = await call("doctor", "--url", url);
      expect(code).toBe(1);
      expect(stdout).toMatch(
        /^Wrong:\n- Is an event without a signature refused\? It is taken: whoever knows/,
      );
      expect(stdout).toMatch(/\nWrong: 5\. Advice: [12]\.\n$/);
      const { stdout: json } = await call("doctor", "--url", url, "--json");
      const { findings } = JSON.parse(json) as { findings: { id: string; state: string }[] };
      expect(findings.filter(({ state }) => state === "wrong").map(({ id }) => id)).toContain("unsigned");
    });
  });
});
