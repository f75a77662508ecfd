import "reflect-metadata";
import type { RequestListener } from "node:http";
import {
  Inject,
  Injectable,
  Logger,
  Module,
  type DynamicModule,
  type INestApplication,
  type LoggerService,
  type NestApplicationOptions,
  type Type,
} from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { ExpressAdapter } from "@nestjs/platform-express";
import { Test } from "@nestjs/testing";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { createNestLog, markMethod, MplusModule } from "../../../generated/nest/index.js";
import { answered, refusal } from "../../conformance/answers.js";
import { post, scan, type Post as Change } from "../../conformance/requests.js";
import { createMemoryInbox } from "../../workbench/memory-inbox.js";
import { createShop, serve } from "../adapters/shop.js";

beforeEach(() => Logger.overrideLogger(false));

/** As `@decorator` does where that syntax is enabled. */
function decorate(owner: Type<object>, name: string, decorator: MethodDecorator): void {
  const prototype = owner.prototype as object;
  decorator(prototype, name, Object.getOwnPropertyDescriptor(prototype, name) ?? {});
}
const mark = (owner: Type<object>, name: string, event = name): void =>
  decorate(owner, name, markMethod(event));

class Customers {
  find(code: string): number {
    return code.length;
  }
}
class ShopWebhooks {
  readonly customers: Customers;
  constructor(customers: Customers) {
    this.customers = customers;
  }
  scanCode({ request }: { request: { scanCode: { scannedCode: string } } }): object {
    return {
      scanCode: { recognized: true, relationNumber: this.customers.find(request.scanCode.scannedCode) },
    };
  }
}
Injectable()(ShopWebhooks);
Inject(Customers)(ShopWebhooks, undefined, 0);
mark(ShopWebhooks, "scanCode");
class Special extends ShopWebhooks {}
Injectable()(Special);

const { subscriptions, log } = createShop().options;
const settings = { subscriptions, log };
const inbox = createMemoryInbox();

/** A provider of another module, as a configuration service is. */
class Configuration {
  readonly settings = { ...settings, inbox, queued: { scanCode: () => undefined } };
}
/* eslint-disable @typescript-eslint/no-extraneous-class -- Nest modules are such classes */
class AppModule {}
class ConfigurationModule {}
/* eslint-enable */
Module({ providers: [Configuration], exports: [Configuration] })(ConfigurationModule);

function createRoot(handlers: Type<object> = ShopWebhooks, isAsync = false): DynamicModule {
  const mounting = { path: "hooks/mplus", handlers };
  const factory = {
    imports: [ConfigurationModule],
    inject: [Configuration],
    useFactory: (found: Configuration) => Promise.resolve(found.settings),
  };
  const mplus = isAsync
    ? MplusModule.registerAsync({ ...mounting, ...factory })
    : MplusModule.register({ ...mounting, ...settings });
  return { module: AppModule, imports: [mplus], providers: [handlers, Customers] };
}

async function open(app: INestApplication) {
  await app.init();
  const { send } = await serve(app.getHttpAdapter().getInstance() as RequestListener);
  onTestFinished(() => app.close());
  return (change: Change = {}) => send(post({ path: "/hooks/mplus/scanCode", ...change }));
}

const recognized = answered({ scanCode: { recognized: true, relationNumber: 20 } });
const createApp = (...given: Parameters<typeof createRoot>) => NestFactory.create(createRoot(...given));
/** Nest declares the options of an app as a class, which is never instantiated. */
const createWith = (options: object) => NestFactory.create(createRoot(), options as NestApplicationOptions);
const createInTest = async () =>
  (await Test.createTestingModule({ imports: [createRoot()] }).compile()).createNestApplication();

it.each<[string, () => Promise<INestApplication>]>([
  ["whose handlers are inherited", () => createApp(Special)],
  ["with raw bodies", () => createWith({ rawBody: true })],
  ["with a global prefix", async () => (await createApp()).setGlobalPrefix("api")],
  ["in a testing module", createInTest],
])("hands an event to its method, over the bytes as sent, in an app %s", async (_name, make) => {
  const send = await open(await make());
  expect(await send()).toEqual(recognized);
  expect(await send({ body: JSON.stringify(scan(), null, 2) })).toEqual(recognized);
  expect(await send({ body: scan({ large: "x".repeat(150_000) }) })).toEqual(recognized);
  expect(await send({ body: "{" })).toEqual(refusal.notJson);
});

it("stores an event for a queued handler, with settings from a factory", async () => {
  const send = await open(await createApp(ShopWebhooks, true));
  expect(await send()).toEqual(recognized);
  expect(inbox.events.map(({ event }) => event)).toEqual(["scanCode"]);
});

describe("the module", () => {
  it("leaves other paths to nest", async () => {
    const body: unknown = expect.stringContaining("Cannot POST /echo");
    expect(await (await open(await createApp()))({ path: "/echo" })).toMatchObject({ status: 404, body });
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
    expect(await (await open(app))()).toMatchObject({ status: 200 });
    await closing;
  });

  it("does nothing in an app without HTTP", async () => {
    const context = await NestFactory.createApplicationContext(createRoot());
    expect(context.get(ShopWebhooks, { strict: false })).toBeInstanceOf(ShopWebhooks);
    await context.close();
  });

  it("says at start that it cannot work on another platform", async () => {
    class Other extends ExpressAdapter {
      override getType(): string {
        return "fastify";
      }
    }
    const app = await NestFactory.create(createRoot(), new Other());
    await expect(app.init()).rejects.toThrow("MplusModule requires Express; this app runs on fastify.");
  });

  class Unmarked {
    one(): void {
      this.one();
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
  it.each([
    ["no decorated method", Unmarked, "Unmarked has no method decorated with @OnMplus."],
    ["two methods for an event", Twice, "Twice has two methods for scanCode."],
  ])("refuses at start a class with %s", async (_name, handlers, message) => {
    await expect((await createApp(handlers)).init()).rejects.toThrow(message);
  });
});

it("logs to nest's logger", () => {
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
  log.warn({ a: 1n }, "three");
  log.error({ eventName: "scanCode", err }, "four");
  expect(lines).toEqual([
    ["debug", 'one {"a":1}', "Mplus"],
    ["log", "two {}", "Mplus"],
    ["warn", 'three {"a":"1"}', "Mplus"],
    ["error", 'four {"eventName":"scanCode"}', err.stack, "Mplus"],
  ]);
});
