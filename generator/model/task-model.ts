import type { QuestionEntry } from "../spec/dialect.js";
import type { SettingEntry, SubscriptionsFile } from "../spec/dialect.js";
import type { Release } from "../time/release.js";
import type { FlowModel } from "./flow-model.js";

/** What somebody wants from the till, and the program that does it. */
export interface TaskModel {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly flow: FlowModel;
  /** A program in TypeScript, as it lies in its file. */
  readonly handler: string;
  /** What else the handler is started with, to try it out: `NAME=value`. */
  readonly environment?: readonly string[];
  readonly test: readonly string[];
  readonly unknown: readonly QuestionEntry[];
}

/** What a shop fills in to have events sent. */
export interface SubscriptionModel extends Omit<SubscriptionsFile, "settings"> {
  readonly settings: readonly SettingModel[];
}

export interface SettingModel extends Omit<SettingEntry, "added" | "unknown"> {
  readonly added?: Release;
  readonly unknown: readonly QuestionEntry[];
}
