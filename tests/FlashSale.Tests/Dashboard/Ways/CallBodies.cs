using FlashSale.Dashboard;

namespace FlashSale.Tests.Dashboard;

/// <summary>Bodies that several calls have, or that are long.</summary>
internal static class CallBodies
{
    public static object Of(PaymentChannel channel) =>
        new { channel = WordTable<PaymentChannel>.Of(channel) };

    public static object Of(ListingTerms terms) => new
    {
        store = $"{terms.Store}",
        title = terms.Title,
        category = terms.Category.Value,
        brand = terms.Brand,
        priceFen = terms.Price.Fen,
        stock = terms.Stock,
        unitsPerBuyer = terms.UnitsPerBuyer,
        hold = WordTable<HoldMode>.Of(terms.Hold),
        buckets = terms.Buckets,
        festival = terms.Festival is { } f
            ? new { priceFen = f.Price.Fen, from = f.From, until = f.Until } : null,
        presale = terms.Presale is { } p
            ? new { depositFen = p.Deposit.Fen, balanceFrom = p.BalanceFrom, balanceUntil = p.BalanceUntil }
            : null,
    };
}
