import "reflect-metadata";
import { Controller, type DynamicModule, Inject, Injectable, Post, Req, type Type } from "@nestjs/common";
import { toDynamicModule } from "../../../generated/nest/index.js";
import { markMethod } from "../../../generated/nest/index.js";
import { createTestLog, createTestReceiver, type Line } from "../receiver/fixture.js";

/** As `@decorator` does where that syntax is enabled. */
export function decorate(owner: Type<object>, name: string, decorator: MethodDecorator): void {
  const prototype = owner.prototype as object;
  decorator(prototype, name, Object.getOwnPropertyDescriptor(prototype, name) ?? {});
}

export const mark = (owner: Type<object>, name: string, event = name): void =>
  decorate(owner, name, markMethod(event));

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

class EchoController {
  echo({ body }: { body: unknown }): unknown {
    return { body };
  }
}
Controller("echo")(EchoController);
decorate(EchoController, "echo", Post());
Req()(EchoController.prototype, "echo", 0);

export function createShop(handlers: Type<object> = ShopWebhooks): { root: DynamicModule; lines: Line[] } {
  const { log, lines } = createTestLog();
  const mplus = toDynamicModule(
    Customers,
    { path: "hooks/mplus", handlers },
    // Injected, like the dependencies of registerAsync.
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
