import { format } from "node:util";
import { runInNewContext } from "node:vm";
import fastify from "fastify";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { consoleLog } from "../../../../templates/copied/receiver/base/log.js";
import type { Log } from "../../../../templates/copied/receiver/base/handlers.js";
import { createTestReceiver, type Options } from "../fixture.js";
import { pause, useVirtualTime } from "../../../workbench/virtual-time.js";

useVirtualTime();

let warn = vi.spyOn(console, "warn");
let error = vi.spyOn(console, "error");
beforeEach(() => {
  warn = vi.spyOn(console, "warn").mockReturnValue();
  error = vi.spyOn(console, "error").mockReturnValue();
});
const readConsole = (): string => format(...(error.mock.calls[0] ?? []));

const raise = (thrown: unknown): never => {
  throw thrown;
};
const throwing = (make: () => unknown): Options["handlers"] => ({ scanCode: () => raise(make()) });

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

function createMute(): Error {
  const refuse = { get: () => raise(new Error("do not ask")) };
  // Defines the stack first, because V8 creates it from the message when it is defined.
  const parts = { stack: refuse, message: refuse, cause: refuse, code: refuse };
  return Object.defineProperties(new Error("x"), parts);
}

const createChain = (): Error =>
  Array.from({ length: 1e4 }).reduce<Error>((cause) => new Error("last", { cause }), new Error("first"));

function createRound(): Error {
  const round = new Error("round");
  round.cause = round;
  return round;
}

const errorWith = (parts: object) => (): Error => Object.assign(new Error("no stock"), parts);
const noError = "the thrown value is not an Error";
const unreadable = "the message of the thrown error cannot be read";

describe("a handler that throws", () => {
  it.each<[string, () => unknown, reason: string]>([
    ["an error whose message throws", createMute, unreadable],
    ["an error whose message is a number", errorWith({ message: 1 }), unreadable],
    ["an error with a toJSON that throws", errorWith({ toJSON: () => expect.fail() }), "no stock"],
    ["an error without a prototype", () => Object.setPrototypeOf(new Error("none"), null) as unknown, "none"],
    ["an error of another realm", () => runInNewContext("new Error('no stock')") as Error, "no stock"],
    ["an error with a revoked cause", () => new Error("no stock", { cause: revoked() }), "no stock"],
    ["several errors", () => new AggregateError([new Error("a"), revoked()], "several"), "several"],
    ["an error that is its own cause", createRound, "round"],
    ["an error of 10,000 causes", createChain, "last"],
    ["a long text", () => "x".repeat(50_000), `${noError}: ${"x".repeat(1000)}…`],
    ["an object with a message", () => ({ code: "E", message: "no stock" }), `${noError}: no stock`],
    ["an object without a prototype", () => Object.create(null) as unknown, noError],
    ["a revoked proxy", revoked, noError],
    ["undefined", () => undefined, noError],
  ])("%s is answered with status 500, and the log says why", async (_name, make, reason) => {
    const { send, lines } = createTestReceiver({ handlers: throwing(make) });
    expect(await send()).toMatchObject({ status: 500, code: "INTERNAL_ERROR" });
    const want = { eventName: "scanCode", subscriptionId: "shop-12", err: { message: reason } };
    expect(lines).toMatchObject([["error", want, `request failed with status 500: ${reason}`]]);
    expect(lines[0]?.[1]["err"]).toBeInstanceOf(Error);
  });

  it("a revoked proxy from a getter of its answer is answered, too", async () => {
    const answer = Object.defineProperty({}, "scanCode", { enumerable: true, get: () => raise(revoked()) });
    const { send, messages } = createTestReceiver({ handlers: { scanCode: () => answer } });
    expect(await send()).toMatchObject({ status: 500 });
    expect(messages()).toEqual([`request failed with status 500: ${noError}`]);
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
const controls = /(?!\n)[\p{Cc}\p{Cf}]/u;

describe("a logged error", () => {
  it("has its name, message, stack and causes in a logger such as pino", async () => {
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

  it("has the same on the console, without control characters", async () => {
    await createTestReceiver({ log: undefined, handlers: failing }).send();
    const shown = readConsole();
    expect(shown).toContain("mplus: request failed with status 500: no\\u{1b}[2J rows\\u{202e} {");
    const parts = /TypeError\]?: no\\u\{1b\}.*createDatabaseError.*\[cause\]: .*RangeError\]?: too long\\u/s;
    expect(shown).toMatch(parts);
    expect(shown).not.toMatch(secretsOf);
    expect(shown).not.toMatch(controls);
  });

  it.each([
    ["its own name", {}, 5, /^Error: x{1000}…\n +at /],
    ["a long name", { name: "N".repeat(50_000) }, 201, /./],
  ])("has a message and a stack of limited length, with %s", async (_name, own, nameLength, start) => {
    const thrown = Object.assign(new Error("x".repeat(50_000)), own);
    const { send, lines } = createTestReceiver({ handlers: throwing(() => thrown) });
    await send();
    const { message, name, stack = "" } = lines[0]?.[1]["err"] as Error;
    expect([message.length, name.length]).toEqual([1001, nameLength]);
    expect(stack).toMatch(start);
    expect(stack.length).toBeLessThan(11_000);
  });
});

describe("the log", () => {
  const noConnection = throwing(() => new Error("no connection"));
  const failed = [["mplus: request failed with status 500: no connection", {}]];

  it("is the console, for warnings and errors, unless another one is given", async () => {
    const { send } = createTestReceiver({ log: undefined, handlers: noConnection });
    await send({ event: "unknown", headers: { "x-mplus-subscription-id": undefined } });
    await send({ headers: { "content-type": "" } });
    await send();
    const rejected = "mplus: request rejected: the header Content-Type is missing";
    expect(warn.mock.calls).toMatchObject([[rejected, {}]]);
    expect(error.mock.calls).toMatchObject(failed);
  });

  it("has no control characters on the console, in its message or fields", () => {
    const fields = { problems: [{ path: "/\u202e", message: "\u001b[2J" }], eventName: "scanCode" };
    consoleLog.error(fields, "100% of %s\n2026 ERROR all is lost");
    expect(readConsole()).toMatch(/^mplus: 100% of %s\\u\{a\}2026 ERROR all is lost \{/);
    expect(readConsole()).toContain("eventName: 'scanCode'");
    expect(readConsole()).not.toMatch(controls);
  });

  it.each<[string, () => unknown]>([
    ["throws", () => raise(new Error("disk full"))],
    ["rejects", () => Promise.reject(new Error("disk full"))],
    ["rejects in another realm", runInNewContext("() => Promise.reject(new Error('no'))") as () => unknown],
  ])("leaves its lines to the console if it %s, and the answer is sent", async (_name, fail) => {
    const log = { debug: fail, info: fail, warn: fail, error: fail } as Log;
    const { send } = createTestReceiver({ log, handlers: noConnection });
    expect(await send()).toMatchObject({ status: 500 });
    await pause(5);
    expect(error.mock.calls).toMatchObject(failed);
  });

  const sendIds = async (subscriptions: (id: string) => never, ...ids: readonly string[]) => {
    const { send, lines } = createTestReceiver({ subscriptions });
    for (const id of ids) await send({ headers: { "x-mplus-subscription-id": id } }, false);
    return lines.map(([, { subscriptionId }, message]) => [subscriptionId, message]);
  };

  it("does not name the id of a look-up that fails: it may be the secret of a till with swapped settings", async () => {
    const lines = await sendIds(() => raise(new Error("no database")), "x".repeat(100));
    expect(lines).toEqual([[undefined, "subscription unavailable: no database"]]);
  });

  it("does not name an unknown subscription, and no look-up is asked for an impossible id", async () => {
    const asked: string[] = [];
    const lines = await sendIds((id) => void asked.push(id) as never, "shop-99", `12\u202e`, "1".repeat(200));
    expect(asked).toEqual(["shop-99"]);
    expect(lines.map(([id]) => id)).toEqual([undefined, undefined, undefined]);
  });

  it("does not repeat what a stranger writes into a URL", async () => {
    const { send, lines } = createTestReceiver();
    for (const event of ["x\n2026 ERROR all is lost", "scancode"]) await send({ event });
    expect(lines.map(([, { eventName }]) => eventName)).toEqual([undefined, undefined]);
  });
});
