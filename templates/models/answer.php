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
        // The URL is not signed: what came for one event is no request of another. A database would know more than the last 1000.
        $bodies = remember('bodies', static function ($known) use ($event, $body) {
            $known = (array) $known;
            $known[sign($body, 'which body')] ??= $event;
            return array_slice($known, -1000, null, true);
        });
        if (((array) $bodies)[sign($body, 'which body')] !== $event) {
            return refuse('INVALID_DATA', 'The body came for another event before.');
        }
        return answerObject($event, $content);
    } catch (Throwable $fault) {
        error_log("No answer to $event: $fault");
        return refuse('INTERNAL_ERROR', 'The answer could not be made.', 500);
    }
}

/** Answers what is signed and an object. */
function answerObject(string $event, stdClass $content): array
{
    try {
        if (isset($content->error, $content->original)) {
            $error = Mplus\ErrorRequest::from($content)->error;
            error_log("The till could not use an answer to $event: " . json_encode($error));
            return [200, new stdClass()];
        }
        // Signed, but no request: an answer of ours that somebody posts back.
        Mplus\EventInfo::from($content->event ?? null);
        if (!isset(HANDLERS[$event])) {
            error_log("Nothing answers $event.");
            // An empty answer is an object, since an empty array would become [] in JSON.
            return [200, new stdClass()];
        }
        [$type, $handle] = HANDLERS[$event];
        $request = $type::from($content);
    } catch (TypeError | ValueError | UnexpectedValueException $fault) {
        // What the models throw where a body is not what they describe: it names the property.
        error_log("No request of $event: " . json_encode($fault->getMessage()));
        return refuse('INVALID_DATA', 'The body is no request of this event.');
    }
    return [200, $handle($request)];
}
