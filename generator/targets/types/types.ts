import { layOutCode } from "../layout/code.js";
import { toStringLiteral } from "../../base/text/escape.js";
import type { ObjectView, View } from "../../contract/view/view.js";
import { collectTypes, namedEnumsIn } from "../../contract/view/walk.js";
import { codeFile } from "../code-file.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { declareEnum, declareTypes } from "./declarations.js";
import { createRequestFile, createResponseFile } from "./sides.js";

/** The target that writes TypeScript types. */
export const types: Target<"types"> = {
  name: "types",
  summary: "TypeScript interfaces of every request, every response and what they hold",
  emit: emitTypes,
};

async function emitTypes(view: View, context: TargetContext): Promise<OutputFile[]> {
  const sides = [createRequestFile(view), createResponseFile(view)];
  // Both sides may use one enum, so enums stand in the index.
  const found = sides.flatMap(({ roots }) => collectTypes(roots).enums);
  const enums = [...new Map(found.map((each) => [each.name, each])).values()];
  const files = [
    ...sides.map(({ file, roots, declarations }) => ({ file, start: printImport(roots), declarations })),
    {
      file: "index",
      start: printNames(view, context),
      declarations: enums.map((each) => declareEnum(each, view.fleet)),
    },
  ];
  const all = files.flatMap(({ declarations }) => declarations);
  const codes = await declareTypes(all);
  const printed = new Map(all.map((declaration, index) => [declaration, codes[index]]));
  return files.map(({ file, start, declarations }) => {
    const pieces = [start, ...declarations.map((declaration) => printed.get(declaration))];
    return codeFile(`types/${file}.ts`, pieces.filter((piece) => piece !== "").join("\n"), context);
  });
}

/** An enum that only a gate checks is declared, but the file does not mention it. */
function printImport(roots: readonly ObjectView[]): string {
  const { objects } = collectTypes(roots);
  const enums = objects.flatMap(({ properties }) => properties.flatMap(({ type }) => namedEnumsIn(type)));
  const names = [...new Set(enums.map(({ name }) => name))].sort();
  return names.length === 0 ? "" : layOutCode(`import type { ${names.join(", ")} } from "./index.js";`);
}

const printNames = ({ events }: View, { layout }: TargetContext): string =>
  layOutCode(layout("types/index.hbs")({ events: events.map(({ name }) => toStringLiteral(name)) }));
