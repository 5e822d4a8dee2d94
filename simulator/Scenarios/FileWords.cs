using System.Globalization;

namespace FlashSale.Simulator;

/// <summary>
/// How lengths, numbers and names of members are written in a file; members of enums: <see cref="Words"/>.
/// </summary>
internal static class FileWords
{
    /// <summary>What a length may look like, for messages.</summary>
    public const string LengthForm =
        "a length with its unit: ms, s, min, h or d, such as 90s, 15min or 1d 6h";

    private static readonly (string Unit, long Ticks)[] Units =
    [
        ("ms", TimeSpan.TicksPerMillisecond),
        ("min", TimeSpan.TicksPerMinute),
        ("s", TimeSpan.TicksPerSecond),
        ("h", TimeSpan.TicksPerHour),
        ("d", TimeSpan.TicksPerDay),
    ];

    /// <summary>Reads a length such as «15min», «1d 6h» or «-10min»; null if it is none.</summary>
    public static TimeSpan? Length(string text)
    {
        var rest = text.Trim();
        var negative = rest.StartsWith('-');
        var total = TimeSpan.Zero;
        var parts = (negative ? rest[1..] : rest).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts)
        {
            if (LengthPart(part) is not { } length || total > TimeSpan.FromDays(DaysMax) - length)
            {
                return null;
            }

            total += length;
        }

        return parts.Length == 0 ? null : negative ? -total : total;
    }

    /// <summary>Writes a length as <see cref="Length(string)"/> reads it.</summary>
    public static string Of(TimeSpan length)
    {
        var (unit, ticks) = Units
            .Where(candidate => length.Ticks % candidate.Ticks == 0)
            .DefaultIfEmpty(Units[0])
            .MaxBy(candidate => candidate.Ticks);
        return length == TimeSpan.Zero
            ? "0s"
            : string.Create(CultureInfo.InvariantCulture, $"{length.Ticks / (decimal)ticks:0.####}{unit}");
    }

    /// <summary>A name of the code as files have it: PayWithin is «payWithin».</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>Reads a finite number; null if the text is none.</summary>
    public static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;

    /// <summary>Reads a whole number, digit by digit; null if the text is none, or beyond a long.</summary>
    /// <remarks>A double has no 9007199254740993: what passes through one is another number.</remarks>
    public static long? Whole(string text)
    {
        if (Number(text) is not { } near || Math.Abs(near) >= WholeBelow || text.Length > DigitsMax)
        {
            return null;
        }

        var exact = decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return exact == decimal.Truncate(exact) && (exact != 0 || near == 0) ? (long)exact : null;
    }

    private const int DaysMax = 10_000;
    private const int DigitsMax = 28; // a decimal keeps so many as they are
    private const double WholeBelow = 9.2e18;

    private static TimeSpan? LengthPart(string part)
    {
        foreach (var (unit, ticks) in Units)
        {
            if (part.EndsWith(unit, StringComparison.Ordinal)
                && part.Length > unit.Length
                && char.IsAsciiDigit(part[0])
                && decimal.TryParse(
                    part[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
                        out var number)
                && part.Length <= DigitsMax
                && number <= DaysMax * (decimal)TimeSpan.TicksPerDay / ticks)
            {
                var exact = number * ticks;
                return exact == decimal.Truncate(exact) ? new TimeSpan((long)exact) : null;
            }
        }

        return null;
    }
}
