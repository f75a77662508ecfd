// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { Module, type DynamicModule } from "@nestjs/common";
import {
  createReceiver,
  type ErrorContext,
  type ErrorHandler,
  type MplusEventHandler,
  type MplusExact,
  type MplusExactHandler,
  type MplusExactQueued,
  type MplusHandlers,
  type MplusLooseQueued,
  type MplusOptions as ReceiverOptions,
  type MplusQueuedHandlers,
} from "../receiver/index.js";
import type { ErrorRequest, WebhookEventName } from "../types/index.js";
import { createNestLog } from "./log.js";
import { toDynamicModule, type Mounting, type Settings } from "./module.js";
import { markMethod, type TypedMethodDecorator } from "./on-event.js";

export * from "../receiver/index.js";

/** All options of a receiver but its handlers, which are methods. */
export type MplusSettings<T = MplusHandlers, Q = MplusQueuedHandlers> = Omit<
  ReceiverOptions<MplusHandlers, T, Q>,
  "handlers" | "onError"
>;

/** The settings, the path of the webhooks, and the class that handles them. */
export type MplusModuleOptions<T = MplusHandlers, Q = MplusQueuedHandlers> = MplusSettings<T, Q> & Mounting;

/** The same, with settings from a factory (a configuration service, say). */
export type MplusModuleAsyncOptions = Settings<MplusSettings> & Mounting;

/** What the method for error reports gets. */
export type MplusErrorContext = ErrorContext<ErrorRequest, WebhookEventName>;

/**
 * Marks the handler of an event: `@OnMplus("scanCode")`. A method of another type does not compile, nor does one that answers
 * with a property that does not exist.
 */
export function OnMplus<E extends WebhookEventName>(
  event: E,
): <H extends MplusEventHandler<E>>(
  prototype: object,
  name: string | symbol,
  descriptor: TypedPropertyDescriptor<MplusExactHandler<E, H>>,
) => void {
  return markMethod(event);
}

/** Marks the method that gets the reports of the POS that it could not use an answer. */
export function OnMplusError(): TypedMethodDecorator<ErrorHandler<ErrorRequest, WebhookEventName>> {
  return markMethod("onError");
}

/** The webhooks, as a module: `imports: [MplusModule.register({ path: "mplus", handlers: ShopWebhooks, … })]`. */
export class MplusModule {
  /** The start of the app fails, with one sentence, if an option is wrong. */
  static register<T extends MplusHandlers = MplusHandlers, Q extends MplusLooseQueued = MplusQueuedHandlers>({
    path,
    handlers,
    ...settings
  }: MplusModuleOptions<MplusExact<T>, MplusExactQueued<Q>>): DynamicModule {
    return createModule({ path, handlers }, { useFactory: () => settings });
  }

  /** Gets the settings from a factory. */
  static registerAsync({ path, handlers, ...settings }: MplusModuleAsyncOptions): DynamicModule {
    return createModule({ path, handlers }, settings);
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
