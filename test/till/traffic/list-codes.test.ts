import { describe, expect, it } from "vitest";
import type { RecordedExchange } from "../../../generator/contract/traffic/recorded-exchange.js";
import { listCodes } from "../../../generator/till/traffic/list-codes.js";
import { readCases } from "../../workbench/cases.js";
import { ownContract } from "../own-spec.js";

interface Case {
  readonly name: string;
  readonly records: readonly RecordedExchange[];
  readonly want: readonly string[];
}

const cases = readCases("list-codes.yaml", import.meta) as readonly Case[];

describe("the codes of a recording", () => {
  it.each(cases)("$name", ({ records, want }) => {
    const lines = listCodes(records, ownContract().model).flatMap(
      ({ kind, value, requests, events, answers }) => [
        `${kind} ${value}: ${requests} (${events.join(", ")})`,
        ...answers.map(
          (each) =>
            `  ${each.requests} × ${each.status} ${JSON.stringify(each.says)} ${each.others.join(", ")}`,
        ),
      ],
    );
    expect(lines).toEqual(want);
  });
});
