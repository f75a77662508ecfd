<?php

// php exchange.php CODE < requests: the first line is the set-up, each other line a request; prints a line for each answer.

declare(strict_types=1);

namespace Psr\Log {
    interface LoggerInterface
    {
        public function log(mixed $level, string|\Stringable $message, array $context = []): void;
    }
}

namespace {
    use Mplus\Context;
    use Mplus\Handlers;
    use Mplus\LockedFile;
    use Mplus\Models\ErrorRequest;
    use Mplus\Receiver;
    use Mplus\Subscription;
    use Mplus\UnknownPart;
    use Psr\Log\LoggerInterface;

    require "$argv[1]/autoload.php";
    require __DIR__ . '/odd-answers.php';

    /** Collects lines in the form that the other receiver logs them. */
    final class Lines implements LoggerInterface
    {
        public array $lines = [];

        public function log(mixed $level, string|Stringable $message, array $context = []): void
        {
            $hasFault = isset($context['exception']);
            unset($context['exception']);
            $this->lines[] = [$level === 'warning' ? 'warn' : $level, $message, toPlain($context), $hasFault];
        }
    }

    /** Without nulls, which are undefined in JavaScript. */
    function toPlain(array $fields): array
    {
        $plain = array_map(
            static fn (mixed $part): mixed => is_array($part) || is_object($part) ? toPlain((array) $part) : $part,
            $fields,
        );
        return array_filter($plain, static fn (mixed $part): bool => $part !== null);
    }

    function write(mixed $value): string
    {
        $flags = JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PARTIAL_OUTPUT_ON_ERROR;
        return (string) json_encode($value, $flags, 3000);
    }

    $setup = json_decode((string) fgets(STDIN), true, 512, JSON_THROW_ON_ERROR);
    $log = new Lines();
    $seen = ['request' => null, 'unknown' => [], 'isKnown' => true];
    $answer = null;
    $handler = static function (object $model, Context $context) use (&$seen, &$answer): mixed {
        $seen['request'] = write($context->body);
        $seen['context'] = [
            $context->eventName, $context->subscriptionId, $context->subscriptionName, $context->version,
        ];
        json_encode($model, JSON_PARTIAL_OUTPUT_ON_ERROR, 3000);
        return answerWith($answer);
    };
    $onError = static function (ErrorRequest $report, Context $context) use (&$seen, &$answer): void {
        $seen['request'] = write($context->body);
        answerWith($answer);
    };
    $onUnknown = static function (UnknownPart $part) use (&$seen): void {
        $seen['unknown'][] = toPlain((array) $part);
    };
    $subscriptions = array_map(
        static fn (array $each): Subscription =>
            new Subscription($each['secret'], $each['version'] ?? null, $each['name'] ?? null),
        $setup['subscriptions'],
    );
    $names = array_keys(Handlers::REQUESTS);
    $receiver = new Receiver(
        $subscriptions,
        new Handlers(...array_fill_keys(array_diff($names, $setup['without'] ?? []), $handler)),
        isset($setup['memory']) ? new LockedFile($setup['memory']) : null,
        $log,
        onError: $setup['hasOnError'] ?? false ? $onError : null,
        onUnknown: $onUnknown,
        unsupported: $setup['unsupported'] ?? 'reject',
        bodyLimit: $setup['bodyLimit'] ?? 1024 * 1024,
    );
    echo write(['log' => $log->lines]), "\n";
    while (($line = fgets(STDIN)) !== false) {
        $request = json_decode($line, true, 512, JSON_THROW_ON_ERROR);
        $headers = array_map(
            static fn (string|array $value): string|array =>
                is_array($value) ? array_map('base64_decode', $value) : base64_decode($value),
            $request['headers'],
        );
        [$log->lines, $answer] = [[], $request['answer'] ?? null];
        $seen = ['request' => null, 'unknown' => [], 'context' => null];
        $body = base64_decode($request['body']);
        $start = hrtime(true);
        $response = $receiver->receive(
            base64_decode($request['method']),
            base64_decode($request['event']),
            $headers,
            $request['isRead'] ?? false ? static fn (int $most): string => substr($body, 0, $most) : $body,
            base64_decode($request['path'] ?? ''),
        );
        echo write([
            'milliseconds' => (hrtime(true) - $start) / 1e6,
            'status' => $response->status,
            'headers' => $response->headers,
            'body' => base64_encode($response->body),
            'log' => $log->lines,
        ] + $seen), "\n";
    }
}
