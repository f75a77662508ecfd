require __DIR__ . '/Mplus.php';
require __DIR__ . '/shop.php';

/** Answers the till. Never let an answer have `event` or `original`: these make a request. */
function answer(string $event, string $body): array
{
    try {
        $content = json_decode($body, false, 512, JSON_THROW_ON_ERROR);
    } catch (JsonException $fault) {
        return refuse('INVALID_JSON', 'The body is not JSON.');
    }
    if (!$content instanceof stdClass) {
        return refuse('INVALID_DATA', 'The body is no JSON object.');
    }
    try {
        if (isset($content->error, $content->original)) {
            $error = Mplus\ErrorRequest::from($content)->error;
            error_log("The till could not use an answer to $event: $error->code $error->message");
            return [200, new stdClass()];
        }
        // Signed, but no request: an answer of ours that somebody posts back.
        Mplus\EventInfo::from($content->event ?? null);
        if (!isset(HANDLERS[$event])) {
            // An empty answer is an object, since an empty array would become [] in JSON.
            return [200, new stdClass()];
        }
        [$type, $handle] = HANDLERS[$event];
        $request = $type::from($content);
    } catch (TypeError | ValueError | UnexpectedValueException $fault) {
        // What the models throw where a body is not what they describe.
        return refuse('INVALID_DATA', 'The body is no request of this event.');
    }
    return [200, $handle($request)];
}

