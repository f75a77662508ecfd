import "reflect-metadata";
import type { Server } from "node:http";
import { Injectable, Logger, Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { afterEach, expect, it } from "vitest";
import { MplusModule, OnMplus, type MplusSettings } from "../../../generated/nest/index.js";
import { scan } from "../../conformance/requests.js";
import { createMemoryInbox } from "../../workbench/memory-inbox.js";
import { post } from "../adapters/client.js";
import { serve, stopServers } from "../adapters/servers.js";
import { secret } from "../receiver/fixture.js";
import { decorate } from "./shop.js";

afterEach(stopServers);

const inbox = createMemoryInbox();

class Configuration {
  readonly settings: MplusSettings = {
    subscriptions: { "shop-12": { secret } },
    queued: { scanCode: () => undefined },
    inbox,
  };
}
Injectable()(Configuration);

// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- a Nest module is such a class
class ConfigurationModule {}
Module({ providers: [Configuration], exports: [Configuration] })(ConfigurationModule);

class Webhooks {
  scanCode(): object {
    return { scanCode: { recognized: true } };
  }
}
Injectable()(Webhooks);
decorate(Webhooks, "scanCode", OnMplus("scanCode") as MethodDecorator);

const root = {
  module: ConfigurationModule,
  imports: [
    MplusModule.registerAsync({
      handlers: Webhooks,
      imports: [ConfigurationModule],
      inject: [Configuration],
      useFactory: ({ settings }: Configuration) => Promise.resolve(settings),
    }),
  ],
  providers: [Webhooks],
};

it("an app whose settings come from a factory answers an event, and stores it for its queued handler", async () => {
  Logger.overrideLogger(false);
  const app = await NestFactory.create(root);
  await app.init();
  const port = await serve({ server: app.getHttpServer() as Server, stop: () => app.close() });
  const body = JSON.stringify(scan());
  const answer = await post(port, "/mplus/scanCode", { body });
  expect(answer).toMatchObject({ status: 200, text: '{"scanCode":{"recognized":true}}', isSigned: true });
  expect(inbox.events).toMatchObject([{ event: "scanCode", body }]);
});
