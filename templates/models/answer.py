import traceback

import mplus
from shop import HANDLERS, remember_body


def answer(event: str, body: bytes) -> tuple[int, dict]:
    """Answers the till. Never let an answer have `event` or `original`: these make a request."""
    try:
        content = json.loads(body.decode())
    except (ValueError, RecursionError):
        return refuse("INVALID_JSON", "The body is not JSON.")
    if not isinstance(content, dict):
        return refuse("INVALID_DATA", "The body is no JSON object.")
    # The URL is not signed: what came for one event is no request of another.
    if remember_body(body, event) != event:
        return refuse("INVALID_DATA", "The body came for another event before.")
    try:
        return answer_object(event, content)
    except Exception:
        print(f"No answer to {event}:", traceback.format_exc(), file=sys.stderr)
        return refuse("INTERNAL_ERROR", "The answer could not be made.", 500)


def answer_object(event: str, content: dict) -> tuple[int, dict]:
    """Answers what is signed and an object."""
    try:
        if "error" in content and "original" in content:
            error = mplus.ErrorRequest.from_dict(content).error
            print(f"The till could not use an answer to {event}:", json.dumps(error.to_dict()), file=sys.stderr)
            return 200, {}
        # Signed, but no request: an answer of ours that somebody posts back.
        mplus.EventInfo.from_dict(content.get("event"))
        if event not in HANDLERS:
            print(f"Nothing answers {event}.", file=sys.stderr)
            return 200, {}
        request_type, handle = HANDLERS[event]
        request = request_type.from_dict(content)
    # What the models raise where a body is not what they describe.
    except (AssertionError, AttributeError, TypeError, ValueError) as fault:
        print(f"No request of {event}: {fault!r}", file=sys.stderr)
        return refuse("INVALID_DATA", "The body is no request of this event.")
    return 200, handle(request).to_dict()
