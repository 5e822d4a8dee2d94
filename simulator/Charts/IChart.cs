namespace FlashSale.Simulator;

/// <summary>A chart of a page: a picture for each width, what its colours mean, and its numbers.</summary>
internal interface IChart
{
    /// <summary>What its colours, shapes and dashes mean.</summary>
    IReadOnlyList<LegendEntry> Legend { get; }

    /// <summary>The picture.</summary>
    string Draw(ChartWidth width);

    /// <summary>The numbers that it says when it is pointed at, as a table.</summary>
    string Table();
}

/// <summary>What a colour in a chart means.</summary>
/// <param name="Name">The series.</param>
/// <param name="Colour">Its style: orders, payments, gmv …</param>
/// <param name="Form">How it is drawn: line, dot, hollow, square, diamond, block, area.</param>
/// <param name="Dash">Its dash, as that of the series.</param>
internal readonly record struct LegendEntry(
    string Name, string Colour, string Form = "line", string Dash = "");

/// <summary>For what a chart is drawn.</summary>
internal enum ChartWidth
{
    /// <summary>A page on a screen or on paper.</summary>
    Page = 1,

    /// <summary>A phone held upright, or one of several small charts on a page.</summary>
    Phone,
}
