import { toFlag } from "../../options.js";
import { listWords, suggest } from "../../text/words.js";
import { quote } from "../../text/quote.js";
import { getCommand, type CommandName } from "./commands.js";
import { findCommand } from "./find-command.js";
import { describeBriefly, findOption } from "./options.js";
import { explainUnknownWords, type Misspelt } from "./unknown-words.js";

/** What is wrong with a call, and what to do. */
export interface Complaint {
  readonly message: string;
  readonly hint: string;
}

/** Explains what yargs complains of, in the words of our own tables. */
export function explainComplaints(
  complaints: readonly string[],
  { argv, targets }: Pick<Misspelt, "argv" | "targets">,
): Complaint {
  const command = findCommand(argv);
  const found = explainers.flatMap(([pattern, explain]) =>
    complaints.flatMap((complaint) => {
      const match = pattern.exec(complaint);
      return match ? [explain(match.slice(1), { argv, command, targets })] : [];
    }),
  );
  const [{ message, hint } = { message: complaints[0] ?? "", hint: "" }] = found;
  // A call that begins with an option is one of `generate`.
  const asked = command ?? (argv[0]?.startsWith("-") === true ? "generate" : "");
  const see = `See mplus-codegen ${asked}${asked === "" ? "" : " "}--help.`;
  return { message, hint: hint === "" ? see : `${hint} ${see}` };
}

type Explain = (found: readonly string[], call: Misspelt) => Complaint;

/** What yargs says, the first thing first: an unknown word explains what is missing because of it. */
const explainers: readonly (readonly [RegExp, Explain])[] = [
  [/^Unknown arguments?: (.*)$/, explainUnknown],
  [
    /^Invalid values: Argument: ([^,]*), Given: ("[^"]*")/,
    ([name = "", given = ""], { command }) => explainChoice(name, given, command),
  ],
  [/^Not enough arguments following: (.*)$/, ([name = ""]) => explainValue(name)],
  [/^Not enough non-option arguments: /, (_, call) => explainMissingWord(call)],
  [/^Missing required arguments?: ([^,]*)/, ([name = ""]) => explainMissing(name)],
];

function explainUnknown([names = ""]: readonly string[], call: Misspelt): Complaint {
  const { message, meant } = explainUnknownWords(names.split(", "), call);
  return { message, hint: meant.join(" ") };
}

function explainChoice(name: string, given: string, command: CommandName | undefined): Complaint {
  const word = command && getCommand(command).positionals[name];
  const { choices = [] } = word ?? findOption(name)?.[1] ?? {};
  const value = given.replace(/^"(.*)"$/s, "$1");
  const near = suggest(value, choices);
  const all = `It takes ${listWords(choices, "or")}.`;
  return {
    message: `${word ? `<${name}>` : `--${name}`} cannot be ${quote(value)}.`,
    hint: near === undefined ? all : `Did you mean ${near}? ${all}`,
  };
}

const explainValue = (name: string): Complaint => ({
  message: `--${toFlag(findOption(name)?.[0] ?? name)} needs a value.`,
  hint: describeOption(name),
});

const explainMissing = (name: string): Complaint => ({
  message: `--${name} is missing.`,
  hint: describeOption(name),
});

/** A word that the command cannot do without. */
function explainMissingWord({ command = "generate" }: Misspelt): Complaint {
  const { positionals, example } = getCommand(command);
  const [[word, { describe }] = ["", { describe: "" }]] = Object.entries(positionals);
  return {
    message: `${command} needs <${word}>: ${describe}.`,
    hint: `For example: mplus-codegen ${example}.`,
  };
}

function describeOption(name: string): string {
  const [, option] = findOption(name) ?? [];
  return option ? `${describeBriefly(option)}.` : "";
}
