<?php

declare(strict_types=1);

namespace Shop;

use Mplus\Models\BackgroundPollRequest;
use Mplus\Models\BackgroundPollResponse;
use Mplus\Models\Footer;
use Mplus\Models\PrepaidTable;
use Mplus\Models\Prepayment;
use Mplus\Models\PrepayTable;
use Mplus\Models\PrintBillResponse;
use Mplus\Models\Session;

/** Guests pay by phone, here as soon as they have the bill. The POS learns of it from a background poll. */
final class Tables
{
    /** @var list<BackgroundPollResponse> */
    private array $news = [];

    /** The latest request and its answer, by till. @var array<string, array{string, BackgroundPollResponse}> */
    private array $told = [];

    /** Sessions. @var array<string, true> */
    private array $paid = [];

    public function bill(Session $session): PrintBillResponse
    {
        $table = $session->table;
        if ($table?->number === null) {
            return new PrintBillResponse();
        }
        if (!isset($this->paid[$session->sessionId])) {
            $amount = 0.0;
            foreach ($session->lines ?? [] as $line) {
                $amount += ($line->priceIncl ?? 0) * ($line->quantity ?? 1);
            }
            $this->news[] = new BackgroundPollResponse(prepayTable: new PrepayTable(
                table: new PrepaidTable($table->number, $table->subNumber),
                sessionId: $session->sessionId,
                payments: [new Prepayment(paymentId: Shop::createId(), amount: $amount)],
            ));
            $this->paid[$session->sessionId] = true;
        }
        return new PrintBillResponse(new Footer(textBefore: 'Pay by phone: scan the code on your table'));
    }

    /** Repeats the answer to a repeated request, because the first answer may be lost. */
    public function poll(BackgroundPollRequest $request): BackgroundPollResponse
    {
        $till = $request->sender->instanceId ?? '';
        $number = "{$request->event->eventTimestamp} {$request->event->eventCounter}";
        if (($this->told[$till][0] ?? null) !== $number) {
            $this->told[$till] = [$number, array_shift($this->news) ?? new BackgroundPollResponse()];
        }
        return $this->told[$till][1];
    }
}
