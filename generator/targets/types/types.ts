import { formatTypeScript } from "../../text/format.js";
import { toStringLiteral } from "../../text/literal.js";
import { renderTemplate } from "../../text/template.js";
import type { NamedEnumView, View } from "../../view/view.js";
import { codeFile } from "../code-file.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { declareType, type Declaration } from "./declarations.js";
import { tightenComments, toDocComment } from "../doc-comment.js";
import { declareEnum } from "./schema.js";
import { createRequestSide, createResponseSide, type Side } from "./sides.js";

/** The target that writes TypeScript types. */
export const types: Target = {
  name: "types",
  summary: "TypeScript interfaces of every request, every response and what they hold",
  needs: [],
  emit: emitTypes,
};

function emitTypes(view: View, context: TargetContext): Promise<OutputFile[]> {
  const sides = [createRequestSide(view), createResponseSide(view)];
  const files = [
    { path: "types/enums.ts", code: printEnums(collectEnums(sides), view) },
    ...sides.map((side) => ({ path: `types/${side.file}.ts`, code: printSide(side) })),
    { path: "types/index.ts", code: Promise.resolve(printIndex(view, context)) },
  ];
  return Promise.all(
    files.map(async ({ path, code }) =>
      codeFile(path, await formatTypeScript(tightenComments(await code)), context),
    ),
  );
}

/** Both sides may use one enum, so enums have a file of their own. */
const collectEnums = (sides: readonly Side[]): readonly NamedEnumView[] => [
  ...new Map(sides.flatMap(({ enums }) => enums).map((entry) => [entry.name, entry])).values(),
];

/** A file without any declaration would not be a module. */
const printEnums = async (enums: readonly NamedEnumView[], { fleet }: View): Promise<string> =>
  enums.length === 0 ? "export {};" : printDeclarations(enums.map((entry) => declareEnum(entry, fleet)));

async function printSide({ declarations, mentioned }: Side): Promise<string> {
  const imports =
    mentioned.length > 0 ? `import type { ${mentioned.join(", ")} } from "./enums.js";\n\n` : "";
  return imports + (await printDeclarations(declarations));
}

const printDeclarations = async (declarations: readonly Declaration[]): Promise<string> =>
  (await Promise.all(declarations.map(declareType))).join("\n\n");

const printIndex = ({ events }: View, context: TargetContext): string =>
  renderTemplate(context.template("types/index.hbs"), {
    events: events.map((event) => ({
      name: event.name,
      literal: toStringLiteral(event.name),
      request: event.request.name,
      response: event.response.name,
      comment: toDocComment(event).split("\n"),
    })),
  });
