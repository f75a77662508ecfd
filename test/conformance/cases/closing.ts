import { refusal } from "../answers.js";
import { alikeIn } from "../case.js";
import { sentBy, signedWith, withheld } from "../requests.js";

export const closingCases = alikeIn("closed", refusal.closing(), {
  "once it closes, an event is sent away, and its connection with it": {},
  "once it closes, an unknown sender is sent away": sentBy("shop-99"),
  "once it closes, a wrong signature is no matter": signedWith("wrong"),
  "once it closes, a body is not read": withheld(100),
  "once it closes, an unknown event is sent away like others": { event: "nothing" },
  "once it closes, a wrong method is sent away like others": { method: "GET", body: "" },
});
