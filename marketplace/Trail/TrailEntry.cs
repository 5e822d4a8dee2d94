using System.Globalization;

namespace FlashSale.Marketplace;

/// <summary>What a command of an operator or reviewer leaves in the trail when it takes effect.</summary>
/// <param name="By">Who, and why; none leaves no trace.</param>
/// <param name="About">What it is about.</param>
/// <param name="Detail">Which form of its kind it was, in short: «suspend».</param>
public readonly record struct Trace(Signature By, TrailEntity About, string Detail);

/// <summary>Where an act stands in the trail: the same on every host.</summary>
/// <param name="AtMs">When it was done, as Unix time in milliseconds.</param>
/// <param name="Subject">What carried it out, packed.</param>
/// <param name="Number">Which act there in this millisecond, from 0.</param>
public readonly record struct TrailMark(long AtMs, long Subject, int Number)
{
    private const char Between = '-';

    /// <summary>The first place for an act of a subject at a moment.</summary>
    public static TrailMark First(Subject subject, DateTimeOffset now) =>
        new(now.ToUnixTimeMilliseconds(), subject.Packed, 0);

    /// <summary>The place behind this one, for the same subject at the same moment.</summary>
    public TrailMark Next => this with { Number = checked(Number + 1) };

    /// <summary>Reads the form that <see cref="ToString"/> writes; null if the text is none.</summary>
    public static TrailMark? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(Between) is [var at, var subject, var number]
            && IsNumber(at, out var atMs) && IsNumber(subject, out var packed)
            && IsNumber(number, out var which) && which <= int.MaxValue
                ? new TrailMark(atMs, packed, (int)which)
                : null;
    }

    /// <summary>Whether an act at this place stands before one at another.</summary>
    public bool IsBefore(TrailMark other) =>
        (AtMs, Subject, Number).CompareTo((other.AtMs, other.Subject, other.Number)) < 0;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{AtMs}{Between}{Subject}{Between}{Number}");

    private static bool IsNumber(string text, out long value) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}

/// <summary>
/// An act of an operator or reviewer, as the trail keeps it for ever the same (rule IDN-5).
/// </summary>
/// <param name="Mark">Where it stands.</param>
/// <param name="What">The command.</param>
/// <param name="Trace">Who did it, about what, and why.</param>
public sealed record TrailEntry(TrailMark Mark, CommandKind What, Trace Trace)
{
    /// <summary>When it was done.</summary>
    public DateTimeOffset At => DateTimeOffset.FromUnixTimeMilliseconds(Mark.AtMs);

    /// <summary>What a command leaves; null if it is no operator's, or nobody signed it.</summary>
    public static Trace? TraceOf<TCommand>(in TCommand command)
        where TCommand : struct, ICommand<TCommand> =>
        TCommand.CallerOf(command) == Caller.Operator
        && TCommand.TraceOf(command) is { By.IsNone: false } trace
            ? trace
            : null;
}
