import type { Provenance } from "./dialect.js";

/** How events follow one another: a graph whose nodes are steps and ends. The first step is where it starts. */
export interface FlowFile {
  readonly title: string;
  /** What somebody wants who needs it, in the words of “I want to …”. */
  readonly want?: string;
  readonly description: string;
  /** True: it goes the same with any event that takes its answers; the steps show it with one. */
  readonly anyEvent?: boolean;
  /** What the request of each of its samples contains: by this they are one story. */
  readonly story?: BodyPart;
  readonly setUp: readonly FlowSetUp[];
  readonly steps: readonly FlowStepFile[];
  readonly ends: readonly FlowEnd[];
  readonly notes?: readonly (string | FlowNote)[];
}

/** What the subscription has to say of an event. */
export interface FlowSetUp {
  readonly event: string;
  readonly blocking?: boolean;
  /** `unknown`: no source says whether it has to be set to polling. */
  readonly polling?: boolean | "unknown";
  readonly text: string;
}

/** A request of the POS, and what your answer to it leads to. */
export interface FlowStepFile {
  readonly id: string;
  readonly event: string;
  /** What its request contains, unlike that of other steps of the same event. */
  readonly with?: BodyPart;
  /** True: it is no event but a report of a fault in an answer. */
  readonly report?: boolean;
  /** The steps after any of which it may come, at any time, because of something at the till. */
  readonly between?: readonly string[];
  readonly text: string;
  /** What you have to do for the flow to go on. */
  readonly do?: string;
  /** A request of your own: to the address at a pointer into the request. */
  readonly call?: FlowCall;
  readonly provenance?: Provenance;
  readonly next: readonly FlowEdgeFile[];
}

export interface FlowCall {
  readonly address: string;
  /** In the words that follow "and". */
  readonly when: string;
  readonly text: string;
  readonly provenance?: Provenance;
}

/** What leads on: an answer, something at the till, or both; neither: whatever else is answered. */
export interface FlowEdgeFile {
  readonly answer?: BodyPart;
  readonly till?: string;
  /** A step, an end, or `back`: what would have come, had the step not come between. */
  readonly to: string;
  readonly example?: string;
  readonly text?: string;
  readonly provenance?: Provenance;
}

export interface FlowEnd {
  readonly id: string;
  readonly text: string;
}

export interface FlowNote {
  readonly text: string;
  readonly provenance?: Provenance;
}

/** What a body has to contain, see `contains`. */
export type BodyPart = Readonly<Record<string, unknown>>;

/** Where a step leads that came between others: to what would have come without it. */
export const back = "back";
