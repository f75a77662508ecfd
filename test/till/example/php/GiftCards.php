<?php

declare(strict_types=1);

namespace Shop;

use Mplus\Models\LineAddition;
use Mplus\Models\Message;
use Mplus\Models\ScanCodeAnswer;
use Mplus\Models\ScanCodeResponse;
use Mplus\Models\Session;

/** Scanning a new gift card sells it: it becomes a line of the sale. It gets its value when the sale is paid. */
final class GiftCards
{
    /**
     * By code. The lines sell the card, and are known by session.
     *
     * @var array<string, array{amount: float, lines: array<string, string>, isSold: bool}>
     */
    private array $cards = ['GIFT-25-0001' => ['amount' => 25, 'lines' => [], 'isSold' => false]];

    /** Null if the code is not a gift card. */
    public function scan(string $code, Session $session): ?ScanCodeResponse
    {
        if (!isset($this->cards[$code])) {
            return null;
        }
        $card = &$this->cards[$code];
        $answer = new ScanCodeResponse(new ScanCodeAnswer(recognized: true));
        $id = $card['isSold'] ? '' : $card['lines'][$session->sessionId] ??= Shop::createId();
        $isHere = in_array($id, array_column($session->lines ?? [], 'lineId'), true);
        if ($card['isSold'] || $isHere) {
            $reason = $isHere ? 'in the sale' : 'sold';
            $answer->message = [new Message(message: "This gift card is $reason already", displayTime: 5)];
            return $answer;
        }
        $answer->lineAdditions = [new LineAddition(
            lineId: $id,
            articleNumber: 9900,
            priceIncl: $card['amount'],
            quantity: 1,
            text: 'Gift card',
        )];
        return $answer;
    }

    public function complete(string $sessionId): void
    {
        foreach ($this->cards as &$card) {
            $card['isSold'] = $card['isSold'] || isset($card['lines'][$sessionId]);
        }
    }
}
