using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>Runs of seasons, which share nothing but their pasts.</summary>
internal sealed class SeasonRuns : IStudiedRuns
{
    public IStudiedRun Create(IStudiedScenario scenario) =>
        new StudiedSeasonRun(Season.Create((SeasonScenario)scenario));

    public IStudiedRun GoOn(StateReader reader, IStudiedScenario past, IStudiedScenario arm) =>
        new StudiedSeasonRun(Season.LoadAs(reader, (SeasonScenario)past, (SeasonScenario)arm));

    private sealed class StudiedSeasonRun(Season season) : IStudiedRun
    {
        public double Share => season.Progress.Share;

        public bool Step(int eventsMax) => season.Step(eventsMax);

        public bool StepUntil(TimeSpan moment, int eventsMax) => season.StepUntil(moment, eventsMax);

        public void Save(StateWriter writer) => season.Save(writer);

        public IStudiedRun ForkInto(IStudiedScenario arm) =>
            new StudiedSeasonRun(season.ForkInto((SeasonScenario)arm));

        public StudiedEnd Finish(RunStamp stamp)
        {
            var result = season.Finish(stamp);
            var summary = result.Summary;
            return new StudiedEnd(
                summary.Audit, summary.StateHash, summary.OrdersPlacedInAll,
                () => RunFiles.Of(
                    SeasonJson.Write(summary), text => SeasonCsv.Write(text, result.Days, result)),
                path => season.WriteDatabase(path, result));
        }
    }
}
