import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome } from "../../problem/problem.js";
import type { SoapNamesFile } from "../../spec/dialect.js";
import type { Claim, Sentence } from "../claim.js";
import type { Reader, Reading, Remark } from "../reading.js";
import { readSourceText } from "../source-text.js";
import { listParts, type Part } from "./bodies.js";
import { describeField, makeClaims } from "./claims.js";
import { indexSchemas, schemaNamespace, wsdlNamespace, type Unread } from "./schemas.js";
import { listTableGaps } from "./table-gaps.js";
import { hasBrokenOff, startWalk, type Walk } from "./walk.js";
import type { Refusal } from "./xml-limits.js";
import { readXml } from "./xml.js";

/** Reads a WSDL with its schemas, or a schema of its own, through the table of names in `drift/soap-names.json`. */
export const soapReader: Reader = {
  kind: "WSDL",
  recognizes: (file, beginning) =>
    [".wsdl", ".xsd"].some((end) => file.toLowerCase().endsWith(end)) ||
    (beginning.trimStart().startsWith("<") && namesNamespace(beginning)),
  read: async (source, { soapNames }) => {
    const text = await readSourceText(source);
    return text.ok ? readSoap(text.value, source.file, soapNames) : text;
  },
};

const namesNamespace = (beginning: string): boolean =>
  [wsdlNamespace, schemaNamespace].some((namespace) =>
    [`="${namespace}"`, `='${namespace}'`].some((value) => beginning.includes(value)),
  );

function readSoap(text: string, file: string, names: SoapNamesFile): Outcome<Reading> {
  const place = { file, pointer: "" };
  if (names.roots.length === 0) return failure([report("no-soap-names", {}, place)]);
  const read = readXml(text);
  const schemas = "refused" in read ? read.refused : indexSchemas(read.root);
  if ("reason" in schemas) return refuse(schemas, file);
  const walk = startWalk(schemas);
  const parts = listParts(names, walk);
  return hasBrokenOff(walk)
    ? refuse({ line: 1, reason: "its types mean more than any body holds" }, file)
    : success(makeReading({ file, names, walk, parts }));
}

const refuse = ({ line, reason }: Refusal, file: string): Outcome<Reading> =>
  failure([report("source-no-wsdl", { line, detail: reason }, { file, pointer: "" })]);

interface Walked {
  readonly file: string;
  readonly names: SoapNamesFile;
  readonly walk: Walk;
  readonly parts: readonly Part[];
}

function makeReading({ file, names, walk, parts }: Walked): Reading {
  const { schemas } = walk;
  const { source: title } = names;
  const quoted = (section: string, line: number, text: string): Sentence => ({
    text,
    place: { file, title, section, line },
  });
  const toRemark = ({ section, line, text, why }: Unread): Remark => ({
    sentence: quoted(section, line, text),
    unread: why,
  });
  const unread = [...schemas.unread, ...parts.filter(isUnread), ...listTableGaps(names, walk, parts)];
  const remarks = dropDoubles(unread, ({ line, text }) => `${line} ${text}`).map(toRemark);
  const claims = dropDoubles(
    parts.flatMap((part) => makeClaims(part, quoted)),
    nameStatement,
  );
  const count = new Set(parts.flatMap(describePart)).size + remarks.length;
  const lists = "parts";
  return { kind: "WSDL", file, title, claims, remarks, count, lists, seenAs: names.seenAs };
}

const isUnread = (part: Part): part is Unread => part.kind === "unread";

/** A type that serves two bodies says everything once. */
const nameStatement = ({ subject: { side, path }, says, sentence: { place } }: Claim): string =>
  JSON.stringify([side, path, says, place.line]);

const describePart = (part: Part): string[] => (part.kind === "field" ? [describeField(part)] : []);

function dropDoubles<T>(items: readonly T[], name: (item: T) => string): readonly T[] {
  const known = new Set<string>();
  return items.filter((item) => {
    const key = name(item);
    return !known.has(key) && known.add(key);
  });
}
