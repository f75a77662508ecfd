import type { Server } from "node:http";
import {
  type INestApplication,
  Injectable,
  Logger,
  type LoggerService,
  type NestApplicationOptions,
  type Type,
} from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { ExpressAdapter } from "@nestjs/platform-express";
import { Test } from "@nestjs/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createNestLog } from "../../../generated/nest/index.js";
import { post } from "../adapters/client.js";
import { serve, stopServers } from "../adapters/servers.js";
import { goodBody } from "../receiver/fixture.js";
import { createShop, mark, ShopWebhooks } from "./shop.js";

beforeEach(() => Logger.overrideLogger(false));
afterEach(stopServers);

async function start(app: INestApplication): Promise<number> {
  await app.init();
  return serve({ server: app.getHttpServer() as Server, stop: () => app.close() });
}

const path = "/hooks/mplus/scanCode";
const answered = {
  status: 200,
  isSigned: true,
  text: '{"scanCode":{"recognized":true,"relationNumber":13}}',
};

const createApp = (handlers?: Type<object>) => NestFactory.create(createShop(handlers).root);
/** Nest declares the options of an app as a class, which is never instantiated. */
const createWith = (options: object) =>
  NestFactory.create(createShop().root, options as NestApplicationOptions);
const createInTest = async () =>
  (await Test.createTestingModule({ imports: [createShop().root] }).compile()).createNestApplication();

class Special extends ShopWebhooks {}
Injectable()(Special);

describe.each<[string, () => Promise<INestApplication>]>([
  ["as it comes, whose handlers are inherited", () => createApp(Special)],
  ["with raw bodies", () => createWith({ rawBody: true })],
  ["with a global prefix", async () => (await createApp()).setGlobalPrefix("api")],
  ["in a testing module", createInTest],
])("an app %s", (_name, make) => {
  it("hands an event to the method of its class, over the bytes as sent, also where nest's parsers would refuse", async () => {
    const port = await start(await make());
    expect(await post(port, path)).toMatchObject(answered);
    expect(await post(port, path, { body: `${goodBody} ` })).toMatchObject(answered);
    const large = goodBody.replace("{", `{${" ".repeat(150_000)}`);
    expect(await post(port, path, { body: large })).toMatchObject(answered);
    const text: unknown = expect.stringContaining("INVALID_JSON");
    expect(await post(port, path, { body: "{" })).toMatchObject({ status: 400, isSigned: true, text });
  });
});

describe("the module", () => {
  it("leaves the bodies of other controllers to nest", async () => {
    const port = await start(await createApp());
    expect(await post(port, "/echo", { body: '{"a":1}' })).toMatchObject({ text: '{"body":{"a":1}}' });
  });

  it("lets running handlers finish when the app closes", async () => {
    let closing: Promise<void> = Promise.resolve();
    class Slow {
      async scanCode(): Promise<object> {
        closing = app.close();
        await new Promise(setImmediate);
        return { scanCode: { recognized: true } };
      }
    }
    mark(Slow, "scanCode");
    const app = await createApp(Slow);
    expect(await post(await start(app), path)).toMatchObject({ status: 200, isSigned: true });
    await closing;
  });

  it("does nothing in an app without HTTP", async () => {
    const context = await NestFactory.createApplicationContext(createShop().root);
    expect(context.get(ShopWebhooks, { strict: false })).toBeInstanceOf(ShopWebhooks);
    await context.close();
  });

  it("says at start that it cannot work on another platform", async () => {
    class Other extends ExpressAdapter {
      override getType(): string {
        return "fastify";
      }
    }
    const app = await NestFactory.create(createShop().root, new Other());
    await expect(app.init()).rejects.toThrow("MplusModule requires Express; this app runs on fastify.");
  });
});

class Unmarked {
  scanCode(): object {
    return {};
  }
}
class Twice {
  one(): void {
    this.two();
  }
  two(): void {
    this.one();
  }
}
mark(Twice, "one", "scanCode");
mark(Twice, "two", "scanCode");
describe("a class of handlers that is wrong", () => {
  it.each([
    [Unmarked, "Unmarked has no method decorated with @OnMplus."],
    [Twice, "Twice has two methods for scanCode."],
  ])("is refused at start: %o", async (handlers, message) => {
    await expect((await createApp(handlers)).init()).rejects.toThrow(message);
  });
});

it("the log goes to nest's logger", () => {
  const lines: unknown[][] = [];
  const write =
    (level: string) =>
    (...args: unknown[]) =>
      void lines.push([level, ...args]);
  const levels = ["debug", "log", "warn", "error"].map((level) => [level, write(level)]);
  Logger.overrideLogger(Object.fromEntries(levels) as LoggerService);
  const log = createNestLog();
  const err = new Error("no");
  log.debug({ a: 1 }, "one");
  log.info({}, "two");
  log.warn({ a: 1 }, "three");
  log.error({ eventName: "scanCode", err }, "four");
  expect(lines).toEqual([
    ["debug", 'one {"a":1}', "Mplus"],
    ["log", "two {}", "Mplus"],
    ["warn", 'three {"a":1}', "Mplus"],
    ["error", 'four {"eventName":"scanCode"}', err.stack, "Mplus"],
  ]);
});
