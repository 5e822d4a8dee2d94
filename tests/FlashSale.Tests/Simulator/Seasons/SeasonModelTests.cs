using System.Text.Json;
using FlashSale.Engine;
using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator.Seasons;

/// <summary>What holds for every model of a season, and so for one that is added.</summary>
public sealed class SeasonModelTests
{
    private const int StopDay = 17; // Amid a protest, appeals, a burst, the wait for a festival.

    public static TheoryData<SeasonModel> All => [.. Enum.GetValues<SeasonModel>()];

    public static TheoryData<SeasonModel> BehindTheBase => [.. EachModel.BehindTheBase];

    [Theory, Trait("simulator", "SEA-1"), MemberData(nameof(All))]
    public void A_season_stopped_saved_loaded_and_forked_ends_with_the_same_bytes(SeasonModel model)
    {
        var scenario = EachModel.With(model);
        var whole = SmallSeason.ResultOf(scenario);

        Assert.True(whole.Summary.Audit.Passed, string.Join("; ", whole.Summary.Audit.Checks
            .Where(check => !check.Passed).Select(check => $"{check.Name}: {check.Finding}")));
        Assert.All(GoingOnFrom(day: 0, events: 701, scenario), season => EndsAs(whole, season));
        Assert.All(GoingOnFrom(StopDay, events: 501, scenario), season => EndsAs(whole, season));
    }

    [Fact, Trait("simulator", "SEA-1")]
    public void A_season_with_every_model_goes_on_as_if_it_had_not_been_stopped()
    {
        var scenario = EachModel.All;
        var whole = SmallSeason.ResultOf(scenario);

        Assert.All(EachModel.BehindTheBase, model => Assert.True(scenario.IsOn(model), $"{model} is off"));
        Assert.All(GoingOnFrom(StopDay, events: 501, scenario), season => EndsAs(whole, season));
    }

    // What has not begun when the season stops is not saved: nothing of it could be lost.
    [Theory, MemberData(nameof(BehindTheBase))]
    public void A_model_has_something_to_save_when_the_season_stops(SeasonModel model)
    {
        var days = SmallSeason.ResultOf(EachModel.With(model)).Days;

        Assert.Contains(SeasonMeasures.All, measure => measure.Model == model
            && days.Take(StopDay).Any(day => day[measure] != 0)
            && days.Skip(StopDay).Any(day => day[measure] != 0));
    }

    [Fact]
    public void Every_share_of_a_season_is_a_part_of_a_whole()
    {
        var summary = SmallSeason.ResultOf(EachModel.All).Summary;
        var shares = SeasonJson.Figures.Values.Where(one => one.IsSingle && one.Unit == "share")
            .Where(one => !one.Field.EndsWith("AYear", StringComparison.Ordinal)) // a rate
            .Select(one => (one.Field, Value: one.Of(summary))).ToList();

        Assert.True(shares.Count > 20, $"only {shares.Count} shares");
        Assert.DoesNotContain(shares, one => one.Value is < 0 or > 1 or double.NaN);
    }

    [Theory, MemberData(nameof(BehindTheBase))]
    public void A_model_that_is_off_leaves_no_word(SeasonModel model)
    {
        var (on, off) = (EachModel.With(model), EachModel.Without(model));
        var (with, without) = (SmallSeason.ResultOf(on), SmallSeason.ResultOf(off));
        var section = EachModel.SectionOf(model);

        Assert.False(off.IsOn(model));
        Assert.Contains(section, KeysOf(SeasonJson.Write(with.Summary)));
        Assert.DoesNotContain(section, KeysOf(SeasonJson.Write(without.Summary)));
        Assert.Contains($"{model}", KeysOf(JsonSerializer.Serialize(on)));
        Assert.DoesNotContain($"{model}", KeysOf(JsonSerializer.Serialize(off)));
        Assert.Contains($"\n{section}:", ScenarioTree.Text(on), StringComparison.Ordinal);
        Assert.DoesNotContain($"\n{section}:", ScenarioTree.Text(off), StringComparison.Ordinal);
        Assert.All(SeasonMeasures.All.Where(measure => measure.Model == model), measure =>
        {
            Assert.Contains(measure.Column, ColumnsOf(with));
            Assert.DoesNotContain(measure.Column, ColumnsOf(without));
        });
    }

    [Theory, MemberData(nameof(BehindTheBase))]
    public void A_scenario_with_all_numbers_of_a_model_written_out_is_the_same(SeasonModel model)
    {
        var scenario = EachModel.With(model);
        var again = ScenarioReader.ReadSeason(ScenarioTree.Text(scenario), "scenario.yaml");

        Assert.Empty(again.Problems);
        Assert.Equal(scenario.Hash, again.Value!.Hash);
    }

    // Saved in the middle of a day: what was loaded, and a fork of what was saved.
    private static Season[] GoingOnFrom(int day, int events, SeasonScenario scenario)
    {
        var stopped = Season.Create(scenario);
        stopped.RunUntil(day);
        Assert.True(stopped.Step(events));
        var stream = new MemoryStream();
        stopped.Save(new StateWriter(stream));
        stream.Position = 0;
        return [Season.Load(new StateReader(stream), scenario), stopped.Fork()];
    }

    private static void EndsAs(SeasonResult whole, Season season)
    {
        season.RunToEnd();
        var result = season.Finish(SmallSeason.Stamp);
        Assert.Equal(whole.Summary.StateHash, result.Summary.StateHash);
        Assert.Equal(SmallSeason.DaysOf(whole), SmallSeason.DaysOf(result));
        Assert.Equal(SeasonJson.Write(whole.Summary), SeasonJson.Write(result.Summary));
    }

    private static string[] KeysOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateObject().Select(one => one.Name)];
    }

    private static string[] ColumnsOf(SeasonResult result) =>
        SmallSeason.DaysOf(result).Split('\n')[0].Split(',');
}
