using System.Globalization;
using FlashSale.Engine;
using FlashSale.Marketplace;

// Writes checkouts into the market of a folder and prints the number of each one that was answered «placed»,
// so that a test can kill this process at any moment and look afterwards whether every printed one is there.
// Arguments: the folder, the first number, how many.
const int inFlight = 64;
var folder = args[0];
var first = int.Parse(args[1], CultureInfo.InvariantCulture);
var end = first + int.Parse(args[2], CultureInfo.InvariantCulture);

#pragma warning disable RS0030 // This is a composition root: it names the real clock.
var clock = TimeProvider.System;
#pragma warning restore RS0030
using var storage = FolderStorage.ForWriting(folder);
using var engine = MarketEngine.Open(storage, new EngineOptions(), clock);
var market = engine.Marketplace;
var price = Money.FromYuan(1);
await market.OpenStore(new StoreApplication(
    new StoreId(0), new SellerId(0), MarketKind.Brand, DepositTier.Low, "Store", Money.FromYuan(1_000_000)));
await market.Publish(new ListingId(0), new ListingTerms
{
    Store = new StoreId(0),
    Category = new CategoryId(0),
    Price = price,
    Stock = Limits.StockMax,
});

var next = first - 1;
var gate = new Lock();
await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(WriteOn)));

async Task WriteOn()
{
    CartLine[] lines = [new CartLine(new ListingId(0), 1, price)];
    for (var number = Interlocked.Increment(ref next); number < end; number = Interlocked.Increment(ref next))
    {
        var answer = await market.Checkout(new CheckoutId(new BuyerId(number), 0), lines);
        lock (gate)
        {
            Console.Out.WriteLine(answer.Result == CheckoutResult.Placed ? number : -1);
            Console.Out.Flush();
        }
    }
}
