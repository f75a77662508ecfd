import { outputOptions, type Option, type OutputOptions, type ResolvedOptions } from "../../base/options.js";
import type { options, OptionName } from "./options.js";

export interface Command {
  readonly describe: string;
  readonly example: string;
  /** In order. Described like options without a flag. */
  readonly positionals: Readonly<Record<string, Option>>;
  /** In the order of the help. */
  readonly options: readonly OptionName[];
  /** Of options that mean something else here than in the table of options. */
  readonly describes?: Readonly<Partial<Record<OptionName, string>>>;
  /** The option that a stray word was probably meant for. */
  readonly bareWord?: OptionName;
}

const outputNames = Object.keys(outputOptions) as readonly (keyof typeof outputOptions)[];

const fleet = ["minVersion", "maxVersion", "versions"] as const;

const oneTill = {
  release: "Release of the till [default: newest]",
  product: "Product id in the spec [default: pos]",
};

const shops = {
  release: "Release of the shops, or of one: shop-12=59.3; repeatable [default: inferred from the requests]",
};

const receiver = ["url", "subscription", "secretEnv"] as const;

/** Types, help, parser and suggestions derive from this table and the table of options. */
export const commands = {
  init: {
    describe: "Create a webhook project, or add webhooks to an existing one",
    example: "init express --min-version 48 --events scanCode",
    positionals: {
      framework: {
        describe: "express, fastify, hono, koa, nest, next or node [default: detected]",
      },
    },
    options: ["dir", "events", "inbox", "packageManager", ...fleet, "responses", "spec", "additions", "json"],
  },
  generate: {
    describe: "Generate code or docs for the releases your shops run",
    example: "generate --target express --min-version 48",
    positionals: {},
    options: [...outputNames, "config", "check", "force", "watch", "json", "quiet"],
  },
  till: {
    describe: "Run a simulated till in your browser",
    example: "till --url http://localhost:3000/mplus",
    positionals: {},
    options: [
      ...receiver,
      "otherSubscription",
      "otherSecretEnv",
      "port",
      "release",
      "product",
      "set",
      "deadline",
      "additions",
    ],
    describes: {
      ...oneTill,
      otherSubscription: "Subscription ID of a second shop, to switch to on the page",
    },
    bareWord: "url",
  },
  send: {
    describe: "Send one event to your receiver and check the answer",
    example: "send scanCode --url http://localhost:3000/mplus",
    positionals: { event: { required: true, describe: "Event name" } },
    options: [...receiver, "set", "release", "product", "deadline", "curl", "additions", "json"],
  },
  simulate: {
    describe: "Run scenarios against your receiver",
    example: "simulate loyalty --url http://localhost:3000/mplus",
    positionals: {
      scenario: {
        type: "texts",
        describe: "Scenario files (YAML or JSON) or built-in names [default: list the built-in scenarios]",
      },
    },
    options: [...receiver, "release", "set", "clock", "seed", "timeout", "additions", "json"],
  },
  doctor: {
    describe: "Send test events and a sale, and report what to fix",
    example: "doctor --url http://localhost:3000/mplus",
    positionals: {},
    options: [
      ...receiver,
      "otherSubscription",
      "otherSecretEnv",
      "release",
      "product",
      "deadline",
      "additions",
      "json",
    ],
    describes: oneTill,
    bareWord: "url",
  },
  explore: {
    describe: "Find failures with random users, shops and faults",
    example: "explore --url http://localhost:3000/mplus --for 5m",
    positionals: {
      scenario: {
        type: "texts",
        describe: "Scenarios to take steps from [default: all built-in scenarios]",
      },
    },
    options: [...receiver, "for", "seed", "release", "product", "set", "deadline", "additions", "json"],
    describes: { product: oneTill.product },
  },
  listen: {
    describe: "Forward live requests to your server; check and record them",
    example: "listen --forward http://localhost:3000/mplus",
    positionals: {},
    options: ["forward", "port", "record", "redact", "subscription", "secretEnv", "release", "additions"],
    describes: { ...shops, port: "Local port; 0 picks a free one. The page uses the next port" },
    bareWord: "forward",
  },
  replay: {
    describe: "Resend recorded requests and check the answers",
    example: "replay today.ndjson --url http://localhost:3000/mplus",
    positionals: {
      file: { required: true, describe: "Recording made by listen, or a trace of your receiver" },
    },
    options: [
      ...receiver,
      "only",
      "renew",
      "compare",
      "listCodes",
      "saveScenario",
      "release",
      "deadline",
      "additions",
      "json",
    ],
    describes: shops,
    bareWord: "url",
  },
  mock: {
    describe: "Print a sample request or answer for an event",
    example: "mock scanCode --min-version 48",
    positionals: { event: { required: true, describe: "Event name" } },
    options: ["side", "size", "full", "seed", "release", ...fleet, "spec", "additions", "json"],
    describes: { release: "Release of the till [default: newest; for an answer, all of the range]" },
  },
  validate: {
    describe: "Check a request or an answer in a file",
    example: "validate answer.json --event scanCode --release 48",
    positionals: { file: { required: true, describe: "JSON file; - reads standard input" } },
    options: ["event", "side", "release", "spec", "additions", "json"],
    describes: {
      side: "What the file is [default: detected]",
      release: "Release of the shop [default: newest]",
    },
  },
  explain: {
    describe: "Explain an event, property or error code",
    example: "explain receiptFooter --min-version 48",
    positionals: {
      path: {
        required: true,
        describe: "Event, property (form.fields[].separator), type, value, error code or doubt (E14)",
      },
    },
    options: ["spec", "additions", "json", ...fleet],
  },
  diff: {
    describe: "Compare releases, fleets or specs",
    example: "diff 48 59.5.2",
    positionals: {
      from: {
        describe:
          "Release (48) or fleet: range (48..), list (48,59) or stamp.json of an output folder [default: list the releases]",
      },
      to: {
        describe: "Release or fleet to compare with [default: show what each later release added]",
      },
    },
    options: ["spec", "additions", "json", "specFrom", "markdown", "failOn"],
  },
  lint: {
    describe: "Check a spec and its examples",
    example: "lint",
    positionals: {},
    options: ["spec", "additions", "json"],
    bareWord: "spec",
  },
  release: {
    describe: "Add a release to a spec and show the next steps",
    example: "release 60 --summary 'Forms have a title.'",
    positionals: { number: { required: true, describe: "Release number, such as 60 or 59.5.1" } },
    options: ["spec", "json", "summary", "date"],
  },
  drift: {
    describe: "Compare the vendor's pages or recorded requests with a spec",
    example: "drift pages/",
    positionals: {
      source: {
        type: "texts",
        describe: "Saved pages, release notes, WSDL or recorded requests, or folders of them",
      },
    },
    options: ["spec", "additions", "release", "showValues", "json", "markdown", "quiet"],
    describes: shops,
  },
  inbox: {
    describe: "List, show, retry or drop events in the inbox",
    example: "inbox list --dead --database ./inbox",
    positionals: {
      action: {
        required: true,
        choices: ["list", "show", "retry", "drop"],
        describe: "Action; show prints customer data",
      },
      id: { type: "texts", describe: "Event ids, or their first characters; with list: an event name" },
    },
    options: ["database", "databaseSchema", "dead", "limit", "all", "json"],
  },
  completion: {
    describe: "Print a completion script for the shell in SHELL (bash, zsh, fish)",
    example: "completion",
    positionals: {},
    options: [],
  },
} as const satisfies Readonly<Record<string, Command>>;

export const commandGroups: Readonly<Record<string, readonly CommandName[]>> = {
  "Get started": ["init", "generate"],
  "Test your receiver": [
    "till",
    "send",
    "simulate",
    "doctor",
    "explore",
    "listen",
    "replay",
    "mock",
    "validate",
  ],
  "Explore the contract": ["explain", "diff"],
  "Maintain the spec": ["lint", "release", "drift"],
  "Run the inbox": ["inbox"],
  Other: ["completion"],
};

/** Handled before a command runs, so no command receives them. */
const sharedOptions = ["help", "version"] as const satisfies readonly OptionName[];

export type CommandName = keyof typeof commands;

export const commandNames = Object.keys(commands) as readonly CommandName[];

export const getCommand = (name: CommandName): Command => commands[name];

/** The shared options come last. */
export const listOptions = (name: CommandName): readonly OptionName[] => [
  ...getCommand(name).options,
  ...sharedOptions,
];

type Rows<Name extends CommandName> = (typeof commands)[Name]["positionals"] &
  Pick<typeof options, (typeof commands)[Name]["options"][number]>;

/** As described by both tables. Output options have no default here, because a config may set them. */
export type Args<Name extends CommandName> = ResolvedOptions<Omit<Rows<Name>, OutputOption>> &
  Pick<OutputOptions, keyof Rows<Name> & OutputOption>;

type OutputOption = Exclude<keyof OutputOptions, "target">;

/** Any command, without a type argument. */
export type Call<Name extends CommandName = CommandName> = {
  readonly [N in Name]: { readonly name: N; readonly args: Args<N> };
}[Name];
