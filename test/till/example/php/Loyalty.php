<?php

declare(strict_types=1);

namespace Shop;

use Mplus\Models\DialogAnswer;
use Mplus\Models\DialogOption;
use Mplus\Models\ExternalDiscountAnswer;
use Mplus\Models\LineAddition;
use Mplus\Models\LineChange;
use Mplus\Models\Payment;
use Mplus\Models\ScanCodeAnswer;
use Mplus\Models\ScanCodeRequest;
use Mplus\Models\ScanCodeResponse;
use Mplus\Models\SelectRelationRequest;
use Mplus\Models\SessionLine;

/** A card selects its owner, who can spend points. Members get 5% off, and their receipt shows their points. */
final class Loyalty
{
    private const CAKE = 100;

    /** The relation numbers of members, by card. */
    private const MEMBERS = ['2900004815168' => 20517, '2900004815175' => 20518];

    /** By relation number. @var array<int, int> */
    private array $points = [20517 => 18, 20518 => 118];

    /**
     * By session: the member, the ids of discounts by line, the line of a cake for points, and the points earned.
     *
     * @var array<string, array{member: int, discounts: array<string, string>, cake: ?string, earned: ?int}>
     */
    private array $sales = [];

    /** Null if the code is not a card. */
    public function scan(ScanCodeRequest $request): ?ScanCodeResponse
    {
        $member = self::MEMBERS[$request->scanCode->scannedCode] ?? null;
        if ($member === null) {
            return null;
        }
        $id = $this->assign($request->session->sessionId, $member);
        $lines = $request->session->lines ?? [];
        $answer = new ScanCodeResponse(new ScanCodeAnswer(recognized: true, relationNumber: $member));
        $chosen = $request->dialog?->selectedDialogOptionIds ?? [0];
        // A question needs a till that waits for the answer.
        $mayAsk = $this->points[$member] >= self::CAKE && $request->event->eventBlocking;
        if ($mayAsk && array_diff($chosen, [1, 2]) !== []) {
            $answer->dialog = new DialogAnswer(
                required: true,
                allowMultipleOptions: false,
                dialogTitle: 'A piece of cake for ' . self::CAKE . ' points?',
                dialogOptions: [new DialogOption(1, 'Yes'), new DialogOption(2, 'No')],
            );
            return $answer;
        }
        $answer->lineChanges = $this->discount($id, $lines);
        if ($mayAsk && in_array(1, $chosen, true)) {
            $cake = $this->sales[$id]['cake'] ??= Shop::createId();
            $answer->lineAdditions = in_array($cake, array_column($lines, 'lineId'), true) ? null
                : [new LineAddition(lineId: $cake, articleNumber: 14, priceIncl: 0, quantity: 1, text: 'Cake')];
        }
        return $answer;
    }

    /**
     * The changes to existing lines when the cashier selects or clears a customer.
     *
     * @return ?list<LineChange>
     */
    public function select(SelectRelationRequest $request): ?array
    {
        $id = $request->session->sessionId;
        $member = $request->selectRelation?->relation?->relationNumber;
        if (isset($this->points[$member])) {
            return $this->discount($this->assign($id, $member), $request->session->lines ?? []);
        }
        $this->cancel($id);
        return null;
    }

    /** @return ?list<LineChange> */
    public function add(string $id, SessionLine $line): ?array
    {
        return isset($this->sales[$id]) ? $this->discount($id, [$line]) : null;
    }

    /**
     * The receipt's footer. Null if the customer is not a member.
     *
     * @param list<Payment> $payments
     */
    public function complete(string $id, array $payments): ?string
    {
        if (!isset($this->sales[$id])) {
            return null;
        }
        $sale = &$this->sales[$id];
        if ($sale['earned'] === null) {
            $sale['earned'] = (int) floor(array_sum(array_column($payments, 'amount')));
            $this->points[$sale['member']] += $sale['earned'] - ($sale['cake'] === null ? 0 : self::CAKE);
        }
        return "Points of this sale: {$sale['earned']}\nYour points: {$this->points[$sale['member']]}";
    }

    public function cancel(string $id): void
    {
        unset($this->sales[$id]);
    }

    private function assign(string $id, int $member): string
    {
        $this->sales[$id] ??= ['member' => $member, 'discounts' => [], 'cake' => null, 'earned' => null];
        return $id;
    }

    /**
     * Discounts lines that have no discount yet. A line that comes again keeps its discount id.
     *
     * @param list<SessionLine> $lines
     * @return ?list<LineChange>
     */
    private function discount(string $id, array $lines): ?array
    {
        $changes = array_map(fn (SessionLine $line): LineChange => new LineChange(
            lineId: $line->lineId,
            externalDiscount: new ExternalDiscountAnswer(
                discountId: $this->sales[$id]['discounts'][$line->lineId] ??= Shop::createId(),
                discountDescription: "Members' discount",
                discountPercentage: 5,
            ),
        ), array_values(array_filter($lines, Coupons::mayBeDiscounted(...))));
        return $changes ?: null;
    }
}
