"""A loyalty programme and payments by QR code for MplusKASSA, written from the docs alone (generated/docs)."""

import base64
import hmac
import json
import os
import re
import sys
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock

SECRET = base64.b64decode(os.environ.get("MPLUS_SECRET", ""), validate=True)
if len(SECRET) < 16:
    raise SystemExit("MPLUS_SECRET must be set, to 16 bytes or more in base64")
PORT = int(os.environ.get("PORT", "3000"))
LIMIT = 1024 * 1024

MEMBERS = {"2900004815168": {"relationNumber": 20517, "name": "S. de Wit", "points": 118}}
SAVE, SPEND = 1, 2

lock = Lock()
sales = {}  # By the id of the session: whose it is, and the discounts that we gave.
payments = {}  # By the till's id of the payment: how often the till asked, and the outcome.


def sign(body: bytes) -> str:
    return base64.b64encode(hmac.digest(SECRET, body, "sha256")).decode()


def is_genuine(body: bytes, signature: str) -> bool:
    return hmac.compare_digest(sign(body).encode(), signature.encode())


def refuse(code: str, message: str, status: int = 400):
    return status, {"error": {"code": code, "message": message}}


def discount(sale: dict, lines: list) -> dict:
    """5% for each line that has no discount. A line that comes again gets the same discount again."""
    changes = []
    for line in lines:
        if line.get("externalDiscount") or line.get("discountPercentage") or line.get("discountAmount"):
            continue
        discount_id = sale["discounts"].setdefault(line["lineId"], str(uuid.uuid4()))
        changes.append(
            {
                "lineId": line["lineId"],
                "externalDiscount": {
                    "discountId": discount_id,
                    "discountPercentage": 5,
                    "discountDescription": "Members' discount",
                },
            }
        )
    return {"lineChanges": changes} if changes else {}


def scan_code(request: dict) -> dict:
    member = MEMBERS.get(request["scanCode"]["scannedCode"])
    if member is None:
        return {"scanCode": {"recognized": False}}
    answer = {"scanCode": {"recognized": True, "relationNumber": member["relationNumber"]}}
    session = request["session"]
    sale = sales.setdefault(session["sessionId"], {"member": member, "discounts": {}, "spent": 0})
    if "dialog" not in request:
        options = [{"optionId": SAVE, "optionName": "No"}, {"optionId": SPEND, "optionName": "Yes"}]
        answer["dialog"] = {
            "required": True,
            "allowMultipleOptions": False,
            "dialogTitle": "Spend 100 points?",
            "dialogOptions": options,
        }
        return answer
    sale["spent"] = 100 if SPEND in request["dialog"]["selectedDialogOptionIds"] else 0
    return {**answer, **discount(sale, session.get("lines") or [])}


def add_session_line(request: dict) -> dict:
    sale = sales.get(request["session"]["sessionId"])
    return discount(sale, [request["addSessionLine"]["line"]]) if sale else {}


def complete_session(request: dict) -> dict:
    session = request["session"]
    sale = sales.get(session["sessionId"])
    if sale is None:
        return {}
    if "earned" not in sale:
        sale["earned"] = int(sum(payment["amount"] for payment in session.get("payments") or []))
        sale["member"]["points"] += sale["earned"] - sale["spent"]
    texts = f"Points of this sale: {sale['earned']}", f"Your points: {sale['member']['points']}"
    return {"receiptFooter": {"textBefore": "\n".join(texts)}}


def cancel_session(request: dict) -> dict:
    sales.pop(request["session"]["sessionId"], None)
    return {}


def tell(payment_id: str, **news: bool) -> dict:
    outcome = payments.get(payment_id, {}).get("outcome")
    told = {outcome: True} if outcome else {"message": "Waiting for the customer"}
    return {"externalPayment": {"externalPaymentId": payment_id, **told, **news}}


def start_payment(request: dict) -> dict:
    payment_id = request["externalPayment"]["externalPaymentId"]
    payments.setdefault(payment_id, {"polls": 0, "outcome": None})
    return tell(payment_id, started=True)


def poll_payment(request: dict) -> dict:
    payment_id = request["externalPayment"]["externalPaymentId"]
    payment = payments.get(payment_id)
    if payment is None:
        return tell(payment_id)
    payment["polls"] += 1
    # In the place of a provider of payments: the customer pays while the till asks for the third time.
    if payment["polls"] == 3 and payment["outcome"] is None:
        payment["outcome"] = "confirmed"
    return tell(payment_id)


def cancel_payment(request: dict) -> dict:
    payment_id = request["externalPayment"]["externalPaymentId"]
    payment = payments.get(payment_id)
    if payment and payment["outcome"] is None:
        payment["outcome"] = "cancelled"
    return tell(payment_id)


# What each event does, and the objects that it cannot do without.
EVENTS = {
    "scanCode": (scan_code, ["session", "scanCode"]),
    "addSessionLine": (add_session_line, ["session", "addSessionLine"]),
    "completeSession": (complete_session, ["session"]),
    "cancelSession": (cancel_session, ["session"]),
    "startExternalPayment": (start_payment, ["externalPayment"]),
    "pollExternalPayment": (poll_payment, ["externalPayment"]),
    "requestCancelExternalPayment": (cancel_payment, ["externalPayment"]),
    "cancelExternalPayment": (cancel_payment, ["externalPayment"]),
}


def answer(event: str, body: bytes):
    try:
        request = json.loads(body.decode())
    except (ValueError, RecursionError):
        return refuse("INVALID_JSON", "The body is not JSON.")
    if not isinstance(request, dict):
        return refuse("INVALID_DATA", "The body is no JSON object.")
    if "error" in request and "original" in request:
        print("The till could not use an answer:", json.dumps(request["error"]), file=sys.stderr)
        return 200, {}
    if not isinstance(request.get("event"), dict):
        return refuse("INVALID_DATA", "The body has no object `event`.")
    if event not in EVENTS:
        return 200, {}  # An event that we do not need.
    handle, needed = EVENTS[event]
    if not all(isinstance(request.get(name), dict) for name in needed):
        return refuse("NO_EVENT_DETAILS", "The object of the event is missing.")
    with lock:
        return 200, handle(request)


class Receiver(BaseHTTPRequestHandler):
    timeout = 10

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not re.fullmatch("[0-9]{1,9}", length) or int(length) > LIMIT:
            return self.send(*refuse("BODY_TOO_LARGE", "The length of the body is no good.", 413), False)
        body = self.rfile.read(int(length))
        if not is_genuine(body, self.headers.get("X-Mplus-Signature", "")):
            return self.send(*refuse("INVALID_SIGNATURE", "The signature does not fit the body."), False)
        # The name of the event is only in the URL: its last segment.
        event = self.path.partition("?")[0].rpartition("/")[2]
        try:
            self.send(*answer(event, body), True)
        except (KeyError, TypeError) as problem:
            print("A request is not as documented:", repr(problem), file=sys.stderr)
            self.send(*refuse("INVALID_DATA", "A part of the request is missing or has another type."), True)

    def send(self, status: int, content: dict, is_signed: bool) -> None:
        text = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        if is_signed:
            self.send_header("X-Mplus-Signature", sign(text))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, format: str, *values: object) -> None:
        """Keeps the output for what goes wrong."""


if __name__ == "__main__":
    print(f"Listening on http://localhost:{PORT}", flush=True)
    ThreadingHTTPServer(("localhost", PORT), Receiver).serve_forever()
