namespace FlashSale.Simulator;

/// <summary>What a sample is too small to show of a scenario's interventions.</summary>
public static class SampleWarnings
{
    private const double StepMin = 0.005; // below, a step of the sample's rate is no matter

    /// <summary>The warnings; none where nothing asks about what the sample rounds.</summary>
    public static IReadOnlyList<string> Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var asked = scenario.PolicyAtOpening().Admission.RequestsPerSecond * scenario.Scale;
        var admitted = Course.WholePerSecond(asked);
        return AsksAboutTheGateway(scenario) && 1.0 / admitted > StepMin
            ?
            [
                FormattableString.Invariant(
                    $"the gateway of this sample admits {admitted} whole orders a second for {asked:0.##}: ")
                    + FormattableString.Invariant(
                        $"what changes its rate by less than {1.0 / admitted:0.0%} may change nothing; ")
                    + "a larger scale sees it",
            ]
            : [];
    }

    private static bool AsksAboutTheGateway(Scenario scenario) =>
        scenario.Shocks.Any(shock => shock.Kind == ShockKind.GatewayLimit)
        || scenario.Changes.SelectMany(change => change.Policy).Concat(scenario.Policy)
            .Any(setting => setting.Field == "admission.requestsPerSecond")
        || !scenario.Capacity.GatewayShareOfPeak.Equals(new Capacity().GatewayShareOfPeak);
}
