import { expect, it } from "vitest";
import { setInJson } from "../../generator/init/set-in-json.js";

it.each([
  [
    "goes to its place in the alphabet",
    '{\n  "a": {\n    "b": "1",PUT\n    "d": "1"\n  }\n}\n',
    '\n    "c": "2",',
  ],
  [
    "goes to the end of another order",
    '{\n  "a": {\n    "d": "1",\n    "b": "1"PUT\n  }\n}\n',
    ',\n    "c": "2"',
  ],
  [
    "comes in an object of its own where there is none, indented as the rest",
    '{\n\t"z": ["x", "y"]PUT\n}',
    ',\n\t"a": {\n\t\t"c": "2"\n\t}',
  ],
  ["keeps the line ends of Windows", '{\r\n    "a": {PUT}\r\n}\r\n', '\r\n        "c": "2"\r\n    '],
  ["keeps an object in its line", '{"a":{"b":"1"PUT}}', ',"c": "2"'],
  ["comes into an empty object", "{PUT}", '\n  "a": {\n    "c": "2"\n  }\n'],
])("a property that is set in the text of a JSON object %s", (_, text, put) => {
  expect(setInJson(text.replace("PUT", ""), ["a", "c"], "2")).toBe(text.replace("PUT", put));
  expect(setInJson('{ "a": { "c": "1" } }', ["a", "c"], "2")).toBe('{ "a": { "c": "2" } }');
});
