import type { Prose } from "../model/model.js";
import { formatRelease } from "../time/release.js";
import type { Spans } from "../time/spans.js";
import { formatReason, isAside } from "../view/reasons.js";
import type { EnumView, ForbiddenView, Reason } from "../view/view.js";
import type { SchemaObject } from "./dialect.js";
import { describeSpans, noteSpans } from "./spans.js";
import type { Writing } from "./writing.js";

/** What schemas tell about. */
interface Described {
  readonly prose: Prose;
  readonly exists?: Spans;
  readonly forbidden?: readonly ForbiddenView[];
}

/** What a schema says and does not ask for: the description, since and until when, and what the fleet lacks. */
export function annotate({ prose, exists, forbidden = [] }: Described, writing: Writing): SchemaObject {
  const description = [
    prose.description,
    ...describeSpans(exists),
    ...(prose.deprecated ? [describeDeprecation(prose.deprecated)] : []),
  ].filter((text) => text !== "");
  return {
    ...(description.length > 0 && { description: writing.dialect.describe(description.join(" ")) }),
    ...(prose.deprecated && { deprecated: true }),
    ...(writing.annotated && {
      ...noteSpans(exists),
      ...listLeftOut(
        forbidden.map(({ name, reason }) => [name, reason]),
        writing,
      ),
    }),
  };
}

function describeDeprecation({ since, replacedBy }: NonNullable<Prose["deprecated"]>): string {
  const when = since === undefined ? "" : ` since v${formatRelease(since)}`;
  return `Deprecated${when}${replacedBy === undefined ? "" : `: use ${replacedBy} instead`}.`;
}

/** What the spec knows and not every shop of the fleet takes, each with its reason. */
function listLeftOut(parts: readonly (readonly [string, Reason])[], { fleet }: Writing): SchemaObject {
  const entries = parts
    .filter(([, reason]) => !isAside(reason))
    .map(([name, reason]) => [name, formatReason(reason, fleet)] as const);
  return entries.length > 0 ? { "x-left-out": Object.fromEntries(entries) } : {};
}

/** The values of an enum, with their descriptions and releases, and those that the fleet lacks. */
export function annotateValues(view: EnumView, writing: Writing): SchemaObject {
  const { values, forbidden, open } = view;
  const known = values.map(({ value }) => value);
  return {
    ...(open && writing.dialect.hasExamples && known.length > 0 && { examples: known }),
    ...(writing.annotated && {
      ...(open && known.length > 0 && { "x-extensible-enum": known }),
      ...describeValues(values, writing),
      ...listLeftOut(
        forbidden.map(({ value, reason }) => [value, reason]),
        writing,
      ),
    }),
  };
}

function describeValues(values: EnumView["values"], { dialect }: Writing): SchemaObject {
  const described = values.flatMap(({ value, description, since }) => {
    const text = [description ?? "", ...describeSpans([{ ...(since !== undefined && { from: since }) }])];
    const sentence = text.filter((part) => part !== "").join(" ");
    return sentence === "" ? [] : [[value, dialect.describe(sentence)] as const];
  });
  return described.length > 0 ? { "x-enumDescriptions": Object.fromEntries(described) } : {};
}
