import { once } from "node:events";
import { request as ask, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { createServer } from "node:net";
import { text as readText } from "node:stream/consumers";
import { expect, it } from "vitest";
import { createCafe, secret } from "../desk.js";
import { withTill } from "./open-till.js";

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Sends exactly these headers. `PORT` in them stands for the page's port. */
async function send(
  url: string,
  line: string,
  headers: Record<string, string> = {},
  body = "",
): Promise<Answer> {
  const [method = "", path = ""] = line.split(" ");
  const { port } = new URL(url);
  const filled = Object.entries(headers).map(([name, value]) => [name, value.replace("PORT", port)]);
  const call = ask({ host: "127.0.0.1", port, method, path, headers: Object.fromEntries(filled) as never });
  call.end(body);
  const [reply] = (await once(call, "response")) as [IncomingMessage];
  const isStream = reply.headers["content-type"] === "text/event-stream";
  const text = isStream ? String(((await once(reply, "data")) as [Buffer])[0]) : await readText(reply);
  if (isStream) reply.destroy();
  return { status: reply.statusCode ?? 0, headers: reply.headers, text };
}

const local = { Host: "localhost:PORT" };
const own = { ...local, Origin: "http://localhost:PORT", "Sec-Fetch-Site": "same-origin" };
const json = { ...own, "Content-Type": "application/json" };
const rebound = { Host: "evil.test:PORT", Origin: "http://evil.test:PORT" };

const elsewhere = { ...local, "Sec-Fetch-Site": "cross-site" };
const ofEvil = { Origin: "http://evil.test" };
const ofPort = { Origin: "http://localhost:1" };
const plain = { "Content-Type": "text/plain" };
const scan = '{"scan":"1"}';

type Case = readonly [string, string, Record<string, string>, number, string?];

const cases: readonly Case[] = [
  ["the page by its name", "GET /", local, 200],
  ["the page by its number", "GET /", { Host: "127.0.0.1:PORT" }, 200],
  ["the page from a link elsewhere", "GET /", elsewhere, 200],
  ["no file", "GET /../../package.json", local, 404],
  ["no file that is encoded", "GET /%2e%2e/package.json", local, 404],
  ["no such path", "GET //", local, 404],
  ["the state, for the page", "GET /state", { ...local, "Sec-Fetch-Site": "same-origin" }, 200],
  ["the state, for a program of this machine", "GET /state", local, 200],
  ["the state, for a page of another origin", "GET /state", { ...local, ...ofEvil }, 403],
  ["the state, for a page of another port", "GET /state", { ...local, "Sec-Fetch-Site": "same-site" }, 403],
  ["the state, for an image elsewhere", "GET /state", elsewhere, 403],
  ["a step of the page", "POST /step", json, 204, scan],
  ["a step without an origin", "POST /step", { ...local, "Content-Type": "application/json" }, 403, scan],
  ["a step of another origin", "POST /step", { ...json, ...ofEvil }, 403, scan],
  ["a step of another port", "POST /step", { ...json, ...ofPort }, 403, scan],
  ["a step of a sandbox", "POST /step", { ...json, Origin: "null" }, 403, scan],
  ["a step of a page that is same-site", "POST /step", { ...json, "Sec-Fetch-Site": "same-site" }, 403, scan],
  ["a form's step", "POST /step", { ...own, ...plain }, 400, scan],
  ["a step that is no object", "POST /step", json, 400, "[]"],
  ["a step that is no JSON", "POST /step", json, 400, "{"],
  ["a step that is too long", "POST /step", json, 400, JSON.stringify({ scan: "1".repeat(2 ** 18) })],
  ["a step that nobody can do", "POST /step", json, 409, '{"scn":"1"}'],
  ["a request sent again, of another origin", "POST /again", { ...json, ...ofEvil }, 403, '{"id":1}'],
  ["a request sent again, by a form", "POST /again", { ...own, ...plain }, 400, '{"id":1}'],
  ["a request sent again, that nobody has", "POST /again", json, 409, '{"id":"constructor"}'],
  [
    "a request to copy, for a page of another port",
    "GET /exchange/1/curl",
    { ...local, "Sec-Fetch-Site": "same-site" },
    403,
  ],
  ["a request to copy, that nobody has", "GET /exchange/99/request", own, 409],
  ["a part that no exchange has", "GET /exchange/1/secret", own, 404],
  ["no such thing to do", "POST /constructor", json, 404, "{}"],
  ["another method", "PUT /step", json, 405],
  ...["GET /", "GET /till.js", "GET /state", "GET /exchange/1/curl"].map((line): Case => [
    `a name that leads here, for ${line}`,
    line,
    rebound,
    421,
  ]),
  ["a step from a name that leads here", "POST /step", { ...json, ...rebound }, 421, scan],
  ["a request sent again by a name that leads here", "POST /again", { ...json, ...rebound }, 421, '{"id":1}'],
  ["a host without its port", "GET /", { Host: "localhost" }, 421],
];

it("the page's server answers only its own page, and only as this machine", async () => {
  await withTill(createCafe(), async ({ url, see }) => {
    for (const [name, line, headers, status, body] of cases) {
      const answer = await send(url, line, headers, body);
      expect([name, answer.status, answer.text]).toEqual([name, status, answer.text]);
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
    // Only one of the steps above was executed.
    expect((await see()).wire.map(({ event }) => event)).toEqual(["scanCode"]);
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
      const { text } = await send(url, `GET /${path}`, local);
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
