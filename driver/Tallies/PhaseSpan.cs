namespace FlashSale.Driver;

/// <summary>A stretch of a load test that is counted and judged by itself.</summary>
/// <param name="Name">Its name, in kebab-case.</param>
/// <param name="From">Its first second, from the beginning of the test.</param>
/// <param name="Until">The first second after it.</param>
/// <param name="IsWarmUp">Whether nothing in it is judged, and nothing of it is in the totals.</param>
public sealed record PhaseSpan(string Name, int From, int Until, bool IsWarmUp = false)
{
    /// <summary>How long it is, in seconds.</summary>
    public int Seconds => Until - From;
}
