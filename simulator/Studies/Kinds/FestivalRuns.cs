using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>Runs of festivals, which share what the facts of their base fix.</summary>
internal sealed class FestivalRuns : IStudiedRuns
{
    private CalibratedWorld? _held;

    public IStudiedRun Create(IStudiedScenario scenario) =>
        new FestivalRun(Simulation.Create(WorldOf(scenario)));

    public IStudiedRun GoOn(StateReader reader, IStudiedScenario past, IStudiedScenario arm) =>
        new FestivalRun(Simulation.LoadAs(reader, (Scenario)past, WorldOf(arm)));

    private World WorldOf(IStudiedScenario studied)
    {
        var scenario = (Scenario)studied;
        if (_held?.Hash != KeyRoles.HashOfBase(scenario))
        {
            _held = null; // let go of one before the next is made
            _held = CalibratedWorld.Of(scenario);
        }

        return World.Of(scenario, _held);
    }

    private sealed class FestivalRun(Simulation run) : IStudiedRun
    {
        public double Share => run.Progress.Share;

        public bool Step(int eventsMax) => run.Step(eventsMax);

        public bool StepUntil(TimeSpan moment, int eventsMax) => run.StepUntil(moment, eventsMax);

        public void Save(StateWriter writer) => run.Save(writer);

        public IStudiedRun ForkInto(IStudiedScenario arm) => new FestivalRun(run.ForkInto((Scenario)arm));

        public StudiedEnd Finish(RunStamp stamp)
        {
            var result = run.Finish(stamp);
            var summary = result.Summary;
            return new StudiedEnd(
                summary.Audit, summary.StateHash, summary.Sample.OrdersPlaced, () => RunFiles.Of(result),
                path => RunDatabase.Write(path, summary, RunLabels.Of(run.Scenario), run.Tables()));
        }
    }
}
