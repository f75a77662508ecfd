// Plain JavaScript has no decorators, so Nest's decorators are called as functions.
import "reflect-metadata";
import { Controller, HttpCode, Logger, Module, Post, Req, Res } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";

async function serve(module, options) {
  class AppModule {}
  Module(module)(AppModule);
  Logger.overrideLogger(false);
  const app = await NestFactory.create(AppModule, options);
  await app.init();
  return app.getHttpServer();
}

export function createNest(answer) {
  class Webhooks {
    scanCode() {
      return answer;
    }
  }
  Controller("mplus")(Webhooks);
  decorate(Webhooks, Post("scanCode"), HttpCode(200));
  return serve({ controllers: [Webhooks] });
}

/**
 * The same app with handwritten verification, checks and signature. Nest provides the raw bytes beside the parsed
 * body.
 */
export function createNestByHand(verify, respond) {
  class Webhooks {
    scanCode(request, response) {
      verify(request.rawBody, request.get("X-Mplus-Signature"));
      const { text, headers } = respond(request.body);
      response.set(headers);
      return text;
    }
  }
  Controller("mplus")(Webhooks);
  decorate(Webhooks, Post("scanCode"), HttpCode(200));
  Req()(Webhooks.prototype, "scanCode", 0);
  Res({ passthrough: true })(Webhooks.prototype, "scanCode", 1);
  return serve({ controllers: [Webhooks] }, { rawBody: true });
}

export function createOurNest({ MplusModule, OnMplus }, { subscriptions, answer }) {
  class Webhooks {
    scanCode() {
      return answer;
    }
  }
  decorate(Webhooks, OnMplus("scanCode"));
  const imports = [MplusModule.register({ path: "mplus", handlers: Webhooks, subscriptions })];
  return serve({ imports, providers: [Webhooks] });
}

const decorate = (type, ...decorators) =>
  decorators.forEach((decorator) =>
    decorator(type.prototype, "scanCode", Object.getOwnPropertyDescriptor(type.prototype, "scanCode")),
  );
