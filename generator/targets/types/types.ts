import { keepAll, type Memo } from "../../memo.js";
import { formatPieces, formatTypeScript } from "../../text/format.js";
import { toStringLiteral } from "../../text/escape.js";
import type { NamedEnumView, View } from "../../view/view.js";
import { codeFile } from "../code-file.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { declareType, type Declaration } from "./declarations.js";
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
  const print = createPrinter(context.memo);
  const files = [
    ...sides.map((side) => ({ path: `types/${side.file}.ts`, code: printSide(side, print) })),
    { path: "types/index.ts", code: printIndex(collectEnums(sides), view, context, print) },
  ];
  return Promise.all(files.map(async ({ path, code }) => codeFile(path, await code, context)));
}

/** Both sides may use one enum, so enums stand in the index. */
const collectEnums = (sides: readonly Side[]): readonly NamedEnumView[] => [
  ...new Map(sides.flatMap(({ enums }) => enums).map((entry) => [entry.name, entry])).values(),
];

type Printer = (declarations: readonly Declaration[]) => Promise<readonly string[]>;

/** Prints declarations. To lay them out takes most of the time, so that those that stay the same are kept. */
const createPrinter =
  (memo: Memo): Printer =>
  (declarations) =>
    keepAll(memo, "declaration", declarations, async (missing) => {
      const code = await Promise.all(missing.map(declareType));
      return formatPieces(code.map(tightenComments));
    });

async function printSide({ declarations, mentioned }: Side, print: Printer): Promise<string> {
  const imports = `import type { ${mentioned.join(", ")} } from "./index.js";`;
  const code = await print(declarations);
  return joinPieces([...(mentioned.length > 0 ? [await formatTypeScript(imports)] : []), ...code]);
}

const joinPieces = (pieces: readonly string[]): string =>
  `${pieces.map((piece) => piece.trim()).join("\n\n")}\n`;

async function printIndex(
  enums: readonly NamedEnumView[],
  { events, fleet }: View,
  { layout, memo }: TargetContext,
  print: Printer,
): Promise<string> {
  const code = layout("types/index.hbs")({ events: events.map(({ name }) => toStringLiteral(name)) });
  const names = await memo.keep("formatted", code, () => formatTypeScript(code));
  return joinPieces([names, ...(await print(enums.map((entry) => declareEnum(entry, fleet))))]);
}
