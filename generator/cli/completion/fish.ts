import { renderTemplate } from "../../text/template.js";
import type { Grammar, Offer, OfferedCommand, OfferedOption } from "./grammar.js";
import { quoteForFish } from "./quote.js";

/** The script for fish: what its builtin `complete` is told of each command and option. */
export const formatFish = (template: string, { commands, options, defaultCommand }: Grammar): string =>
  renderTemplate(template, {
    valued: options.flatMap((option) => (option.value ? option.words : [])).join(" "),
    names: commands.map(({ name }) => name).join(" "),
    commands: commands.map(({ name, describe }) => ({ name, describe: quoteForFish(describe) })),
    positionals: commands.flatMap(listPositionals),
    options: options.map(toOptionLine),
    defaultCommand,
  });

const listPositionals = ({ name, positionals }: OfferedCommand): readonly string[] =>
  positionals.map((positional, index) => {
    const place = positional.isRepeatable ? name : `${name} ${index}`;
    return `-n '__mplus_codegen_at ${place}' ${toArguments(positional, false)}`;
  });

function toOptionLine(option: OfferedOption): string {
  const { name, alias, words, describe, value, isList, isRepeatable, commands } = option;
  const once = isRepeatable ? "" : `; and __mplus_codegen_may ${words.join(" ")}`;
  const condition = `-n '__mplus_codegen_is ${commands.join(" ")}${once}'`;
  const names = `-l ${name}${alias === undefined ? "" : ` -s ${alias}`}`;
  return [
    condition,
    names,
    ...(value ? [toArguments(value, isList)] : []),
    `-d ${quoteForFish(describe)}`,
  ].join(" ");
}

/** What is offered is read twice: as a word of this line, and again when it is offered. */
function toArguments({ words, paths }: Offer, isList: boolean): string {
  const quoted = words.map(quoteForFish).join(" ");
  const offered = isList ? `(__mplus_codegen_list ${quoted})` : quoted;
  const list = words.length > 0 ? [`-a ${quoteForFish(offered)}`] : [];
  if (paths === "folder") return "-x -a '(__fish_complete_directories)'";
  return [paths === "file" ? "-rF" : "-x", ...list].join(" ");
}
