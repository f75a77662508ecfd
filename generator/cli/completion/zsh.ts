import { renderTemplate } from "../../text/template.js";
import type { Grammar, Offer, OfferedCommand, OfferedOption } from "./grammar.js";
import { quoteForPosix } from "./quote.js";

/** The script for zsh: what its function `_arguments` is told of each command. */
export const formatZsh = (template: string, { commands, options, defaultCommand }: Grammar): string =>
  renderTemplate(template, {
    valued: options.flatMap(({ words, value }) => (value ? words : [])).join("|"),
    names: commands.map(({ name }) => name).join("|"),
    described: commands.map(({ name, describe }) => quoteForPosix(`${name}:${describe}`)),
    commands: commands.map((command) => ({ name: command.name, specs: listSpecs(command) })),
    defaultCommand,
  });

const listSpecs = ({ options, positionals }: OfferedCommand): readonly string[] => [
  ...options.flatMap(toOptionSpecs),
  ...positionals.map((positional, index) =>
    // The first word is the command.
    quoteForPosix(`${positional.isRepeatable ? "*" : index + 2}: :${toAction(positional, false)}`),
  ),
];

/** As `_arguments` has it: what it excludes, the option, what it is for in brackets, and how its value is completed. */
function toOptionSpecs({ words, describe, value, isList, isRepeatable }: OfferedOption): readonly string[] {
  const before = isRepeatable ? "*" : `(${words.join(" ")})`;
  const brackets = `[${describe.replace(/[\\[\]]/g, String.raw`\$&`)}]`;
  const after = value ? `: :${toAction(value, isList)}` : "";
  return words.map((option) => {
    const sign = value && option.startsWith("--") ? "=" : "";
    return quoteForPosix(`${before}${option}${sign}${brackets}${after}`);
  });
}

/** An action that begins with a space is called as it is. A colon would end it. */
function toAction({ words, paths }: Offer, isList: boolean): string {
  const quoted = words
    .map(quoteForPosix)
    .join(" ")
    .replaceAll(":", String.raw`\:`);
  if (words.length > 0 && paths) return ` _mplus-codegen_words_and_files ${quoted}`;
  if (words.length > 0) return isList ? ` _mplus-codegen_list ${quoted}` : `(${quoted})`;
  if (paths === undefined) return " ";
  return paths === "file" ? "_files" : "_files -/";
}
