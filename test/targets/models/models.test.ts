import { describe, expect, it } from "vitest";
import { languages, type Language } from "../../../generator/targets/language.js";
import { collectFiles, emit, toSpec } from "../../workbench/emit.js";
import { smallSpec, toSources } from "../../spec/small-spec.js";

const spec = toSpec(toSources(smallSpec));
const models = async (language: Language): Promise<ReadonlyMap<string, string>> =>
  collectFiles(await emit(spec, "..", { targets: ["models"], language }));

/** Where the request of an event is declared. */
const declared: Readonly<Record<Language, readonly [path: string, code: string]>> = {
  csharp: ["models/Mplus.cs", "public partial class ScanCodeRequest"],
  go: ["models/mplus.go", "type ScanCodeRequest struct"],
  java: ["models/mplus/ScanCodeRequest.java", "public class ScanCodeRequest"],
  kotlin: ["models/Mplus.kt", "data class ScanCodeRequest"],
  php: ["models/Mplus.php", "final class ScanCodeRequest implements JsonSerializable"],
  python: ["models/mplus.py", "class ScanCodeRequest:"],
  swift: ["models/Mplus.swift", "struct ScanCodeRequest: Codable"],
};

describe.each(languages)("models in %s", (language) => {
  it("have a type by the name of each body, and a guide", async () => {
    const files = await models(language);
    const [path, code] = declared[language];
    expect(files.get(path)).toContain(code);
    expect(files.get("models/README.md")).toMatch(/^# Models in /);
  });

  it("are the same bytes each time", async () => {
    expect([...(await models(language))]).toEqual([...(await models(language))]);
  });
});

describe("models in php", () => {
  it("read what is there, name what is missing, and leave out what is optional", async () => {
    const code = (await models("php")).get("models/Mplus.php") ?? "";
    const request = code.slice(code.indexOf("final class ScanCodeRequest"));
    expect(request).toContain("?? throw new UnexpectedValueException('ScanCodeRequest has no ");
    expect(code).toMatch(/if \(\$this->\w+ !== null\) \{/);
  });
});
