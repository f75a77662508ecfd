import { keepAll } from "../../memo.js";
import { toStringLiteral } from "../../text/escape.js";
import type { NamedEnumView, View } from "../../view/view.js";
import { codeFile } from "../code-file.js";
import { layOutCode } from "../../layout/code.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { declareEnum, declareTypes } from "./declarations.js";
import { createRequestSide, createResponseSide, type Side } from "./sides.js";

/** The target that writes TypeScript types. */
export const types: Target<"types"> = {
  name: "types",
  summary: "TypeScript interfaces of every request, every response and what they hold",
  needs: [],
  emit: emitTypes,
};

async function emitTypes(view: View, context: TargetContext): Promise<OutputFile[]> {
  const sides = [createRequestSide(view), createResponseSide(view)];
  const files = [
    ...sides.map(({ file, mentioned, declarations }) => ({
      path: `types/${file}.ts`,
      start: printImport(mentioned),
      declarations,
    })),
    {
      path: "types/index.ts",
      start: printNames(view, context),
      declarations: collectEnums(sides).map((each) => declareEnum(each, view.fleet)),
    },
  ];
  const declarations = files.flatMap((file) => file.declarations);
  const codes = await keepAll(context.memo, "declaration", declarations, declareTypes);
  const printed = new Map(declarations.map((declaration, index) => [declaration, codes[index]]));
  return files.map(({ path, start, declarations }) => {
    const pieces = [start, ...declarations.map((declaration) => printed.get(declaration))];
    return codeFile(path, pieces.filter((piece) => piece !== "").join("\n"), context);
  });
}

/** Both sides may use one enum, so enums stand in the index. */
const collectEnums = (sides: readonly Side[]): readonly NamedEnumView[] => [
  ...new Map(sides.flatMap(({ enums }) => enums).map((entry) => [entry.name, entry])).values(),
];

const printImport = (names: readonly string[]): string =>
  names.length === 0 ? "" : layOutCode(`import type { ${names.join(", ")} } from "./index.js";`);

const printNames = ({ events }: View, { layout }: TargetContext): string =>
  layOutCode(layout("types/index.hbs")({ events: events.map(({ name }) => toStringLiteral(name)) }));
