using FlashSale.Client;
using FlashSale.Simulator;
using FlashSale.Tests.Simulator.Studies;

namespace FlashSale.Tests.Client;

public sealed class StudyViewTests
{
    [Fact]
    public void Of_many_runs_far_from_the_others_the_terminal_has_one_line_and_the_report_all()
    {
        double[] values = [5, 6, 5.5, 6.5, 5.2, 5.4, 5.6, 5.8, 5.1, 6.1, 90, 80];
        var result = new ValuedStudy(values.Length).Found(values, [.. values.Select(value => value + 1)]);
        using var terminal = new TestTerminal();

        StudyView.Show(result, null, new StudyFolder("f"), new StudyOptions(), terminal.Terminal);

        Assert.Equal(4, result.Warnings.Count(one => one.Code == WarningCodes.Outlier));
        var line = Assert.Single(terminal.Out.Split('\n'),
            line => line.StartsWith("warning outlier", StringComparison.Ordinal));
        Assert.EndsWith(
            "it is kept: flashsale simulate f/points/000.yaml --seed 11; 3 more of gmv in the report", line,
            StringComparison.Ordinal);
    }
}
