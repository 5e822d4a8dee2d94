using System.Globalization;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace FlashSale.Silo;

/// <summary>One message as one line: when, how bad if it is bad, who says it, what.</summary>
/// <param name="withTraces">
/// Whether the calls that led to a fault follow; without them its reasons do.
/// </param>
internal sealed class LogLine(bool withTraces) : ITextFormatter
{
    private const string Own = "FlashSale";

    // Texts in a message stand there without quotes.
    private static readonly MessageTemplateTextFormatter Message =
        new("{Message:lj}", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public void Format(LogEvent logEvent, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        ArgumentNullException.ThrowIfNull(output);
        var category = CategoryOf(logEvent);
        output.Write(logEvent.Timestamp.ToString("HH:mm:ss.fff ", CultureInfo.InvariantCulture));
        output.Write(WordOf(logEvent.Level));
        output.Write(IsOwn(category) ? "" : $"{category}: ");
        output.Write(OneLine(TextOf(logEvent)));
        if (logEvent.Properties.TryGetValue(RepeatedLines.LeftOut, out var count))
        {
            output.Write($" (and {count} like this before, not shown)");
        }

        if (logEvent.Exception is { } fault)
        {
            output.Write(withTraces ? Environment.NewLine + fault : $": {ReasonsOf(fault)}");
        }

        output.WriteLine();
    }

    /// <summary>Where a message comes from; empty for nowhere in particular.</summary>
    public static string CategoryOf(LogEvent one) =>
        one.Properties.TryGetValue(Constants.SourceContextPropertyName, out var category)
            && category is ScalarValue { Value: string name } ? name : "";

    /// <summary>Whether this program itself says it.</summary>
    public static bool IsOwn(string category) =>
        category.Length == 0 || category.StartsWith(Own, StringComparison.Ordinal);

    private static string TextOf(LogEvent one)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Message.Format(one, text);
        return text.ToString();
    }

    private static string WordOf(LogEventLevel level) => level switch
    {
        LogEventLevel.Information => "",
        LogEventLevel.Fatal => "CRITICAL ",
        _ => $"{level.ToString().ToUpperInvariant()} ",
    };

    private static string ReasonsOf(Exception fault)
    {
        var reasons = new List<string>();
        for (var one = fault; one is not null && reasons.Count < 3; one = one.InnerException)
        {
            reasons.Add(OneLine(one.Message));
        }

        return string.Join(" – ", reasons.Distinct());
    }

    // Some libraries put the calls that led to a fault into their message.
    private static string OneLine(string text)
    {
        var end = text.IndexOfAny(['\r', '\n']);
        return end < 0 ? text : text[..end] + " …";
    }
}
