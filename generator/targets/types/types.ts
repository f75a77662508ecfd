import { keepAll } from "../../memo.js";
import { toStringLiteral } from "../../text/escape.js";
import type { NamedEnumView, View } from "../../view/view.js";
import { codeFile } from "../code-file.js";
import { layOutCode } from "../../layout/code.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { declareTypes } from "./declarations.js";
import { tightenComments } from "../doc-comment.js";
import { declareEnum } from "./schema.js";
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
  const enums = collectEnums(sides).map((entry) => declareEnum(entry, view.fleet));
  const codes = await keepAll(
    context.memo,
    "declaration",
    [...sides.flatMap(({ declarations }) => declarations), ...enums],
    async (missing) => (await declareTypes(missing)).map((code) => layOutCode(tightenComments(code))),
  );
  const places = [...sides.map(({ declarations }) => declarations), enums];
  const print = (place: number): readonly string[] => {
    const start = places.slice(0, place).flat().length;
    return codes.slice(start, start + (places[place]?.length ?? 0));
  };
  return [
    ...sides.map(({ file, mentioned }, index) =>
      codeFile(`types/${file}.ts`, joinPieces([printImport(mentioned), ...print(index)]), context),
    ),
    codeFile("types/index.ts", joinPieces([printNames(view, context), ...print(sides.length)]), context),
  ];
}

/** Both sides may use one enum, so enums stand in the index. */
const collectEnums = (sides: readonly Side[]): readonly NamedEnumView[] => [
  ...new Map(sides.flatMap(({ enums }) => enums).map((entry) => [entry.name, entry])).values(),
];

const printImport = (names: readonly string[]): string =>
  names.length === 0 ? "" : layOutCode(`import type { ${names.join(", ")} } from "./index.js";`);

const printNames = ({ events }: View, { layout }: TargetContext): string =>
  layOutCode(layout("types/index.hbs")({ events: events.map(({ name }) => toStringLiteral(name)) }));

const joinPieces = (pieces: readonly string[]): string => pieces.filter((piece) => piece !== "").join("\n");
