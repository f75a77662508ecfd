from threading import Lock
from uuid import NAMESPACE_URL, uuid5

from mplus import *

MEMBER, CARD, GIFT_CARD, COFFEE, CAKE = 20517, "2900004815168", "GIFT-25-0001", 12, 7001
lock = Lock()
times: dict[str, int] = {}  # How often something came.
outcomes: dict[str, str] = {}  # Of payments: "confirmed" or "cancelled".
prepaid: list[PrepayTable] = []


def count(what: str) -> int:
    with lock:
        times[what] = times.get(what, 0) + 1
        return times[what]


def make_id(*parts: str) -> str:
    """The same id for the same thing: what comes twice is answered with the same bytes."""
    return str(uuid5(NAMESPACE_URL, "/".join(parts)))


def discount(session: Session, lines: list[SessionLine]) -> list[LineChange] | None:
    """A line has one discount. Members get 5%, and a coffee is cheaper for everybody."""
    is_member = session.relation is not None and session.relation.relation_number == MEMBER
    changes = []
    for line in lines:
        percentage = 5.0 if is_member else 10.0 if line.article_number == COFFEE else 0.0
        has_one = line.external_discount or line.discount_percentage or line.discount_amount
        if percentage and not has_one:
            given = ExternalDiscountAnswer(make_id(line.line_id), "Discount", percentage)
            changes.append(LineChange(line.line_id, given))
    return changes or None  # None: left out of the answer.


def scan_code(request: ScanCodeRequest) -> ScanCodeResponse:
    code, session = request.scan_code.scanned_code, request.session
    if code == GIFT_CARD:
        line_id = make_id(session.session_id, code)
        line = LineAddition(line_id, article_number=9900, price_incl=25.0, quantity=1.0, text="Gift card")
        return ScanCodeResponse(ScanCodeAnswer(True), line_additions=[line])
    if code != CARD:
        return ScanCodeResponse(ScanCodeAnswer(False))
    if request.dialog is None:
        options = [DialogOption(1, "Yes"), DialogOption(2, "No")]
        dialog = DialogAnswer(True, False, "Spend 100 points?", options)
        return ScanCodeResponse(ScanCodeAnswer(True), dialog=dialog)
    return ScanCodeResponse(ScanCodeAnswer(True, MEMBER))


def select_relation(request: SelectRelationRequest) -> SelectRelationResponse:
    session, selected = request.session, request.select_relation
    session.relation = selected.relation if selected is not None else None
    return SelectRelationResponse(line_changes=discount(session, session.lines or []))


def add_session_line(request: AddSessionLineRequest) -> AddSessionLineResponse:
    return AddSessionLineResponse(line_changes=discount(request.session, [request.add_session_line.line]))


def start_payment(request: StartPaymentRequest) -> StartPaymentResponse:
    session = request.session
    has_cake = any(line.article_number == CAKE for line in session.lines or [])
    if has_cake and request.form is None:
        fields = [
            FormField("name", FormFieldType.TEXT, True, "Name"),
            FormField("day", FormFieldType.DATE, True, "Day"),
        ]
        return StartPaymentResponse(form=FormAnswer("delivery", "Where to?", fields))
    if not request.event.event_polling:
        return StartPaymentResponse()
    # In the place of an app in which the customer approves.
    return StartPaymentResponse(polling=PollingAnswer(count(f"approval {session.session_id}") >= 3))


def complete_session(request: CompleteSessionRequest) -> CompleteSessionResponse:
    return CompleteSessionResponse(Footer("Thank you, and until next time"))


def print_bill(request: PrintBillRequest) -> PrintBillResponse:
    session = request.session
    if session.table is not None and session.table.number is not None:
        amount = sum((line.price_incl or 0) * (line.quantity or 1) for line in session.lines or [])
        payment = Prepayment(make_id(session.session_id, "prepayment"), amount)
        prepaid.append(PrepayTable(PrepaidTable(session.table.number), session.session_id, [payment]))
    return PrintBillResponse(Footer("Pay by phone: scan the code on your table"))


def background_poll(request: BackgroundPollRequest) -> BackgroundPollResponse:
    return BackgroundPollResponse(prepay_table=prepaid.pop(0) if prepaid else None)


def tell(payment_id: str, started: bool | None = None) -> ExternalPaymentAnswer:
    outcome = outcomes.get(payment_id)
    return ExternalPaymentAnswer(
        external_payment_id=payment_id,
        started=started,
        confirmed=True if outcome == "confirmed" else None,
        cancelled=True if outcome == "cancelled" else None,
    )


def start_payment_outside(request: StartExternalPaymentRequest) -> StartExternalPaymentResponse:
    return StartExternalPaymentResponse(tell(request.external_payment.external_payment_id, started=True))


def poll_payment(request: PollExternalPaymentRequest) -> PollExternalPaymentResponse:
    payment_id = request.external_payment.external_payment_id
    if count(f"payment {payment_id}") >= 3:  # In the place of a customer who pays.
        outcomes.setdefault(payment_id, "confirmed")  # The first outcome counts.
    return PollExternalPaymentResponse(tell(payment_id))


def request_cancel(request: RequestCancelExternalPaymentRequest) -> RequestCancelExternalPaymentResponse:
    payment_id = request.external_payment.external_payment_id
    outcomes.setdefault(payment_id, "cancelled")
    return RequestCancelExternalPaymentResponse(tell(payment_id))


HANDLERS = {
    "scanCode": (ScanCodeRequest, scan_code),
    "selectRelation": (SelectRelationRequest, select_relation),
    "addSessionLine": (AddSessionLineRequest, add_session_line),
    "startPayment": (StartPaymentRequest, start_payment),
    "completeSession": (CompleteSessionRequest, complete_session),
    "printBill": (PrintBillRequest, print_bill),
    "backgroundPoll": (BackgroundPollRequest, background_poll),
    "startExternalPayment": (StartExternalPaymentRequest, start_payment_outside),
    "pollExternalPayment": (PollExternalPaymentRequest, poll_payment),
    "requestCancelExternalPayment": (RequestCancelExternalPaymentRequest, request_cancel),
}
