using System.CommandLine;

namespace FlashSale.Client;

/// <summary>What standard output gets of a result.</summary>
internal enum Printed
{
    /// <summary>Lines for people.</summary>
    Words = 1,

    /// <summary>One JSON document.</summary>
    Json,

    /// <summary>Nothing: the exit code says it, and problems go to standard error.</summary>
    Nothing,
}

/// <summary>Which of them was asked for.</summary>
internal static class PrintedChoice
{
    /// <summary>By the options --json and --quiet of a verb; both together are the document alone.</summary>
    public static Printed Of(ParseResult parsed, Option<bool> json, Option<bool> quiet) =>
        parsed.GetValue(json) ? Printed.Json
        : parsed.GetValue(quiet) ? Printed.Nothing
        : Printed.Words;
}
