import type { Place } from "../../../../problem/problem.js";
import { back, type FlowEdgeFile, type FlowFile, type FlowStepFile } from "../../../flow-file.js";
import { joinPointer } from "../../../pointer.js";

/** An edge of a flow, the step that it leaves, and their places in the file. */
export interface VisitedEdge {
  readonly step: FlowStepFile;
  readonly edge: FlowEdgeFile;
  readonly at: readonly [step: number, edge: number];
}

/** Every edge of a flow. */
export const visitEdges = ({ steps }: FlowFile): VisitedEdge[] =>
  steps.flatMap((step, i) => step.next.map((edge, j) => ({ step, edge, at: [i, j] as const })));

/** What an edge that leaves a step may name. */
export const listTargets = ({ steps, ends }: FlowFile, { between }: FlowStepFile): string[] => [
  ...[...steps, ...ends].map(({ id }) => id),
  ...(between ? [back] : []),
];

/** The file of a flow. */
export const flowPath = (name: string): string => `flows/${name}.json`;

/** The place of a part of a step. */
export const stepPlace = (file: string, step: number, ...part: readonly (string | number)[]): Place => ({
  file,
  pointer: joinPointer("", "steps", step, ...part),
});

/** The place of a part of an edge. */
export const edgePlace = (file: string, [step, edge]: VisitedEdge["at"], ...part: readonly string[]): Place =>
  stepPlace(file, step, "next", edge, ...part);
