import { titleName } from "../../examples/fleet-examples.js";
import { toMarkdownText } from "../../text/markdown.js";
import type { Shown } from "../operations.js";

/** The examples of a body, by name; nothing where there are none. */
export const toExamples = (examples: readonly Shown[]): object =>
  examples.length === 0 ? {} : { examples: Object.fromEntries(examples.map(toExample)) };

const toExample = ({ name, description, value }: Shown): readonly [string, object] => [
  name,
  { summary: titleName(name), description: toMarkdownText(description), value },
];
