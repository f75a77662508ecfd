import "reflect-metadata";
import { Controller, type DynamicModule, Inject, Injectable, Post, Req, type Type } from "@nestjs/common";
import { toDynamicModule } from "../../../generated/nest/index.js";
import { markMethod } from "../../../generated/nest/index.js";
import { createTestLog, createTestReceiver, type Line } from "../receiver/fixture.js";

/** What `@decorator` does to a method, where that syntax is switched on. */
export function decorate(owner: Type<object>, name: string, decorator: MethodDecorator): void {
  const prototype = owner.prototype as object;
  decorator(prototype, name, Object.getOwnPropertyDescriptor(prototype, name) ?? {});
}

/** Marks a method as the handler of an event. */
export const mark = (owner: Type<object>, name: string, event = name): void =>
  decorate(owner, name, markMethod(event));

/** Another provider, which the handlers get injected. */
export class Customers {
  find(code: string): number {
    return code.length;
  }
}
Injectable()(Customers);

export class ShopWebhooks {
  readonly customers: Customers;

  constructor(customers: Customers) {
    this.customers = customers;
  }

  scanCode({ request }: { request: { scanCode: { scannedCode: string } } }): object {
    const relationNumber = this.customers.find(request.scanCode.scannedCode);
    return { scanCode: { recognized: true, relationNumber } };
  }
}
Injectable()(ShopWebhooks);
Inject(Customers)(ShopWebhooks, undefined, 0);
mark(ShopWebhooks, "scanCode");

/** The rest of the app, which wants its bodies parsed. */
class EchoController {
  echo({ body }: { body: unknown }): unknown {
    return { body };
  }
}
Controller("echo")(EchoController);
decorate(EchoController, "echo", Post());
Req()(EchoController.prototype, "echo", 0);

/** An app whose webhooks, at `/hooks/mplus`, are handled by a class. */
export function createShop(handlers: Type<object> = ShopWebhooks): { root: DynamicModule; lines: Line[] } {
  const { log, lines } = createTestLog();
  const mplus = toDynamicModule(
    Customers,
    { path: "hooks/mplus", handlers },
    // Found by injection, as registerAsync does.
    { imports: [], inject: [], useFactory: () => Promise.resolve({ log }) },
    (settings, methods) =>
      createTestReceiver({ ...settings, handlers: Object.fromEntries(methods) }).receiver,
  );
  const root = {
    module: EchoController,
    imports: [mplus],
    controllers: [EchoController],
    providers: [handlers, Customers],
  };
  return { root, lines };
}
