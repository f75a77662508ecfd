import { describe, expect, it } from "vitest";
import { setInJson } from "../../generator/init/set-in-json.js";

describe("a property that is set in the text of a JSON object", () => {
  it.each([
    {
      name: "goes to its place in the alphabet",
      text: '{\n  "a": {\n    "b": "1",\n    "d": "1"\n  }\n}\n',
      want: '{\n  "a": {\n    "b": "1",\n    "c": "2",\n    "d": "1"\n  }\n}\n',
    },
    {
      name: "goes to the end where there is no such order",
      text: '{\n  "a": {\n    "d": "1",\n    "b": "1"\n  }\n}\n',
      want: '{\n  "a": {\n    "d": "1",\n    "b": "1",\n    "c": "2"\n  }\n}\n',
    },
    {
      name: "comes in an object of its own where there is none, indented as the rest",
      text: '{\n\t"z": ["x", "y"]\n}',
      want: '{\n\t"z": ["x", "y"],\n\t"a": {\n\t\t"c": "2"\n\t}\n}',
    },
    {
      name: "keeps the line ends of Windows",
      text: '{\r\n    "a": {}\r\n}\r\n',
      want: '{\r\n    "a": {\r\n        "c": "2"\r\n    }\r\n}\r\n',
    },
    { name: "keeps an object in its line", text: '{"a":{"b":"1"}}', want: '{"a":{"b":"1","c": "2"}}' },
    { name: "comes into an empty object", text: "{}", want: '{\n  "a": {\n    "c": "2"\n  }\n}' },
    { name: "replaces one that is there", text: '{ "a": { "c": "1" } }', want: '{ "a": { "c": "2" } }' },
  ])("$name", ({ text, want }) => {
    expect(setInJson(text, ["a", "c"], "2")).toBe(want);
  });
});
