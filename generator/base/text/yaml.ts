import { Document, isCollection, visit } from "yaml";
import { hasInvisible, showInvisible } from "./quote.js";

/** Only this file imports `yaml`. */
export { Composer, Lexer, Parser, isMap, isSeq, visit, type Document, type Node, type Scalar } from "yaml";

/**
 * Formats data as YAML for any reader, with short nested values on one line and paragraphs folded. Text that YAML 1.1
 * reads as a date, a yes or a number is quoted, because many programs still follow 1.1. Invisible characters are
 * escaped, because the text may be hostile.
 */
export function formatYaml(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false, compat: "yaml-1.1" });
  visit(document, {
    Scalar: (_, node, path) => {
      if (typeof node.value !== "string") return;
      // In YAML 1.1, a question mark in a list on one line starts a key, and a lone equals sign has a meaning of its
      // own.
      const isInFlow = path.some((each) => isCollection(each) && each.flow === true);
      if ((isInFlow && node.value.includes("?")) || node.value === "=") node.type = "QUOTE_DOUBLE";
      if (!hasInvisible(node.value)) return;
      const isPlain = !hasInvisible(node.value.replaceAll("\n", ""));
      node.type = isPlain ? "BLOCK_FOLDED" : "QUOTE_DOUBLE";
    },
    Collection: (_, node, path) => {
      if (path.length > 4 && JSON.stringify(node).length < 90) node.flow = true;
    },
  });
  // All other strings are in double quotes. YAML and JSON use the same escapes in them.
  return document.toString({ lineWidth: 110 }).split("\n").map(showInvisible).join("\n");
}
