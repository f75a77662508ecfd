// Rules for our prose, which remark and retext check. The data come first; each exception has its reason.
import remarkGfm from "remark-gfm";
import remarkRetext from "remark-retext";
import retextEnglish from "retext-english";
import retextReadability from "retext-readability";
import retextRedundantAcronyms from "retext-redundant-acronyms";
import retextRepeatedWords from "retext-repeated-words";
import retextSimplify from "retext-simplify";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";

/**
 * A sentence is hard to read if five of seven formulas require an older reader. Short sentences are exempt, even
 * with technical words.
 */
const readability = { age: 16, threshold: 5 / 7, minWords: 13 };

/** Words that retext-simplify would replace, but that are right here. */
const rightWords = {
  // Terms of HTTP, JSON and TypeScript.
  request: "of HTTP",
  type: "of TypeScript",
  option: "of a command or a dialog",
  function: "of code",
  address: "of a network",
  delete: "HTTP's and a Store's",
  parameter: "of a URL",
  // Terms of the vendor or the trade.
  minimum: "an amount",
  maximum: "an amount",
  combined: "as on the vendor's pages",
  additional: "an amount",
  // Short and plain enough.
  "it is": "plain",
  "there is": "plain",
  "there are": "plain",
  "all of": "plain",
  "in between": "plain",
};

/** Terms that readers may not know. A page must use bold, italics or a link at a term's first use. */
const terms = ["fleet", "gated", "spans", "provenance", "idempotency", "conformance", "lattice", "erratum"];

/** Turns names such as `scanCode` into code, because they are not words. */
function leaveOutNames() {
  return (tree) => {
    visit(tree, "text", (node, index, parent) => {
      const { start, end } = node.position;
      // Only if the source contains the text unchanged.
      if (start.line !== end.line || end.offset - start.offset !== node.value.length) return undefined;
      const at = (column) => ({
        line: start.line,
        column: start.column + column,
        offset: start.offset + column,
      });
      const parts = [...node.value.matchAll(/\b[a-z]+(?:[A-Z][a-z]*)+\b|.+?(?=\b[a-z]+[A-Z]|$)/gs)].map(
        ({ 0: value, index: from }) => ({
          type: /^[a-z]+(?:[A-Z][a-z]*)+$/.test(value) ? "inlineCode" : "text",
          value,
          position: { start: at(from), end: at(from + value.length) },
        }),
      );
      parent.children.splice(index, 1, ...parts);
      return [SKIP, index + parts.length];
    });
  };
}

function defineTerms() {
  return (tree, file) => {
    const known = new Set();
    visit(tree, (node) => {
      if (node.type === "heading") return SKIP;
      const isDefinition = ["strong", "emphasis", "link"].includes(node.type);
      if (node.type !== "text" && !isDefinition) return undefined;
      const text = node.type === "text" ? node.value : textIn(node);
      for (const term of terms.filter((each) => !known.has(each))) {
        if (!new RegExp(`\\b${term}\\b`, "i").test(text)) continue;
        known.add(term);
        if (!isDefinition)
          file.message(`\`${term}\` is not explained where this page first has it`, {
            place: node.position,
            source: "terms",
            ruleId: "undefined-term",
          });
      }
      return isDefinition ? SKIP : undefined;
    });
  };
}

const textIn = ({ value = "", children = [] }) => value + children.map(textIn).join("");

const english = unified()
  .use(retextEnglish)
  .use(retextReadability, readability)
  .use(retextSimplify, { ignore: Object.keys(rightWords) })
  .use(retextRepeatedWords)
  .use(retextRedundantAcronyms);

export default { plugins: [remarkGfm, defineTerms, leaveOutNames, [remarkRetext, english]] };
