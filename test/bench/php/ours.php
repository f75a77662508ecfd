<?php

declare(strict_types=1);

use Mplus\Handlers;
use Mplus\LockedFile;
use Mplus\Models\ExternalDiscountAnswer;
use Mplus\Models\LineChange;
use Mplus\Models\Message;
use Mplus\Models\ScanCodeAnswer;
use Mplus\Models\ScanCodeRequest;
use Mplus\Models\ScanCodeResponse;
use Mplus\Models\SessionLine;
use Mplus\Receiver;
use Mplus\Server;
use Mplus\Subscription;

require getenv('MPLUS_HOME') . '/php/autoload.php';

$scanCode = static fn (ScanCodeRequest $request): ScanCodeResponse => new ScanCodeResponse(
    scanCode: new ScanCodeAnswer(recognized: true, relationNumber: $request->event->eventCounter),
    message: [new Message(
        message: "Welcome back, {$request->scanCode->scannedCode}",
        customerMessage: 'Hello',
        displayTime: 5,
    )],
    lineChanges: array_map(static fn (SessionLine $line): LineChange => new LineChange(
        lineId: $line->lineId,
        externalDiscount: new ExternalDiscountAnswer(
            discountId: $request->session->sessionId,
            discountPercentage: 5 * $line->quantity,
            discountDescription: 'Member of the loyalty club',
        ),
    ), array_slice($request->session->lines ?? [], 0, 10)),
);
$subscription = new Subscription(secret: getenv('MPLUS_SECRET'), version: '59.3');
$memory = getenv('MPLUS_MEMORY') === 'no' ? null : new LockedFile(getenv('MPLUS_HOME') . '/memory');
(new Server(new Receiver(['shop-12' => $subscription], new Handlers(scanCode: $scanCode), $memory)))->serve();
