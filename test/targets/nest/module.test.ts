import type { Server } from "node:http";
import {
  type INestApplication,
  Injectable,
  Logger,
  type LoggerService,
  type NestApplicationOptions,
  Scope,
} from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { ExpressAdapter } from "@nestjs/platform-express";
import { Test } from "@nestjs/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createNestLog } from "../../../templates/nest/log.js";
import { markMethod } from "../../../templates/nest/on-event.js";
import { post } from "../adapters/client.js";
import { listen } from "../adapters/servers.js";
import { goodBody } from "../receiver/fixture.js";
import { createShop, Customers, decorate, ShopWebhooks } from "./shop.js";

const apps: INestApplication[] = [];
beforeEach(() => Logger.overrideLogger(false));
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close();
});

async function start(app: INestApplication): Promise<number> {
  apps.push(app);
  await app.init();
  return listen(app.getHttpServer() as Server);
}

const answered = {
  status: 200,
  isSigned: true,
  text: '{"scanCode":{"recognized":true,"relationNumber":13}}',
};

/** The options of an app are a class, of which nobody makes instances. */
const createWith = (options: object): Promise<INestApplication> =>
  NestFactory.create(createShop().root, options as NestApplicationOptions);

/** How nest lets an app be made. */
const makers: readonly (readonly [string, () => Promise<INestApplication>])[] = [
  ["as it comes", () => NestFactory.create(createShop().root)],
  ["with raw bodies", () => createWith({ rawBody: true })],
  ["without parsers", () => createWith({ bodyParser: false })],
  ["with a global prefix", async () => (await NestFactory.create(createShop().root)).setGlobalPrefix("api")],
  [
    "in a testing module",
    async () =>
      (await Test.createTestingModule({ imports: [createShop().root] }).compile()).createNestApplication(),
  ],
];

describe.each(makers)("an app %s", (_name, make) => {
  it("hands an event to the method of its class, over the bytes as sent", async () => {
    const port = await start(await make());
    expect(await post(port, "/hooks/mplus/scanCode")).toMatchObject(answered);
    expect(await post(port, "/hooks/mplus/scanCode", { body: `${goodBody} ` })).toMatchObject(answered);
  });

  it("takes bodies that nest's parsers would refuse", async () => {
    const port = await start(await make());
    const large = goodBody.replace("{", `{${" ".repeat(150_000)}`);
    expect(await post(port, "/hooks/mplus/scanCode", { body: large })).toMatchObject(answered);
    expect(await post(port, "/hooks/mplus/scanCode", { body: "{" })).toMatchObject({
      status: 400,
      isSigned: true,
      text: expect.stringContaining("INVALID_JSON") as string,
    });
  });
});

describe("the module", () => {
  it("leaves the bodies of other controllers to nest", async () => {
    const port = await start(await NestFactory.create(createShop().root));
    expect(await post(port, "/echo", { body: '{"a":1}' })).toMatchObject({ text: '{"body":{"a":1}}' });
  });

  it("lets running handlers finish when the app closes", async () => {
    class Slow {
      async scanCode(): Promise<object> {
        closing = app.close();
        await new Promise(setImmediate);
        return { scanCode: { recognized: true } };
      }
    }
    decorate(Slow, "scanCode", markMethod("scanCode"));
    let closing: Promise<void> = Promise.resolve();
    const app = await NestFactory.create(createShop(Slow).root);
    await app.init();
    const port = await listen(app.getHttpServer() as Server);
    expect(await post(port, "/hooks/mplus/scanCode")).toMatchObject({ status: 200, isSigned: true });
    await closing;
  });

  it("takes what a class inherits", async () => {
    class Special extends ShopWebhooks {}
    Injectable()(Special);
    const port = await start(await NestFactory.create(createShop(Special).root));
    expect(await post(port, "/hooks/mplus/scanCode")).toMatchObject(answered);
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
    await expect(app.init()).rejects.toThrow("MplusModule needs express; this app runs on fastify.");
  });
});

class Unmarked {
  scanCode(): object {
    return {};
  }
}

class Twice {
  one(): object {
    return {};
  }
  two(): object {
    return {};
  }
}
decorate(Twice, "one", markMethod("scanCode"));
decorate(Twice, "two", markMethod("scanCode"));

class Typo {
  one(): object {
    return {};
  }
}
decorate(Typo, "one", markMethod("scanCod"));

class Anew extends ShopWebhooks {}
Injectable({ scope: Scope.REQUEST })(Anew);

describe("a class of handlers that is wrong", () => {
  it.each([
    [Unmarked, "Unmarked has no method that is marked with @OnMplus."],
    [Twice, "Twice has two methods for scanCode."],
    [Typo, "handlers.scanCod: there is no such event"],
    [Anew, "scoped"],
  ])("is refused at start: %o", async (handlers, message) => {
    const app = await NestFactory.create(createShop(handlers).root);
    await expect(app.init()).rejects.toThrow(message);
  });

  it("is refused at start when no module provides it", async () => {
    const { root } = createShop();
    const app = await NestFactory.create({ ...root, providers: [Customers] });
    await expect(app.init()).rejects.toThrow("ShopWebhooks");
  });
});

describe("the log", () => {
  it("goes to nest's logger", () => {
    const lines: unknown[][] = [];
    const write =
      (level: string) =>
      (...args: unknown[]) =>
        void lines.push([level, ...args]);
    const logger: LoggerService = {
      debug: write("debug"),
      log: write("log"),
      warn: write("warn"),
      error: write("error"),
    };
    Logger.overrideLogger(logger);
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
});
