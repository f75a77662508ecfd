<?php

declare(strict_types=1);

use Mplus as M;

const MEMBER = 20517;
const CARD = '2900004815168';
const GIFT_CARD = 'GIFT-25-0001';
const COFFEE = 12;
const CAKE = 7001;

const HANDLERS = [
    'scanCode' => [M\ScanCodeRequest::class, 'scanCode'],
    'selectRelation' => [M\SelectRelationRequest::class, 'selectRelation'],
    'addSessionLine' => [M\AddSessionLineRequest::class, 'addSessionLine'],
    'startPayment' => [M\StartPaymentRequest::class, 'startPayment'],
    'completeSession' => [M\CompleteSessionRequest::class, 'completeSession'],
    'printBill' => [M\PrintBillRequest::class, 'printBill'],
    'backgroundPoll' => [M\BackgroundPollRequest::class, 'backgroundPoll'],
    'startExternalPayment' => [M\StartExternalPaymentRequest::class, 'startExternalPayment'],
    'pollExternalPayment' => [M\PollExternalPaymentRequest::class, 'pollExternalPayment'],
    'requestCancelExternalPayment' => [M\RequestCancelExternalPaymentRequest::class, 'cancelExternalPayment'],
];

/** Changes what is known of something, and gives what it became. PHP forgets all between two requests: use a database here. */
function remember(string $what, callable $change): mixed
{
    $folder = getenv('MPLUS_STORE') ?: sys_get_temp_dir();
    $file = fopen($folder . '/mplus-' . hash('sha256', $what) . '.json', 'c+');
    flock($file, LOCK_EX);
    $value = $change(json_decode((string) stream_get_contents($file)));
    ftruncate($file, 0);
    rewind($file);
    fwrite($file, json_encode($value, JSON_THROW_ON_ERROR));
    fclose($file);
    return $value;
}

/** The same id for the same thing: what comes twice is answered with the same bytes. */
function makeId(string ...$parts): string
{
    return vsprintf('%s%s-%s-%s-%s-%s%s%s', str_split(md5(implode('/', $parts)), 4));
}

/** A line has one discount. Members get 5%, and a coffee is cheaper for everybody. Null is left out of the answer. */
function discount(?M\Relation $relation, array $lines): ?array
{
    $changes = [];
    foreach ($lines as $line) {
        $percentage = $line->articleNumber === COFFEE ? 10 : 0;
        if ($relation?->relationNumber === MEMBER) {
            $percentage = 5;
        }
        $hasOne = $line->externalDiscount !== null || $line->discountPercentage || $line->discountAmount;
        if ($percentage > 0 && !$hasOne) {
            $given = new M\ExternalDiscountAnswer(
                discountId: makeId($line->lineId),
                discountDescription: 'Discount',
                discountPercentage: $percentage,
            );
            $changes[] = new M\LineChange(lineId: $line->lineId, externalDiscount: $given);
        }
    }
    return $changes === [] ? null : $changes;
}

function scanCode(M\ScanCodeRequest $request): M\ScanCodeResponse
{
    $code = $request->scanCode->scannedCode;
    if ($code === GIFT_CARD) {
        $lineId = makeId($request->session->sessionId, $code);
        $line = new M\LineAddition(lineId: $lineId, articleNumber: 9900, priceIncl: 25, quantity: 1, text: 'Gift card');
        return new M\ScanCodeResponse(scanCode: new M\ScanCodeAnswer(recognized: true), lineAdditions: [$line]);
    }
    if ($code !== CARD) {
        return new M\ScanCodeResponse(scanCode: new M\ScanCodeAnswer(recognized: false));
    }
    if ($request->dialog === null) {
        $dialog = new M\DialogAnswer(
            required: true,
            allowMultipleOptions: false,
            dialogTitle: 'Spend 100 points?',
            dialogOptions: [new M\DialogOption(1, 'Yes'), new M\DialogOption(2, 'No')],
        );
        return new M\ScanCodeResponse(scanCode: new M\ScanCodeAnswer(recognized: true), dialog: $dialog);
    }
    return new M\ScanCodeResponse(scanCode: new M\ScanCodeAnswer(recognized: true, relationNumber: MEMBER));
}

function selectRelation(M\SelectRelationRequest $request): M\SelectRelationResponse
{
    $changes = discount($request->selectRelation?->relation, $request->session->lines ?? []);
    return new M\SelectRelationResponse(lineChanges: $changes);
}

function addSessionLine(M\AddSessionLineRequest $request): M\AddSessionLineResponse
{
    $changes = discount($request->session->relation, [$request->addSessionLine->line]);
    return new M\AddSessionLineResponse(lineChanges: $changes);
}

function startPayment(M\StartPaymentRequest $request): M\StartPaymentResponse
{
    $session = $request->session;
    $articles = array_map(static fn ($line) => $line->articleNumber, $session->lines ?? []);
    if (in_array(CAKE, $articles, true) && $request->form === null) {
        $fields = [
            new M\FormField(id: 'name', type: M\FormFieldType::text, required: true, label: 'Name'),
            new M\FormField(id: 'day', type: M\FormFieldType::date, required: true, label: 'Day'),
        ];
        $form = new M\FormAnswer(id: 'delivery', title: 'Where to?', fields: $fields);
        return new M\StartPaymentResponse(form: $form);
    }
    if ($request->event->eventPolling !== true) {
        return new M\StartPaymentResponse();
    }
    // In the place of an app in which the customer approves.
    $times = remember("approval $session->sessionId", static fn ($times) => ($times ?? 0) + 1);
    return new M\StartPaymentResponse(polling: new M\PollingAnswer(finished: $times >= 3));
}

function completeSession(M\CompleteSessionRequest $request): M\CompleteSessionResponse
{
    return new M\CompleteSessionResponse(receiptFooter: new M\Footer(textBefore: 'Thank you, and until next time'));
}

function printBill(M\PrintBillRequest $request): M\PrintBillResponse
{
    $session = $request->session;
    if ($session->table?->number !== null) {
        $prices = array_map(static fn ($line) => ($line->priceIncl ?? 0) * ($line->quantity ?? 1), $session->lines ?? []);
        $payment = new M\Prepayment(paymentId: makeId($session->sessionId, 'prepayment'), amount: array_sum($prices));
        $table = new M\PrepaidTable(number: $session->table->number);
        $prepaid = new M\PrepayTable(table: $table, sessionId: $session->sessionId, payments: [$payment]);
        remember('prepaid', static fn ($news) => [...($news ?? []), $prepaid]);
    }
    return new M\PrintBillResponse(billFooter: new M\Footer(textBefore: 'Pay by phone: scan the code on your table'));
}

function backgroundPoll(M\BackgroundPollRequest $request): M\BackgroundPollResponse
{
    $first = null;
    remember('prepaid', static function ($news) use (&$first) {
        $first = $news[0] ?? null;
        return array_slice($news ?? [], 1);
    });
    return new M\BackgroundPollResponse(prepayTable: $first === null ? null : M\PrepayTable::from($first));
}

function startExternalPayment(M\StartExternalPaymentRequest $request): M\StartExternalPaymentResponse
{
    return new M\StartExternalPaymentResponse(externalPayment: pay($request->externalPayment, 'start'));
}

function pollExternalPayment(M\PollExternalPaymentRequest $request): M\PollExternalPaymentResponse
{
    return new M\PollExternalPaymentResponse(externalPayment: pay($request->externalPayment, 'poll'));
}

function cancelExternalPayment(
    M\RequestCancelExternalPaymentRequest $request,
): M\RequestCancelExternalPaymentResponse {
    return new M\RequestCancelExternalPaymentResponse(externalPayment: pay($request->externalPayment, 'cancel'));
}

/** The customer of this toy has paid when the till asks for the third time. The first outcome counts. */
function pay(M\ExternalPayment $payment, string $step): M\ExternalPaymentAnswer
{
    $id = $payment->externalPaymentId;
    $state = remember("payment $id", static function ($state) use ($step) {
        $state ??= (object) ['polls' => 0, 'outcome' => null];
        $state->polls += $step === 'poll' ? 1 : 0;
        $state->outcome ??= $step === 'cancel' ? 'cancelled' : ($state->polls >= 3 ? 'confirmed' : null);
        return $state;
    });
    return new M\ExternalPaymentAnswer(
        externalPaymentId: $id,
        started: $step === 'start' ? true : null,
        confirmed: $state->outcome === 'confirmed' ? true : null,
        cancelled: $state->outcome === 'cancelled' ? true : null,
    );
}
