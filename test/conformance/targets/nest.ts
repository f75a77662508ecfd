import "reflect-metadata";
import { Module, type LoggerService } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { ExpressAdapter } from "@nestjs/platform-express";
import express from "express";
import { MplusModule, OnMplus, OnMplusError } from "../../../generated/nest/index.js";
import type { MplusOptions } from "../../../generated/receiver/index.js";
import { onServer, type Mount } from "./target.js";

/** Uses our own server: nest stops its own when it closes, so that no request could be rejected. */
const mountNest: Mount = async (options) => {
  const { handlers, onError, ...settings } = options;
  const Webhooks = createClass({ handlers, onError });
  // eslint-disable-next-line @typescript-eslint/no-extraneous-class -- a Nest module is such a class
  class AppModule {}
  Module({
    imports: [MplusModule.register({ path: "mplus", handlers: Webhooks, ...settings })],
    providers: [Webhooks],
  })(AppModule);
  const server = express();
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- so nest has it
  const app = await NestFactory.create(AppModule, new ExpressAdapter(server), {
    abortOnError: false,
    logger: createLogger(options.log),
  });
  await app.init();
  return { listen: (request, response) => void server(request, response), retire: () => app.close() };
};

export const nest = onServer("nest", mountNest);

/** A user's code with decorators: a class with one method per event. */
function createClass({ handlers, onError }: Pick<MplusOptions, "handlers" | "onError">) {
  // eslint-disable-next-line @typescript-eslint/no-extraneous-class -- it gets its methods below
  class Webhooks {}
  for (const [event, value] of Object.entries(handlers)) {
    const descriptor = { value: value as () => undefined, configurable: true };
    Object.defineProperty(Webhooks.prototype, event, descriptor);
    OnMplus(event as "printBill")(Webhooks.prototype, event, descriptor);
  }
  if (onError !== undefined) {
    const descriptor = { value: onError, configurable: true };
    Object.defineProperty(Webhooks.prototype, "onError", descriptor);
    OnMplusError()(Webhooks.prototype, "onError", descriptor);
  }
  return Webhooks;
}

function createLogger(log: MplusOptions["log"]): LoggerService {
  const write = (...words: unknown[]) => log?.debug({ words }, "nest");
  return { log: write, error: write, warn: write, debug: write, verbose: write };
}
