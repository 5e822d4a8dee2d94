using System.Globalization;

namespace FlashSale.Dashboard;

/// <summary>What a search can be asked for behind the «?» of its address.</summary>
internal static class SearchParameters
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<QueryParameter> All { get; } =
    [
        new("category", "Only of this category, a number; the whole market if not given."),
        new("words", $"Words that all have to be in the title, {SearchQuery.WordsMax} at most."),
        new("taste", "The buyer's taste: eight numbers from -1 to 1 with commas between them."),
        new("sort", $"{string.Join(", ", WordTable<SearchSort>.All)}; default if not given."),
        new("priceFromFen", "Only at this price, or above."),
        new("priceToFen", "Only at this price, or below."),
        new("levelFrom", $"Only of stores of this level, 0 to {CreditLevel.RankMax}, or a higher one; in a "
            + "market without verdicts (REP-2) stores have none."),
        new("attributes", "Only with all of these, such as colour:red,size:m."),
        new("market", $"Only of this market: {string.Join(" or ", WordTable<MarketKind>.All)}."),
        new("from", "Where to go on: what the page before said as «next»."),
        new("max", $"How many to give at most, 1 to {SearchQuery.PageMax}; 20 if not given."),
    ];

    /// <summary>What is looked for.</summary>
    /// <exception cref="MalformedException">It is not allowed.</exception>
    public static SearchQuery QueryOf(QueryParameters query)
    {
        var asked = new SearchQuery
        {
            Category = query.Number("category", byte.MaxValue) is { } category
                ? new CategoryId((byte)category)
                : null,
            Words = query.Words("words") ?? "",
            Taste = TasteOf(query.Words("taste")),
            Sort = query.Word<SearchSort>("sort") ?? SearchSort.Default,
            PriceFrom = query.Amount("priceFromFen"),
            PriceTo = query.Amount("priceToFen"),
            LevelFrom = new CreditLevel((byte)(query.Number("levelFrom", CreditLevel.RankMax) ?? 0)),
            Attributes = query.Read("attributes", ListingAttributes.Parse, ListingAttributes.Allowed)
                ?? default,
            Market = query.Word<MarketKind>("market"),
            From = PlaceOf(query.Words("from")),
            ListingsMax = query.Max(),
        };
        return asked.Problem() is not { } problem ? asked
            : throw new MalformedException($"?{problem.Split(": ")[0]}", problem.Split(": ")[1]);
    }

    private static SearchPlace? PlaceOf(string? text) => text is null ? null
        : SearchPlace.Parse(text) ?? throw new MalformedException("?from", "expected the «next» of a page");

    private static TasteVector? TasteOf(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var parts = text.Split(',', TasteVector.Directions + 1);
        var numbers = Array.ConvertAll(parts, part => double.TryParse(
            part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN);
        return TasteVector.Of(numbers)
            ?? throw new MalformedException("?taste", "expected eight numbers from -1 to 1 with commas");
    }
}
