import { describe, expect, it } from "vitest";
import { languages, type Language } from "../../../generator/targets/target.js";
import { toAnyComment } from "../../../generator/targets/doc-comment.js";
import { hostileStrings } from "../../injection/hostile-strings.js";
import { collectFiles, emit, toSpec } from "../../workbench/emit.js";
import { changeSpec, linkSmallSpec, toSources } from "../../contract/read/small-spec.js";

const models = async (language: Language): Promise<ReadonlyMap<string, string>> =>
  collectFiles(await emit(linkSmallSpec(), "..", { targets: ["models"], language }));

const declared: Readonly<Record<Language, readonly [path: string, code: string]>> = {
  csharp: ["models/Mplus.cs", "public partial class ScanCodeRequest"],
  java: ["models/mplus/ScanCodeRequest.java", "public class ScanCodeRequest"],
  php: ["models/Mplus.php", "final class ScanCodeRequest implements JsonSerializable"],
  python: ["models/mplus.py", "class ScanCodeRequest:"],
};

describe.each(languages)("models in %s", (language) => {
  it("have a type by the name of each body, and a guide", async () => {
    const files = await models(language);
    const [path, code] = declared[language];
    expect(files.get(path)).toContain(code);
    const guide = files.get("models/README.md");
    expect(guide).toMatch(/^# Models in /);
    expect(guide).toMatch(/^## (Load the files|Import the files|Add it to a project)$/m);
  });
});

async function withScanCode(language: Language, values: readonly string[], properties: object = {}) {
  const kind = { title: "Kind", description: "A kind.", type: "string", enum: values };
  const added = Object.entries({ ...properties, kind });
  const files = changeSpec(
    Object.fromEntries(added.map(([name, each]) => [`requests/scanCode.json#/properties/${name}`, each])),
  );
  const made = await emit(toSpec(toSources(files)), "..", { targets: ["models"], language });
  return [...collectFiles(made).values()].join("\n");
}

it("models in java escape control characters so that no literal ends at one", async () => {
  const code = await withScanCode("java", ["a\r", "b\u000b\u001b\u007f", "c"]);
  expect(code).toContain('"a\\015"');
  expect(code).toContain('"b\\013\\033\\177"');
  expect(code).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
});

describe("models in php", () => {
  it.each([
    { values: ["a b", "Value0", "Value1"], want: ["Value2", "Value0", "Value1"] },
    { values: ["a b", "Value0", "c d"], want: ["Value1", "Value0", "Value2"] },
    { values: ["a b", "class"], want: ["Value0", "class_"] },
  ])("name the cases of an enum each by another name: $values", async ({ values, want }) => {
    const code = await withScanCode("php", values);
    const names = [...code.matchAll(/^ {4}case (\w+) = '(.*)';$/gm)].map(([, name, value]) => [value, name]);
    expect(names).toEqual(expect.arrayContaining(values.map((value, index) => [value, want[index]])));
  });

  it.each([
    [{ type: ["string", "null"] }, "public ?string $note"],
    [{ anyOf: [{ type: "string" }, { type: ["integer", "null"] }] }, "public string|int|null $note"],
    [{ type: "array", items: { type: "string" } }, "public ?array $note"],
  ])("say once that a value may be null: %j", async (type, want) => {
    const code = await withScanCode("php", ["a"], { note: { description: "A note.", ...type } });
    expect(code).toContain(`${want} = null,`);
    expect(code).not.toContain("null|null");
  });

  it("call a property that is named this otherwise", async () => {
    const code = await withScanCode("php", ["a"], { this: { description: "It.", type: "string" } });
    expect(code).toContain("public ?string $this_ = null,");
  });
});

/** Text that ends a comment in some language, or has a special meaning in a comment. */
const ends = /[\\"`<>&\r\n\u2028\u2029\u0085]|\*\/|\/\*/;

const ownToLanguages = ['""" + 1', "\\u002a\\u002f", "?>", "</summary>", "*/", "ends in \\", 'ends in "'];

it.each([...hostileStrings, ...ownToLanguages])("a comment of any language holds %j", (text) => {
  expect(toAnyComment(text)).not.toMatch(ends);
});

it("an ordinary sentence stays as it is", () => {
  expect(toAnyComment("What was added, since v59.")).toBe("What was added, since v59.");
});
