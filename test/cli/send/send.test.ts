import { describe, expect, it } from "vitest";
import { receiver, secret } from "../../till/doctor/servers/receiver.js";
import { http, nobody, type Incoming, type Outgoing, type Start } from "../../till/doctor/servers/serve.js";
import { newestRelease } from "../../till/desk.js";
import type { JsonObject } from "../../../generator/base/json.js";
import { inProject } from "../../workbench/project.js";
import type { Ended } from "../../workbench/run.js";
import { parse, recorder, withServer } from "./recorder.js";

const recognized = '{"scanCode":{"recognized":true,"relationNumber":12}}';

const callAt = (start: Start, words: readonly string[]): Promise<Ended & { url: string }> =>
  withServer(start, async ({ call }, url) => ({ ...(await call(...words, "--url", url)), url }));

async function send(line: string, answer: string | ((incoming: Incoming) => string) = "{}") {
  const { got, start } = recorder(typeof answer === "string" ? () => answer : answer);
  return { ...(await callAt(start, ["send", ...line.split(" ")])), got };
}

const answerWith = (body: string) => (outgoing: Outgoing) => ({ ...outgoing, body });

describe("send", () => {
  it("sends one event, prints the answer, and says what a till does with it", async () => {
    const { got, url, stdout } = await send("scanCode --set scannedCode=LOYAL-42", recognized);
    const [first, ...rest] = stdout.replace(/\d+ ms/, "5 ms").split("\n");
    expect(first).toBe(
      `scanCode accepted: shop-12, v${newestRelease}, both signatures valid, status 200, 5 ms`,
    );
    expect(rest.slice(0, 5)).toEqual([
      `  POST ${url}/scanCode`,
      `  ${recognized}`,
      "",
      "What the till does:",
      expect.stringMatching(/^ {2}\w+: /) as string,
    ]);
    expect(rest.join("\n")).toContain('  relation: {"relationNumber":12');
    expect(got.map(({ path }) => path)).toEqual(["/mplus/scanCode"]);
    expect(got.map(parse)[0]?.["scanCode"]?.["scannedCode"]).toBe("LOYAL-42");
  });

  it.each([
    ["?tenant=4", "?tenant=4"],
    ["?next=/a/b&x=%2F", "?next=/a/b&x=%2F"],
    ["#part", ""],
    ["?tenant=4#part?x", "?tenant=4"],
  ])("keeps the query of a URL that ends in %s", async (end, query) => {
    const { got, start } = recorder();
    const calls = ["send scanCode", "send scanCode --curl", "doctor"].map((line) => line.split(" "));
    const [sent, printed] = await withServer(start, async ({ call }, url) => {
      const ended: Ended[] = [];
      for (const words of calls) ended.push(await call(...words, "--url", `${url}${end}`));
      return ended;
    });
    expect([sent?.stdout, printed?.stdout].map((text) => text?.includes(`/mplus/scanCode${query}`))).toEqual([
      true,
      true,
    ]);
    expect(new Set(got.map(({ path }) => path.replace(/\/\w+(?=\?|$)/, "")))).toEqual(
      new Set([`/mplus${query}`]),
    );
    expect(got.length).toBeGreaterThan(20);
  });

  it.each([
    [
      "a rejection",
      {
        refuse: () => "CLOSED",
        send: answerWith(JSON.stringify({ error: { code: "CLOSED", message: secret } })),
      },
    ],
    [
      "an answer, with its slashes escaped",
      { answer: () => JSON.stringify({ [secret]: secret }).replaceAll("/", "\\/") },
    ],
  ])("hides the secret in %s", async (_, fault) => {
    const { stdout } = await callAt(http(receiver(fault)), ["send", "scanCode"]);
    expect(stdout).toContain("[your secret]");
    for (const each of [secret, secret.replaceAll("/", "\\/")]) expect(stdout).not.toContain(each);
  });

  it("says what is wrong and what to change, and exits 1", async () => {
    const { code, stdout, url } = await callAt(nobody, ["send", "scanCode"]);
    expect(code).toBe(1);
    expect(stdout).toContain(
      `\n  refused: Nothing listens at ${new URL(url).host}: the connection was refused. Start the server`,
    );
  });

  it("tells which part of an answer the release does not know", async () => {
    const { code, stdout } = await send("startPayment --release 58.1", '{"form":{}}');
    expect(code).toBe(1);
    expect(stdout).toContain("`form` was added in v59");
  });

  it("says of a line that is not in the sale where its id comes from", async () => {
    const { stdout } = await send("addSessionLine", '{"lineDeletions":[{"lineId":"12"}]}');
    expect(stdout).toContain(
      '/lineDeletions/0/lineId INVALID_LINE_ID: Line "12" is not in the sale. Use a `lineId` from the request that you answer.\n',
    );
  });

  it.each([
    ["startExternalPayment", '{"externalPayment":{"started":true}}', "then pollExternalPayment,", "again"],
    ["pollExternalPayment", '{"externalPayment":{}}', "then pollExternalPayment again,", "Not used:"],
    [
      "pollExternalPayment",
      '{"externalPayment":{"confirmed":true,"finalAmount":3}}',
      "Not used: /externalPayment/finalAmount: `externalPayment.finalAmount` is not used: it requires the POS setting",
      "then pollExternalPayment",
    ],
  ])("says what comes after %s, and what does not", async (event, answer, said, unsaid) => {
    const { stdout } = await send(event, answer);
    expect(stdout).toContain(said);
    expect(stdout).not.toContain(unsaid);
  });

  it("sets parts of the request by their path, as JSON or text", async () => {
    const table = '{"number":3,"subNumber":1}';
    const { got } = await send(
      `scanCode --set scanCode.scannedCode=a=b,c --set sender.branchNumber=7 --set session.table=${table} --set session.relation=null`,
    );
    expect(got.map(parse)[0]).toMatchObject({
      scanCode: { scannedCode: "a=b,c" },
      sender: { branchNumber: 7 },
      session: { table: { number: 3, subNumber: 1 }, relation: null },
    });
  });

  it.each(["48", "59"])(
    "sends what mock prints for v%s, with values of --set in its place",
    async (release) => {
      const mock = await inProject(({ call }) => call("mock", "scanCode", "--release", release));
      const mocked = JSON.parse(mock.stdout) as JsonObject;
      const [plainBody] = (await send(`scanCode --release ${release}`)).got.map(parse);
      expect(plainBody?.["scanCode"]).toEqual(mocked["scanCode"]);
      const { sessionId, ...sale } = mocked["session"] as JsonObject;
      expect(plainBody?.["session"]).toMatchObject(sale);
      expect(plainBody?.["session"]?.["sessionId"]).not.toBe(sessionId);
      const settings = "--set session.lines[0].text=Tea --set scannedCode=12";
      const [body] = (await send(`scanCode --release ${release} ${settings}`)).got.map(parse);
      expect(body).toMatchObject({ scanCode: { scannedCode: "12" }, session: { lines: [{ text: "Tea" }] } });
    },
  );

  it.each(["scanCode", "addSessionLine"])(
    "sends lines that an answer can give a discount: %s",
    async (event) => {
      const externalDiscount = { discountId: "0c0f5a49-6a52-49ae-9d2c-53a5c8d8e3f7", discountPercentage: 10 };
      const { code, stdout } = await send(event, (incoming) => {
        const lines = parse(incoming)["session"]?.["lines"] as readonly { readonly lineId: string }[];
        return JSON.stringify({ lineChanges: lines.map(({ lineId }) => ({ lineId, externalDiscount })) });
      });
      expect([code, stdout]).toEqual([0, expect.stringContaining('"discountPercentage":10') as string]);
    },
  );

  it("sends an event about a line of the sale, and no answer to a dialog that was not shown", async () => {
    const [body] = (await send("updateSessionLine")).got.map(parse);
    expect(body?.["session"]?.["lines"]).toContainEqual(Object.values(body?.["updateSessionLine"] ?? {})[0]);
    expect(Object.keys(body ?? {})).toEqual(["event", "sender", "session", "updateSessionLine"]);
  });

  it.each([
    ["scannedCod=1", "Did you mean `scanCode.scannedCode`?"],
    ["scanCode.scannedCod=1", "--set scanCode.scannedCod: No till sends `scannedCod` in"],
    ["scanCode.scannedCod=1", "Did you mean `scannedCode`?"],
    ["session.lines.0.tekst=x", "Did you mean `text`?"],
    ['session.table={"numbr":3}', "Did you mean `number`?"],
    ["__proto__=1", "--set __proto__: No till sends `__proto__` in"],
    ["session.lines.text=x", "--set session.lines must be a list in JSON."],
    ["session.lines=x", "--set session.lines must be a list in JSON. For example: --set 'session.lines=[]'"],
    ["session.lines=null", "--set session.lines must be a list in JSON."],
    ['session={"lines":[7]}', "--set session.lines.0 must be an object in JSON."],
    ['session={"lines":[{},7]}', "--set session.lines.1 must be an object in JSON."],
    ["session.lines.9=7", "--set session.lines.0 must be an object in JSON."],
    ["sender=x", "--set sender must be an object in JSON. For example: --set 'sender={}'"],
    ["scannedCode.length=3", "--set scanCode.scannedCode must be text in JSON."],
    ["form.id=1 --release 58,59", "--set form: `form` requires v59; this till runs v58."],
  ])("refuses --set %s, and sends nothing", async (setting, said) => {
    const { code, got, stdout, stderr } = await send(`scanCode --set ${setting}`);
    expect([code, got, stdout]).toEqual([2, [], ""]);
    expect(stderr).toContain(said);
  });

  it("reports an answer that it cannot use, as a till does, in its own words", async () => {
    const { code, got } = await send("scanCode", '{"typo":1}');
    expect([code, got.map(parse).map((body) => "original" in body)]).toEqual([1, [false, true]]);
  });

  it("sends one event for each release, each in a sale of its own", async () => {
    const { got, stdout } = await send("scanCode --release 48,59");
    expect(stdout).toMatch(/^scanCode accepted: shop-12, v48, [^]*\nscanCode accepted: shop-12, v59, /);
    expect(new Set(got.map(parse).map(({ session }) => session?.["sessionId"])).size).toBe(2);
  });

  it("goes on where one of the releases does not have the event, and says so", async () => {
    const reason = "`printBill` requires v16.2; this till runs v15.";
    const line = "printBill --release 15 --release 48";
    const text = await send(line);
    expect([text.code, text.got.length]).toEqual([0, 1]);
    expect(text.stdout).toMatch(/^printBill accepted: shop-12, v48, /);
    expect(text.stdout).toContain(`\nNot sent by a v15 till: ${reason}\n`);
    expect(JSON.parse((await send(`${line} --json`)).stdout)).toMatchObject({
      events: [{ release: "48", taken: true }],
      notSent: [{ release: "15", reason }],
    });
    const curl = await send(`${line} --curl`);
    expect([curl.code, curl.got]).toEqual([0, []]);
    expect(curl.stdout).toContain("/printBill");
    expect(curl.stderr).toBe(`Not sent by a v15 till: ${reason}\n`);
  });

  it("tells a program the same", async () => {
    const { stdout } = await send("scanCode --json --release 48", recognized);
    const said = { event: "scanCode", release: "48", status: 200, answer: recognized };
    expect(JSON.parse(stdout)).toMatchObject({ events: [{ ...said, taken: true, complaint: null }] });
  });

  it("reads the secret from the variable that is named, and never prints it", async () => {
    await withServer(
      recorder().start,
      async ({ call }, url) => {
        for (const more of [[], ["--json"], ["--curl"]]) {
          const run = await call("send", "scanCode", "--url", url, "--secret-env", "SHOP_12", ...more);
          expect(run.code).toBe(0);
          expect(run.stdout + run.stderr).not.toContain(secret.slice(0, 20));
          if (more[0] === "--curl") expect(run.stdout).toContain('"$SHOP_12"');
        }
      },
      { SHOP_12: secret, MPLUS_SECRET: "" },
    );
  });
});

describe("doctor", () => {
  it("prints a table of what it asked, and exits 0 where nothing is wrong", async () => {
    const { code, stdout } = await callAt(http(receiver()), ["doctor"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Checks of http:.*:\n {2}ok {2}Is the endpoint a valid URL\? +127/);
    expect(stdout).toMatch(/\nNo problems found(; see the advice)?\.\n$/);
  });

  it("says what to do if the first event fails", async () => {
    const { stdout } = await callAt(http(receiver({ refuse: () => "CLOSED" })), ["doctor"]);
    expect(stdout).toMatch(
      /\nChecks skipped because of the problems: \d+\. Correct these, then run doctor again\.\n/,
    );
  });

  it("says first what is wrong, and exits 1", async () => {
    const sick = http(receiver({ refuse: () => undefined }));
    const { code, stdout } = await callAt(sick, ["doctor"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^Problems:\n {2}Does it reject an event without a signature\?\n {4}It accepts the event: anyone who knows .*\n {4}Reject it with /,
    );
    expect(stdout).toMatch(/\nProblems: 6\. Advice: [34]\.\n$/);
    const { findings } = JSON.parse((await callAt(sick, ["doctor", "--json"])).stdout) as {
      findings: { id: string; state: string }[];
    };
    expect(findings).toContainEqual(expect.objectContaining({ id: "unsigned", state: "wrong" }));
  });
});
