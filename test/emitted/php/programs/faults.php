<?php

// php faults.php CODE CASE: one fault of the user's code or settings. Whatever it prints is searched for secrets.

declare(strict_types=1);

namespace Psr\Log {
    interface LoggerInterface
    {
        public function log(mixed $level, string|\Stringable $message, array $context = []): void;
    }
}

namespace {
    use Mplus\Handlers;
    use Mplus\LockedFile;
    use Mplus\Memory;
    use Mplus\Models\ScanCodeAnswer;
    use Mplus\Receiver;
    use Mplus\Subscription;
    use Psr\Log\LoggerInterface;

    [, $code, $name] = $argv;
    require "$code/autoload.php";

    /** Prints exceptions as PHP does, with their arguments. */
    final class Printer implements LoggerInterface
    {
        public function log(mixed $level, string|Stringable $message, array $context = []): void
        {
            // The receiver discards what is echoed.
            fwrite(STDERR, "$level $message " . json_encode($context, JSON_PARTIAL_OUTPUT_ON_ERROR) . "\n");
            for ($fault = $context['exception'] ?? null; $fault !== null; $fault = $fault->getPrevious()) {
                fwrite(STDERR, get_class($fault) . "\n{$fault->getTraceAsString()}\n");
            }
        }
    }

    final class Broken implements Memory
    {
        public function add(string $key, #[SensitiveParameter] string $text, int $seconds): ?string
        {
            throw new RuntimeException('away');
        }

        public function set(string $key, #[SensitiveParameter] string $text, int $seconds): void
        {
            throw new RuntimeException('away');
        }

        public function delete(string $key): void
        {
            throw new RuntimeException('away');
        }
    }

    $input = json_decode((string) stream_get_contents(STDIN), true, 512, JSON_THROW_ON_ERROR);
    $secret = $input['secret'];
    $answer = static fn (object $request): array => ['message' => [['message' => $request->scanCode->scannedCode]]];
    $handler = match ($name) {
        'a handler that throws' => static fn (): never => throw new LogicException('handler'),
        'a type error' => static fn (object $request): int => (static fn (int $x): int => $x)(
            $request->scanCode->scannedCode,
        ),
        'a wrong property of a model' => static fn (object $request): object =>
            new ScanCodeAnswer(recognized: $request->scanCode->scannedCode),
        'an invalid answer' => static fn (object $request): array => ['message' => $request->scanCode->scannedCode],
        'an invalid text' => static fn (object $request): array => ['x' => "{$request->scanCode->scannedCode}\xff"],
        default => $answer,
    };
    $memory = match ($name) {
        'a memory that throws' => new Broken(),
        'a memory whose folder is a file' => new LockedFile(__FILE__ . '/memory'),
        'a memory that is too small' => new LockedFile("$code/memory", 400),
        'a memory' => new LockedFile("$code/memory"),
        default => null,
    };
    $bad = [
        'a secret with a space' => "$secret ",
        'a secret that is no base64' => strtr($secret, '=', '!'),
        'a short secret' => substr($secret, 0, 8),
        'two subscriptions with one secret' => [$secret],
        'a secret that is a list of lists' => [[$secret]],
    ];
    $subscription = new Subscription($bad[$name] ?? $secret, $name === 'a wrong version' ? 'x' : null);
    $subscriptions = match ($name) {
        'two subscriptions with one secret' => ['shop-12' => [$subscription, $subscription]],
        'a subscription that is none' => ['shop-12' => $secret],
        'a look-up that throws' => static fn (string $id): never => throw new LogicException('look-up'),
        'a look-up that returns no subscription' => static fn (string $id): ?array => $id === 'shop-12' ? [$secret] : null,
        'a look-up of a bad secret' => static fn (string $id): ?Subscription => $id === 'shop-12' ? new Subscription("$secret ") : null,
        default => ['shop-12' => $subscription],
    };
    $fail = static fn (): never => throw new LogicException('hook');
    $receiver = new Receiver(
        $subscriptions,
        new Handlers(scanCode: $handler),
        $memory,
        $input['isPrinted'] ? new Printer() : null,
        onError: $name === 'an onError that throws' ? $fail : null,
        onUnknown: $fail,
        unsupported: $name === 'a wrong option' ? 'x' : 'reject',
    );
    foreach ($input['requests'] as ['headers' => $headers, 'body' => $body]) {
        $response = $receiver->receive('POST', 'scanCode', $headers, $body);
        echo $response->status, "\n";
        // The answer is for the shop.
        $response->status < 400 || print($response->body . "\n");
    }
}
