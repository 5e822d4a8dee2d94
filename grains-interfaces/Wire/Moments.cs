namespace FlashSale.GrainInterfaces;

/// <summary>Moments as the wire and stored rows have them.</summary>
/// <remarks>
/// What a person or a policy gives goes as ticks of UTC, so that the same moment comes back; what rows of
/// the market keep goes as milliseconds of Unix time, as they keep it, with 0 for none.
/// </remarks>
internal static class Moments
{
    public static DateTimeOffset FromTicks(long ticks) => new(ticks, TimeSpan.Zero);

    public static DateTimeOffset? FromTicks(long? ticks) => ticks is { } value ? FromTicks(value) : null;

    public static DateTimeOffset FromMs(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);

    public static DateTimeOffset? FromMsOrNone(long ms) => ms == 0 ? null : FromMs(ms);

    public static long ToMsOrNone(DateTimeOffset? moment) => moment?.ToUnixTimeMilliseconds() ?? 0;
}
