import { Document, isCollection, visit } from "yaml";
import { hasInvisible, showInvisible } from "./quote.js";

/** What reads YAML. This file is the one door to the package `yaml`. */
export { Composer, Lexer, Parser, isMap, isSeq, visit, type Document, type Node, type Scalar } from "yaml";

/**
 * Plain data as YAML; what is deep inside and short stands on one line. Invisible characters are written as their escapes, as
 * nobody knows who wrote them.
 */
export const formatYaml = (value: unknown): string => printYaml(value, false);

/**
 * The same for whatever reads it: where YAML 1.1 takes a text for a date, a yes or a number, which many programs still do, the
 * text is in quotes. Paragraphs are folded.
 */
export const formatYamlForAll = (value: unknown): string => printYaml(value, true);

function printYaml(value: unknown, isForAll: boolean): string {
  const compat = isForAll ? "yaml-1.1" : null;
  const document = new Document(value, { aliasDuplicateObjects: false, compat });
  visit(document, {
    Scalar: (_, node, path) => {
      if (typeof node.value !== "string") return;
      // In YAML 1.1, a question mark in a list on one line begins a key, and an equals sign alone means what nobody reads.
      const isInFlow = path.some((each) => isCollection(each) && each.flow === true);
      if ((isInFlow && node.value.includes("?")) || node.value === "=") node.type = "QUOTE_DOUBLE";
      if (!hasInvisible(node.value)) return;
      const isPlain = isForAll && !hasInvisible(node.value.replaceAll("\n", ""));
      node.type = isPlain ? "BLOCK_FOLDED" : "QUOTE_DOUBLE";
    },
    Collection: (_, node, path) => {
      if (path.length > 4 && JSON.stringify(node).length < 90) node.flow = true;
    },
  });
  // Any that are left stand in double quotes, where the escapes are those of JSON.
  return document.toString({ lineWidth: 110 }).split("\n").map(showInvisible).join("\n");
}
