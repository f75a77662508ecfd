<?php

declare(strict_types=1);

namespace Shop;

use Mplus\Models\FormAnswer;
use Mplus\Models\FormField;
use Mplus\Models\FormFieldType;
use Mplus\Models\Message;
use Mplus\Models\PollingAnswer;
use Mplus\Models\StartPaymentRequest;
use Mplus\Models\StartPaymentResponse;

/** Before a payment, asks where to deliver a cake, or has the customer approve in an app. */
final class CheckOut
{
    private const BIRTHDAY_CAKE = 7001;

    /** Polls so far, by session. @var array<string, int> */
    private array $polls = [];

    public function start(StartPaymentRequest $request): StartPaymentResponse
    {
        $articles = array_column($request->session->lines ?? [], 'articleNumber');
        // A POS that does not wait for the answer cannot ask its user.
        return in_array(self::BIRTHDAY_CAKE, $articles, true) && $request->event->eventBlocking
            ? self::askWhere($request) : $this->keepWaiting($request);
    }

    private static function askWhere(StartPaymentRequest $request): StartPaymentResponse
    {
        $form = $request->form;
        if ($form?->id !== 'delivery') {
            return new StartPaymentResponse(form: new FormAnswer(id: 'delivery', title: 'Where to?', fields: [
                new FormField(id: 'name', type: FormFieldType::text, required: true, label: 'Name'),
                new FormField(id: 'day', type: FormFieldType::date, required: true, label: 'Day'),
            ]));
        }
        $day = array_column($form->fields ?? [], 'value', 'id')['day'] ?? '';
        $text = $form->cancelled === true ? 'No delivery' : "Delivery on $day";
        return new StartPaymentResponse(message: [new Message(message: $text)]);
    }

    /** Simulates an app in which the customer approves at the third poll. */
    private function keepWaiting(StartPaymentRequest $request): StartPaymentResponse
    {
        $id = $request->session->sessionId;
        if ($request->event->eventPolling !== true) {
            return new StartPaymentResponse();
        }
        $this->polls[$id] = ($this->polls[$id] ?? 0) + 1;
        return new StartPaymentResponse(polling: $this->polls[$id] < 3
            ? new PollingAnswer(finished: false, message: "Waiting for the customer's approval")
            : new PollingAnswer(finished: true));
    }
}
