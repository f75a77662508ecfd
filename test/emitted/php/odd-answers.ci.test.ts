import { expect, it } from "vitest";
import { scan } from "../../conformance/requests.js";
import { needs, withReason } from "../../workbench/tools.js";
import { askPhp, writePhp } from "./pair.js";

const missing = needs("php");

const said = (message: string) => ({ message: [{ message }] });
const numbered = (relationNumber: number) => ({ scanCode: { recognized: true, relationNumber } });
const noInstance = (path: string, name: string) => `${path}: an instance of ${name} is not plain data`;
const noNumber = '/scanCode/relationNumber: "scanCode.relationNumber" must be an integer';
const unsafe =
  '/scanCode/relationNumber: "scanCode.relationNumber" is beyond 2^53 - 1, so a JavaScript number cannot represent it exactly';
const noObject = "The body must be an object";
const noList = '/message: "message" must be an array';
const text = "/message/0/message";
const tooMany = "the answer has more than 100000 values";
const endless = `${"/message/0".repeat(9)}/message: nested too deeply, or contains itself`;
const failed = (reason: string) => new Error(reason);

/** The answer that is sent; or what the log says is wrong with it; or what it says was thrown. */
const answers: Readonly<Record<string, object | string | Error>> = {
  ...Object.fromEntries(
    ["true", "false", "zero", "text zero", "empty text", "list"].map((name) => [name, noObject]),
  ),
  "empty array": {},
  "empty object": {},
  NaN: "/scanCode/relationNumber: NAN cannot be written as JSON",
  Infinity: "/scanCode/relationNumber: INF cannot be written as JSON",
  "-Infinity": "/scanCode/relationNumber: -INF cannot be written as JSON",
  "a sum of floats": noNumber,
  "a text number": noNumber,
  "a bool as a number": noNumber,
  "an integer as a float": numbered(12),
  "minus zero": numbered(0),
  "the largest safe integer": numbered(Number.MAX_SAFE_INTEGER),
  "an unsafe integer": unsafe,
  "the largest integer": unsafe,
  "invalid UTF-8": `${text}: the text is not UTF-8`,
  "half a character": `${text}: the text is not UTF-8`,
  "an invalid name": "a name is not UTF-8, or begins with a null",
  "an invalid name inside": "/message/0: a name is not UTF-8, or begins with a null",
  "a name that begins with a null": "a name is not UTF-8, or begins with a null",
  "a date": noInstance(text, "DateTimeImmutable"),
  "a closure": noInstance(text, "Closure"),
  "a generator": noInstance("/message", "Generator"),
  "an ArrayObject": noInstance("/message", "ArrayObject"),
  "a Stringable": noInstance(text, "class@anonymous"),
  "a bare enum": noInstance(text, "Bare"),
  "an object of a class": noInstance("/message/0", "Plain"),
  "a resource": `${text}: a resource is not plain data`,
  "a backed enum": said("hearts"),
  "an array in a circle": endless,
  "an object in a circle": endless,
  "a JsonSerializable": said("x"),
  "a JsonSerializable that throws": failed("unreadable"),
  "a JsonSerializable that returns itself": "an instance of JsonSerializable@anonymous is not plain data",
  "an empty array for an object": '/scanCode: "scanCode" must be an object',
  "an empty object for a list": noList,
  "a map for a list": noList,
  "a list with a gap": said("x"),
  "a numeric name": '/0: There is no property "0" here',
  "two million values": tooMany,
  "shared parts without end": tooMany,
  "an error of PHP": failed("Division by zero"),
  "a long exception": failed(`${"é".repeat(1000)}…`),
};

it.skipIf(missing)(
  withReason("an odd answer in PHP is sent as it is, or not at all, and the log says why", missing),
  async () => {
    const code = await writePhp({ range: "48.." });
    const exchanges = Object.keys(answers).map((odd) => ({
      name: odd,
      body: JSON.stringify(scan()),
      answer: { odd },
    }));
    const { outcomes, stderr } = await askPhp(code, { range: "48.." }, exchanges, ["memory_limit=512M"]);
    expect(stderr).toBe("");
    const got = outcomes.map(({ status, body, log }, index) => {
      const lines = log.map(([, message]) => message);
      return [exchanges[index]?.name, status, status === 200 ? (JSON.parse(body) as unknown) : lines];
    });
    const want = Object.entries(answers).map(([name, answer]) => {
      if (answer instanceof Error) return [name, 500, [`request failed with status 500: ${answer.message}`]];
      return typeof answer === "string"
        ? [name, 500, [`the scanCode handler returned an invalid answer: ${answer}`]]
        : [name, 200, answer];
    });
    expect(got).toEqual(want);
  },
);
