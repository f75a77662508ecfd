import {
  commandNames,
  getCommand,
  sharedOptions,
  type CommandName,
  type Positional,
} from "../options/commands.js";
import { describeBriefly, getOption, type Naming, type Option, type OptionName } from "../options/options.js";

/** What there is of all that a value can name, but for paths. */
export type Words = Readonly<Record<Exclude<Naming, "file" | "folder">, readonly string[]>>;

/** What can stand in one place of a call; nothing if it can be anything. */
export interface Offer {
  readonly words: readonly string[];
  readonly paths: "file" | "folder" | undefined;
}

/** An option, as a shell completes it. */
export interface OfferedOption {
  /** Without dashes. */
  readonly name: string;
  readonly alias: string | undefined;
  /** As they are typed: with its dashes, and its letter with one. */
  readonly words: readonly string[];
  readonly describe: string;
  /** Undefined: it takes none. */
  readonly value: Offer | undefined;
  /** Whether its value may be several, with commas between. */
  readonly isList: boolean;
  readonly isRepeatable: boolean;
  readonly commands: readonly CommandName[];
}

/** A command, as a shell completes it. */
export interface OfferedCommand {
  readonly name: CommandName;
  readonly describe: string;
  readonly options: readonly OfferedOption[];
  /** In the order in which they are typed; the last may be repeated if it says so. */
  readonly positionals: readonly (Offer & { readonly isRepeatable: boolean })[];
}

/** All that a shell completes. Without the name of a command, a call is that of the default. */
export interface Grammar {
  readonly commands: readonly OfferedCommand[];
  readonly options: readonly OfferedOption[];
  readonly defaultCommand: CommandName;
}

/** What the tables of commands and options have of the command line, with words in the place of what they name. */
export function createGrammar(words: Words): Grammar {
  const options = listOptions(words);
  const commands = commandNames.map((name): OfferedCommand => {
    const command = getCommand(name);
    return {
      name,
      describe: describeBriefly(command),
      options: options.filter((option) => option.commands.includes(name)),
      positionals: Object.values(command.positionals).map((positional) => ({
        ...toOffer(positional, words),
        isRepeatable: positional.many === true,
      })),
    };
  });
  const defaultCommand = commandNames.find((name) => getCommand(name).isDefault) ?? "generate";
  return { commands, options, defaultCommand };
}

function listOptions(words: Words): readonly OfferedOption[] {
  const names = [...new Set([...commandNames.flatMap((name) => getCommand(name).options), ...sharedOptions])];
  return names.map((name) => toOfferedOption(name, getOption(name), words));
}

function toOfferedOption(name: OptionName, option: Option, words: Words): OfferedOption {
  const { alias, type, names } = option;
  return {
    name,
    alias,
    words: [`--${name}`, ...(alias === undefined ? [] : [`-${alias}`])],
    describe: describeBriefly(option),
    value: type === "boolean" ? undefined : toOffer(option, words),
    isList: type === "list" || names === "releases",
    isRepeatable: type === "list" || type === "texts",
    commands: commandNames.filter((command) =>
      [...getCommand(command).options, ...sharedOptions].includes(name),
    ),
  };
}

function toOffer({ choices, names }: Pick<Option & Positional, "choices" | "names">, words: Words): Offer {
  if (names === "file" || names === "folder") return { words: [], paths: names };
  // Whoever has scenarios of their own names their files.
  const paths = names === "scenario" ? "file" : undefined;
  return { words: choices ?? (names ? words[names] : []), paths };
}
