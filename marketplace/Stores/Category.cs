using System.Globalization;

namespace FlashSale.Marketplace;

/// <summary>A category of goods and what brand stores pay for selling in it (rule STO-5).</summary>
/// <param name="Name">The name, unique within a policy.</param>
/// <param name="CommissionBasisPoints">
/// The platform's share of a brand store's sale, in 1/10,000: 50 to 500 published; which category pays what
/// is assumed.
/// </param>
public sealed record Category(string Name, int CommissionBasisPoints)
{
    private const int ShareMax = 10_000;
    private const long AnnualFeeYuanMax = 10_000_000;

    /// <summary>
    /// What a brand store pays a year: 30,000 or 60,000 yuan (F); which category pays which is assumed.
    /// </summary>
    public Money AnnualFee { get; init; } = Money.FromYuan(30_000);

    /// <summary>
    /// Typical categories; the range 0.5–5 % is published, each category's place in it is assumed.
    /// </summary>
    internal static IReadOnlyList<Category> Typical { get; } =
    [
        new("Apparel & shoes", 500) { AnnualFee = Money.FromYuan(60_000) },
        new("Beauty & personal care", 400),
        new("Phones & digital", 200),
        new("Household appliances", 200),
        new("Furniture & home improvement", 400),
        new("Food & fresh produce", 200),
        new("Mother & baby", 300),
        new("Sports & outdoors", 500) { AnnualFee = Money.FromYuan(60_000) },
        new("Bags & accessories", 500) { AnnualFee = Money.FromYuan(60_000) },
        new("Health & medicine", 300),
        new("Watches & jewellery", 500) { AnnualFee = Money.FromYuan(60_000) },
        new("Books & toys", 200),
        new("Cars & parts", 300),
        new("Virtual goods & top-ups", 50),
    ];

    internal static void Check(IReadOnlyList<Category> categories, PolicyCheck check)
    {
        check.Between(categories.Count, 1, Limits.CategoriesMax, "");
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < categories.Count; i++)
        {
            var (category, at) = (categories[i], string.Create(CultureInfo.InvariantCulture, $"[{i}]."));
            check.That(
                category.Name.Length <= Limits.NameLengthMax && ShownText.IsSound(category.Name)
                && ShownText.Key(category.Name) is { Length: > 0 } key && names.Add(key),
                at + "name", category.Name, "a name that no other category has");
            check.Between(category.CommissionBasisPoints, 0, ShareMax, at + "commissionBasisPoints");
            check.Between(category.AnnualFee, 0, AnnualFeeYuanMax, at + "annualFee");
        }
    }
}
