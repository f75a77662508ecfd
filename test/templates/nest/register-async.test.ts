import "reflect-metadata";
import type { Server } from "node:http";
import { Injectable, Logger, Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { afterEach, expect, it } from "vitest";
import {
  createHandleStored,
  MplusModule,
  OnMplus,
  type MplusSettings,
} from "../../../generated/nest/index.js";
import { eventOf } from "../../conformance/requests.js";
import { createMemoryInbox } from "../../workbench/memory-inbox.js";
import { post } from "../adapters/client.js";
import { serve, stopServers } from "../adapters/servers.js";
import { secret } from "../receiver/fixture.js";
import { decorate } from "./shop.js";

afterEach(stopServers);

const inbox = createMemoryInbox();
const codes: string[] = [];

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

// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- a Nest module is such a class
class ConfigurationModule {}
Module({ providers: [Configuration], exports: [Configuration] })(ConfigurationModule);

class Webhooks {
  startSession(): object {
    return {};
  }
}
Injectable()(Webhooks);
decorate(Webhooks, "startSession", OnMplus("startSession") as MethodDecorator);

// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- a Nest module is such a class
class AppModule {}
Module({
  imports: [
    MplusModule.registerAsync({
      path: "mplus",
      handlers: Webhooks,
      imports: [ConfigurationModule],
      inject: [Configuration],
      useFactory: ({ settings }: Configuration) => Promise.resolve(settings),
    }),
  ],
  providers: [Webhooks],
})(AppModule);

it("an app whose settings come from a factory stores what its queued handlers handle, in its inbox", async () => {
  Logger.overrideLogger(false);
  const app = await NestFactory.create(AppModule);
  await app.init();
  const port = await serve({ server: app.getHttpServer() as Server, stop: () => app.close() });
  const body = JSON.stringify(eventOf({ scanCode: { scannedCode: "8711", codeType: "barcode" } }));
  const answer = await post(port, "/mplus/scanCode", { body });
  expect(answer).toMatchObject({ status: 200, text: "{}", isSigned: true });
  expect(inbox.events).toMatchObject([{ event: "scanCode", body }]);
  expect(codes).toEqual([]);
  const { settings } = app.get(Configuration, { strict: false });
  await inbox.handleAll(createHandleStored({ ...settings, handlers: {} }));
  expect(codes).toEqual(["8711, attempt 0"]);
});
