<?php

declare(strict_types=1);

use Mplus\Handlers;
use Mplus\LockedFile;
use Mplus\Models\AddSessionLineRequest;
use Mplus\Models\CancelExternalPaymentRequest;
use Mplus\Models\CompleteSessionResponse;
use Mplus\Models\ExternalDiscountAnswer;
use Mplus\Models\Footer;
use Mplus\Models\LineChange;
use Mplus\Models\PollExternalPaymentRequest;
use Mplus\Models\RequestCancelExternalPaymentRequest;
use Mplus\Models\ScanCodeRequest;
use Mplus\Models\SelectRelationRequest;
use Mplus\Models\SessionLine;
use Mplus\Models\StartExternalPaymentRequest;
use Mplus\Receiver;
use Mplus\Server;
use Mplus\Subscription;

require __DIR__ . '/../mplus/php/autoload.php';

/** Customers' relation numbers by card. Use your database. */
const MEMBERS = ['2900004815168' => 20517];
/** In this example, the customer has paid at the third poll. */
const PAID = 3;
const CANCELLED = -1;
/** Not in the folder of this file, which the web server serves. */
const STATE = __DIR__ . '/../state';

/** Gives members 5%, except on text lines, returns and discounted lines. @param list<SessionLine> $lines */
function discount(?int $relationNumber, array $lines): array
{
    $mayHave = static fn (SessionLine $line): bool => $line->articleNumber !== null && ($line->quantity ?? 1) > 0
        && !$line->discountPercentage && !$line->discountAmount && $line->externalDiscount === null;
    $toChange = static fn (SessionLine $line): LineChange => new LineChange(
        lineId: $line->lineId,
        externalDiscount: new ExternalDiscountAnswer(
            // The same line gets the same id, so a repeated request gets the same answer.
            discountId: vsprintf('%s%s-%s-%s-%s-%s%s%s', str_split(md5($line->lineId), 4)),
            discountDescription: "Members' discount",
            discountPercentage: 5,
        ),
    );
    $lines = in_array($relationNumber, MEMBERS, true) ? array_filter($lines, $mayHave) : [];
    return $lines === [] ? [] : ['lineChanges' => array_map($toChange, array_values($lines))];
}

/** Returns the number of polls of a payment after a change. PHP keeps nothing between requests: use your database. */
function change(string $id, Closure $change): ?int
{
    $file = fopen(STATE . '/payment-' . hash('sha256', $id), 'c+');
    flock($file, LOCK_EX);
    $polls = json_decode((string) stream_get_contents($file));
    // The first outcome counts.
    $polls = $polls === PAID || $polls === CANCELLED ? $polls : $change($polls);
    ftruncate($file, 0);
    rewind($file);
    fwrite($file, json_encode($polls));
    fclose($file);
    return $polls;
}

/** Starts a payment. Start it at your payment provider here. */
function start(StartExternalPaymentRequest $request): array
{
    change($request->externalPayment->externalPaymentId, static fn (?int $polls): int => $polls ?? 0);
    return ['externalPayment' => ['started' => true]];
}

function poll(PollExternalPaymentRequest $request): array
{
    $id = $request->externalPayment->externalPaymentId;
    return show(change($id, static fn (?int $polls): ?int => $polls === null ? null : $polls + 1));
}

/** Cancels a payment. Stop it at your payment provider here. */
function cancel(CancelExternalPaymentRequest|RequestCancelExternalPaymentRequest $request): array
{
    return show(change($request->externalPayment->externalPaymentId, static fn (): int => CANCELLED));
}

function show(?int $polls): array
{
    return ['externalPayment' => match ($polls) {
        null => ['message' => 'Not known here: cancel, and see if it was paid'],
        PAID => ['confirmed' => true],
        CANCELLED => ['cancelled' => true],
        default => ['message' => 'Waiting for the customer'],
    }];
}

is_dir(STATE) || mkdir(STATE, 0700);

$receiver = new Receiver(
    ['shop-12' => new Subscription(getenv('MPLUS_SECRET'))],
    new Handlers(
        scanCode: static function (ScanCodeRequest $request): array {
            $number = MEMBERS[$request->scanCode->scannedCode] ?? null;
            if ($number === null) {
                // The POS searches on, for example among its articles.
                return ['scanCode' => ['recognized' => false]];
            }
            $scanned = ['scanCode' => ['recognized' => true, 'relationNumber' => $number]];
            return $scanned + discount($number, $request->session->lines ?? []);
        },
        selectRelation: static fn (SelectRelationRequest $request): array =>
            discount($request->selectRelation?->relation?->relationNumber, $request->session->lines ?? []),
        addSessionLine: static fn (AddSessionLineRequest $request): array =>
            discount($request->session->relation?->relationNumber, [$request->addSessionLine->line]),
        // A model in place of an array: your editor completes it.
        completeSession: static fn (): CompleteSessionResponse =>
            new CompleteSessionResponse(receiptFooter: new Footer(textBefore: 'Thank you, and until next time')),
        startExternalPayment: start(...),
        pollExternalPayment: poll(...),
        requestCancelExternalPayment: cancel(...),
        cancelExternalPayment: cancel(...),
    ),
    new LockedFile(STATE . '/memory'),
);
(new Server($receiver))->serve();
