/** What no page of a documentation reaches: a lexer of Markdown reads all that is within a list or quotation once more. */
const limits = { markers: 20, indent: 200 } as const;

/** The first line that begins too many lists and quotations within one another; undefined if there is none. */
export function findNesting(markdown: string): number | undefined {
  const at = markdown
    .split("\n")
    .findIndex((line) => isIndented(line) || countMarkers(line) > limits.markers);
  return at === -1 ? undefined : at + 1;
}

const isIndented = (line: string): boolean => line.length - line.trimStart().length > limits.indent;

/** How many marks of lists and quotations a line begins with; a rule across the page has none. */
function countMarkers(line: string): number {
  let count = 0;
  for (const word of line.split(/\s/)) {
    const marks = countMarks(word);
    if (marks === 0 && word !== "") return count;
    count += marks;
  }
  return isRule(line) ? 0 : count;
}

/** How many marks a word consists of: `>-`, or `1.`. */
function countMarks(word: string): number {
  if (/^[>*+-]+$/.test(word)) return word.length;
  return /^\d{1,9}[.)]$/.test(word) ? 1 : 0;
}

const isRule = (line: string): boolean => ["-", "*"].some((sign) => line.replaceAll(sign, "").trim() === "");
