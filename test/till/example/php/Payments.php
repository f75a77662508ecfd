<?php

declare(strict_types=1);

namespace Shop;

use Mplus\Models\ExternalPayment;

/** External payments. However often the POS polls, each id is one payment. */
final class Payments
{
    /** Stands in for a payment provider: the customer has paid by this poll. */
    private const PAID_AT_POLL = 3;

    /** By id. The outcome is set once. @var array<string, array{url: ?string, polls: int, outcome: ?string}> */
    private array $payments = [];

    /** @return array<string, mixed> the answer's `externalPayment` */
    public function start(ExternalPayment $payment): array
    {
        $id = $payment->externalPaymentId;
        $this->payments[$id] ??= ['url' => $payment->callbackUrl, 'polls' => 0, 'outcome' => null];
        return [...$this->tell($id), 'started' => true];
    }

    /** @return array<string, mixed> */
    public function poll(ExternalPayment $payment): array
    {
        $id = $payment->externalPaymentId;
        if (isset($this->payments[$id]) && ($this->payments[$id]['polls'] += 1) >= self::PAID_AT_POLL) {
            $this->settle($id, 'confirmed');
        }
        return $this->tell($id);
    }

    /** @return array<string, mixed> */
    public function cancel(ExternalPayment $payment): array
    {
        $id = $payment->externalPaymentId;
        $this->settle($id, 'cancelled');
        return $this->tell($id);
    }

    /** @return array<string, mixed> */
    private function tell(string $id): array
    {
        $outcome = $this->payments[$id]['outcome'] ?? null;
        return ['externalPaymentId' => $id]
            + ($outcome === null ? ['message' => 'Waiting for the customer'] : [$outcome => true]);
    }

    /** Only the first outcome counts, so the POS is called once. */
    private function settle(string $id, string $outcome): void
    {
        if (!isset($this->payments[$id]) || $this->payments[$id]['outcome'] !== null) {
            return;
        }
        $this->payments[$id]['outcome'] = $outcome;
        $url = $this->payments[$id]['url'] ?? '';
        // The URL comes from the request. Here, call only a till on this machine.
        if (in_array(parse_url($url, PHP_URL_HOST), ['127.0.0.1', 'localhost'], true)) {
            register_shutdown_function(self::callBack(...), $url);
        }
    }

    /** Called after the answer. The till polls in any case, even if the call fails. */
    private static function callBack(string $url): void
    {
        flush();
        $options = ['method' => 'POST', 'follow_location' => 0, 'timeout' => 5];
        @file_get_contents($url, context: stream_context_create(['http' => $options]));
    }
}
