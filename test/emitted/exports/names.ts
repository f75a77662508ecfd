/** A JSON Schema of ours, of draft-07. */
interface Schema {
  readonly definitions: Readonly<Record<string, { readonly properties?: object }>>;
}

/** A name however a language writes it: `OpenURL`, `open_url`. What tools append to tell two types apart is cut off. */
const normalize = (name: string): string =>
  name
    .toLowerCase()
    .replace(/_/g, "")
    .replace(/(?<=.)(union|class|enum)$/, "");

/**
 * What is wrong with the names of types that a tool made: objects of the contract that lack a type, and types that have no
 * title of ours. Tools have types of their own for each operation as well, such as `ScanCodeData`.
 */
export function judgeNames(
  names: readonly string[],
  text: string,
  operations: readonly string[],
  own = /^$/,
) {
  const { definitions } = JSON.parse(text) as Schema;
  const titles = [...text.matchAll(/"title": "(\w+)"/g)].map(([, title = ""]) => normalize(title));
  const made = new Set(names.map(normalize));
  const starts = [...titles, ...operations.map(normalize), "refusal", "subscriptionid"];
  const isOurs = (name: string): boolean =>
    starts.some((start) => name.replace(/^get/, "").startsWith(start)) ||
    titles.some((title) => title.endsWith(name));
  return {
    missing: Object.keys(definitions).filter(
      (name) =>
        Object.keys(definitions[name]?.properties ?? {}).length > 0 &&
        ![normalize(name), `${normalize(name)}schema`].some((each) => made.has(each)),
    ),
    strange: names.filter((name) => !own.test(name) && !isOurs(normalize(name))),
  };
}

/** The names that a file declares, by an expression that finds each. */
export const listNames = (text: string, declaration: RegExp): readonly string[] =>
  [...text.matchAll(declaration)].flatMap(([, name]) => name ?? []);

/** How TypeScript exports a name. */
export const inTypeScript = /^export (?:declare )?(?:type|interface|enum|const|class) ([\w$]+)/gm;
