<?php

// Makes a receiver whose handlers, log and look-up are those of the test's process.

declare(strict_types=1);

use Mplus\Context;
use Mplus\Handlers;
use Mplus\LockedFile;
use Mplus\Receiver;
use Mplus\Subscription;
use Psr\Log\AbstractLogger;

require_once getenv('MPLUS_CODE') . '/autoload.php';
require_once 'Psr/Log/autoload.php';

/** Asks the test's process. */
function ask(string $question, mixed $data): mixed
{
    $flags = JSON_INVALID_UTF8_SUBSTITUTE | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION;
    $content = json_encode($data, $flags | JSON_THROW_ON_ERROR);
    $header = ['Content-Type: application/json', 'Connection: close'];
    $http = ['method' => 'POST', 'content' => $content, 'protocol_version' => 1.1, 'header' => $header];
    $text = file_get_contents(getenv('MPLUS_STAGE') . "/$question", false, stream_context_create(['http' => $http]));
    $reply = json_decode($text, false, 1100, JSON_THROW_ON_ERROR);
    if (isset($reply->throws)) {
        throw new RuntimeException($reply->throws);
    }
    // Code of a case about what a handler may do.
    return isset($reply->runs) ? eval($reply->runs) : $reply->value ?? null;
}

/** The texts in an exception that a service for errors collects, also from arguments and arrays in them. */
function textsOf(mixed $value): array
{
    return match (true) {
        $value instanceof Throwable => [
            $value::class, $value->getMessage(), $value->getTraceAsString(),
            ...textsOf(array_map(static fn (array $frame): array => $frame['args'] ?? [], $value->getTrace())),
            ...textsOf($value->getPrevious()),
        ],
        is_array($value) => array_merge(...array_map(textsOf(...), array_values($value))),
        is_string($value) => [$value],
        default => [],
    };
}

$log = new class extends AbstractLogger {
    public function log($level, $message, array $context = []): void
    {
        if (isset($context['exception'])) {
            $context['exception'] = textsOf($context['exception']);
        }
        ask('log', ['level' => $level, 'message' => (string) $message, 'fields' => $context]);
    }
};

/** The answer in the way that the server's tests choose: a model, arrays or objects. */
$shape = static function (string $event, mixed $answer): mixed {
    if (!$answer instanceof stdClass || getenv('MPLUS_ANSWERS') === 'objects') {
        return $answer;
    }
    $json = json_encode($answer);
    $array = json_decode($json, true);
    $model = 'Mplus\\Models\\' . ucfirst($event) . 'Response';
    if (getenv('MPLUS_ANSWERS') === 'models' && class_exists($model)) {
        $written = json_encode($model::from($answer));
        if (json_decode($written, true) != $array) {
            throw new RuntimeException("a model wrote $written");
        }
        // The order is the model's, and the suite compares bytes.
        return $written === $json ? $model::from($answer) : $answer;
    }
    return $array;
};

$handle = static fn (object $request, Context $context): mixed => $shape(
    $context->eventName,
    ask("handlers/$context->eventName", ['request' => $request, 'context' => $context]),
);

$settings = json_decode((string) getenv('MPLUS_SETTINGS'), true);
$toSubscription = static fn (array $entry): Subscription => new Subscription(...$entry);
$lookUp = static function (string $id) use ($toSubscription): ?Subscription {
    $found = ask('subscriptions', $id);
    return $found === null ? null : $toSubscription((array) $found);
};
$limit = isset($settings['bodyLimit']) ? ['bodyLimit' => $settings['bodyLimit']] : [];

return new Receiver(
    isset($settings['subscriptions']) ? array_map($toSubscription, $settings['subscriptions']) : $lookUp,
    new Handlers(...array_fill_keys(array_keys(Handlers::REQUESTS), $handle)),
    new LockedFile((string) getenv('MPLUS_MEMORY')),
    $log,
    static fn (object $report, Context $context) => ask('onError', ['request' => $report, 'context' => $context]),
    ...$limit,
);
