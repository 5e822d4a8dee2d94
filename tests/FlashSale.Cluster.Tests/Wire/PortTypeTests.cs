using Orleans.Serialization.Cloning;
using Orleans.Serialization.Serializers;

namespace FlashSale.Cluster.Tests;

public sealed class PortTypeTests
{
    // What grains store or send besides what the port holds.
    private static readonly Type[] Stored =
    [
        typeof(Order), typeof(OrderLine), typeof(PairCredit), typeof(ListingCredit), typeof(RatingDay),
        typeof(SwitchFlip), typeof(KeyedRequest), typeof(Transfer), typeof(Coupon),
        typeof(Complaint), typeof(CaseAct), typeof(CaseId), typeof(StoreHold),
        typeof(WatchDay), typeof(WatchAlert), typeof(TurnoverDay), typeof(IdentityLinks),
        typeof(TrailEntry), typeof(Signature), typeof(MarketBusyException), typeof(MarketHaltedException),
    ];

    private static IEnumerable<Type> All => PortTypes.All.Concat(Stored).Distinct();

    [Fact]
    public void The_port_holds_the_types_that_it_should() =>
        Assert.All(
            new[] { typeof(Answer), typeof(CartLine), typeof(OrderLineView), typeof(AuditCheck) },
            type => Assert.Contains(type, PortTypes.All));

    [Fact]
    public void Every_type_that_the_port_holds_can_be_sent()
    {
        var silent = All.Where(type => WireFormat.Codecs.TryGetCodec(type) is null or AbstractTypeSerializer);

        Assert.Empty(silent);
    }

    [Fact]
    public void Every_type_that_the_port_holds_has_a_name_of_its_own_on_the_wire()
    {
        var named = WireFormat.Manifest.WellKnownTypeAliases.Values.ToHashSet();

        Assert.All(All, type => Assert.Contains(type, named));
    }

    [Fact]
    public void A_call_within_a_silo_copies_none_of_them() => Assert.All(All, type =>
        Assert.True(
            typeof(Exception).IsAssignableFrom(type)
                || WireFormat.Codecs.GetDeepCopier(type) is IOptionalDeepCopier copier
                    && copier.IsShallowCopyable(),
            $"{type.Name} is copied"));

    [Fact]
    public void A_record_is_handed_over_as_the_same_object()
    {
        var view = WireSamples.OrderView;

        Assert.Same(view, WireFormat.Copier.Copy(view));
    }
}
