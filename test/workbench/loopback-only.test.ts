import { once } from "node:events";
import { createServer, connect, type AddressInfo } from "node:net";
import { expect, it } from "vitest";

it.each(["http://example.com", "http://192.0.2.1/"])("reaches no other machine, as %s", async (url) => {
  const cause = await fetch(url).catch((thrown: unknown) => (thrown as Error).cause);
  expect(String(cause)).toMatch(/This test connects to .*: tests of a change connect to this machine only\./);
});

it("reaches this one", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  await once(connect((server.address() as AddressInfo).port, "localhost"), "connect");
  server.close();
});
