import type { SettledOptions } from "../../options.js";
import type { CommandName, commands, Positional } from "./commands.js";
import type { options } from "./options.js";

/** The arguments of a command, as the two tables describe them. */
export type Args<Name extends CommandName> = Flatten<
  PositionalArgs<(typeof commands)[Name]["positionals"]> &
    SettledOptions<Pick<typeof options, (typeof commands)[Name]["options"][number]>>
>;

/** A command with its arguments; without a type argument, any of them. */
export type Call<Name extends CommandName = CommandName> = {
  readonly [N in Name]: { readonly name: N; readonly args: Args<N>; readonly given: Given };
}[Name];

/** The options that stand in the call. The others have the value that they usually have. */
export type Given = ReadonlySet<string>;

type PositionalArgs<Table> = {
  readonly [Name in keyof Table]: Table[Name] extends Positional & { many: true }
    ? readonly string[]
    : Table[Name] extends Positional & { required: true }
      ? Table[Name] extends { choices: readonly (infer Choice)[] }
        ? Choice
        : string
      : string | undefined;
};

type Flatten<T> = { readonly [Key in keyof T]: T[Key] };
