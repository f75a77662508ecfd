import { describe, expect, it } from "vitest";
import { loadReviewedSpec } from "../../../generator/cli/inputs/spec-folder.js";
import { indexContract } from "../../../generator/drift/contract.js";
import { judgeSource } from "../../../generator/drift/judge-source.js";
import { isOpenVerdict, nameSubject } from "../../../generator/drift/source-content.js";
import { readWsdl } from "../../../generator/drift/wsdl.js";
import { buildModel } from "../../../generator/contract/model/build.js";
import { once } from "../../../generator/base/once.js";
import { ownSpec } from "../../../generator/contract/package/package-files.js";
import { need } from "../../workbench/need.js";
import { readCases } from "../../workbench/cases.js";
import { writeWsdl, wsdlTables } from "./wsdl-tables.js";

const wsdl = writeWsdl(wsdlTables);

const load = once(() => {
  const spec = need(loadReviewedSpec(ownSpec));
  return { spec, contract: indexContract(buildModel(spec)) };
});

/** One open finding per line, with the line of the WSDL. */
function listLoud(text: string): readonly string[] {
  const { spec, contract } = load();
  const { findings } = judgeSource(
    need(readWsdl("api.wsdl", text, spec.soapNames)),
    contract,
    spec.reviewed,
    [],
  );
  return findings
    .filter(({ verdict }) => isOpenVerdict(verdict))
    .map(({ verdict, subject, place, message }) => {
      const about = subject ? ` ${nameSubject(subject)}` : "";
      return `${verdict}${about}${place ? ` (${place.line})` : ""}: ${message}`;
    });
}

interface Planted {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly told: readonly string[];
}

const planted = readCases("./planted.yaml", import.meta) as readonly Planted[];

describe("a difference in the WSDL", () => {
  it.each(planted)("is found, if it is one: $name", ({ from, to, told }) => {
    const at = wsdl.indexOf(from);
    expect(at).toBeGreaterThan(0);
    const line = wsdl.slice(0, at).split("\n").length;
    const found = listLoud(wsdl.replace(from, () => to));
    const place = (_: string, more?: string): string => `(${line + Number(more ?? 0)})`;
    expect(found).toEqual(told.map((text) => text.replace(/\(\^([+-]\d+)?\)/, place)));
  });

  it("is none, if only the prefixes of namespaces are others", () => {
    const other = wsdl.replaceAll("api:", "plus:").replaceAll("xmlns:api", "xmlns:plus");
    expect(other).toContain('type="plus:');
    const another = other.replaceAll("xsd:", "").replaceAll("xmlns:xsd", "xmlns:unused");
    const within = another.replaceAll("<schema", '<schema xmlns="http://www.w3.org/2001/XMLSchema"');
    expect(within).toContain('type="string"');
    expect(listLoud(other)).toEqual([]);
    expect(listLoud(within)).toEqual([]);
  });
});
