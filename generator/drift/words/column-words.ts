/** What a column of a table of properties holds. */
export type Column = "name" | "type" | "optional" | "explanation";

/** The names of columns in the vendor's languages, in small letters. */
const columnWords: ReadonlyMap<string, Column> = new Map([
  ["property", "name"],
  ["name", "name"],
  ["field", "name"],
  ["eigenschap", "name"],
  ["veld", "name"],
  ["naam", "name"],
  ["type", "type"],
  ["data type", "type"],
  ["datatype", "type"],
  ["optional", "optional"],
  ["optioneel", "optional"],
  ["explanation", "explanation"],
  ["description", "explanation"],
  ["uitleg", "explanation"],
  ["toelichting", "explanation"],
  ["omschrijving", "explanation"],
  ["beschrijving", "explanation"],
]);

/** The column that the header names; undefined if it is none that we know. */
export const findColumn = (header: string): Column | undefined =>
  columnWords.get(header.trim().replace(/:$/, "").toLowerCase());
