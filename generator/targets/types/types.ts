import { formatTypeScript } from "../../text/format.js";
import { renderTemplate } from "../../text/template.js";
import { toStringLiteral } from "../../text/literal.js";
import { collectTypes, type NamedTypes } from "../../view/collect.js";
import { beyond } from "../../view/beyond.js";
import { isTakenBy } from "../../view/foreign-answers.js";
import type { Fleet } from "../../time/fleet.js";
import type { EnumView, ObjectView, TypeView, View } from "../../view/view.js";
import { codeFile } from "../code-file.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { declareTypes, type Base, type Declaration } from "./declarations.js";
import { tightenComments, toDocComment } from "./doc-comment.js";
import { declareAnswer, declareEnum, declareObject } from "./schema.js";

export const types: Target = {
  name: "types",
  summary: "TypeScript interfaces of every request, every response and what they hold",
  needs: [],
  emit: emitTypes,
};

/** One side of the contract: its envelopes, in reading order, and what they hold. */
interface Side {
  readonly file: string;
  readonly envelopes: readonly Declaration[];
  readonly declare: (object: ObjectView, fleet: Fleet) => Declaration;
  readonly named: NamedTypes;
  /** The enums that its own code names; one that only a gate checks is declared, and not used here. */
  readonly used: readonly string[];
}

async function emitTypes(view: View, context: TargetContext): Promise<OutputFile[]> {
  const sides = [requestSide(view), responseSide(view)];
  const enums = uniqueEnums(sides);
  const declarations = [
    ...enums.map((entry) => declareEnum(entry, view.fleet)),
    ...sides.flatMap((side) => [
      ...side.envelopes,
      ...side.named.objects.map((object) => side.declare(object, view.fleet)),
    ]),
  ];
  const code = await declareTypes(declarations);
  const bodies = [
    { path: "types/enums.ts", body: enumsBody(enums, code) },
    ...sides.map((side) => ({ path: `types/${side.file}.ts`, body: sideBody(side, code) })),
    { path: "types/index.ts", body: indexBody(view, context) },
  ];
  return Promise.all(
    bodies.map(async ({ path, body }) =>
      codeFile(path, await formatTypeScript(tightenComments(body)), context),
    ),
  );
}

function requestSide(view: View): Side {
  const { fleet, commonRequest, errorRequest, events } = view;
  const envelopes = [
    declareObject(commonRequest, fleet),
    ...events.map(({ request }) => declareObject(beyond(request, commonRequest), fleet, [commonRequest])),
    declareObject(errorRequest, fleet),
  ];
  const roots = [...events.map(({ request }) => request), errorRequest];
  return sideOf("requests", { envelopes, declare: declareObject }, collectTypes([commonRequest, ...roots]));
}

function responseSide(view: View): Side {
  const { fleet, commonResponse, foreignAnswers, events } = view;
  const hasForeign = foreignAnswers.forbidden.length > 0;
  const envelopes = [
    declareObject(commonResponse, fleet),
    ...(hasForeign ? [declareObject(foreignAnswers, fleet)] : []),
    ...events.map(({ name, response }) =>
      declareObject(beyond(response, commonResponse), fleet, [
        commonResponse,
        ...(hasForeign ? [foreignTo(name, foreignAnswers)] : []),
      ]),
    ),
  ];
  const roots = events.map(({ response }) => response);
  return sideOf("responses", { envelopes, declare: declareAnswer }, collectTypes([commonResponse, ...roots]));
}

/** Other events' answers are there by name, so that the compiler can say whose they are. */
const foreignTo = (event: string, { name, forbidden }: ObjectView): Base => ({
  name,
  without: forbidden.filter((answer) => isTakenBy(event, answer)).map((answer) => answer.name),
});

const sideOf = (
  file: string,
  { envelopes, declare }: Pick<Side, "envelopes" | "declare">,
  all: NamedTypes,
): Side => ({
  file,
  envelopes,
  declare,
  named: without(all, envelopes),
  used: [
    ...new Set(all.objects.flatMap(({ properties }) => properties.flatMap(({ type }) => enumsIn(type)))),
  ],
});

function enumsIn(type: TypeView): string[] {
  if (type === "unknown") return [];
  return type.flatMap((kind) => {
    if (kind.kind === "array") return kind.items ? enumsIn(kind.items) : [];
    return kind.kind === "enum" && kind.enum.name !== undefined ? [kind.enum.name] : [];
  });
}

const without = ({ objects, enums }: NamedTypes, envelopes: readonly Declaration[]): NamedTypes => ({
  objects: objects.filter((object: ObjectView) => !envelopes.some(({ name }) => name === object.name)),
  enums,
});

/** Both sides may use one enum, so enums have a file of their own. */
const uniqueEnums = (sides: readonly Side[]): readonly EnumView[] => [
  ...new Map(sides.flatMap(({ named }) => named.enums).map((entry) => [entry.name, entry])).values(),
];

const codeOf = (names: readonly string[], code: ReadonlyMap<string, string>): string =>
  names.map((name) => code.get(name) ?? "").join("\n\n");

/** A file that declares nothing would be no module. */
const enumsBody = (enums: readonly EnumView[], code: ReadonlyMap<string, string>): string =>
  enums.length === 0
    ? "export {};"
    : codeOf(
        enums.map(({ name = "" }) => name),
        code,
      );

function sideBody({ envelopes, named, used }: Side, code: ReadonlyMap<string, string>): string {
  const names = [...envelopes, ...named.objects].map(({ name }) => name);
  const body = codeOf(names, code);
  const imports =
    used.length > 0 ? `import type { ${[...used].sort().join(", ")} } from "./enums.js";\n\n` : "";
  return imports + body;
}

const indexBody = ({ events }: View, context: TargetContext): string =>
  renderTemplate(context.template("types/index.hbs"), {
    events: events.map((event) => ({
      name: event.name,
      literal: toStringLiteral(event.name),
      request: event.request.name,
      response: event.response.name,
      comment: toDocComment(event).split("\n"),
    })),
  });
