import type { Range } from "../../../workbench/emit.js";

/** What a user writes, and what the compiler is to think of it with the output of a range. */
export interface TypeCase {
  readonly name: string;
  readonly range: Range;
  readonly code: string;
  /** What the compiler's complaint must mention; left out where it must not complain. */
  readonly refused?: string;
}

/** Stands before each case: a server as a user sets it up, and what to compare types with. */
export const preamble = `
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
