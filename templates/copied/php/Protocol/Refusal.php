<?php

declare(strict_types=1);

namespace Mplus\Protocol;

use Exception;
use Mplus\Contract\Problem;
use Mplus\Contract\Text;

/** The reason for rejecting a request, in the vendor's format. */
final class Refusal extends Exception
{
    private const CLOSE = ['Connection' => 'close'];

    /** Refusals that do not depend on the body: status, the vendor's code, message and headers. */
    private const FIXED = [
        'methodNotAllowed' => [405, 'METHOD_NOT_ALLOWED', 'Events are delivered with POST.', ['Allow' => 'POST']],
        'unknownEvent' => [404, 'UNKNOWN_EVENT', 'Unknown event.'],
        'bodyTooLarge' => [413, 'BODY_TOO_LARGE', 'The body is too large.', self::CLOSE],
        'bodyBrokenOff' => [400, 'INVALID_DATA', 'The body ended early.', self::CLOSE],
        'bodyEncoded' => [415, 'INVALID_CONTENT_ENCODING', 'The body must not have a content encoding.'],
        'noSubscriptionId' => [400, 'NO_SUBSCRIPTION_ID', 'The header X-Mplus-Subscription-Id is missing.'],
        'unknownSubscription' => [400, 'INVALID_SUBSCRIPTION_ID', 'Unknown subscription.'],
        'noSignature' => [400, 'NO_SIGNATURE', 'The header X-Mplus-Signature is missing.'],
        'wrongSignature' => [400, 'INVALID_SIGNATURE', 'The signature does not match the body.'],
        'noContentType' => [400, 'NO_CONTENT_TYPE', 'The header Content-Type is missing.'],
        'wrongContentType' => [400, 'INVALID_CONTENT_TYPE', 'The content type must be application/json.'],
        'notJson' => [400, 'INVALID_JSON', 'The body is not valid JSON in UTF-8.'],
        'noEvent' => [400, 'INVALID_DATA', 'The body has no event object.'],
        'notAnObject' => [400, 'INVALID_DATA', 'The body must be a JSON object.'],
        'nestedTooDeeply' => [400, 'INVALID_DATA', 'The body is nested too deeply.'],
        'handlerFailed' => [500, 'INTERNAL_ERROR', 'The receiver failed to handle this event.'],
        'stillRunning' => [503, 'STILL_RUNNING', 'The same event is still being handled.'],
    ];

    /** @param array<string, string> $headers */
    private function __construct(
        public readonly string $name,
        public readonly int $status,
        public readonly string $vendorCode,
        string $message,
        public readonly array $headers = [],
    ) {
        parent::__construct($message);
    }

    /** @param key-of<self::FIXED> $name */
    public static function of(string $name): self
    {
        return new self($name, ...self::FIXED[$name]);
    }

    /** The URL names the event and is not signed: without this, a captured start of a session could cancel it. */
    public static function ofReplay(string $firstEvent): self
    {
        $message = "This body was already received as $firstEvent; each event must have its own body and eventCounter.";
        return new self('replay', 400, 'INVALID_DATA', $message);
    }

    /** @param list<string> $required the event's own objects */
    public static function ofBody(Problem $problem, array $required): self
    {
        $code = match (true) {
            $problem->code !== 'missing-property' => 'INVALID_DATA',
            $problem->path === '/scanCode/scannedCode' => 'NO_SCANNED_CODE',
            in_array(substr($problem->path, 1), $required, true) => 'NO_EVENT_DETAILS',
            default => 'INVALID_DATA',
        };
        $prefix = $problem->path === '' ? '' : "$problem->path: ";
        return new self('body', 400, $code, $prefix . $problem->message);
    }

    public function toReply(): Reply
    {
        $error = ['code' => $this->vendorCode, 'message' => $this->message];
        return new Reply($this->status, Text::json(['error' => $error]), $this->headers);
    }
}
