using FlashSale.Dashboard;
using FlashSale.Simulator;
using FlashSale.Tests.Simulator.Studies;

namespace FlashSale.Tests.Client;

/// <summary>A study is killed at any moment; the same command goes on, to the same bytes.</summary>
public sealed class StudyKillTests : IDisposable
{
    private const int Seeds = 12;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flashsale-kill-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("arms", 20)]
    [InlineData("fork", 6)]
    [InlineData("calibrate", 5)]
    [InlineData("season", 5)]
    public async Task After_kills_at_any_moment_the_study_has_the_same_bytes(string design, int kills)
    {
        File.WriteAllText(
            Path.Combine(_folder.FullName, SeasonStudyText.BaseFile), SeasonStudyText.Base);
        File.WriteAllText(Path.Combine(_folder.FullName, "s.yaml"), design switch
        {
            "season" => SeasonStudyText.Arms(folder: "", seeds: Seeds, more: "fork: { at: 6d }"),
            "calibrate" => StudyText.Calibrate,
            "fork" => StudyText.Arms(more: "fork: { at: -1min }", seeds: Seeds),
            _ => StudyText.Arms(seeds: Seeds),
        });
        var moments = Draws.For(2026, entity: 0, stream: 1);
        for (var kill = 0; kill < kills; kill++)
        {
            using var study = Start("--jobs", "2");
            var until = Runs() + moments.Below(3);
            var looks = moments.Below(20);
            await StartedProgram.Until(() => Task.FromResult(
                study.HasEnded || (Runs() >= until && looks-- <= 0)));
            study.KillAlone();
        }

        using (var study = Start("--jobs", "2"))
        {
            Assert.Equal(ExitCode.Done, await study.Ended());
        }

        var killed = Json();
        Directory.Delete(Path.Combine(_folder.FullName, "studies"), recursive: true);
        using var whole = Start("--jobs", "1");
        Assert.Equal(ExitCode.Done, await whole.Ended());
        Assert.Equal(killed, Json());
    }

    [Fact]
    public async Task A_worker_that_is_killed_costs_no_run()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "s.yaml"), StudyText.Arms(seeds: 4));
        using var study = Start("--jobs", "2");
        await StartedProgram.Until(() => Task.FromResult(study.Children.Count > 0));
        StartedProgram.Signal("KILL", study.Children[0]);

        Assert.Equal(ExitCode.Done, await study.Ended());

        var result = StudyJson.Read(Json());
        Assert.Equal((8, 0, false), (result.Runs.Done, result.Runs.Failed, result.Partial));
    }

    private StartedProgram Start(params string[] args) =>
        StartedProgram.In(_folder.FullName, ["study", "run", "s.yaml", .. args]);

    private string Json() => File.ReadAllText(
        Path.Combine(_folder.FullName, "studies", "a-study", "study.json"));

    private int Runs() => new RunCache(Path.Combine(_folder.FullName, "studies", ".cache")).Size().Runs;
}
