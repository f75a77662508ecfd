/** Adds to a .gitignore the lines that it lacks: a secret must not get into version control. */
export function addIgnored(text: string, wanted: string): string {
  const known = new Set(text.split(/\r?\n/).map(toPlain));
  const missing = wanted.split("\n").filter((line) => line !== "" && !known.has(toPlain(line)));
  if (missing.length === 0) return text;
  const begun = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  return `${begun}${missing.map((line) => `${line}\n`).join("")}`;
}

/** `dist`, `/dist` and `dist/` leave out the same folder of a project. */
const toPlain = (line: string): string => line.trim().replace(/^\/|\/$/g, "");
