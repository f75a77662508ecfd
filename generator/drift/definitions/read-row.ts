import { dropArrays } from "../../spec/values.js";
import { toArray, type ClaimedType, type Statement } from "../claim.js";
import type { Row } from "../pages/page.js";
import { isName } from "../pages/text-rows.js";
import type { Column } from "../words/column-words.js";
import { splitWords } from "../words/split-words.js";
import { findType, type FoundType } from "../words/type-words.js";
import { readValues } from "./value-list.js";

/** A row of a table of properties, by its columns. */
export interface PropertyRow {
  readonly line: number;
  /** As it is written, which may be less than a path. */
  readonly name: string;
  /** Whether that is the name of a property. */
  readonly isNamed: boolean;
  /** What the row says of it, but for whether it exists. */
  readonly says: readonly Statement[];
  /** The whole row, whatever the order of its columns. */
  readonly text: string;
  readonly explanation: string;
  /** What in it is not understood. */
  readonly unread: readonly string[];
}

/** Reads a row by the columns of its table. A text instead is a row that names nothing: a sentence. */
export function readRow(
  { cells, line }: Row,
  columns: readonly (Column | undefined)[],
): PropertyRow | string {
  const get = (column: Column): string =>
    cells
      .filter((_, i) => columns[i] === column)
      .join(" ")
      .replaceAll("\n", " ")
      .trim();
  const others = cells.filter((cell, i) => columns[i] === undefined && cell !== "");
  const [only = ""] = cells;
  if (cells.length === 1 && !isName(only)) return only;
  const name = cells.length === 1 ? only : get("name");
  const kind = readKind(name, get("type"), get("optional"));
  const explanation = cells.length === 1 ? "" : get("explanation");
  const text = [name, get("type"), get("optional"), explanation, ...others].filter(Boolean).join(" | ");
  const values = kind.types.includes("string") ? readValues(explanation) : undefined;
  return {
    line,
    name,
    isNamed: isName(name),
    text,
    explanation,
    says: [
      ...kind.types.map((type) => ({
        about: "type" as const,
        type: name.endsWith("[]") ? toArray(type) : type,
      })),
      ...(kind.optional === undefined ? [] : [{ about: "optional" as const, optional: kind.optional }]),
      ...(values ? [{ about: "values" as const, values, all: true }] : []),
    ],
    unread:
      columns.includes("name") || cells.length === 1
        ? [
            ...(isName(name) ? [] : ["it names no property"]),
            ...kind.unread,
            ...(others.length > 0 ? ["it has a cell under no column that we know"] : []),
          ]
        : ["no column of its table has names"],
  };
}

interface Kind {
  readonly types: readonly ClaimedType[];
  readonly optional: boolean | undefined;
  readonly unread: readonly string[];
}

const optionalMarks = ["(optional)", "(optioneel)"];
const answers: ReadonlyMap<string, boolean> = new Map([
  ...["yes", "ja", "true", "optional", "optioneel", "✓"].map((word): [string, boolean] => [word, true]),
  ...["no", "nee", "false", "", "-"].map((word): [string, boolean] => [word, false]),
]);

/** Reads the words for a type, with the mark of what is optional, and the cell of a column for that. */
function readKind(name: string, typeCell: string, optionalCell: string): Kind {
  const mark = optionalMarks.find((each) => typeCell.toLowerCase().includes(each));
  const at = mark === undefined ? -1 : typeCell.toLowerCase().indexOf(mark);
  const word = (
    at === -1 ? typeCell : typeCell.slice(0, at) + typeCell.slice(at + (mark?.length ?? 0))
  ).trim();
  const words = splitWords(word);
  const type = findType(words) ?? findOwnType(words, name);
  const isType = type?.length === words.length;
  const answer = answers.get(optionalCell.toLowerCase());
  const differ = at !== -1 && optionalCell !== "" && answer === false;
  const optional = at !== -1 ? true : answer;
  return {
    types: isType ? type.types : [],
    optional: (isType || at !== -1) && !differ ? optional : undefined,
    unread: [
      ...(word === "" ? ["it gives no type"] : isType ? [] : ["its type is a word that we do not know"]),
      ...(answer === undefined ? ["whether it is optional is not said in words that we know"] : []),
      ...(differ ? ["its type says that it is optional, and its column that it is not"] : []),
    ],
  };
}

/** A type that goes by the name of its row, such as `bill` in the row `bill` or `bills[]`, is an object. */
function findOwnType([word = "", ...others]: readonly string[], name: string): FoundType | undefined {
  const last = dropArrays(name.slice(name.lastIndexOf(".") + 1)).toLowerCase();
  const one = word.replace("[]", "").toLowerCase();
  if (others.length > 0 || one === "" || (last !== one && last !== `${one}s`)) return undefined;
  return { types: [word.endsWith("[]") ? "array of objects" : "object"], length: 1 };
}
