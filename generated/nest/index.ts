// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { Module, type DynamicModule } from "@nestjs/common";
import {
  createReceiver,
  type ErrorContext,
  type ErrorHandler,
  type MplusContext,
  type MplusEventHandler,
  type MplusOptions as ReceiverOptions,
} from "../receiver/index.js";
import type { ErrorRequest, WebhookEventName } from "../types/index.js";
import { createNestLog } from "./log.js";
import { toDynamicModule, type Mounting, type Settings } from "./module.js";
import { markMethod, type MethodDecoratorOf } from "./on-event.js";

export type { MplusContext, MplusEventHandler };

/** What a receiver may be told; its handlers are methods. */
export type MplusSettings = Omit<ReceiverOptions, "handlers" | "onError">;

/** The subscriptions, where the webhooks live, and the class that handles them. */
export type MplusModuleOptions = MplusSettings & Mounting;

/** The same, where a factory finds the settings: in a service of configuration, say. */
export type MplusModuleAsyncOptions = Settings<MplusSettings> & Mounting;

/** What the method for error reports gets. */
export type MplusErrorContext = ErrorContext<ErrorRequest, WebhookEventName>;

/** Has a method answer an event: `@OnMplus("scanCode")`. One that takes or answers another thing does not compile. */
export function OnMplus<E extends WebhookEventName>(
  event: E,
): MethodDecoratorOf<MplusEventHandler<E>> {
  return markMethod(event);
}

/** Has a method told when the POS could not use an answer. */
export function OnMplusError(): MethodDecoratorOf<ErrorHandler<ErrorRequest, WebhookEventName>> {
  return markMethod("onError");
}

/** The webhooks, as a module: `imports: [MplusModule.register({ path: "mplus", handlers: ShopWebhooks, … })]`. */
export class MplusModule {
  /** An option that is wrong is an error at start, in one sentence. */
  static register({ path, handlers, ...settings }: MplusModuleOptions): DynamicModule {
    return MplusModule.registerAsync({ path, handlers, useFactory: () => settings });
  }

  /** Finds the settings with a factory. */
  static registerAsync({ path, handlers, ...settings }: MplusModuleAsyncOptions): DynamicModule {
    return toDynamicModule(MplusModule, { path, handlers }, settings, (found, methods) => {
      const { onError, ...events } = Object.fromEntries(methods);
      return createReceiver({ log: createNestLog(), ...found, handlers: events, onError });
    });
  }
}

Module({})(MplusModule);
