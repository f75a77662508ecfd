import type { Provenance } from "../spec/dialect.js";
import type { BodyPart, FlowCall, FlowEnd, FlowNote } from "../spec/dialect.js";
import type { ExampleModel } from "./example-model.js";

/** How events follow one another: a graph whose nodes are steps and ends. */
export interface FlowModel {
  readonly name: string;
  readonly title: string;
  /** What somebody wants who needs it, in the words of “I want to …”; undefined if a task says so, or nobody would. */
  readonly want: string | undefined;
  readonly description: string;
  /** Whether it goes the same with any event that takes its answers. */
  readonly anyEvent: boolean;
  /** Whether its samples tell of one and the same. */
  readonly isStory: boolean;
  readonly setUp: readonly FlowSetUpModel[];
  /** It starts with the first of them. */
  readonly steps: readonly [FlowStepModel, ...FlowStepModel[]];
  readonly ends: readonly FlowEnd[];
  readonly notes: readonly FlowNote[];
}

export interface FlowSetUpModel {
  readonly event: string;
  readonly blocking: boolean;
  /** `unknown`: no source says whether it has to be set to polling. */
  readonly polling: boolean | "unknown";
  readonly text: string;
}

/** A request of the POS, and what the answer to it leads to. */
export interface FlowStepModel {
  readonly id: string;
  readonly event: string;
  /** What its request contains, unlike that of other steps of the same event. */
  readonly with?: BodyPart;
  /** Whether it is no event but a report of a fault in an answer. */
  readonly isReport: boolean;
  /** The steps after which it may come, at any time. */
  readonly between: readonly string[];
  readonly text: string;
  readonly do?: string;
  readonly call?: FlowCall;
  readonly provenance?: Provenance;
  readonly next: readonly FlowEdgeModel[];
}

/** What leads on: an answer, something at the till, or both; neither: whatever else is answered. */
export interface FlowEdgeModel {
  readonly answer?: BodyPart;
  readonly till?: string;
  /** A step, an end, or `back`. */
  readonly to: string;
  readonly example?: ExampleModel;
  readonly text?: string;
  readonly provenance?: Provenance;
}

/** Where an edge leads. */
export type FlowTarget =
  | { readonly kind: "step"; readonly step: FlowStepModel }
  | { readonly kind: "end"; readonly end: FlowEnd }
  | { readonly kind: "back" };
