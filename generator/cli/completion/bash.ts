import { renderTemplate } from "../../text/template.js";
import type { Grammar, Offer, OfferedCommand } from "./grammar.js";
import { quoteForPosix } from "./quote.js";

/** The script for bash. */
export function formatBash(template: string, { commands, options, defaultCommand }: Grammar): string {
  const valued = options.flatMap((option) => (option.value ? [{ ...option, value: option.value }] : []));
  return renderTemplate(template, {
    aliases: options.flatMap(({ alias, name }) => (alias === undefined ? [] : [{ alias, name }])),
    valued: valued.map(({ name }) => `--${name}`).join(" | "),
    repeatable: options.flatMap(({ isRepeatable, name }) => (isRepeatable ? [`--${name}`] : [])).join(" | "),
    values: valued
      .map(({ name, isList, value }) => ({ name, offers: [...(isList ? ["list=1"] : []), ...assign(value)] }))
      .filter(({ offers }) => offers.length > 0)
      .map(({ name, offers }) => ({ name, offers: offers.join(" ") })),
    commands: commands.map(({ name }) => name).join(" | "),
    commandWords: commands.map(({ name }) => name).join(" "),
    options: commands.map((command) => ({
      name: command.name,
      words: command.options.map(({ name }) => `--${name}`).join(" "),
    })),
    positionals: commands.flatMap(listPositionals).filter(({ offers }) => offers !== ""),
    defaultCommand,
  });
}

const listPositionals = ({ name, positionals }: OfferedCommand) =>
  positionals.map((positional, index) => ({
    place: positional.isRepeatable ? `'${name} '*` : `'${name} ${index}'`,
    offers: assign(positional).join(" "),
  }));

/** Assignments to what the script offers. */
const assign = ({ words, paths }: Offer): readonly string[] => [
  ...(words.length > 0 ? [`words=(${words.map(quoteForPosix).join(" ")})`] : []),
  ...(paths === undefined ? [] : [`paths=${paths}`]),
];
