using FlashSale.Engine;
using Market = FlashSale.Engine.Market;

namespace FlashSale.Tests.Engine;

// What no history of commands breaks, whatever is asked in whatever order.
public sealed class HistoryTests
{
    [Fact]
    public void After_any_history_every_invariant_holds() => Histories.Hold(AuditAllAlong);

    [Fact]
    public void Under_odd_rules_every_invariant_holds_as_well() =>
        Histories.Hold(history => AuditAllAlong(history, Fair.Odd));

    [Fact]
    public void The_same_history_gives_the_same_answers_and_the_same_state() => Histories.Hold(history =>
    {
        var (one, other) = (Watched(), Watched());

        Assert.Equal(history.PlayOn(one), history.PlayOn(other));
        Assert.Equal(one.StateHash(), other.StateHash());
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_journal_of_any_history_gives_the_same_answers_and_the_same_state(bool isOdd) =>
        Histories.Hold(history =>
        {
            var (journal, first) = (new List<byte[]>(), Fair.Market(isOdd ? Fair.Odd : Fair.Watched));
            first.Log = new CommandLog(record => journal.Add(record.ToArray()));

            var answers = history.PlayOn(first).Select(Packed);

            var again = Fair.Market(PolicyRecord.Genesis(journal[0], sequence: 0));
            var replayed = from record in journal.Skip(1)
                           let answer = CommandReader.Execute(again, record)
                           where CommandReader.KindOf(record) != CommandKind.AdvanceTo
                           select answer;
            Assert.Equal(answers, replayed);
            Assert.Equal(first.StateHash(), again.StateHash());
        });

    [Fact, Trait("engine", "GOV-1")]
    public void Rules_that_change_in_the_middle_of_any_history_break_nothing() =>
        Histories.Hold(history =>
        {
            var (journal, first, half) = (new List<byte[]>(), Watched(), history.Steps.Count / 2);
            first.Log = new CommandLog(record => journal.Add(record.ToArray()));
            history.PlayOn(first, ..half);
            first.ChangePolicy(Fair.Later[1]);
            first.ChangePolicy(Fair.Later[2], first.Now.AddHours(3)); // planned: the loaded one has it, too
            var loaded = SavedAndLoaded(first);

            Assert.Equal(history.PlayOn(first, half..), history.PlayOn(loaded, half..));

            first.AssertSound();
            var again = Fair.Market(PolicyRecord.Genesis(journal[0], sequence: 0));
            journal.Skip(1).ToList().ForEach(record => CommandReader.Execute(again, record));
            Assert.Equal([first.StateHash(), first.StateHash()], [again.StateHash(), loaded.StateHash()]);
        });

    [Fact]
    public void A_market_that_is_saved_in_the_middle_of_any_history_goes_on_as_if_it_were_not() =>
        Histories.Hold(history =>
        {
            var (straight, saved, half) = (Watched(), Watched(), history.Steps.Count / 2);
            history.PlayOn(straight, ..half);
            history.PlayOn(saved, ..half);

            var loaded = SavedAndLoaded(saved);

            Assert.Equal(straight.StateHash(), loaded.StateHash());
            Assert.Equal(history.PlayOn(straight, half..), history.PlayOn(loaded, half..));
            Assert.Equal(straight.StateHash(), loaded.StateHash());
        });

    [Fact, Trait("engine", "ORD-4")]
    public void Every_command_sent_twice_takes_effect_once_and_is_answered_as_the_first() =>
        Histories.Hold(history =>
        {
            var (once, twice) = (Watched(), Watched());

            var answers = history.PlayOn(once);
            var doubled = history.PlayOn(twice, times: 2);

            Assert.Equal(answers, doubled.Where((_, at) => at % 2 == 0));
            Assert.Equal(answers, doubled.Where((_, at) => at % 2 == 1));
            Assert.Equal(HashWithoutRefusals(once), HashWithoutRefusals(twice));
        });

    [Fact]
    public void A_refusal_leaves_the_market_as_it_was() => Histories.Hold(
        history =>
        {
            var market = Watched();
            var before = MarketPicture.Of(market);
            for (var at = 0; at < history.Steps.Count; at++)
            {
                var answers = history.PlayOn(market, at..(at + 1));
                var after = MarketPicture.Of(market);
                Assert.Equal(answers.Any(IsRefusal) ? before : after, after);
                before = after;
            }
        },
        histories: 50);

    [Fact, Trait("engine", "ORD-4")]
    public void A_checkout_is_answered_as_the_first_time_however_late_it_is_sent_again() =>
        Histories.Hold(history =>
        {
            var market = Watched();
            var answers = history.PlayOn(market);

            foreach (var (step, answer) in history.Commands.Zip(answers))
            {
                if (answer is CheckoutAnswer { Result: CheckoutResult.Placed } first)
                {
                    var again = (CheckoutAnswer)step.OnMarket(market);
                    Assert.Equal(first with { At = again.At }, again);
                    Assert.InRange(first.At - again.At, TimeSpan.Zero, TimeSpan.FromSeconds(1));
                }
            }
        });

    [Fact, Trait("engine", "ORD-4")]
    public void A_command_with_an_id_is_answered_as_the_first_time_however_late_it_is_sent_again() =>
        Histories.Hold(history =>
        {
            var market = Watched();
            var answers = history.PlayOn(market);
            var before = MarketPicture.Of(market);

            foreach (var (step, answer) in history.Commands.Zip(answers))
            {
                if (step.IsAnsweredForEver && !IsRefusal(answer) && !IsTooLate(answer))
                {
                    Assert.Equal((step, answer), (step, step.OnMarket(market)));
                }
            }

            Assert.Equal(before, MarketPicture.Of(market));
        });

    [Fact]
    public async Task The_port_of_an_engine_answers_any_history_as_the_market_itself()
    {
        foreach (var history in Histories.Some(10))
        {
            var (market, clock) = (Fair.Market(), new SetClock());
            var options = new EngineOptions { Policy = Fair.Usual, Size = Fair.Size };
            using var engine = MarketEngine.Open(new MemoryStorage(), options, clock);

            var answers = await history.PlayOn(engine.Marketplace, clock.Set);

            Assert.Equal(history.PlayOn(market), answers);
            Assert.Equal(market.StateHash(), await engine.Ask(played => played.StateHash()));
        }
    }

    private static void AuditAllAlong(History history) => AuditAllAlong(history, Fair.Watched);

    private static void AuditAllAlong(History history, Policy policy)
    {
        const int stride = 20;
        var market = Fair.Market(policy);
        for (var from = 0; from < history.Steps.Count; from += stride)
        {
            history.PlayOn(market, from..Math.Min(from + stride, history.Steps.Count));
            market.AssertSound();
        }
    }

    private static Market Watched() => Fair.Market(Fair.Watched);

    private static Market SavedAndLoaded(Market market)
    {
        using var stream = new MemoryStream();
        market.Save(new StateWriter(stream));
        stream.Position = 0;
        return Market.Load(new StateReader(stream), market.Policy, Fair.Size);
    }

    // Late money and goods that are gone at payment change the market: they are no refusals here.
    private static bool IsRefusal(object answer) => answer switch
    {
        CheckoutAnswer checkout => checkout.Result != CheckoutResult.Placed,
        PayAnswer pay => pay.Result is PayResult.TooEarly or PayResult.InsufficientFunds
            or PayResult.UnknownCheckout or PayResult.IdReused,
        RefundAnswer refund => refund.Result != RefundResult.Refunded,
        Enum result => Packed(result).Result != 1,
        _ => false,
    };

    // A payment that came too late is paid when it comes again with the money that was missing.
    private static bool IsTooLate(object answer) =>
        answer is PayAnswer { Result: PayResult.TooLate, Amount.IsPositive: false };

    private static Answer Packed(object answer) => answer switch
    {
        CheckoutAnswer checkout => Answer.Of(checkout),
        PayAnswer pay => Answer.Of(pay),
        RefundAnswer refund => Answer.Of(refund),
        _ => Answer.Of(Convert.ToByte(answer, System.Globalization.CultureInfo.InvariantCulture)),
    };

    // Refusals are counted, and they cost a token of the limit in front; nothing else may be left of them.
    private static string HashWithoutRefusals(Market market)
    {
        market.State.Admission = default;
        for (var at = 0; at < market.State.Listings.Count; at++)
        {
            ref var history = ref market.State.Listings.History(new ListingId(at));
            var (block, buckets, terms) = (history.Block, history.Buckets, history.Terms);
            history = new ListingStock(block, buckets, terms) { PutIn = history.PutIn };
        }

        return market.StateHash();
    }

    private sealed class SetClock : TimeProvider
    {
        private DateTimeOffset _now;

        public Task Set(DateTimeOffset now)
        {
            _now = now;
            return Task.CompletedTask;
        }

        public override DateTimeOffset GetUtcNow() => _now;
    }
}
