"""A receiver for a loyalty card and an external payment: MPLUS_SECRET=... python3 server.py PORT"""
import base64
import hmac
import json
import os
import re
import sys
import threading
import time
from uuid import uuid4
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SECRET = base64.b64decode(os.environ["MPLUS_SECRET"], validate=True)
SHOP = os.environ.get("MPLUS_SUBSCRIPTION", "shop-12")
LIMIT = 1024 * 1024  # The largest body that is taken, in bytes.
PRICE = 100  # Points that buy the higher discount.
PAID_AFTER = 12  # Seconds until the customer of this toy provider has paid.
HOLD = 1  # Seconds for which a poll is held while there is no news.


class Shop:
    """Each handler is named after its event. They run one at a time, under `lock`."""

    def __init__(self):
        self.lock = threading.Lock()
        self.members = {20517: {"card": "2900004815168", "name": "S. de Wit", "points": 118}}
        self.sales, self.payments = {}, {}  # Of members, by sessionId; by externalPaymentId.

    def scanCode(self, request):
        code, session = request["scanCode"]["scannedCode"], request["session"]
        number = next((n for n, member in self.members.items() if member["card"] == code), None)
        if number is None:
            return {"scanCode": {"recognized": False}}
        name, points = self.members[number]["name"], self.members[number]["points"]
        if points >= PRICE and not request.get("dialog"):
            options = {1: "Inwisselen", 2: "Bewaren"}
            return {"dialog": {
                "required": True, "allowMultipleOptions": False,
                "dialogTitle": f"{name}: {PRICE} van {points} punten inwisselen voor 10% korting?",
                "dialogOptions": [{"optionId": i, "optionName": text} for i, text in options.items()]}}
        sale = self.sale(session, number)
        sale["spent"] = PRICE if request.get("dialog") and 1 in request["dialog"]["selectedDialogOptionIds"] else 0
        return {"scanCode": {"recognized": True, "relationNumber": number},
                "message": [{"message": f"{name}: {points} punten", "displayTime": 8}],
                **self.discount(sale, session.get("lines"))}

    def selectRelation(self, request):
        selected, session = request["selectRelation"] or {}, request["session"]
        number = (selected.get("relation", selected) or {}).get("relationNumber")
        if number not in self.members:
            return self.cancelSession(request)
        return self.discount(self.sale(session, number), session.get("lines"))

    def addSessionLine(self, request):
        sale = self.sales.get(request["session"]["sessionId"])
        return self.discount(sale, [request["addSessionLine"].get("line", request["addSessionLine"])]) if sale else {}

    def completeSession(self, request):
        sale = self.sales.get(request["session"]["sessionId"])
        if sale is None:
            return {}
        member, spent = self.members[sale["member"]], sale["spent"]
        if sale["earned"] is None:  # The event may come twice, and counts once.
            paid = request["session"].get("payments") or request["completeSession"]["payments"]
            sale["earned"] = int(round(sum(payment["amount"] for payment in paid), 2))
            member["points"] += sale["earned"] - spent
        text = f"U spaarde {sale['earned']} punten en besteedde er {spent}"
        return {"receiptFooter": {"textBefore": text, "textAfter": f"Uw saldo: {member['points']} punten"}}

    def cancelSession(self, request):
        self.sales.pop(request["session"]["sessionId"], None)
        return {}

    def creditSession(self, request):
        sale = self.sales.get(request["session"]["sessionId"])
        if sale and sale["earned"] is not None:
            self.members[sale["member"]]["points"] -= sale["earned"] - sale["spent"]
            sale.update(earned=0, spent=0)
        return {}

    def sale(self, session, number):
        fresh = {"member": number, "discounts": {}, "spent": 0, "earned": None}
        sale = self.sales.setdefault(session["sessionId"], fresh)
        if sale["member"] != number:
            sale.update(member=number, spent=0)
        return sale

    def discount(self, sale, lines):
        """Discounts the lines that have none. A line that comes again gets the same id again."""
        own = ("discountPercentage", "discountAmount", "externalDiscount")
        free = [line["lineId"] for line in lines or [] if not any(line.get(key) for key in own)]
        changes = [{"lineId": line_id, "externalDiscount": {
            "discountId": sale["discounts"].setdefault(line_id, str(uuid4())),
            "discountPercentage": 10 if sale["spent"] else 5,
            "discountDescription": "Ledenkorting", "discountType": "member"}} for line_id in free]
        return {"lineChanges": changes} if changes else {}

    def startExternalPayment(self, request):
        payment_id = request["externalPayment"]["externalPaymentId"]
        self.payments.setdefault(payment_id, {"due": time.monotonic() + PAID_AFTER})
        return self.tell(payment_id, started=True)

    def pollExternalPayment(self, request):
        payment_id = request["externalPayment"]["externalPaymentId"]
        if payment_id in self.payments:
            due = self.payments[payment_id]["due"]
            self.lock.release()  # The till asks again at once: hold the answer, but nobody else's.
            time.sleep(max(0, min(HOLD, due - time.monotonic())))
            self.lock.acquire()
            if time.monotonic() >= due:
                self.payments[payment_id].setdefault("outcome", "confirmed")  # The first outcome counts.
        return self.tell(payment_id)

    def requestCancelExternalPayment(self, request):
        payment_id = request["externalPayment"]["externalPaymentId"]
        self.payments.get(payment_id, {}).setdefault("outcome", "cancelled")
        return self.tell(payment_id)

    cancelExternalPayment = requestCancelExternalPayment

    def tell(self, payment_id, **more):
        outcome = self.payments.get(payment_id, {}).get("outcome")
        state = {outcome: True} if outcome else {"message": "Wacht op de klant"}
        return {"externalPayment": {"externalPaymentId": payment_id, **state, **more}}


PAYMENT = (f"{step}ExternalPayment" for step in ("start", "poll", "requestCancel", "cancel"))
OBJECTS = {  # The events that are served, and what their requests must have.
    **{event: ("session", event) for event in ("scanCode", "selectRelation", "addSessionLine", "completeSession")},
    **{event: ("session",) for event in ("cancelSession", "creditSession")},
    **{event: ("externalPayment",) for event in PAYMENT}}
shop = Shop()
came_for = {}  # The event that a signature came for: no body may be posted again to another URL.


class Receiver(BaseHTTPRequestHandler):
    timeout = 10  # Seconds, for a client that stops sending.

    def receive(self):
        length, signature = self.headers.get("Content-Length", "0"), self.headers.get("X-Mplus-Signature", "")
        if "Transfer-Encoding" in self.headers or not re.fullmatch("[0-9]{1,9}", length):
            return self.send_error(411)
        body = self.rfile.read(min(int(length), LIMIT + 1))
        if self.command != "POST":
            return self.send_error(405)
        if len(body) > LIMIT or not self.path.startswith("/mplus/"):
            return self.send_error(413 if len(body) > LIMIT else 404)
        if self.headers.get("X-Mplus-Subscription-Id") != SHOP:
            return self.refuse("INVALID_SUBSCRIPTION_ID", "No shop of ours has this subscription ID.")
        if not signature:
            return self.refuse("NO_SIGNATURE", "The header X-Mplus-Signature is missing.")
        if not hmac.compare_digest(sign(body).encode(), signature.encode()):
            return self.refuse("INVALID_SIGNATURE", "The signature does not fit the body.")
        try:
            self.send(200, answer(self.path.removeprefix("/mplus/"), json.loads(body.decode()), signature), True)
        except (ValueError, RecursionError):
            self.refuse("INVALID_JSON", "The body is not JSON.", True)
        except (KeyError, TypeError, AttributeError):
            self.refuse("INVALID_DATA", "The body is no request of this event.", True)

    do_GET = do_PUT = do_DELETE = do_POST = receive

    def refuse(self, code, message, is_signed=False, status=400):
        self.send(status, {"error": {"code": code, "message": message}}, is_signed)

    def send_error(self, code, message=None, explain=None):
        self.refuse("BAD_REQUEST", "Events come to /mplus/ with POST and a Content-Length.", status=code)

    def send(self, status, content, is_signed):
        text = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        if is_signed:
            self.send_header("X-Mplus-Signature", sign(text))
        self.end_headers()
        self.wfile.write(text)


def sign(body):
    return base64.b64encode(hmac.digest(SECRET, body, "sha256")).decode()


def answer(event, request, signature):
    if "error" in request and "original" in request:
        print("The till could not use an answer:", json.dumps(request), file=sys.stderr)
        return {}
    if not isinstance(request["event"], dict) or any(name not in request for name in OBJECTS.get(event, ())):
        raise TypeError("no request of this event")
    with shop.lock:
        if came_for.setdefault(signature, event) != event:
            raise TypeError("came for another event")
        reply = getattr(shop, event)(request) if event in OBJECTS else {}
    return {**reply, "polling": {"finished": True}} if request["event"].get("eventPolling") is True else reply


if __name__ == "__main__":
    server = ThreadingHTTPServer(("localhost", int(sys.argv[1])), Receiver)
    print("listening", flush=True)
    server.serve_forever()
