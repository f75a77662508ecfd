import type { Position } from "../../problem/problem.js";
import type { Json, JsonObject } from "../../json.js";
import type { Action, Scenario, Step } from "../scenario.js";
import { listActions } from "./check-steps.js";
import { parseDuration } from "./duration.js";

/** Which scenario of which file. */
interface Origin {
  readonly file: string;
  /** How many scenarios stand before it in the file. */
  readonly index: number;
}

type Checked = Omit<Scenario, "name" | "file" | "values" | "steps"> & {
  readonly name?: string;
  readonly values?: JsonObject;
  readonly steps: readonly JsonObject[];
};

/** A scenario of an object that was checked. */
export function toScenario(
  value: JsonObject,
  { file, index }: Origin,
  locate?: (pointer: string) => Position,
): Scenario {
  const checked = value as unknown as Checked;
  const { name = nameByFile(file, index), values = {} } = checked;
  const steps = checked.steps.map((step, at) => toStep(step, locate?.(`/steps/${at}`)));
  return { ...checked, name, file, values, steps };
}

/** `scenarios/loyalty.yaml` holds `loyalty`, and after that `loyalty 2`. */
function nameByFile(file: string, index: number): string {
  const name = file.replace(/^.*[/\\]/, "").replace(/\.(?:ya?ml|json)$/i, "");
  return index === 0 ? name : `${name} ${index + 1}`;
}

function toStep(step: JsonObject, position: Position | undefined): Step {
  const { as, expect, exactly } = step as {
    readonly as?: string;
    readonly expect?: JsonObject;
    readonly exactly?: Json;
  };
  const [key = ""] = listActions(step);
  return {
    ...(position && { position }),
    title: toTitle(key, step[key]),
    action: toAction(key, step),
    ...(as !== undefined && { as }),
    ...(expect !== undefined && { expect }),
    ...(exactly !== undefined && { exactly }),
  };
}

function toAction(key: string, step: JsonObject): Action {
  const value = step[key] ?? null;
  switch (key) {
    case "choose":
      return { kind: "choose", options: value };
    case "fill":
      return { kind: "fill", values: value as JsonObject };
    case "scan":
      return typeof value === "string"
        ? { kind: "scan", code: value }
        : { kind: "scan", ...(value as { readonly code: string; readonly codeType?: string }) };
    case "cancel":
      return { kind: "cancel" };
    case "wait":
      return { kind: "wait", duration: parseDuration(value as string) ?? 0 };
    default: {
      const { fault } = step as Pick<Extract<Action, { kind: "event" }>, "fault">;
      return { kind: "event", event: key, parts: (value ?? {}) as JsonObject, ...(fault && { fault }) };
    }
  }
}

/** What the user wrote, as far as it is short. */
function toTitle(key: string, value: Json | undefined): string {
  if (typeof value === "string" || typeof value === "number") return `${key} ${value}`;
  return Array.isArray(value) ? `${key} ${value.join(", ")}` : key;
}
