import { titleName } from "../../examples/example-title.js";
import { toMarkdownText } from "../../text/markdown.js";

/** A value that goes over the wire, and what it shows. */
interface Example {
  readonly name: string;
  readonly description: string;
  readonly value?: unknown;
}

/** The examples of a body, by name; nothing where there are none. */
export function toExamples(examples: readonly Example[]): object {
  const shown = examples
    .filter(({ value }) => value !== undefined)
    .map(
      ({ name, description, value }) =>
        [name, { summary: titleName(name), description: toMarkdownText(description), value }] as const,
    );
  return shown.length === 0 ? {} : { examples: Object.fromEntries(shown) };
}
