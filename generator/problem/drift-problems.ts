import { entry, type Entry } from "./entry.js";

/** What can be wrong with a source of `drift`. */
export const driftProblems = {
  "source-too-large": entry<{ limit: string }>({
    message: ({ limit }) => `This source is larger than ${limit}.`,
    hint: () => "Save the page alone, without what it embeds.",
  }),
  "source-not-text": entry<{ detail: string }>({
    message: ({ detail }) => `This source is no text in UTF-8: ${detail}.`,
    hint: () => "Save it again, as UTF-8.",
  }),
  "source-too-tangled": entry<{ detail: string }>({
    message: ({ detail }) => `This source is not read: ${detail}.`,
    hint: () => "No page of a documentation is like that. Look at the file before you save it anew.",
  }),
  "source-no-wsdl": entry<{ line: number; detail: string }>({
    message: ({ line, detail }) => `This source is not read as a WSDL: in line ${line}, ${detail}.`,
    hint: () => "Nothing of it was read. Save it as the API gives it.",
  }),
  "no-soap-names": entry<object>({
    message: () => "The spec has no drift/soap-names.json, which says what of a WSDL is a body.",
    hint: () => "spec/README.md describes that file.",
  }),
} satisfies Record<string, Entry<never>>;
