import { afterEach, describe, expect, it } from "vitest";
import { goodBody } from "../receiver/fixture.js";
import { head, post, raw } from "./client.js";
import { type ServerKind, serverKinds, startServer, stopServers } from "./servers.js";

afterEach(stopServers);

const length = String(goodBody.length);
const line = "POST /mplus/scanCode";
const chunked = head(line, { "transfer-encoding": "chunked" });
const whole = (headers: Record<string, string>) => `${head(line, headers)}${goodBody}`;

/** What is no HTTP: node's own parser refuses it, or what fastify has in its place, before our code is asked. */
const malformed: Readonly<Record<string, readonly [given: string, status: string]>> = {
  "a chunk whose size is no number": [`${chunked}zz\r\n{}\r\n`, "400"],
  "a chunk of a size beyond counting": [`${chunked}fffffffffffffffff\r\n{}`, "400"],
  // More than node takes, and no more than it reads at once: what it leaves unread would cut off its answer.
  "a flood of extensions of a chunk": [`${chunked}2;${"x=y;".repeat(5000)}\r\n{}`, "400|413"],
  "a trailer that is none": [`${chunked}0\r\nno trailer\r\n\r\n`, "400"],
  "a length and chunks": [
    `${head(line, { "content-length": length, "transfer-encoding": "chunked" })}0\r\n\r\n`,
    "400",
  ],
  "two lengths": [whole({ "content-length": length, "Content-Length": "5" }), "400"],
  "a length below nothing": [whole({ "content-length": "-1" }), "400"],
  "a length in letters": [whole({ "content-length": "abc" }), "400"],
  "a header of 20 kB": [whole({ "content-length": length, "x-more": "x".repeat(20_000) }), "431"],
  "a method that nobody knows": [whole({ "content-length": length }).replace("POST", "POSTX"), "400"],
  "the greeting of HTTP/2": ["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "400"],
  "the greeting of TLS": ["\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", "400"],
};

/** A Request has a whole URL, so that hono's server does not do without a host. */
const namesHost = ({ name }: ServerKind): boolean => ["hono", "fetch"].includes(name);

const statuses = (text: string) => [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);

describe.each(serverKinds)("$name", (kind) => {
  it.each(Object.entries(malformed))("is left standing by %s", async (_name, [given, status]) => {
    const { port, lines, errors } = await startServer(kind);
    expect(statuses(await raw(port, [given])).join()).toMatch(new RegExp(`^(?:${status})$`));
    expect(await post(port, "/mplus/scanCode")).toMatchObject({ status: 200, isSigned: true });
    expect(lines.filter(([level]) => level === "error")).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("reads no further than a body's own length: the rest is another request, and none", async () => {
    const { port } = await startServer(kind);
    const answers = await raw(port, [whole({ "content-length": String(goodBody.length - 1) })]);
    expect(new Set(statuses(answers))).toEqual(new Set(["400"]));
  });

  it("lets nobody connect through it", async () => {
    const { port } = await startServer(kind);
    expect(await raw(port, ["CONNECT 127.0.0.1:80 HTTP/1.1\r\nhost: x\r\n\r\n"])).toBe("");
    expect(await post(port, "/mplus/scanCode")).toMatchObject({ status: 200 });
  });

  it("refuses a body that is too large at once, though node has asked for it", async () => {
    const { port } = await startServer(kind);
    const asks = head(line, { "content-length": "10485760", expect: "100-continue" });
    expect(statuses(await raw(port, [asks]))).toEqual(["100", "413"]);
  });

  it("refuses what else is expected of it", async () => {
    const { port } = await startServer(kind);
    const expects = whole({ "content-length": length, expect: "junk", connection: "close" });
    expect(statuses(await raw(port, [expects]))).toEqual(["417"]);
  });

  it(`${namesHost(kind) ? "refuses" : "answers"} a till of another time, which names no host`, async () => {
    const { port, errors } = await startServer(kind);
    const old = whole({ "content-length": length })
      .replace("HTTP/1.1", "HTTP/1.0")
      .replace(/host:.*\r\n/, "");
    expect(statuses(await raw(port, [old]))).toEqual([namesHost(kind) ? "400" : "200"]);
    expect(errors).toEqual([]);
  });
});
