/** What users write with an output, and what a compiler is to think of it: each code is a file of its own. */
export interface TypeGroup {
  readonly title: string;
  /** A range, or one of the names in `outputs.ts`. */
  readonly output: string;
  /** Stands before each code. */
  readonly preamble: string;
  readonly accepted?: readonly string[];
  /** What is refused, by what the complaint must mention. */
  readonly refused?: Readonly<Record<string, readonly string[]>>;
  /** Whether its last lines must mention it: those before repeat the types of the code. */
  readonly isConclusion?: boolean;
}

/** A server as a user sets it up, and what to compare types with. */
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
