import type { EventView } from "../../view/view.js";
import type { Sequence, SequenceStep } from "./sequence.js";
import type { Survey } from "../survey/survey.js";

/** How an event goes: what is asked, what is answered, and which answers make it come again. */
export function eventSequence({ name, request, response }: EventView, survey: Survey): Sequence {
  const carried = request.properties.filter((property) => survey.own.carried.has(property.name));
  const own = response.properties.filter((property) => survey.own.answers.has(property.name));
  const again = survey.model.flows.flatMap(({ again: rule }): SequenceStep[] =>
    rule && response.properties.some((property) => property.name === rule.answer)
      ? [
          againStep(
            name,
            rule,
            request.properties.some((property) => property.name === rule.answer),
          ),
        ]
      : [],
  );
  return {
    title: `How ${name} goes`,
    steps: [
      { kind: "request", text: withNames(`POST /${name}`, namesOf(carried)) },
      { kind: "answer", text: withNames("200", [...namesOf(own), "common answers, or nothing"]) },
      ...again,
    ],
  };
}

/** Where the request has what the answer has, it brings the outcome. */
function againStep(
  event: string,
  { answer, until }: { answer: string; until: string },
  isCarried: boolean,
): SequenceStep {
  const request = `POST /${event} again${isCarried ? ` with ${answer}` : ""}`;
  return {
    kind: isCarried ? "opt" : "loop",
    text: `you answered with ${answer}, until ${until.replaceAll("`", "")}`,
    steps: [
      { kind: "request", text: request },
      { kind: "answer", text: "200" },
    ],
  };
}

const namesOf = (properties: readonly { readonly name: string }[]): string[] =>
  properties.map(({ name }) => name);

const withNames = (text: string, names: readonly string[]): string =>
  names.length === 0 ? text : `${text}: ${names.join(", ")}`;
