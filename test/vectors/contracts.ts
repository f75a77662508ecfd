import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseFleet, type Fleet, type FleetOptions } from "../../generator/base/time/fleet.js";
import { buildModel } from "../../generator/contract/model/build.js";
import type { Model } from "../../generator/contract/model/model.js";
import { packageRoot } from "../../generator/contract/package/package-files.js";
import type { Start } from "../emitted/agreement/cases.js";
import { exampleBodies } from "../emitted/validators/bodies.js";
import { featureSpec, featureStarts } from "../emitted/validators/feature-spec.js";
import { readContract } from "../targets/contracts.js";
import { toSpec } from "../workbench/emit.js";
import { need } from "../workbench/need.js";
import type { AnswerOptions, Call } from "./interpreter.js";

/** A spec with fleets, and the bodies from which others are drawn. */
export interface Contract {
  readonly name: string;
  /** Its part of all cases. */
  readonly share: number;
  readonly model: Model;
  /** By name. */
  readonly fleets: Readonly<Record<string, Fleet>>;
  readonly starts: readonly Start[];
  /** Calls of every fleet. */
  readonly calls: readonly Call[];
}

/** The frozen contract, the spec with all features, and small specs. */
export const loadContracts = (): readonly Contract[] => [
  loadFrozenContract(),
  loadFeatures(),
  ...caseFiles.map((path) => loadSmallSpec(path)),
  loadSmallSpec("rare-parts.yaml", smallFleets),
];

const cases = "../targets/validators/cases";

const caseFiles = [
  ...["formats", "gone-events", "int64", "lenient", "seen", "shapes", "shapes-of-list", "shops"],
  ...["shops-of-list", "standings"],
].map((name) => `${cases}/${name}.yaml`);

function loadFrozenContract(): Contract {
  const text = readFileSync(join(packageRoot, "test/fixtures/contract.json"), "utf8");
  const files = Object.entries(JSON.parse(text) as Readonly<Record<string, string>>);
  const model = buildModel(toSpec(files.map(([path, content]) => ({ path, text: content }))));
  const fleets = parseFleets(model, {
    "every-release": {},
    "from-48": { minVersion: "48" },
    "11.3-to-48": { minVersion: "11.3", maxVersion: "48" },
    "59-to-59.5.2": { minVersion: "59", maxVersion: "59.5.2" },
    "43.1.1-57-59.3.4": { versions: "43.1.1,57,59.3.4" },
  });
  const calls = ["requests", "answers"].flatMap((name) => readCalls(`${cases}/${name}.yaml`));
  return {
    name: "contract",
    share: 0.5,
    model,
    fleets,
    starts: [...exampleBodies(model), ...calls.map(toStart)],
    calls: [],
  };
}

/** The small specs have the releases 10, 20 and 30. */
const smallFleets: Readonly<Record<string, FleetOptions>> = {
  "every-release": {},
  "from-20": { minVersion: "20" },
  "10-to-20": { minVersion: "10", maxVersion: "20" },
  "to-10": { maxVersion: "10" },
  "10-30": { versions: "10,30" },
};

function loadFeatures(): Contract {
  const model = buildModel(featureSpec);
  const fleets = parseFleets(model, smallFleets);
  return { name: "features", share: 0.25, model, fleets, starts: featureStarts, calls: [] };
}

const parseFleets = (model: Model, fleets: Readonly<Record<string, FleetOptions>>): Contract["fleets"] =>
  Object.fromEntries(
    Object.entries(fleets).map(([name, options]) => [name, need(parseFleet(options, model))]),
  );

/** Default: the fleet of the file. */
function loadSmallSpec(path: string, fleets?: Readonly<Record<string, FleetOptions>>): Contract {
  const { model, responses, viewIn } = readContract(path, import.meta);
  const calls = readCalls(path);
  return {
    name: basename(path, ".yaml"),
    share: 0.25 / (caseFiles.length + 1),
    model: model(),
    fleets: fleets ? parseFleets(model(), fleets) : { own: viewIn(responses[0] ?? "safe").fleet },
    starts: calls.map(toStart),
    calls,
  };
}

interface Case extends AnswerOptions {
  readonly event?: string;
  readonly request?: unknown;
  readonly answer?: unknown;
  /** How often a list has each of its items. Default: 1. */
  readonly times?: number;
}

const requestCalls = ["validateRequest", "inferFromRequest", "listUnknown"] as const;

const readCalls = (path: string): readonly Call[] =>
  Object.values(readContract<Case>(path, import.meta).cases).flatMap(
    ({ event = "ping", request, answer, times = 1, version, unsupported }): readonly Call[] => {
      const body = JSON.stringify(request ?? answer ?? null, (_name, value: unknown) =>
        Array.isArray(value) ? Array.from({ length: times }, () => value as unknown[]).flat() : value,
      );
      return answer === undefined
        ? requestCalls.map((call) => ({ call, event, body }))
        : [{ call: "validateResponse", event, options: { version, unsupported }, body }];
    },
  );

const toStart = ({ call, event, body }: Call): Start => ({
  event,
  body: call === "validateResponse" ? "response" : "request",
  document: JSON.parse(body),
});
