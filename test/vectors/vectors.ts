import { createHash } from "node:crypto";
import type { Fleet } from "../../generator/base/time/fleet.js";
import { createSnapshots } from "../../generator/contract/lattice/snapshot.js";
import type { Model } from "../../generator/contract/model/model.js";
import { createTable } from "../../generator/contract/table/table.js";
import type { ResponseMode, View } from "../../generator/contract/view/view.js";
import type { Contract as Table } from "../../templates/copied/validators/table.js";
import { buildViewIfPossible } from "../laws/judges/interpreted.js";
import { fromSeed } from "../workbench/draw.js";
import { writeFiles } from "../workbench/folders.js";
import { drawCalls } from "./calls.js";
import { loadContracts } from "./contracts.js";
import { createInterpreter, makeCall, type Call } from "./interpreter.js";

export interface Options {
  /** The number of cases to draw for all tables together, besides those that are written by hand. */
  readonly count: number;
  readonly seed: number;
}

export const defaults: Options = { count: 2000, seed: 1 };

/** A table, and calls of its interpreter. */
export interface Subject {
  /** Also the name of its folder: `contract-from-48-gated`. */
  readonly name: string;
  readonly model: Model;
  readonly fleet: Fleet;
  readonly mode: ResponseMode;
  readonly view: View;
  readonly table: Table;
  readonly calls: readonly Call[];
}

const modes = ["safe", "gated"] as const;

/** Both modes of a fleet have the same calls. */
export function* drawSubjects({ count, seed }: Options): Generator<Subject> {
  let number = 0;
  for (const contract of loadContracts()) {
    const { model, share } = contract;
    const snapshots = createSnapshots(model);
    const fleets = Object.entries(contract.fleets);
    const drawn = Math.ceil((count * share) / fleets.length / modes.length);
    for (const [label, fleet] of fleets) {
      number += 1;
      const calls = [...contract.calls, ...drawCalls(fromSeed(seed * 1000 + number), contract, fleet, drawn)];
      for (const mode of modes) {
        const view = buildViewIfPossible(model, fleet, mode);
        if (!view) continue;
        const name = `${contract.name}-${label}-${mode}`;
        yield { name, model, fleet, mode, view, table: createTable(view, snapshots), calls };
      }
    }
  }
}

export interface Case extends Call {
  readonly want: unknown;
}

/** The calls of a subject, with the results of an interpreter: by default that of this checkout. */
export const toCases = ({ table, calls }: Subject, interpreter = createInterpreter(table)): readonly Case[] =>
  calls.map((call) => ({ ...call, want: makeCall(interpreter, call, JSON.parse(call.body)) }));

/** A folder for each table. */
export function writeVectors(
  folder: string,
  options: Options,
): { readonly tables: number; readonly cases: number } {
  const total = { tables: 0, cases: 0 };
  for (const subject of drawSubjects(options)) {
    const cases = toCases(subject);
    writeFiles(folder, [
      [`${subject.name}/table.json`, `${JSON.stringify(subject.table, null, 2)}\n`],
      [`${subject.name}/cases.ndjson`, cases.map((each) => `${formatCase(each)}\n`).join("")],
    ]);
    total.tables += 1;
    total.cases += cases.length;
  }
  return total;
}

/** A line of `cases.ndjson`. */
export const formatCase = ({ body, want, ...call }: Case): string =>
  `${JSON.stringify(call).slice(0, -1)},"body":${body},"want":${JSON.stringify(want)}}`;

/** Differs if any result does. */
export const digest = (cases: readonly Case[]): string =>
  createHash("sha256")
    .update(cases.map(({ want }) => JSON.stringify(want)).join("\n"))
    .digest("hex");
