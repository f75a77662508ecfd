import { format } from "node:util";
import { runInNewContext } from "node:vm";
import fastify from "fastify";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { consoleLog, type Log } from "../../../../templates/copied/receiver/log.js";
import { createTestLog, createTestReceiver, type Options } from "../fixture.js";
import { pause, useVirtualTime } from "../../../workbench/virtual-time.js";

useVirtualTime();

const throwing = (make: () => unknown): Options["handlers"] => ({ scanCode: () => { throw make(); } }); // prettier-ignore

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

function createMute(): Error {
  const refuse = { get: (): never => { throw new Error("do not ask"); } }; // prettier-ignore
  // Defines the stack first, because V8 creates it from the message when it is defined.
  return Object.defineProperties(new Error("x"), {
    stack: refuse,
    message: refuse,
    cause: refuse,
    code: refuse,
  });
}

describe.each<[string, () => unknown, string]>([
  ["an error whose message throws", createMute, "the message of the thrown error cannot be read"],
  ["a revoked proxy", revoked, "the thrown value is not an Error"],
  ["undefined", () => undefined, "the thrown value is not an Error"],
  ["an error whose message is none", () => Object.assign(new Error(), { message: 1 }), "cannot be read"],
])("a handler that throws %s", (_name, make, reason) => {
  it.each<[string, () => unknown]>([
    ["at once", () => { throw make(); }], // prettier-ignore
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever it is
    ["later", () => Promise.reject(make())],
    ["from its answer", () => ({ get scanCode(): never { throw make(); } })], // prettier-ignore
  ])("%s is answered, and told of", async (_when, scanCode) => {
    const { send, lines } = createTestReceiver({ handlers: { scanCode: scanCode as never } });
    expect(await send()).toMatchObject({ status: 500 });
    expect(lines).toMatchObject([["error", {}, expect.stringContaining(reason)]]);
  });
});

/** Contains secret values and terminal control characters, as a database's error may. */
function createDatabaseError(): Error {
  const own = { params: ["jane@example.com"], query: "insert into customers", detail: "Key (email)=(jane)" };
  const cause = Object.assign(new RangeError("too long\u001b[31m"), own);
  const errors = [Object.assign(new Error("first of many"), own), own];
  return Object.assign(new TypeError("no\u001b[2J rows\u202e", { cause }), own, { errors });
}
const failing = throwing(createDatabaseError);
const secretsOf = /jane|insert into|detail|params/;

describe("what a log gets of an error", () => {
  it("is its name, message and stack, and its causes', for a logger such as pino", async () => {
    const written: string[] = [];
    const stream = { write: (line: string) => void written.push(line) };
    const { log } = fastify({ logger: { level: "error", stream } });
    await createTestReceiver({ log, handlers: failing }).send();
    const { err } = JSON.parse(written[0] ?? "") as { err: Readonly<Record<string, unknown>> };
    expect(Object.keys(err).sort()).toEqual(["aggregateErrors", "message", "stack", "type"]);
    expect(err["type"]).toBe("TypeError");
    expect(err["message"]).toContain("no\u001b[2J rows\u202e: too long");
    expect(err["stack"]).toMatch(/^TypeError: no.*createDatabaseError.*caused by: RangeError: too long/s);
    expect(written.join()).not.toMatch(secretsOf);
  });

  it("is that on the console, where nothing controls the terminal", async () => {
    const error = vi.spyOn(console, "error").mockReturnValue();
    await createTestReceiver({ log: undefined, handlers: failing }).send();
    const shown = format(...(error.mock.calls[0] ?? []));
    expect(shown).toContain("mplus: request failed with status 500: no\\u{1b}[2J rows\\u{202e} {");
    expect(shown).toMatch(
      /TypeError\]?: no\\u\{1b\}.*createDatabaseError.*\[cause\]: .*RangeError\]?: too long\\u/s,
    );
    expect(shown).not.toMatch(secretsOf);
    expect(shown).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  });

  it("is bounded, stack and all", async () => {
    const { send, lines } = createTestReceiver({ handlers: throwing(() => new Error("x".repeat(50_000))) });
    await send();
    const { message, stack } = lines[0]?.[1]["err"] as Error;
    expect(message).toHaveLength(1001);
    expect(stack).toMatch(/^Error: x{1000}…\n +at /);
  });

  it("is bounded, its name too", async () => {
    const error = Object.assign(new Error("x"), { name: "N".repeat(50_000) });
    const { send, lines } = createTestReceiver({ handlers: throwing(() => error) });
    await send();
    const { name, stack = "" } = lines[0]?.[1]["err"] as Error;
    expect([name.length, stack.length < 11_000]).toEqual([201, true]);
  });

  it("ends, where an error is its own cause", async () => {
    const round = new Error("round");
    round.cause = round;
    const { send, lines } = createTestReceiver({ handlers: throwing(() => round) });
    expect((await send()).status).toBe(500);
    expect(lines).toHaveLength(1);
  });

  it.each([
    ["of another realm", runInNewContext("new Error('no stock')") as Error],
    ["that is a plain object", { code: "E", message: "no stock" }],
  ])("has its message %s", async (_name, thrown) => {
    const { send, lines } = createTestReceiver({ handlers: throwing(() => thrown) });
    await send();
    expect(lines[0]?.[2]).toContain("no stock");
    expect(lines[0]?.[1]["err"]).toBeInstanceOf(Error);
    expect((lines[0]?.[1]["err"] as Error).message).toContain("no stock");
  });
});

describe("a log", () => {
  let warn = vi.spyOn(console, "warn");
  let error = vi.spyOn(console, "error");
  beforeEach(() => {
    warn = vi.spyOn(console, "warn").mockReturnValue();
    error = vi.spyOn(console, "error").mockReturnValue();
  });
  const noConnection = throwing(() => new Error("no connection"));
  const failed = [["mplus: request failed with status 500: no connection", {}]];

  it("is the console, for warnings and errors, unless another one is given", async () => {
    const { send } = createTestReceiver({ log: undefined, handlers: noConnection });
    await send({ event: "unknown", headers: { "x-mplus-subscription-id": undefined } });
    await send({ headers: { "content-type": "" } });
    await send();
    expect(warn.mock.calls).toMatchObject([
      ["mplus: request rejected: the header Content-Type is missing", {}],
    ]);
    expect(error.mock.calls).toMatchObject(failed);
  });

  it("has one line on the console, whatever is in the message", () => {
    consoleLog.error({ eventName: "scanCode" }, "100% of %s\n2026 ERROR all is lost");
    expect(format(...(error.mock.calls[0] ?? []))).toBe(
      "mplus: 100% of %s\\u{a}2026 ERROR all is lost { eventName: 'scanCode' }",
    );
  });

  it("shows no control character on the console, in whatever field", () => {
    consoleLog.error(
      { problems: [{ path: "/\u202e", message: "\u001b[2J\u2066" }], eventName: "\u202e" },
      "no",
    );
    expect(format(...(error.mock.calls[0] ?? []))).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  });

  it("that reads a thrown value gets one that can be read", async () => {
    const { log, lines } = createTestLog();
    const read: Log["error"] = (fields, message) => {
      JSON.stringify((fields["err"] as Error | undefined)?.message);
      log.error(fields, message);
    };
    const { send } = createTestReceiver({ log: { ...log, error: read }, handlers: throwing(createMute) });
    expect((await send()).status).toBe(500);
    const { err, ...others } = lines[0]?.[1] ?? {};
    expect(others).toEqual({ eventName: "scanCode", subscriptionId: "shop-12" });
    expect(String(err)).toBe("Error: the message of the thrown error cannot be read");
  });

  it.each<[string, () => unknown]>([
    ["throws", () => { throw new Error("disk full"); }], // prettier-ignore
    ["rejects", () => Promise.reject(new Error("disk full"))],
    ["rejects in another realm", runInNewContext("() => Promise.reject(new Error('no'))") as () => unknown],
  ])("that %s leaves its lines to the console, and the answer goes out", async (_name, fail) => {
    const log = { debug: fail, info: fail, warn: fail, error: fail } as Log;
    const { send } = createTestReceiver({ log, handlers: noConnection });
    expect(await send()).toMatchObject({ status: 500 });
    await pause(5);
    expect(error.mock.calls).toMatchObject(failed);
  });

  it("gets the id of a look-up that fails", async () => {
    const subscriptions = (id: string): never => { throw new Error(`bad id ${id}`); }; // prettier-ignore
    const { send, lines } = createTestReceiver({ subscriptions });
    const id = "x".repeat(100);
    await send({ headers: { "x-mplus-subscription-id": id } }, false);
    const [, fields, message] = lines[0] ?? [];
    expect(fields?.["subscriptionId"]).toBe(id);
    expect(message).toBe(`subscription unavailable: bad id ${id}`);
  });

  it("does not name a subscription that is not known, and asks no look-up for an id that cannot be one", async () => {
    const asked: string[] = [];
    const subscriptions = (id: string) => void asked.push(id);
    const { send, lines } = createTestReceiver({ subscriptions });
    for (const id of ["shop-99", `12\u202e`, "1".repeat(200)])
      await send({ headers: { "x-mplus-subscription-id": id } }, false);
    expect(asked).toEqual(["shop-99"]);
    expect(lines.map(([, { subscriptionId }]) => subscriptionId)).toEqual(Array(3).fill(undefined));
  });

  it("does not repeat what a stranger puts into a URL", async () => {
    const { send, lines } = createTestReceiver();
    await send({ event: "x\n2026 ERROR all is lost" });
    await send({ event: "scancode" });
    expect(lines.map(([, { eventName }]) => eventName)).toEqual([undefined, "scancode"]);
  });
});
