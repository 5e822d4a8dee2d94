using FlashSale.Tests.Engine;

namespace FlashSale.Cluster.Tests;

/// <summary>Small markets and what happens in them.</summary>
internal static class Shop
{
    public static readonly StoreId Store = new(0);

    public static readonly ListingId Kettle = new(0);

    /// <summary>Opens stores that sell one listing each.</summary>
    public static async Task Open(IMarketplace port, int stores = 1, ListingTerms? terms = null)
    {
        for (var at = 0; at < stores; at++)
        {
            var opened = await port.OpenStore(Fixtures.Application(new StoreId(at)));
            Assert.Equal(OpenStoreResult.Opened, opened);
            var listing = (terms ?? Fixtures.Terms()) with { Store = new StoreId(at) };
            Assert.Equal(ListingResult.Published, await port.Publish(new ListingId(at), listing));
        }
    }

    /// <summary>A checkout of one unit.</summary>
    public static ValueTask<CheckoutAnswer> Order(IMarketplace port, CheckoutId id, int listing = 0) =>
        port.Checkout(id, new[] { Fixtures.Line(listing: listing) });

    /// <summary>An order that is placed and paid.</summary>
    public static async Task<OrderId> Paid(IMarketplace port, CheckoutId id, int listing = 0)
    {
        Assert.Equal(CheckoutResult.Placed, (await Order(port, id, listing)).Result);
        Assert.Equal(PayResult.Paid, (await port.Pay(id, PaymentChannel.QuickPay)).Result);
        return id.Order(0);
    }

    /// <summary>
    /// Sends a command until it is answered, as a client does whose cluster has just lost a silo.
    /// </summary>
    public static async Task<T> Answered<T>(Func<ValueTask<T>> command)
    {
        const int triesMax = 40;
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await command();
            }
            catch (Exception failure)
                when (tries < triesMax && failure is OrleansException or TimeoutException
                    or GrainFaultException or MarketBusyException)
            {
                // The port has waited between its own tries.
            }
        }
    }

    /// <summary>Asserts that the audit finds nothing.</summary>
    public static async Task AuditPasses(IMarketplace port)
    {
        var audit = await port.Audit();
        Assert.True(audit.Passed, string.Join('\n', audit.Checks.Where(check => !check.Passed)));
    }
}
