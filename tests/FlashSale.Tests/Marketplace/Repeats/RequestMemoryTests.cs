using FlashSale.Engine;
using FlashSale.Tests.Engine;
using Market = FlashSale.Engine.Market;

namespace FlashSale.Tests;

// ORD-4: a late repeat is told from a new wish by the name that its client gave it.
public sealed class RequestMemoryTests
{
    [Fact]
    public void A_name_stands_for_one_request_and_no_name_for_none()
    {
        var hide = new StepStore(Fixtures.FirstStore, StoreStep.Hide, RequestId.Of("a"));
        var kept = RequestMemory.With([], KeptOf(hide));

        Assert.Equal(StoreResult.Done, Answer(hide));
        Assert.Equal(StoreResult.IdReused, Answer(hide with { Step = StoreStep.Show }));
        Assert.Null(Answer(hide with { Request = default }));
        Assert.Same(kept, RequestMemory.With(kept, KeptOf(hide with { Request = default })));

        StoreResult? Answer(StepStore command) =>
            RequestMemory.Answer(kept, KeptOf(command), StoreResult.IdReused);
    }

    [Fact]
    public void Commands_of_other_kinds_with_the_same_fields_are_other_requests()
    {
        var request = RequestId.Of("a");
        var one = KeyedRequest.Of<PutInCart, CartResult>(
            new PutInCart(new BuyerId(1), Fixtures.Line(), request));
        var other = KeyedRequest.Of<RemoveFromCart, CartResult>(
            new RemoveFromCart(new BuyerId(1), Fixtures.FirstListing, request));

        Assert.Equal(CartResult.IdReused, RequestMemory.Answer([one], other, CartResult.IdReused));
    }

    [Fact]
    public void The_latest_acts_of_a_subject_are_remembered_on_every_host()
    {
        var market = Fixtures.Market(Fixtures.Terms());
        KeyedRequest[] row = [];
        var first = new Reprice(Fixtures.FirstListing, Money.FromYuan(1), RequestId.Of("0"));
        for (var at = 0; at <= RequestMemory.ActsMax; at++)
        {
            var command = first with { Price = Money.FromYuan(1 + at), Request = RequestId.Of($"{at}") };
            Assert.Equal(ListingResult.Published, market.Do(command));
            row = RequestMemory.With(row, KeyedRequest.Of<Reprice, ListingResult>(command));
        }

        Assert.Equal(RequestMemory.ActsMax, row.Length);
        var forgotten = first with { Price = Money.FromYuan(99) };
        Assert.Equal(ListingResult.Published, market.Do(forgotten)); // «0» counts as a new wish
        Assert.Equal(ListingResult.IdReused, market.Do(forgotten with { Request = RequestId.Of("2") }));
    }

    [Fact]
    public void What_is_refused_is_decided_anew_under_its_name()
    {
        var market = Fixtures.Market(Fixtures.Terms());
        var command = new Reprice(Fixtures.FirstListing, Money.Zero, RequestId.Of("a"));

        Assert.Equal(ListingResult.BadTerms, market.Do(command));
        Assert.Equal(ListingResult.Published, market.Do(command with { Price = Money.FromYuan(2) }));
    }

    [Fact]
    public void Names_are_in_a_snapshot_and_a_market_without_any_is_saved_as_before()
    {
        var market = Fixtures.Market(Fixtures.Terms());
        Assert.NotEqual("mrk3", MarkOf(market));
        var command = new Reprice(Fixtures.FirstListing, Money.FromYuan(2), RequestId.Of("a"));
        market.Do(command);
        market.Do(command with { Price = Money.FromYuan(3), Request = default });

        using var stream = new MemoryStream(Saved(market));
        var loaded = Market.Load(new StateReader(stream), market.Policy);

        Assert.Equal("mrk3", MarkOf(market));
        Assert.Equal(ListingResult.Published, loaded.Do(command));
        Assert.Equal(ListingResult.IdReused, loaded.Do(command with { Price = Money.FromYuan(4) }));
        Assert.Equal(market.StateHash(), loaded.StateHash());
    }

    [Fact]
    public void A_name_in_a_journal_is_read_again_and_a_command_without_one_has_its_old_bytes()
    {
        var (fields, plain) = (new FieldWriter(), new StepStore(new StoreId(3), StoreStep.Hide));
        Assert.Equal([4, 3, 0, 0, 0, (byte)StoreStep.Hide], fields.Pack(plain).ToArray());

        var keyed = plain with { Request = RequestId.Of("a") };
        var reader = new FieldReader(fields.Pack(keyed)[1..]);

        Assert.Equal(keyed, StepStore.Read(ref reader));
        Assert.True(reader.IsEmpty);
    }

    private static KeyedRequest KeptOf(StepStore command) =>
        KeyedRequest.Of<StepStore, StoreResult>(command);

    private static string MarkOf(Market market) =>
        System.Text.Encoding.ASCII.GetString(Saved(market).AsSpan(0, 4));

    private static byte[] Saved(Market market)
    {
        using var stream = new MemoryStream();
        market.Save(new StateWriter(stream));
        return stream.ToArray();
    }
}
