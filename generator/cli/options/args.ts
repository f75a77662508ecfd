import type { CommandName, commands, Positional } from "./commands.js";
import type { Option, options } from "./options.js";

/** The arguments of a command, as the two tables describe them: `--dry-run` is `dryRun: boolean`. */
export type Args<Name extends CommandName> = Flatten<
  PositionalArgs<(typeof commands)[Name]["positionals"]> &
    OptionArgs<(typeof commands)[Name]["options"][number]>
>;

/** A command with its arguments; without a type argument, any of them. */
export type Call<Name extends CommandName = CommandName> = {
  readonly [N in Name]: { readonly name: N; readonly args: Args<N>; readonly given: Given };
}[Name];

/** The options that stand in the call. The others have the value that they usually have. */
export type Given = ReadonlySet<string>;

type PositionalArgs<Table> = {
  readonly [Name in keyof Table as CamelCase<Name>]: Table[Name] extends Positional & { many: true }
    ? readonly string[]
    : Table[Name] extends Positional & { required: true }
      ? TextValue<Table[Name]>
      : string | undefined;
};

type OptionArgs<Name extends keyof typeof options> = {
  readonly [N in Name as CamelCase<N>]: OptionValue<(typeof options)[N]>;
};

type OptionValue<Row extends Option> = Row extends { type: "boolean" }
  ? boolean
  : Row extends { type: "list" | "texts" }
    ? readonly string[]
    : Row extends { default: string } | { required: true }
      ? TextValue<Row>
      : TextValue<Row> | undefined;

type TextValue<Row> = Row extends { choices: readonly (infer Choice)[] } ? Choice : string;

type CamelCase<Name> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name & string;

type Flatten<T> = { readonly [Key in keyof T]: T[Key] };
