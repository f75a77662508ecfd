import { outputOptions, type Option, type OutputOptions, type ResolvedOptions } from "../../base/options.js";
import type { options, OptionName } from "./options.js";

/** One command of the command line. */
export interface Command {
  readonly describe: string;
  /** What follows `mplus-codegen` in a call that works, for the help. */
  readonly example: string;
  /** The words that follow its name, in the order in which they are typed: rows as of options, which have no flag. */
  readonly positionals: Readonly<Record<string, Option>>;
  /** In the order of the help. */
  readonly options: readonly OptionName[];
  /** The option that a word too many was probably meant for. */
  readonly bareWord?: OptionName;
}

const outputNames = Object.keys(outputOptions) as readonly (keyof typeof outputOptions)[];

/** Which releases the shops run. */
const fleet = ["minVersion", "maxVersion", "versions"] as const;

/** Where events are sent to, and as whose. */
const receiver = ["url", "subscription", "secretEnv"] as const;

/** Every command: types, help, parser and suggestions follow from this table and that of the options. */
export const commands = {
  init: {
    describe: "Create a project that answers webhooks, or add to one",
    example: "init express --min-version 48 --events scanCode",
    positionals: {
      framework: {
        names: "framework",
        describe: "express, fastify, hono, koa, nest, next or node [default: that of the project]",
      },
    },
    options: ["dir", "events", "packageManager", ...fleet, "responses", "spec", "json"],
  },
  generate: {
    describe: "Generate code or docs for the releases of your shops",
    example: "generate --target express --min-version 48",
    positionals: {},
    options: [...outputNames, "config", "check", "force", "watch", "json", "quiet"],
  },
  till: {
    describe: "Serve a till as a page in your browser",
    example: "till --url http://localhost:3000/mplus",
    positionals: {},
    options: [...receiver, "port", "release", "product", "deadline"],
    bareWord: "url",
  },
  send: {
    describe: "Send one event to your receiver and check its answer",
    example: "send scanCode --url http://localhost:3000/mplus",
    positionals: { event: { required: true, names: "event", describe: "The name of the event" } },
    options: [...receiver, "set", "release", "product", "deadline", "curl", "json"],
  },
  simulate: {
    describe: "Play scenarios against your receiver",
    example: "simulate loyalty --url http://localhost:3000/mplus",
    positionals: {
      scenario: {
        type: "texts",
        names: "scenario",
        describe:
          "Scenario files (YAML or JSON) or names of built-in scenarios; tea.yaml:7 ends with the step at line 7 [default: list the built-in ones]",
      },
    },
    options: [...receiver, "release", "set", "clock", "seed", "junit", "timeout", "json"],
  },
  doctor: {
    describe: "Send some twenty test events and report what to fix",
    example: "doctor --url http://localhost:3000/mplus",
    positionals: {},
    options: [...receiver, "release", "product", "deadline", "json"],
    bareWord: "url",
  },
  explore: {
    describe: "Find failures with random users, shops and faults",
    example: "explore --url http://localhost:3000/mplus --for 5m",
    positionals: {
      scenario: {
        type: "texts",
        names: "scenario",
        describe: "Take steps from these [default: all built-in ones]",
      },
    },
    options: [...receiver, "for", "seed", "release", "product", "set", "deadline", "json"],
  },
  listen: {
    describe: "Forward live requests to your server, and check and record them",
    example: "listen --forward http://localhost:3000/mplus",
    positionals: {},
    options: ["forward", "port", "record", "redact", "subscription", "secretEnv", "release"],
    bareWord: "forward",
  },
  replay: {
    describe: "Send recorded requests again and check the answers",
    example: "replay today.ndjson --url http://localhost:3000/mplus",
    positionals: {
      file: { required: true, describe: "A recording of listen, or a trace of your receiver" },
    },
    options: [...receiver, "only", "renew", "compare", "release", "deadline", "json"],
    bareWord: "url",
  },
  mock: {
    describe: "Print a valid request or answer for an event",
    example: "mock scanCode --min-version 48",
    positionals: { event: { required: true, names: "event", describe: "The name of the event" } },
    options: ["side", "size", "seed", "release", ...fleet, "spec", "json"],
  },
  explain: {
    describe: "Explain since when a part exists and who may use it",
    example: "explain receiptFooter --min-version 48",
    positionals: {
      path: { required: true, names: "event", describe: "An event or a property: form.fields[].separator" },
    },
    options: ["spec", "json", ...fleet],
  },
  diff: {
    describe: "Show what changes between releases, fleets or specs",
    example: "diff 48 59.5.2",
    positionals: {
      from: {
        names: "release",
        describe:
          "A release (48) or a fleet: a range (48..), a list (48,59) or a folder's stamp.json [default: list the releases]",
      },
      to: {
        names: "release",
        describe: "The same, to compare with [default: what each later release added]",
      },
    },
    options: ["spec", "json", "specFrom", "markdown", "failOn"],
  },
  lint: {
    describe: "Check a spec and its examples",
    example: "lint",
    positionals: {},
    options: ["spec", "json"],
    bareWord: "spec",
  },
  release: {
    describe: "Add a release to a spec and show the next steps",
    example: "release 60 --summary 'Forms have a title.'",
    positionals: { number: { required: true, describe: "The number of the release: 60 or 59.5.1" } },
    options: ["spec", "json", "summary", "date"],
  },
  drift: {
    describe: "Compare vendor pages or recorded requests with a spec",
    example: "drift pages/",
    positionals: {
      source: { type: "texts", describe: "Pages, release notes, a WSDL or requests, or folders of them" },
    },
    options: ["spec", "json", "markdown", "patch", "quiet"],
  },
  inbox: {
    describe: "List, show, retry or drop events in the inbox",
    example: "inbox list --dead --database ./inbox",
    positionals: {
      action: {
        required: true,
        choices: ["list", "show", "retry", "drop"],
        describe: "What to do; show prints customer data",
      },
      id: { type: "texts", describe: "Ids, or their beginnings, of events; with list: the name of an event" },
    },
    options: ["database", "databaseSchema", "dead", "limit", "all", "json"],
  },
  completion: {
    describe: "Print a completion script for the shell in SHELL: bash, zsh or fish",
    example: "completion",
    positionals: {},
    options: [],
  },
} as const satisfies Readonly<Record<string, Command>>;

/** The commands as help lists them. */
export const commandGroups: Readonly<Record<string, readonly CommandName[]>> = {
  Begin: ["init", "generate"],
  "Try a receiver": ["till", "send", "simulate", "doctor", "explore", "listen", "replay", "mock"],
  "Read the contract": ["explain", "diff"],
  "Keep the spec": ["lint", "release", "drift"],
  "Run the inbox": ["inbox"],
  Other: ["completion"],
};

/** What every command takes besides. They are read before a command is: no command gets them. */
export const sharedOptions = ["help", "version"] as const satisfies readonly OptionName[];

export type CommandName = keyof typeof commands;

export const commandNames = Object.keys(commands) as readonly CommandName[];

/** A command by its name, as a row of the table. */
export const getCommand = (name: CommandName): Command => commands[name];

/** The options of a command, those that every command takes at the end. */
export const listOptions = (name: CommandName): readonly OptionName[] => [
  ...getCommand(name).options,
  ...sharedOptions,
];

/** The options of a command as its table has them, and its positionals. */
type Rows<Name extends CommandName> = (typeof commands)[Name]["positionals"] &
  Pick<typeof options, (typeof commands)[Name]["options"][number]>;

/** The arguments of a command, as the two tables describe them. Of an option of outputs, which a config may set, there is no default. */
export type Args<Name extends CommandName> = ResolvedOptions<Omit<Rows<Name>, OutputOption>> &
  Pick<OutputOptions, keyof Rows<Name> & OutputOption>;

type OutputOption = Exclude<keyof OutputOptions, "target">;

/** A command with its arguments; without a type argument, any of them. */
export type Call<Name extends CommandName = CommandName> = {
  readonly [N in Name]: { readonly name: N; readonly args: Args<N> };
}[Name];
