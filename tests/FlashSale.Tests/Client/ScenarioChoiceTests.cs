using FlashSale.Client;
using FlashSale.Dashboard;

namespace FlashSale.Tests.Client;

public sealed class ScenarioChoiceTests : IDisposable
{
    private readonly TestTerminal _terminal = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flashsale-");

    public void Dispose()
    {
        _terminal.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Without_a_name_the_festival_of_2018_is_simulated() =>
        Assert.Equal("double11-2018", Read(new SimulateOptions())?.Name);

    [Fact]
    public void The_command_line_changes_seed_and_scale()
    {
        var scenario = Read(new SimulateOptions { Scenario = "quick", Seed = 7, Scale = 0.5 });

        Assert.Equal((7UL, 0.5), (scenario!.Seed, scenario.Scale));
    }

    [Fact]
    public void A_festival_is_made_from_its_facts_alone()
    {
        var facts = Write(
            "year: 2019\ngmvYuan: 268.4e9\naverageOrderYuan: 208\npeakOrdersPerSecond: 544000\n");

        Assert.Equal("facts-2019", Read(new SimulateOptions { Facts = facts })?.Name);
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_nearest_and_with_all()
    {
        Assert.Equal(ExitCode.BadInput, _terminal.Run("simulate", "quik"));

        Assert.Contains("did you mean quick?; allowed: a path, or one of ", _terminal.Error,
            StringComparison.Ordinal);
        Assert.Contains(", double11-2013, double11-2014,", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_field_is_answered_with_file_line_field_and_what_is_allowed()
    {
        var file = Write("name: mine\nfestival:\n  year: 2018\n  gmvYuan: -5\n  averageOrderYuan: 200\n"
            + "  peakOrdersPerSecond: 1000\n");

        Assert.Equal(ExitCode.BadInput, _terminal.Run("simulate", file));

        Assert.Contains($"{file}:4:", _terminal.Error, StringComparison.Ordinal);
        Assert.Contains("festival.gmvYuan", _terminal.Error, StringComparison.Ordinal);
        Assert.Contains("allowed:", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_of_facts_is_bad_input()
    {
        Assert.Equal(ExitCode.BadInput, _terminal.Run("simulate", "--facts", "no/such.yaml"));

        Assert.Contains("no/such.yaml:1:1: there is no such file", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_refused_before_the_run()
    {
        var occupied = Write("a file, where a folder should be");

        Assert.Equal(ExitCode.Unreachable, _terminal.Run("simulate", "quick", "--out", occupied));

        Assert.Contains($"cannot write to the folder {occupied}", _terminal.Error, StringComparison.Ordinal);
    }

    private FlashSale.Simulator.Scenario? Read(SimulateOptions options) =>
        ScenarioChoice.Read(options, _terminal.Terminal);

    private string Write(string text)
    {
        var file = Path.Combine(_folder.FullName, "input.yaml");
        File.WriteAllText(file, text);
        return file;
    }
}
