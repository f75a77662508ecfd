// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { DynamicModule, FactoryProvider, Type } from "@nestjs/common";
import { HttpAdapterHost, ModuleRef } from "@nestjs/core";
import { createEventNameReader } from "../receiver/http/event-path.js";
import { toNodeListener, type NodeListener } from "../receiver/http/node-http.js";
import type { Receiver } from "../receiver/api/receiver.js";
import { findMethods, type Method } from "./on-event.js";

/** The path of the webhooks, and the provider that handles them. */
export interface Mounting {
  /** The path before the name of the event; a global prefix is not put before it. Default: `mplus`. */
  readonly path?: string | undefined;
  /** A provider of any module of the app, with methods that are marked with `@OnMplus`. */
  readonly handlers: Type<object>;
}

/** The other options, from a Nest factory. */
export type Settings<T> = Pick<DynamicModule, "imports"> &
  Pick<FactoryProvider<T>, "useFactory"> &
  Partial<Pick<FactoryProvider<T>, "inject">>;

/** Creates the module: one provider, which mounts the webhooks for as long as the app runs. */
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

/** Mounts the webhooks when the app is created, because Nest parses bodies from `app.init()` on. */
function createEndpoint(host: HttpAdapterHost, path: string, createReceiver: () => Receiver) {
  let listener: NodeListener | undefined;
  const readEventName = createEventNameReader();
  const handle = (...[request, response, next]: [...Parameters<NodeListener>, () => void]) => {
    if (listener) listener(request, response);
    else next();
  };
  // In a testing module the adapter is set later.
  host.init$.subscribe(() => {
    if (getPlatform(host) === "express") host.httpAdapter.use(path, handle);
  });
  return {
    onModuleInit() {
      const platform = getPlatform(host) ?? "express";
      if (platform !== "express") throw new Error(`MplusModule needs express; this app runs on ${platform}.`);
      // Express strips the mount path from the URL.
      listener = toNodeListener(createReceiver(), ({ url }) => readEventName(url));
    },
    onModuleDestroy: () => listener?.close(),
  };
}

/** The HTTP platform; undefined for an app without HTTP (a script, a queue worker), which serves nothing. */
function getPlatform({ httpAdapter }: { readonly httpAdapter?: { getType(): string } | null }) {
  return httpAdapter?.getType();
}
