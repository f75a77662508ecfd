import { once } from "node:events";
import { request as ask, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { createServer } from "node:net";
import { text as readText } from "node:stream/consumers";
import { expect, it } from "vitest";
import { readCases } from "../../workbench/cases.js";
import { createCafe, secret } from "../desk.js";
import { toSeen, withTill, withTraffic } from "./open-till.js";

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Sends exactly the headers of these sets. */
async function send(url: string, line: string, sets: string, body = ""): Promise<Answer> {
  const [method = "", path = ""] = line.split(" ");
  const { port } = new URL(url);
  const sent: Record<string, string> = {};
  for (const set of sets.split(" "))
    for (const [name, value] of Object.entries(headers[set] as object as Record<string, string>))
      sent[name] = value.replace("PORT", port);
  const call = ask({ host: "127.0.0.1", port, method, path, headers: sent });
  call.end(body);
  const [reply] = (await once(call, "response")) as [IncomingMessage];
  const isStream = reply.headers["content-type"] === "text/event-stream";
  const text = isStream ? String(((await once(reply, "data")) as [Buffer])[0]) : await readText(reply);
  if (isStream) reply.destroy();
  return { status: reply.statusCode ?? 0, headers: reply.headers, text };
}

type Case = readonly [name: string, line: string, headers: string, status: number, body?: string];

const { headers, cases, traffic, refusals } = readCases("safety.yaml", import.meta) as {
  readonly headers: Readonly<Record<string, Record<string, string>>>;
  readonly cases: readonly Case[];
  readonly traffic: readonly Case[];
  readonly refusals: Readonly<Record<number, string>>;
};

const tooLong = JSON.stringify({ scan: "1".repeat(2 ** 18) });
const all: readonly Case[] = [
  ...cases,
  ["a step that is too long", "POST /step", "local same origin json", 400, tooLong],
];

async function checkCases(url: string, given: readonly Case[]): Promise<void> {
  for (const [name, line, sets, status, body] of given) {
    const answer = await send(url, line, sets, body);
    expect([name, answer.status, answer.text]).toEqual([name, status, answer.text]);
    if (status in refusals) expect([name, answer.text]).toEqual([name, refusals[status]]);
    expect(answer.headers).toMatchObject({
      "content-security-policy":
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    });
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
  }
}

it("the page's server answers only its own page, and only as this machine", async () => {
  await withTill(createCafe(), async ({ url, see }) => {
    await checkCases(url, all);
    // Only one of the steps above was executed.
    expect((await see()).wire.map(({ event }) => event)).toEqual(["scanCode"]);
  });
});

it("the server of live traffic answers only its own pages, and only as this machine", async () => {
  await withTraffic(createCafe(), async ({ url, show, see }) => {
    show(toSeen());
    await checkCases(url, traffic);
    expect(await see()).toHaveLength(1);
  });
});

it("the secret is in no answer of the page's server", async () => {
  await withTill(createCafe(), async ({ url, see, post }) => {
    await post("step", { scan: "2900004815168" });
    const { wire } = await see(({ wire }) => wire.length > 0);
    expect(wire[0]?.headers.join()).toMatch(/x-mplus-signature/i);
    const parts = ["request", "answer", "curl"].map((part) => `exchange/${wire[0]?.id}/${part}`);
    const paths = ["", "till.js", "state", "nothing", ...parts];
    for (const path of paths) {
      const { text } = await send(url, `GET /${path}`, "local");
      expect(text).not.toContain(secret);
      expect(text).not.toContain(Buffer.from(secret, "base64").toString("hex"));
    }
  });
});

it("the page's server listens on this machine only", async () => {
  await withTill({}, async ({ url }) => {
    // If the page listened on all addresses, its port would be in use here.
    const other = createServer().listen(Number(new URL(url).port), "127.0.0.2");
    await once(other, "listening");
    other.close();
  });
});
