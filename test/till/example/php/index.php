<?php

declare(strict_types=1);

namespace Shop;

use Mplus\Handlers;
use Mplus\LockedFile;
use Mplus\Models\AddSessionLineRequest;
use Mplus\Models\AddSessionLineResponse;
use Mplus\Models\BackgroundPollRequest;
use Mplus\Models\CancelExternalPaymentRequest;
use Mplus\Models\CancelSessionRequest;
use Mplus\Models\CompleteSessionRequest;
use Mplus\Models\CompleteSessionResponse;
use Mplus\Models\Footer;
use Mplus\Models\PollExternalPaymentRequest;
use Mplus\Models\PrintBillRequest;
use Mplus\Models\RequestCancelExternalPaymentRequest;
use Mplus\Models\ScanCodeAnswer;
use Mplus\Models\ScanCodeRequest;
use Mplus\Models\ScanCodeResponse;
use Mplus\Models\SelectRelationRequest;
use Mplus\Models\SelectRelationResponse;
use Mplus\Models\StartExternalPaymentRequest;
use Mplus\Models\StartPaymentRequest;
use Mplus\Receiver;
use Mplus\Server;
use Mplus\Subscription;

// The shop of the TypeScript files beside this folder: it passes all built-in scenarios.
require getenv('MPLUS_CODE') . '/autoload.php';
spl_autoload_register(static function (string $class): void {
    if (str_starts_with($class, 'Shop\\')) {
        require __DIR__ . '/' . substr($class, strlen('Shop\\')) . '.php';
    }
});

$data = getenv('MPLUS_DATA');
$on = static fn (callable $handle) => Shop::handler("$data/shop", $handle);

$handlers = new Handlers(
    scanCode: $on(static fn (Shop $shop, ScanCodeRequest $request) =>
        $shop->loyalty->scan($request)
            ?? $shop->giftCards->scan($request->scanCode->scannedCode, $request->session)
            ?? $shop->coupons->scan($request->scanCode->scannedCode, $request->session)
            ?? new ScanCodeResponse(scanCode: new ScanCodeAnswer(recognized: false))),
    selectRelation: $on(static fn (Shop $shop, SelectRelationRequest $request) =>
        new SelectRelationResponse(lineChanges: $shop->loyalty->select($request))),
    addSessionLine: $on(static fn (Shop $shop, AddSessionLineRequest $request) =>
        new AddSessionLineResponse(
            lineChanges: $shop->loyalty->add($request->session->sessionId, $request->addSessionLine->line),
        )),
    startPayment: $on(static fn (Shop $shop, StartPaymentRequest $request) =>
        $shop->checkOut->start($request)),
    completeSession: $on(static function (Shop $shop, CompleteSessionRequest $request) {
        $id = $request->session->sessionId ?? '';
        $shop->giftCards->complete($id);
        $shop->coupons->complete($id);
        $payments = $request->session->payments ?? $request->completeSession?->payments ?? [];
        $points = $shop->loyalty->complete($id, $payments);
        return new CompleteSessionResponse(new Footer(textBefore: $points ?? 'Thank you, and until next time'));
    }),
    cancelSession: $on(static function (Shop $shop, CancelSessionRequest $request): void {
        $shop->loyalty->cancel($request->session->sessionId);
        $shop->coupons->cancel($request->session->sessionId);
    }),
    printBill: $on(static fn (Shop $shop, PrintBillRequest $request) =>
        $shop->tables->bill($request->session)),
    backgroundPoll: $on(static fn (Shop $shop, BackgroundPollRequest $request) =>
        $shop->tables->poll($request)),
    startExternalPayment: $on(static fn (Shop $shop, StartExternalPaymentRequest $request) =>
        ['externalPayment' => $shop->payments->start($request->externalPayment)]),
    pollExternalPayment: $on(static fn (Shop $shop, PollExternalPaymentRequest $request) =>
        ['externalPayment' => $shop->payments->poll($request->externalPayment)]),
    requestCancelExternalPayment: $on(
        static fn (Shop $shop, RequestCancelExternalPaymentRequest $request) =>
            ['externalPayment' => $shop->payments->cancel($request->externalPayment)],
    ),
    cancelExternalPayment: $on(static function (Shop $shop, CancelExternalPaymentRequest $request): void {
        $shop->payments->cancel($request->externalPayment);
    }),
);

$receiver = new Receiver([
    'shop-12' => new Subscription(getenv('MPLUS_SECRET'), version: getenv('MPLUS_VERSION') ?: null),
    'shop-13' => new Subscription(getenv('MPLUS_OTHER_SECRET')),
], $handlers, new LockedFile("$data/memory"));
(new Server($receiver, '/mplus'))->serve();
