import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { once } from "../../generator/base/once.js";
import { parseFleet, type FleetOptions } from "../../generator/base/time/fleet.js";
import { buildModel } from "../../generator/contract/model/build.js";
import type { Model } from "../../generator/contract/model/model.js";
import type { ResponseMode, View } from "../../generator/contract/view/view.js";
import { buildPossibleView } from "../laws/judges/interpreted.js";
import { need } from "../workbench/need.js";
import { loadRealModel } from "../workbench/real-spec.js";
import { createSmallSpec, describeParts, type SmallSpec } from "../workbench/small-spec.js";

/** A YAML file with a contract, its shops, and cases. */
export interface Contract<Case> {
  readonly model: () => Model;
  /** Default: safe. */
  readonly responses: readonly ResponseMode[];
  readonly viewIn: (mode: ResponseMode) => View;
  readonly cases: Readonly<Record<string, Case>>;
}

interface Content<Case> {
  /** Without the descriptions of objects and properties. Default: the frozen contract. */
  readonly spec?: SmallSpec;
  /** Default: every release. */
  readonly fleet?: FleetOptions;
  readonly responses?: readonly ResponseMode[];
  readonly cases: Readonly<Record<string, Case>>;
}

export function readContract<Case>(name: string, of: ImportMeta): Contract<Case> {
  const text = readFileSync(new URL(name, of.url), "utf8");
  const { spec, fleet = {}, responses = ["safe"], cases } = parse(text, { merge: true }) as Content<Case>;
  const model = once(() =>
    spec ? buildModel(createSmallSpec(describeParts(spec) as SmallSpec)) : loadRealModel(),
  );
  const viewIn = (mode: ResponseMode) => buildPossibleView(model(), need(parseFleet(fleet, model())), mode);
  return { model, responses, viewIn, cases };
}
