using System.Text.Json;

namespace FlashSale.Simulator;

/// <summary>
/// What two scenarios must have in common so that a run of one can go on as the other from a moment on.
/// </summary>
/// <remarks>
/// Shocks, switches and changes of the policy are the course of a scenario: they may differ from the moment
/// on, and then nothing tells the fork from a run of the whole. Other interventions hold from the moment on,
/// but for those that were decided when the market opened.
/// </remarks>
internal static class SharedPast
{
    private static readonly string[] Course = ["shocks", "switches", "changes"];

    // What acts when stores open, goods are put on sale and buyers plan their visits, and never again.
    private static readonly string[] Opening =
    [
        "behaviour.prices",
        "behaviour.trying.browseWithin",
        "behaviour.trying.cartsFrom",
        "catalogue.categories.elasticity",
        "catalogue.coupons",
        "catalogue.festivalDiscount",
        "catalogue.festivalPriceShare",
        "catalogue.hotListings",
        "catalogue.stockCover",
        "channels.kind",
        "channels.shareOfBuyers",
        "policy.listings.presaleDepositBasisPoints",
        "policy.reputation",
        "policy.stores.brandDepositHigh",
        "policy.stores.brandDepositLow",
        "policy.stores.brandDepositMiddle",
        "policy.stores.consumerDeposit",
        .. Carts.Select(field => $"policy.{field}"),
    ];

    // Buyers fill their carts by the reductions that will hold when they press the button.
    private static IEnumerable<string> Carts =>
        ["carts.reducesAcrossStores", "carts.reductionPerStep", "carts.reductionStep"];

    /// <summary>The paths of what two scenarios have otherwise beside their course.</summary>
    public static IReadOnlyList<string> BesideCourse(Scenario past, Scenario arm) =>
    [
        .. ScenarioDifference.Of(past, arm).Select(difference => difference.Path).Where(path =>
            KeyRoles.Of(KeyRoles.KeyOf(path)) != KeyRole.Label && !Course.Contains(path.Split('[', '.')[0])),
    ];

    /// <summary>
    /// Why a run of one scenario cannot go on as another, as the end of a sentence about the other; null if
    /// it can.
    /// </summary>
    /// <param name="past">What was run until then.</param>
    /// <param name="arm">What is to be run from then on.</param>
    /// <param name="at">The moment, counted from midnight.</param>
    public static string? ObstacleOf(Scenario past, Scenario arm, TimeSpan at) =>
        at.Ticks % TimeSpan.TicksPerSecond != 0 ? $"cannot go on from {FileWords.Of(at)}: no whole second"
        : BesideCourse(past, arm).FirstOrDefault(IsDecided) is { } path
            ? $"differs from the base in {path}, which was decided before"
        : CourseObstacle(past, arm, at);

    /// <summary>Whether a value is decided before a market runs, or when it opens.</summary>
    public static bool IsDecided(string path)
    {
        var key = KeyRoles.KeyOf(path);
        return KeyRoles.Of(key) != KeyRole.Intervention || Opening.Any(one =>
            key == one || key.StartsWith(one + ".", StringComparison.Ordinal));
    }

    private static string? CourseObstacle(Scenario past, Scenario arm, TimeSpan at) =>
        EarlierThan(at, "shocks", past.Shocks, arm.Shocks, shock => shock.From)
        ?? EarlierThan(at, "switches", past.Switches, arm.Switches, planned => planned.From)
        ?? EarlierThan(at, "changes", past.Changes, arm.Changes, change => change.At)
        ?? (Text(past.Changes) != Text(arm.Changes)
            && past.Changes.Concat(arm.Changes).SelectMany(change => change.Policy)
                .FirstOrDefault(setting => Carts.Contains(setting.Field)) is { } cart
            ? $"differs from the base in changes of {cart.Field}, by which buyers filled their carts before"
            : null);

    private static string? EarlierThan<T>(
        TimeSpan at, string key, IReadOnlyList<T> past, IReadOnlyList<T> arm, Func<T, TimeSpan> from)
    {
        var (there, here) = (Early(past), Early(arm));
        var same = there.Zip(here).TakeWhile(pair => Text(pair.First) == Text(pair.Second)).Count();
        return same == there.Count && same == here.Count ? null
            : same < here.Count
                ? $"differs from the base in {key}[{arm.ToList().IndexOf(here[same])}], which begins at "
                    + $"{FileWords.Of(from(here[same]))}, before it"
                : $"differs from the base in {key}, which has one at {FileWords.Of(from(there[same]))}, "
                    + "before it";

        List<T> Early(IReadOnlyList<T> all) => [.. all.Where(one => from(one) < at)];
    }

    private static string Text<T>(T value) => JsonSerializer.Serialize(value);
}
