import { outputOptions, type Option, type ResolvedOptions } from "../../base/options.js";
import type { options, OptionName } from "./options.js";

/** One command of the command line. */
export interface Command {
  readonly isDefault?: true;
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
  generate: {
    isDefault: true,
    describe: "Generate code or docs for the releases that your shops run",
    example: "generate --target express --min-version 48",
    positionals: {},
    options: [...outputNames, "config", "check", "watch", "json", "quiet"],
  },
  lint: {
    describe: "Check a spec and its examples",
    example: "lint",
    positionals: {},
    options: ["spec", "json"],
    bareWord: "spec",
  },
  diff: {
    describe:
      "Show what changes between two releases, two fleets or two states of the spec, or what each release brought",
    example: "diff 48 59.5.2",
    positionals: {
      from: {
        names: "release",
        describe:
          "A release (48), or a fleet: a range (48..), a list (48,59), or a folder's stamp.json [default: list the releases]",
      },
      to: {
        names: "release",
        describe: "What to compare it with [default: show what each release after the first of them brought]",
      },
    },
    options: ["spec", "json", "specFrom", "markdown", "failOn"],
  },
  explain: {
    describe: "Explain since when something exists, and why your fleet may not have it",
    example: "explain receiptFooter --min-version 48",
    positionals: {
      path: {
        required: true,
        names: "event",
        describe: "A property (form.fields[].separator, receiptFooter) or an event",
      },
    },
    options: ["spec", "json", ...fleet],
  },
  drift: {
    describe: "Hold what the vendor's pages, release notes, WSDL or recorded requests say against the spec",
    example: "drift pages/",
    positionals: {
      source: {
        type: "texts",
        describe: "Saved pages, release notes, a WSDL or recorded requests, or folders of them",
      },
    },
    options: ["spec", "json", "markdown", "patch", "quiet"],
  },
  release: {
    describe: "Add a release of the POS to a spec, and show what to do next",
    example: "release 60 --summary 'Forms have a title.'",
    positionals: { number: { required: true, describe: "The number of the release: 60, or 59.5.1" } },
    options: ["spec", "json", "summary", "date"],
  },
  init: {
    describe: "Create a small project that answers webhooks, or add that to one; it is then yours",
    example: "init express --min-version 48 --events scanCode",
    positionals: {
      framework: {
        required: true,
        names: "framework",
        describe: "express, fastify, hono, koa, nest or node",
      },
    },
    options: ["dir", "events", "packageManager", "module", ...fleet, "responses", "spec", "json"],
  },
  send: {
    describe: "Send one event to your receiver, and check its answer against the contract",
    example: "send scanCode --url http://localhost:3000/mplus --set scannedCode=LOYAL-42",
    positionals: { event: { required: true, names: "event", describe: "The name of the event" } },
    options: [...receiver, "set", "file", "release", "product", "deadline", "curl", "json"],
  },
  doctor: {
    describe:
      "Ask your receiver what one would ask in a support call, with some twenty events, and say what to change",
    example: "doctor --url http://localhost:3000/mplus",
    positionals: {},
    options: [...receiver, "release", "product", "deadline", "json"],
    bareWord: "url",
  },
  simulate: {
    describe: "Play scenarios at a till on your desk: it sends, checks the answers and does what they say",
    example: "simulate loyalty --url http://localhost:3000/mplus",
    positionals: {
      scenario: {
        type: "texts",
        names: "scenario",
        describe:
          "Files of scenarios (YAML or JSON), or names of built-in ones; tea.yaml:7 ends with the step at line 7 [default: list the built-in ones]",
      },
    },
    options: [...receiver, "release", "set", "clock", "seed", "junit", "timeout", "json"],
  },
  till: {
    describe: "Serve a till as a page for your browser: press its buttons, and see each request and answer",
    example: "till --url http://localhost:3000/mplus",
    positionals: {},
    options: [...receiver, "port", "release", "product", "deadline"],
    bareWord: "url",
  },
  explore: {
    describe:
      "Try a receiver out with random users, shops and faults, and show what fails as scenarios of a few steps",
    example: "explore --url http://localhost:3000/mplus --for 5m",
    positionals: {
      scenario: {
        type: "texts",
        names: "scenario",
        describe: "Scenarios to take steps from, by file or name [default: all built-in ones]",
      },
    },
    options: [...receiver, "for", "seed", "release", "product", "set", "deadline", "json"],
  },
  mock: {
    describe: "Print a body for an event, made up and valid: what a shop sends, or an answer",
    example: "mock scanCode --min-version 48",
    positionals: { event: { required: true, names: "event", describe: "The name of the event" } },
    options: ["side", "size", "seed", "release", ...fleet, "spec", "json"],
  },
  inbox: {
    describe:
      "Look into a durable inbox: list its events, show one with the customer's data in it, retry or drop it",
    example: "inbox list --dead --database ./inbox",
    positionals: {
      action: {
        required: true,
        choices: ["list", "show", "retry", "drop"],
        describe: "What to do: only `show` prints what a shop sent",
      },
      id: {
        type: "texts",
        describe:
          "Events, by their id or the beginning of it; with list, the name of an event: only those of this name",
      },
    },
    options: ["database", "databaseSchema", "dead", "limit", "all", "json"],
  },
  completion: {
    describe: "Print a script that completes calls in bash or zsh, whichever SHELL names",
    example: "completion",
    positionals: {},
    options: [],
  },
} as const satisfies Readonly<Record<string, Command>>;

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

/** The arguments of a command, as the two tables describe them. */
export type Args<Name extends CommandName> = ResolvedOptions<
  (typeof commands)[Name]["positionals"] & Pick<typeof options, (typeof commands)[Name]["options"][number]>
>;

/** A command with its arguments; without a type argument, any of them. */
export type Call<Name extends CommandName = CommandName> = {
  readonly [N in Name]: { readonly name: N; readonly args: Args<N>; readonly explicit: ExplicitOptions };
}[Name];

/** The options that the call sets. The others have their default value. */
export type ExplicitOptions = ReadonlySet<string>;
