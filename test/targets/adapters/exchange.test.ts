import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { goodBody, signedHeaders } from "../receiver/fixture.js";
import { post } from "./client.js";
import { serverKinds, startServer, stopServers } from "./servers.js";

const signature = signedHeaders(goodBody)["x-mplus-signature"];

afterEach(stopServers);

describe.each(serverKinds)("$name", (kind) => {
  const start = () => startServer(kind);

  it.each([
    ["/mplus/scanCode?x=/y", 200],
    ["/mplus/scanCode/", 200],
    ["/mplus/scancode", 404],
    ["/mplus/x/scanCode", 404],
    ["/mplus/scanCode/x", 404],
    ["/mplus/%73canCode", 404],
    ["/mplus/", 404],
    ["/mplus", 404],
    ["/mplus?scanCode", 404],
    ["/mplus/constructor", 404],
    ["/mplus/__proto__", 404],
    [`/mplus/${"x".repeat(10_000)}`, 404],
    ["http://127.0.0.1/mplus/scanCode", 200],
  ])("has one spelling of an event, slashes apart: %.40s", async (path, status) => {
    const { port, errors } = await start();
    const isSigned = status === 200;
    expect(await post(port, path)).toMatchObject({ status, isSigned, type: "application/json" });
    expect(errors).toEqual([]);
  });

  it(`has ${kind.ownBadUrl === true ? "the framework refuse" : "an answer for"} a path that is no URL`, async () => {
    const { port, errors } = await start();
    const answer = await post(port, "/mplus/%ZZ");
    if (kind.ownBadUrl === true) expect(answer).toMatchObject({ status: 400, isSigned: false });
    else expect(answer).toMatchObject({ status: 404, isSigned: false });
    expect(errors).toEqual([]);
  });

  it.each(["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE"])("refuses %s", async (method) => {
    const { port } = await start();
    const answer = await post(port, "/mplus/scanCode", { method, body: "" });
    expect(answer).toMatchObject({ status: 405, headers: { allow: "POST" } });
  });

  it.each([
    ["an empty body", { body: "" }, 400],
    ["two content types", { headers: { "Content-Type": ["application/json", "text/plain"] } }, 400],
    ["text", { headers: { "content-type": "text/plain" } }, 400],
    ["a byte order mark", { body: `\uFEFF${goodBody}` }, 400],
    ["no UTF-8", { body: Buffer.from('{"a":"é"}', "latin1") }, 400],
  ])("answers %s with a signed refusal", async (_name, post_, status) => {
    const { port, errors } = await start();
    expect(await post(port, "/mplus/scanCode", post_)).toMatchObject({ status, isSigned: true });
    expect(errors).toEqual([]);
  });

  it.each([
    ["a packed body", { body: gzipSync(goodBody), headers: { "content-encoding": "gzip" } }, 415],
    ["no signature", { headers: { "x-mplus-signature": undefined } }, 400],
    ["two signatures", { headers: { "x-mplus-signature": [signature, signature] } }, 400],
  ])("answers %s with a refusal that is not signed: nothing is proved", async (_name, post_, status) => {
    const { port, errors } = await start();
    expect(await post(port, "/mplus/scanCode", post_)).toMatchObject({ status, isSigned: false });
    expect(errors).toEqual([]);
  });
});
