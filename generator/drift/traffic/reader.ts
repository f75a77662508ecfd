import { success } from "../../problem/problem.js";
import type { SourcePlace } from "../claim.js";
import { trafficTitle } from "../judge/seen.js";
import type { Reader } from "../reading.js";
import { readBodies } from "./bodies/read-bodies.js";
import { listClaims } from "./claims.js";
import { readRecords } from "./records/read-records.js";
import { looksLikeJson } from "./records/find-layout.js";
import type { Spot } from "./records/record.js";
import { listRemarks } from "./remarks.js";
import { addExchange, addFault, createTally } from "./tally/tally.js";

/**
 * Reads recorded traffic: NDJSON, JSON or HAR, of any size. It tells which paths, types and values of the spec were seen, in how
 * many bodies, and where first. No value is told, and no name that may be one.
 */
export const trafficReader: Reader = {
  kind: "traffic",
  recognizes: (file, beginning) => /\.(?:har|ndjson|jsonl)$/i.test(file) || looksLikeJson(beginning),
  read: async (source, { known }) => {
    const { file } = source;
    const tally = createTally();
    let count = 0;
    for await (const record of readRecords(source)) {
      count = record.number;
      if ("fault" in record) addFault(tally, record.fault, record);
      else addExchange(tally, readBodies(record, file, known), record, known);
    }
    if (count === 0) addFault(tally, "nothing", { line: 1, number: 1 });
    const toPlace = ({ line, number }: Spot): SourcePlace => ({
      file,
      title: trafficTitle,
      // A review is of the same in every record.
      section: "",
      line,
      record: number,
    });
    const claims = listClaims(tally, known, toPlace);
    const remarks = listRemarks(tally, toPlace);
    const named = { title: trafficTitle, seenAs: trafficTitle };
    return success({ kind: "traffic", file, ...named, claims, remarks, count, lists: "some" });
  },
};
