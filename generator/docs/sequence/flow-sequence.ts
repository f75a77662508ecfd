import type { FlowModel } from "../../model/model.js";
import type { Sequence, SequenceStep } from "./sequence.js";
import type { Survey } from "../survey/survey.js";

/** The steps of a flow, as far as they went over the wire. */
export const flowSequence = ({ title, steps }: FlowModel, { view }: Survey): Sequence => {
  const shared = new Set(
    view.commonRequest.properties.filter(({ required }) => required).map(({ name }) => name),
  );
  return {
    title,
    steps: steps.flatMap(({ apart, example: { event, request, response, errorRequest } }): SequenceStep[] => [
      ...(apart ? [{ kind: "note", text: "in another session" } as const] : []),
      ...(request === undefined
        ? []
        : [
            sent(
              `POST /${event}`,
              keysOf(request).filter((key) => !shared.has(key)),
            ),
          ]),
      ...(response === undefined ? [] : [answered(keysOf(response))]),
      ...(errorRequest === undefined ? [] : [sent(`POST /${event}`, keysOf(errorRequest)), answered([])]),
    ]),
  };
};

const sent = (text: string, keys: readonly string[]): SequenceStep => ({
  kind: "request",
  text: keys.length === 0 ? text : `${text}: ${keys.join(", ")}`,
});

const answered = (keys: readonly string[]): SequenceStep => ({
  kind: "answer",
  text: keys.length === 0 ? "nothing to do" : keys.join(", "),
});

const keysOf = (body: unknown): string[] =>
  typeof body === "object" && body !== null ? Object.keys(body) : [];
