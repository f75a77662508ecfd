import { readCases } from "../../workbench/cases.js";
import { contractCases, wireCases } from "../cases/all.js";
import type { Case } from "../case.js";
import type { PhpServerName } from "./servers.js";

interface Exceptions {
  readonly reason: string;
  readonly servers?: readonly PhpServerName[];
  readonly names: readonly string[];
}

const { setups, cases, log } = readCases("exceptions.yaml", import.meta) as {
  /** Reasons by name. */
  readonly setups: Readonly<Record<string, string>>;
  readonly cases: readonly Exceptions[];
  readonly log: readonly Exceptions[];
};

const all: readonly Case[] = [...wireCases, ...contractCases];

const nameIn = (rows: readonly Exceptions[], server: PhpServerName): ReadonlySet<string> =>
  new Set(rows.flatMap(({ servers = [server], names }) => (servers.includes(server) ? names : [])));

/** The cases that apply to a server, and the number of the others. */
export function listCases(server: PhpServerName) {
  const excepted = nameIn(cases, server);
  const applied = all.filter(({ name, setup }) => !excepted.has(name) && setups[setup ?? ""] === undefined);
  return { applied, excepted: all.length - applied.length };
}

export function listLogCases(server: PhpServerName): readonly Case[] {
  const excepted = nameIn(log, server);
  return listCases(server).applied.filter(({ name }) => !excepted.has(name));
}

/** Names in the table of no case or set-up, and names that are in it twice. */
export function listStrayNames(): readonly string[] {
  const known = new Set(all.flatMap(({ name, setup = "standard" }) => [name, setup]));
  return [...Object.keys(setups), ...[...cases, ...log].flatMap(({ names }) => names)].filter(
    (name) => !known.has(name),
  );
}
