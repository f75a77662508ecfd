import { readCases } from "../../workbench/cases.js";

/** Prerequisites and the expected end of a documented call: see call-needs.yaml. */
export interface Needs {
  readonly calls: RegExp;
  readonly because?: string;
  readonly before?: string;
  readonly edit?: Readonly<Record<string, string>>;
  readonly server?: string;
  readonly code?: number;
  readonly until?: RegExp;
}

export const needs = readCases("call-needs.yaml", import.meta) as readonly Needs[];

export const findNeeds = (call: string): Needs | undefined => needs.find(({ calls }) => calls.test(call));
