import "reflect-metadata";
import type { Server } from "node:http";
import { type INestApplication, Injectable, Logger, Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  createHandleStored,
  MplusModule,
  OnMplus,
  type MplusSettings,
} from "../../../generated/nest/index.js";
import { createMemoryInbox } from "../../workbench/memory-inbox.js";
import { post } from "../adapters/client.js";
import { listen } from "../adapters/servers.js";
import { secret } from "../receiver/fixture.js";
import { decorate } from "./shop.js";

const inbox = createMemoryInbox();
const codes: string[] = [];

/** What a configuration service holds, which is injected into the factory. */
class Configuration {
  readonly settings: MplusSettings = {
    subscriptions: { "shop-12": { secret } },
    queued: {
      scanCode: async ({ request, attempt, transaction }) => {
        await transaction?.query("insert");
        codes.push(`${request.scanCode.scannedCode}, attempt ${attempt}`);
      },
    },
    inbox,
  };
}
Injectable()(Configuration);

// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- what a module of nest's is
class ConfigurationModule {}
Module({ providers: [Configuration], exports: [Configuration] })(ConfigurationModule);

class Webhooks {
  startSession(): object {
    return {};
  }
}
Injectable()(Webhooks);
decorate(Webhooks, "startSession", OnMplus("startSession") as MethodDecorator);

// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- what a module of nest's is
class AppModule {}
Module({
  imports: [
    MplusModule.registerAsync({
      path: "mplus",
      handlers: Webhooks,
      imports: [ConfigurationModule],
      inject: [Configuration],
      useFactory: async ({ settings }: Configuration) => {
        await Promise.resolve();
        return settings;
      },
    }),
  ],
  providers: [Webhooks],
})(AppModule);

const scan = JSON.stringify({
  event: { eventBlocking: true, eventCounter: 1, eventTimestamp: "2026-11-20T10:15:00.000+01:00" },
  sender: { branchNumber: 1, workplaceNumber: 2 },
  session: { sessionId: "0f8fad5b-d9cb-469f-a165-70867728950e" },
  scanCode: { scannedCode: "8711", codeType: "barcode" },
});

describe("an app whose settings come from a factory", () => {
  let app: INestApplication;
  beforeEach(async () => {
    Logger.overrideLogger(false);

    app = await NestFactory.create(AppModule);
    await app.init();
  });
  afterEach(() => app.close());

  it("stores what its queued handlers handle, in its inbox", async () => {
    const port = await listen(app.getHttpServer() as Server);
    expect(await post(port, "/mplus/scanCode", { body: scan })).toMatchObject({
      status: 200,
      text: "{}",
      isSigned: true,
    });
    expect([inbox.events.map(({ event, body }) => [event, body]), codes]).toEqual([[["scanCode", scan]], []]);
    const { settings } = app.get(Configuration, { strict: false });
    await inbox.handleAll(createHandleStored({ ...settings, handlers: {} }));
    expect(codes).toEqual(["8711, attempt 0"]);
  });
});
