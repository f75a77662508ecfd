import type { Prose } from "../model/model.js";
import { listWords } from "../text/list.js";
import { formatRelease } from "../time/release.js";
import { firstIn, goneIn, type Spans } from "../time/spans.js";
import { formatReason, isAside } from "../view/reasons.js";
import type { EnumView, ForbiddenView, KindView, TypeView } from "../view/view.js";
import type { SchemaObject, Writing } from "./dialect.js";

/** What schemas tell about. */
interface Described {
  readonly prose: Prose;
  readonly exists?: Spans;
  readonly forbidden?: readonly ForbiddenView[];
  readonly type?: TypeView;
  readonly values?: EnumView;
}

/** What a schema says and does not ask for: the description, since and until when, and what the fleet lacks. */
export function annotate(
  { prose, exists, forbidden = [], type, values }: Described,
  writing: Writing,
): SchemaObject {
  const { dialect } = writing;
  const notes = [
    ...describeMissing(forbidden, writing),
    ...(type ? describeType(type, writing) : []),
    ...(values ? describeValues(values, writing) : []),
  ];
  const sentences = [
    prose.description,
    ...describeSpans(exists),
    ...(prose.deprecated ? [describeDeprecation(prose.deprecated)] : []),
    ...(dialect.explains ? notes : []),
  ].filter((text) => text !== "");
  return {
    ...(sentences.length > 0 && { description: dialect.describe(sentences.join(" ")) }),
    ...(prose.deprecated && { deprecated: true }),
  };
}

/** Since and until when something is there, as sentences; none where it always is. */
export function describeSpans(spans: Spans | undefined): readonly string[] {
  const [since, until] = [firstIn(spans), goneIn(spans)];
  return [
    ...(since === undefined ? [] : [`Since v${formatRelease(since)}.`]),
    ...(until === undefined ? [] : [`Gone since v${formatRelease(until)}.`]),
  ];
}

function describeDeprecation({ since, replacedBy }: NonNullable<Prose["deprecated"]>): string {
  const when = since === undefined ? "" : ` since v${formatRelease(since)}`;
  return `Deprecated${when}${replacedBy === undefined ? "" : `: use ${replacedBy} instead`}.`;
}

/** What the spec knows and not every shop of the fleet takes, by its reason. */
function describeMissing(forbidden: readonly ForbiddenView[], { fleet }: Writing): string[] {
  const known = forbidden.filter(({ reason }) => !isAside(reason));
  const reasons = new Set(known.map(({ reason }) => formatReason(reason, fleet)));
  return [...reasons].map((text) => {
    const parts = known.filter(({ reason }) => formatReason(reason, fleet) === text);
    const names = parts.map(({ name }) => `\`${name}\``);
    return `Not ${listWords(names, "or")} (${text}).`;
  });
}

/** What is known of a value besides what its schema asks for. An enum with a name says it where it is defined. */
function describeType(type: TypeView, writing: Writing): readonly string[] {
  return type === "unknown" ? [] : type.flatMap((kind) => describeKind(kind, writing));
}

function describeKind(kind: KindView, writing: Writing): readonly string[] {
  if (kind.kind === "array") return describeType(kind.items, writing);
  if (kind.kind === "enum" && kind.enum.name === undefined) return describeValues(kind.enum, writing);
  if (kind.kind !== "text") return [];
  // What a till sends is not refused for its format.
  const usual = writing.closed ? kind.hint : (kind.formats[0] ?? kind.hint);
  return usual === undefined ? [] : [`Usually in the format \`${usual}\`.`];
}

/** The known values of an open enum, the descriptions and releases of values, and those that the fleet lacks. */
function describeValues({ values, forbidden, open }: EnumView, writing: Writing): readonly string[] {
  const known = values.map(({ value }) => `\`${value}\``);
  const described = values.flatMap(({ value, description, since }) => {
    const spans = describeSpans([{ ...(since !== undefined && { from: since }) }]);
    const text = [description ?? "", ...spans].filter((part) => part !== "").join(" ");
    return text === "" ? [] : [`\`${value}\`: ${text}`];
  });
  return [
    ...(open && known.length > 0
      ? [`Known values, to which others may come: ${listWords(known, "and")}.`]
      : []),
    ...described,
    ...describeMissing(
      forbidden.map(({ value, reason }) => ({ name: value, reason })),
      writing,
    ),
  ];
}

/** The known values of an open enum, where there is a keyword for them. */
export const listExamples = ({ values, open }: EnumView, { dialect }: Writing): SchemaObject =>
  open && dialect.hasExamples && values.length > 0 ? { examples: values.map(({ value }) => value) } : {};
