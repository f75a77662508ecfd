import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { once } from "../../generator/base/once.js";
import { ownSpec } from "../../generator/contract/package/package-files.js";
import { indexContract } from "../../generator/drift/contract.js";
import { judgeSource as judgeReading } from "../../generator/drift/judge-source.js";
import { isOpenVerdict, type DriftFinding } from "../../generator/drift/source-content.js";
import { readWsdl } from "../../generator/drift/wsdl.js";
import { writeWsdl, wsdlTables } from "../drift/soap/wsdl-tables.js";
import { expectList, loadOwnModel, loadOwnSpec, review } from "./own-spec.js";

const wsdl = writeWsdl(wsdlTables);

const loadContract = once(() => indexContract(loadOwnModel(), loadOwnSpec().names));

/** What becomes of all that a WSDL says. */
function judge(text: string): readonly DriftFinding[] {
  const { soapNames, reviewed } = loadOwnSpec();
  const reading = readWsdl("api.wsdl", text, soapNames);
  if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join("\n"));
  return judgeReading(reading.value, loadContract(), reviewed, []).findings;
}

describe("the vendor's WSDL, against the spec", () => {
  it("leaves nothing to do: what differs was seen there, or a person has reviewed it", () => {
    const findings = judge(wsdl);
    const loud = findings.filter(({ verdict }) => isOpenVerdict(verdict)).map(({ message }) => message);
    expect(loud, review(findings, "WSDL of the API")).toEqual([]);
  });

  it("shows every erratum of the spec that it is a side of", () => {
    const reviewed = judge(wsdl).flatMap((finding) => finding.reviewed ?? []);
    const mapped = Object.values(loadOwnSpec().soapNames.elements);
    const found = new Set(
      [...reviewed, ...mapped].flatMap((entry) => ("erratum" in entry ? [entry.erratum] : [])),
    );
    const unfound = [...listErrata()].filter((id) => !found.has(id));
    expectList(unfound, [], 'spec/drift/reviewed.json: the "erratum" of an entry, or what the erratum says');
  });
});

/** The errata whose text names the SOAP API; E05 is of courses, which its webhooks do not have. */
function listErrata(): ReadonlySet<string> {
  const texts = readdirSync(ownSpec, { recursive: true, encoding: "utf8" })
    .filter((path) => /^(?:requests|responses|common)\/.*\.json$/.test(path))
    .map((path) => readFileSync(join(ownSpec, path), "utf8"));
  const errata = texts.flatMap((text) => [...text.matchAll(/"id": "(E\d+)",\s+"says": "([^"]*)"/g)]);
  return new Set(
    errata.flatMap(([, id = "", says = ""]) => (says.includes("SOAP API") && id !== "E05" ? [id] : [])),
  );
}
