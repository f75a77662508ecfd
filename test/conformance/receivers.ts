import { createHandleStored, type MplusHandlers } from "../../generated/receiver/index.js";
import type { Case } from "./case.js";
import type { WireAnswer } from "./wire-message.js";
import { createOptions, setups } from "./setups.js";
import { createStage, type LogLine } from "./stage.js";
import type { Target } from "./targets/target.js";

export type Receivers = Awaited<ReturnType<typeof openReceivers>>;

const setupOf = ({ setup = "standard" }: Case) => setup;

/** Opens a receiver for each set-up that the cases need. */
export async function openReceivers(target: Pick<Target, "open">, cases: readonly Case[]) {
  const open = async (name: keyof typeof setups) => {
    const stage = createStage();
    const options = createOptions(stage, setups[name](stage));
    const opened = await target.open(options);
    if (name === "closed") await opened.retire();
    return { ...opened, stage, handleStored: createHandleStored<MplusHandlers>(options) };
  };
  const receivers = new Map<string, Awaited<ReturnType<typeof open>>>();
  for (const name of new Set(cases.map(setupOf))) receivers.set(name, await open(name));
  const all = () => [...receivers.values()];
  const find = (each: Case) => {
    const receiver = receivers.get(setupOf(each));
    if (receiver === undefined) throw new Error(`The set-up of “${each.name}” is not open.`);
    return receiver;
  };
  return {
    /** One at a time, because all cases of a receiver share its handler. */
    send(each: Case): Promise<WireAnswer> {
      const { stage, send } = find(each);
      stage.handler = each.handler;
      stage.notes.length = 0;
      return send(each.request);
    },
    /** Waits until the case's stored events are handled. */
    async readNotes(each: Case): Promise<readonly string[]> {
      const { stage, handleStored } = find(each);
      await stage.inbox.handleAll(handleStored);
      // Background work may finish after the answer.
      while (stage.notes.length < (each.notes?.length ?? 0)) await new Promise(setImmediate);
      return [...stage.notes];
    },
    /** Removes the lines of the case's receiver from its log, and returns them. */
    takeLines: (each: Case): LogLine[] => find(each).stage.lines.splice(0),
    lines: (): LogLine[] => all().flatMap(({ stage }) => stage.lines),
    end: async () => {
      for (const { end } of all()) await end();
    },
  };
}
