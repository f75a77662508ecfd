import type { CheckedSpec } from "../read/checked-spec.js";
import { errorCodesPath } from "../read/files.js";
import { defined } from "../read/values.js";
import { sortReleases, type Release } from "../../base/time/release.js";
import { listSpanEdges } from "../../base/time/spans.js";
import { buildEvents, buildProducts, toPropertyPath } from "./build-event.js";
import { type ModelBuilder, buildType, createModelBuilder } from "./build-type.js";
import { buildFlows } from "./flow-model.js";
import type { EnumModel, Model, ObjectModel } from "./model.js";
import { listPropertyChanges, listReachable } from "./paths.js";

export function buildModel(spec: CheckedSpec): Model {
  const builder = createModelBuilder(spec);
  const events = buildEvents(builder);
  const { polling, startWith = [] } = spec.envelope;
  const { releases, examples, questions, sources, synonyms, keywords, beyond } = spec;
  const model = {
    releases,
    examples,
    questions,
    sources,
    synonyms,
    keywords,
    ...(beyond && { beyond }),
    ...events,
    errorRequest: buildErrorRequest(builder),
    polling: polling && { asks: toPropertyPath(polling.asks), ends: toPropertyPath(polling.ends) },
    startWith,
    errorCodes: buildErrorCodes(builder),
    ...buildFlows(spec),
    glossary: spec.glossary.map(({ see = [], ...term }) => ({ ...term, see })),
    products: buildProducts(spec, events.answers),
  };
  return { ...model, changes: listChangingReleases(model) };
}

function buildErrorRequest(builder: ModelBuilder): ObjectModel {
  const kinds = buildType({ $ref: builder.spec.envelope.errorRequest }, builder).map(({ kind }) => kind);
  const found = kinds.find((kind) => kind.kind === "object");
  return defined(found, "lint rejects an error request that is not an object").object;
}

/** Undefined if the spec has no error codes. */
function buildErrorCodes(builder: ModelBuilder): EnumModel | undefined {
  if (!builder.spec.shapes.has(errorCodesPath)) return undefined;
  const kinds = buildType({ $ref: errorCodesPath }, builder).map(({ kind }) => kind);
  const found = kinds.find((kind) => kind.kind === "string");
  return defined(found?.enum, "lint rejects error codes that are not an enum");
}

function listChangingReleases(model: Pick<Model, "events" | "errorRequest">): readonly Release[] {
  const { properties } = listReachable(model, ({ exclusion }) => exclusion === undefined);
  return sortReleases([
    ...model.events.flatMap(({ exists }) => listSpanEdges(exists)),
    ...listPropertyChanges(properties),
  ]);
}
