// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import { Logger, Module, SetMetadata } from "@nestjs/common";
import type { DynamicModule, FactoryProvider, Type } from "@nestjs/common";
import { HttpAdapterHost, MetadataScanner, ModuleRef, Reflector } from "@nestjs/core";
import {
  createReceiver,
  type ErrorContext,
  type ErrorHandler,
  type Log,
  type LogFields,
  type MplusExact,
  type MplusExactHandler,
  type MplusExactQueued,
  type MplusHandlers,
  type MplusLooseQueued,
  type MplusOptions as ReceiverOptions,
  type MplusQueuedHandlers,
  type Receiver,
} from "../receiver/index.js";
import { toNodeListener, type NodeListener } from "../receiver/node.js";
import { isError } from "../receiver/values.js";
import type { ErrorRequest, WebhookEventName } from "../types/index.js";

export * from "../receiver/index.js";

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

/** A decorator that only compiles on methods that can be called as `Wanted`. */
export type TypedMethodDecorator<Wanted> = <Own extends Wanted>(
  prototype: object,
  name: string | symbol,
  descriptor: TypedPropertyDescriptor<Own>,
) => void;

/** All options of a receiver but its handlers, which are methods. */
export type MplusSettings<T = MplusHandlers, Q = MplusQueuedHandlers> = Omit<
  ReceiverOptions<MplusHandlers, T, Q>,
  "handlers" | "onError"
>;

/** The settings, the path of the webhooks, and the class of their handlers. */
export type MplusModuleOptions<T = MplusHandlers, Q = MplusQueuedHandlers> = MplusSettings<T, Q> & Mounting;

/** The same, with settings from a factory (a configuration service, say). */
export type MplusModuleAsyncOptions = Settings<MplusSettings> & Mounting;

/** The argument of the method for error reports. */
export type MplusErrorContext = ErrorContext<ErrorRequest, WebhookEventName>;

/** Marks the handler of an event: `@OnMplus("scanCode")`. A method of another type, or with a misspelt answer, does not compile. */
export function OnMplus<E extends WebhookEventName>(
  event: E,
): <H>(
  prototype: object,
  name: string | symbol,
  descriptor: TypedPropertyDescriptor<H & MplusExactHandler<E, H>>,
) => void {
  return markMethod(event);
}

/** Marks the method that gets the reports of the POS that it could not use an answer. */
export function OnMplusError(): TypedMethodDecorator<ErrorHandler<ErrorRequest, WebhookEventName>> {
  return markMethod("onError");
}

/** The webhooks, as a module: `imports: [MplusModule.register({ path: "mplus", handlers: ShopWebhooks, … })]`. */
export class MplusModule {
  /** Linters refuse a class with nothing but static methods. */
  readonly name = "MplusModule";

  /** The start of the app fails, with one sentence, if an option is wrong. */
  static register<T = MplusHandlers, Q extends MplusLooseQueued = MplusQueuedHandlers>(
    options: MplusModuleOptions<MplusExact<T>, MplusExactQueued<Q>>,
  ): DynamicModule {
    return createModule(options, { useFactory: () => options });
  }

  /** Gets the settings from a factory. */
  static registerAsync(options: MplusModuleAsyncOptions): DynamicModule {
    return createModule(options, options);
  }
}

function createModule(
  mounting: Mounting,
  settings: Settings<MplusSettings<MplusHandlers, MplusLooseQueued>>,
): DynamicModule {
  return toDynamicModule(MplusModule, mounting, settings, (found, methods) => {
    const { onError, ...events } = Object.fromEntries(methods);
    const options = { log: createNestLog(), ...found, handlers: events, onError };
    return createReceiver<MplusHandlers, MplusHandlers, MplusLooseQueued>(options);
  });
}

Module({})(MplusModule);

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
  const handle = (...[request, response, next]: [...Parameters<NodeListener>, () => void]) => {
    if (listener) listener(request, response);
    else next();
  };
  // An app without HTTP (a script, a queue worker) has no adapter, and serves nothing.
  const getPlatform = () => (host.httpAdapter as typeof host.httpAdapter | null)?.getType();
  // In a testing module the adapter is set later.
  host.init$.subscribe(() => {
    if (getPlatform() === "express") host.httpAdapter.use(path, handle);
  });
  return {
    onModuleInit() {
      const platform = getPlatform() ?? "express";
      if (platform !== "express") throw new Error(`MplusModule needs express; this app runs on ${platform}.`);
      // Express strips the mount path from the URL.
      listener = toNodeListener(createReceiver());
    },
    onModuleDestroy: () => listener?.close(),
  };
}

/** Marks a method as the handler of an event. */
export const markMethod = (event: string) => SetMetadata("mplus:event", event);

/** A method, bound to its object. */
export type Method = (context: unknown) => unknown;

/**
 * The marked methods of an object, inherited ones included, by their events.
 * @throws Error if two have the same event, or none is marked.
 */
export function findMethods(target: object): ReadonlyMap<string, Method> {
  const { name } = target.constructor;
  const methods = new Map<string, Method>();
  for (const key of new MetadataScanner().getAllMethodNames(target)) {
    const method = (target as Readonly<Record<string, Method>>)[key];
    const event = method && new Reflector().get<string | undefined, string>("mplus:event", method);
    if (event === undefined) continue;
    if (methods.has(event)) throw new Error(`${name} has two methods for ${event}.`);
    methods.set(event, (context) => method?.call(target, context));
  }
  if (methods.size === 0) throw new Error(`${name} has no method that is marked with @OnMplus.`);
  return methods;
}

/** Creates a log that writes to the logger of the Nest app. */
export function createNestLog(): Log {
  const logger = new Logger("Mplus");
  return {
    debug: (fields, message) => logger.debug(format(fields, message)),
    info: (fields, message) => logger.log(format(fields, message)),
    warn: (fields, message) => logger.warn(format(fields, message)),
    error: ({ err, ...fields }, message) =>
      logger.error(format(fields, message), isError(err) ? err.stack : undefined),
  };
}

function format(fields: LogFields, message: string): string {
  const toText = (_name: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);
  return `${message} ${JSON.stringify(fields, toText)}`;
}
