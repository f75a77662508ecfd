/** Each code is a separate file. */
export interface TypeGroup {
  readonly title: string;
  /** A range, or a name in `outputs.ts`. */
  readonly output: string;
  readonly preamble: string;
  readonly accepted?: readonly string[];
  readonly refused?: Readonly<Record<string, readonly string[]>>;
  /** True if the last lines of the message must contain it: the lines before repeat the types of the code. */
  readonly isConclusion?: boolean;
}

export const routerPreamble = `
import express from "express";
import { createMplusRouter, type MplusOptions } from "./express/index.js";
import type * as Types from "./types/index.js";
import * as validators from "./validators/index.js";
const mount = (handlers: MplusOptions["handlers"], onError?: MplusOptions["onError"]) =>
  express().use("/mplus", createMplusRouter({ subscriptions: {}, handlers, onError }));
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;
const isTrue = <T extends true>(..._: T[]) => undefined;
declare const isKnown: boolean;
declare const body: unknown;
void [mount, isTrue, isKnown, body, validators];
export type Everything = Types.WebhookEventName;
`;
