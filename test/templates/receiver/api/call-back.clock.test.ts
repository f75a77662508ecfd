import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { callBack } from "../../../../templates/copied/receiver/handling/for-handlers.js";

const calls: string[] = [];
let limit = new AbortController();

const server = createServer(({ method = "", url = "" }, response) => {
  calls.push(`${method} ${url}`);
  // The time limit expires once the call has arrived.
  if (url === "/slow") {
    limit.abort();
    return;
  }
  response.writeHead({ "/elsewhere": 302, "/broken": 500 }[url] ?? 200, { Location: "/done" }).end("thanks");
});
let origin = "";
beforeAll(async () => {
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it.each<[string, object, boolean, string[]]>([
  ["/done", {}, true, ["GET /done"]],
  ["/done", { method: "POST" }, true, ["POST /done"]],
  ["/broken", {}, false, ["GET /broken"]],
  ["/elsewhere", {}, false, ["GET /elsewhere"]],
  ["/slow", { timeout: 1500 }, false, ["GET /slow"]],
  ["/done", { signal: AbortSignal.abort() }, false, []],
])("calls %s back with %j: %s", async (path, options, isDone, want) => {
  calls.length = 0;
  limit = new AbortController();
  const timeouts = vi.spyOn(AbortSignal, "timeout").mockReturnValue(limit.signal);
  expect(await callBack(origin + path, { allowOrigins: [`${origin}/`], ...options })).toBe(isDone);
  expect(calls).toEqual(want);
  expect(timeouts.mock.calls).toEqual([[path === "/slow" ? 1500 : 5000]]);
  timeouts.mockRestore();
});

const notAllowed = (from: string) => `the origin of the callbackUrl, ${from}, is not in allowOrigins`;
it.each([
  ["http://169.254.169.254/latest/meta-data", notAllowed("http://169.254.169.254")],
  ["https://pos.example.com.evil.example/", notAllowed("https://pos.example.com.evil.example")],
  ["https://pos.example.com@evil.example/", "has a user name or a password"],
  ["https://evil.example\\@pos.example.com/", notAllowed("https://evil.example")],
  ["pos.example.com", "is not a URL"],
  ["https://x.example", 'allowOrigins: "pos.example.com" is not an origin', "pos.example.com"],
])("refuses to call %s back", async (url, reason, allowed = "https://pos.example.com") => {
  await expect(callBack(url, { allowOrigins: [allowed] })).rejects.toThrow(reason);
});
