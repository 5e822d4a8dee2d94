using System.Globalization;
using System.Text.Json;

namespace FlashSale.Driver;

/// <summary>What a load needs to know of a listing, as the API shows it.</summary>
internal sealed record SeenListing(
    string Id, long PriceFen, JsonElement? Presale, int UnitsPerBuyer, bool Withdrawn, SeenStock Stock)
{
    /// <summary>Whether an order of one unit, paid at once, can buy it.</summary>
    public bool IsOrdinary => !Withdrawn && Presale is null;

    /// <summary>Its number: «l5» is 5.</summary>
    public ListingId Listing => new(int.Parse(Id.AsSpan(1), CultureInfo.InvariantCulture));
}

/// <summary>Its units.</summary>
internal sealed record SeenStock(int PutIn, int ForSale);

/// <summary>A page of listings.</summary>
internal sealed record SeenPage(IReadOnlyList<SeenListing> Listings, string? Next);
