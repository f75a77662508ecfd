import type { DynamicModule, FactoryProvider, Type } from "@nestjs/common";
import { HttpAdapterHost, ModuleRef } from "@nestjs/core";
import { createReadEvent } from "../receiver/event-path.js";
import { toNodeListener, type NodeListener } from "../receiver/node-http.js";
import type { Receiver } from "../receiver/receiver.js";
import { findMethods, type Method } from "./on-event.js";

/** Where the webhooks live, and who handles them. */
export interface Mounting {
  /** The path before the name of the event; a global prefix is not put before it. Default: `mplus`. */
  readonly path?: string | undefined;
  /** A provider of any module of the app, with methods that are marked with `@OnMplus`. */
  readonly handlers: Type<object>;
}

/** The other options, found as any factory of nest's finds things. */
export type Settings<T> = Pick<DynamicModule, "imports"> &
  Pick<FactoryProvider<T>, "useFactory"> &
  Partial<Pick<FactoryProvider<T>, "inject">>;

/** Makes the module: one provider, which mounts the webhooks and lives as long as the app. */
export function toDynamicModule<T>(
  module: Type,
  { path = "mplus", handlers }: Mounting,
  { imports = [], inject = [], useFactory }: Settings<T>,
  createReceiver: (settings: T, methods: ReadonlyMap<string, Method>) => Receiver,
): DynamicModule {
  const settings = { provide: Symbol("Mplus settings"), inject, useFactory };
  const endpoint: FactoryProvider = {
    provide: Symbol("Mplus endpoint"),
    inject: [HttpAdapterHost, ModuleRef, settings.provide],
    useFactory: (host: HttpAdapterHost, app: ModuleRef, value: T) =>
      createEndpoint(host, `/${path.replace(/^\/+/, "")}`, () =>
        createReceiver(value, findMethods(app.get(handlers, { strict: false }))),
      ),
  };
  return { module, imports, providers: [settings, endpoint] };
}

/** Nest parses bodies from `app.init()` on: who wants the bytes has to be there when the app is made. */
function createEndpoint(host: HttpAdapterHost, path: string, createReceiver: () => Receiver) {
  let listener: NodeListener | undefined;
  const readEvent = createReadEvent();
  const handle = (...[request, response, next]: [...Parameters<NodeListener>, () => void]) => {
    if (listener) listener(request, response);
    else next();
  };
  // In a testing module the adapter comes later.
  host.init$.subscribe(() => {
    if (platformOf(host) === "express") host.httpAdapter.use(path, handle);
  });
  return {
    onModuleInit() {
      const platform = platformOf(host) ?? "express";
      if (platform !== "express") throw new Error(`MplusModule needs express; this app runs on ${platform}.`);
      // Express takes the mount path off the URL.
      listener = toNodeListener(createReceiver(), ({ url }) => readEvent(url));
    },
    onModuleDestroy: () => listener?.close(),
  };
}

/** An app without HTTP (a script, a worker of a queue) may import the module, and serves nothing. */
function platformOf({ httpAdapter }: { readonly httpAdapter?: { getType(): string } | null }) {
  return httpAdapter?.getType();
}
