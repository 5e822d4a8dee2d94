namespace FlashSale.Simulator;

/// <summary>report.html.</summary>
public static class RunReport
{
    /// <summary>Writes the report.</summary>
    public static string Of(RunResult result) => result.Summary.Scenario;
}
