/**
 * What ajv writes, made leaner for machines: it passes to each function where in the whole its value stands, and
 * builds that path although nearly all values are sound; here a function knows only its own part, and the path is
 * put together from the fault outwards.
 */
export function makeLean(code: string): string {
  const leaner = withQuickTests(withRelativePaths(code).replace(schemaPath, keepText));
  if (/\b(?:parentData|rootData)\b/.test(leaner.replace(text, '""'))) {
    throw new Error(`ajv wrote a call that is not understood: ${leaner}`);
  }
  return leaner;
}

/** A string literal, in which anything may stand: it is found first, and kept. */
const text = /"(?:[^"\\]|\\.)*"?/g;
const keepText = (found: string): string => (found.startsWith('"') ? found : "");

const schemaPath = /"(?:[^"\\]|\\.)*"?|schemaPath:"(?:[^"\\]|\\.)*"?,/g;

const path = /"(?:[^"\\]|\\.)*"?|instancePath:instancePath\+|\{instancePath,/g;

const header = /^export function validate\(data: any, \{.*\}: any = \{\}\): boolean \{/;

const withRelativePaths = (code: string): string =>
  withRelativeCalls(code.split("\n"))
    .join("\n")
    .replace(path, (found) => {
      if (found.startsWith('"')) return found;
      return found === "{instancePath," ? '{instancePath:"",' : "instancePath:";
    })
    .replace(header, "export function validate(data: any): boolean {");

/** A call of another function, on a line of its own: whose, with what, and where that stands. No name has a comma. */
const call =
  /^if\(!\((validate\w+)\.call\(this, ([^,]+), \{instancePath(?::instancePath\+([^,]+))?,parentData[^}]*\}\)\)\)\{$/;

/** A line that calls, and the next, which takes over the faults. */
const withRelativeCalls = (lines: readonly string[]): string[] =>
  lines.map((line, index) => {
    const [, callee, value] = call.exec(line) ?? [];
    if (callee !== undefined) return `if(!${callee}.call(this, ${value})){`;
    const [, called, , place = '""'] = call.exec(lines[index - 1] ?? "") ?? [];
    return called === undefined ? line : `vErrors = faultsUnder(${place}, ${called}.errors, vErrors);`;
  });

/**
 * Asks whether a property that is there is an object's own, in the way that is quick for plain objects; see `own.ts`.
 * Each of these tests stands behind one for `undefined`.
 */
function withQuickTests(code: string): string {
  const quick = code.replaceAll(
    /hasOwn\.call\(data, ?"([A-Za-z]\w*)"\)/g,
    '(plain && base.$1 === undefined || hasOwn.call(data, "$1"))',
  );
  return quick === code ? code : quick.replace("\n", "\nconst plain = isPlain(data);\n");
}
